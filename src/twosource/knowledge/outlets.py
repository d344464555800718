"""What is known of the world's media: names, kinds, countries, sites, and which belong together.

>>> is_outlet("the Reuters"), family("BBC News"), domain("Le Monde"), country("Dawn")
(True, 'BBC', 'lemonde.fr', 'PK')
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from twosource.errors import KnowledgeError
from twosource.knowledge import table

__all__ = [
    "Outlet",
    "country",
    "domain",
    "family",
    "find",
    "from_domain",
    "is_agency",
    "is_medium_noun",
    "is_outlet",
    "looks_like_medium",
    "outlet_at",
]


class Outlet(NamedTuple):
    """One medium. `family` is the name of the house whose reports count as one voice with its own.

    `exact` holds the only spellings of a name that is an ordinary word as well (The Times, Dawn).
    """

    name: str
    kind: str
    country: str | None
    domain: str | None
    family: str
    exact: frozenset[str] = frozenset()


_LONGEST = 120
"""No name of an outlet is longer."""
_FIRST = 3
"""Letters by which names are looked up: by three of them hardly more than one name comes up."""
_LETTERS = str.maketrans("İſ", "is")
"""Letters that are the same as others but for their case; none becomes two."""


def _key(name: str) -> str:
    low = " ".join(name.casefold().replace("’", "'").split())
    return low.removeprefix("the ").strip(" .,")


@cache
def _names() -> Mapping[str, Outlet]:
    """Every name and other name, without "The" and case."""
    out: dict[str, Outlet] = {}
    for name, row in table("outlets")["outlets"].items():
        try:
            also = row.get("also", ())
            bare = name.removeprefix("The ")
            exact = frozenset((name, f"The {bare}", f"the {bare}", *also)) if row.get("exact") else frozenset()
            outlet = Outlet(name, row["kind"], row.get("country"), row.get("domain"), row.get("family", name), exact)
        except (KeyError, AttributeError) as error:
            raise KnowledgeError(f"outlets.toml: the outlet {name} lacks {error}; add it") from error
        for spelling in (name, *also):
            out.setdefault(_key(spelling), outlet)
    return out


@cache
def _domains() -> Mapping[str, Outlet]:
    return {outlet.domain: outlet for outlet in _names().values() if outlet.domain}


@cache
def _starts() -> Mapping[str, list[str]]:
    """The names by their first letters (three, or all of a shorter name), the longest first."""
    out: dict[str, list[str]] = {}
    for name in sorted(_names(), key=lambda name: (-len(name), name)):
        out.setdefault(name[:_FIRST], []).append(name)
    return out


def find(name: str | None) -> Outlet | None:
    """The outlet of that name, whatever its case and with or without "The"; None where it is not known.

    >>> find("THE KYIV POST").country, find("dawn")
    ('UA', None)
    """
    outlet = _names().get(_key(name)) if name else None
    if outlet is None or not outlet.exact or not name:
        return outlet
    return outlet if name.strip(" .,") in outlet.exact else None


def is_outlet(name: str | None) -> bool:
    """True for the name of a known medium or agency."""
    return find(name) is not None


@cache
def _nouns() -> frozenset[str]:
    return frozenset(table("outlets")["media"])


def is_medium_noun(word: str) -> bool:
    """True for a noun on which the names of media end: Times, Post, News."""
    return word in _nouns()


def looks_like_medium(name: str) -> bool:
    """True for a known outlet, or a name of two or more words that ends on a noun for a medium.

    >>> [looks_like_medium(name) for name in ("Port Sample Herald", "Herald", "Ministry of Defence")]
    [True, False, False]
    """
    words = name.removeprefix("The ").removeprefix("the ").split()
    return is_outlet(name) or (len(words) >= 2 and is_medium_noun(words[-1]))


def is_agency(name: str | None) -> bool:
    """True for a news agency: its words stand in many papers and are still one voice."""
    outlet = find(name)
    return outlet is not None and outlet.kind == "agency"


def family(name: str | None) -> str | None:
    """The house that an outlet belongs to; None where the outlet is not known."""
    outlet = find(name)
    return outlet.family if outlet else None


def domain(name: str | None) -> str | None:
    """The outlet's site."""
    outlet = find(name)
    return outlet.domain if outlet else None


def country(name: str | None) -> str | None:
    """The ISO 3166-1 alpha-2 code of the country where the outlet sits."""
    outlet = find(name)
    return outlet.country if outlet else None


def from_domain(host: str) -> Outlet | None:
    """The outlet whose site a host is, also a host below it.

    >>> from_domain("www.reuters.com").name
    'Reuters'
    """
    labels = host.casefold().split(":")[0].rstrip(".").split(".")
    for first in range(max(0, len(labels) - 5), len(labels) - 1):
        outlet = _domains().get(".".join(labels[first:]))
        if outlet is not None:
            return outlet
    return None


def outlet_at(line: str) -> int | None:
    """Where an outlet's name ends that a line begins with; a name that runs straight into the next one counts too."""
    low = line[:_LONGEST].translate(_LETTERS).lower()
    known = _starts()
    for start in (4, 0) if low.startswith("the ") else (0,):
        for letters in range(_FIRST, 0, -1):
            for name in known.get(low[start : start + letters], ()):
                if low.startswith(name, start):
                    end = start + len(name)
                    return None if line[end : end + 1].islower() else end
    return None

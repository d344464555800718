"""Knows bylines and finds the authors' names in them."""

from __future__ import annotations

import re

from twosource.knowledge.outlets import is_outlet, looks_like_medium, outlet_at
from twosource.reading.structure.stamps import is_stamp

__all__ = ["authors_in", "is_byline"]

LONGEST = 200
"""A byline with several authors, their outlets and a date is still shorter."""

NOT = (
    r"(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d|AND\b|FOR\b|IN\b"
    r"|(?:Staff|Senior|Chief|Special|Foreign|Political|Diplomatic|Defen[cs]e|Contributing|Managing|Deputy)\b)"
)
PART = NOT + r"[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐ](?:[\w’'-]*[^\W\d_])?\.?"
LINK = r"(?:de|da|di|del|della|van|von|der|den|la|le|al|el|bin|ibn|ben|dos|do|ter)"
NAME = rf"{PART}(?: (?:{LINK} ){{0,2}}{PART}){{1,3}}"
NAMES = rf"{NAME}(?:(?:,? (?:and|AND) |,? & |, ?|; ?){NAME}){{0,6}}"
LEAD = (
    r"(?:(?:[Aa]rticle|[Ss]tory|[Tt]ext|[Rr]eport(?:ed|ing)?|[Ww]ritten|[Pp]osted|[Pp]ublished|[Ee]dited|[Ee]diting"
    r"|[Tt]ranslated|[Cc]ompiled|[Aa]dditional reporting|[Ww]riting|[Pp]roduced|[Ss]ubmitted"
    r"|REPORTED|WRITTEN|EDITED|POSTED) )?(?:[Bb]y|BY):? "
)
LABEL = r"(?:[Aa]uthors?|[Ee]ditor|[Rr]eporters?|[Cc]orrespondent|[Jj]ournalist|[Ww]riter): "
BYLINE = re.compile(rf"(?P<lead>{LEAD}|{LABEL})(?P<names>{NAMES}|{PART})(?P<rest>.*)", re.S)
BARE = re.compile(rf"(?P<names>{NAMES})(?P<rest>,? .*|\Z)", re.S)
ROLE = re.compile(
    r"(?:staff|senior|chief|special|foreign|defen[cs]e|diplomatic|political|war|security|world|news|our|contributing"
    r"|deputy|managing|associated)?[ ,-]*"
    r"(?:reporter|writer|correspondent|editor|contributor|columnist|journalist|analyst|bureau chief|press)s?\b",
    re.I,
)
CONTACT = re.compile(r"\S+@\S+|@\w+")


def is_byline(line: str) -> bool:
    """True for a line that names who wrote: `by Ana Novak May 3, 2024 1:02 PM 2 min read`.

    >>> [is_byline(line) for line in ("By Ana Novak", "Edited By Ana Novak", "By Monday they had left the town.")]
    [True, True, False]
    """
    line = line.strip()
    if len(line) > LONGEST:
        return False
    return bool(_read(line)) or _outlet_and_name(line)


def authors_in(line: str) -> tuple[str, ...]:
    """The names in a byline, in its order.

    >>> authors_in("By Ana Novak and Jan de Wit, The Daily Example")
    ('Ana Novak', 'Jan de Wit')
    """
    names = _read(line.strip()) if len(line) <= LONGEST else ""
    found = re.split(r",? (?:and|AND) |,? & |, ?|; ?", names) if names else []
    return tuple(name for name in found if not (name.startswith("The ") or looks_like_medium(name)))


def _read(line: str) -> str:
    """The names of a byline in one string, empty where the line is none."""
    match = BYLINE.fullmatch(line)
    if match and _rest_fits(match["rest"]) and (" " in match["names"] or match["names"].isupper() or not match["rest"]):
        return match["names"]
    match = BARE.fullmatch(line)
    if match and match["rest"].strip() and (is_stamp(match["rest"].strip(" ,|")) or _is_role(match["rest"])):
        return match["names"]
    return ""


def _is_role(rest: str) -> bool:
    """True where an author's office, outlet or address follows the name."""
    rest = CONTACT.sub("", rest).strip(" ,|-–—·•/")
    head = re.split(r"[,|•·]| - | – ", rest, maxsplit=1)[0].strip()
    if not head or rest.endswith((".", "?", "!")):
        return False
    return is_outlet(head) or ROLE.fullmatch(head) is not None


def _rest_fits(rest: str) -> bool:
    """True where nothing follows the names but a date, an office, an outlet or an address."""
    rest = CONTACT.sub("", rest).strip(" ,|-–—·•/()[]")
    if not rest or rest == "." or is_stamp(rest):
        return True
    parts = [part.strip(" ()") for part in re.split(r"[,|•·;/]| - | – | — | for | in ", rest) if part.strip(" ()")]
    known = [bool(is_stamp(part) or is_outlet(part.rstrip(".")) or ROLE.fullmatch(part.rstrip("."))) for part in parts]
    capital = all(part[:1].isupper() or part[:1].isdigit() for part in parts)
    return (
        bool(parts)
        and capital
        and len(rest) < 80
        and not rest.endswith(("?", "!"))
        and (all(known) or (len(rest) < 40 and not rest.endswith(".")))
    )


def _outlet_and_name(line: str) -> bool:
    """True for an outlet's and an author's name set side by side, as pages do where a logo and a portrait stood."""
    end = outlet_at(line)
    if end is None:
        return False
    rest = line[end:].strip(" ,|-–—·•/:")
    return bool(rest) and re.fullmatch(NAMES, rest) is not None and not is_outlet(line)

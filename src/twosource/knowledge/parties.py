"""Parties named in a text: states, their bodies and peoples, armed groups (data file parties.toml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import msgspec

from twosource.knowledge import table


class PartyMention(msgspec.Struct, frozen=True):
    """A party named in a text; `people` where it is named by its people ("Russian") and not by its name ("Russia")."""

    start: int
    end: int
    party: str
    people: bool = False


@cache
def _names() -> Mapping[str, tuple[str, bool]]:
    """Every name and demonym with the party it stands for, and whether it is a demonym."""
    held: dict[str, tuple[str, bool]] = {}
    rows = table("parties")
    for kind in ("state", "group", "body"):
        for row in rows.get(kind, ()):
            for name in row.get("names", ()):
                held.setdefault(name, (row["id"], False))
            for name in row.get("people", ()):
                held.setdefault(name, (row["id"], True))
                held.setdefault(name + "s", (row["id"], True))
    return held


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=lambda name: (-len(name), name))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


def mentions(text: str) -> tuple[PartyMention, ...]:
    """The parties named in a text, in order.

    >>> [mention.party for mention in mentions("Russian forces shelled Ukraine’s positions")]
    ['russia', 'ukraine']
    """
    return tuple(PartyMention(m.start(), m.end(), *_names()[m.group()]) for m in _pattern().finditer(text))


@cache
def _rows() -> Mapping[str, tuple[str, str | None]]:
    """The first name of every party, and its people where it has a demonym."""
    held: dict[str, tuple[str, str | None]] = {}
    rows = table("parties")
    for kind in ("state", "group", "body"):
        for row in rows.get(kind, ()):
            people = row.get("people") or [None]
            held.setdefault(row["id"], ((row.get("names") or [row["id"]])[0], people[0]))
    return held


def name_of(party: str) -> str:
    """How a party is called.

    >>> name_of("north_korea")
    'North Korea'
    """
    return _rows().get(party, (party.replace("_", " ").title(), None))[0]


def people_of(party: str) -> str | None:
    """The demonym of a party; None where it has none. A party that is not in the data file is named for its people.

    >>> people_of("north_korea"), people_of("hamas")
    ('North Korean', None)
    """
    return _rows()[party][1] if party in _rows() else party.replace("_", " ").title()

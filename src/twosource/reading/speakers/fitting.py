"""Says whether a title or an office can be that of somebody whom the report has brought in."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.speakers import lists
from twosource.reading.speakers.character import Character
from twosource.reading.speakers.describe import Description, describe
from twosource.reading.speakers.names import core_of
from twosource.reading.speakers.words import Word

__all__ = ["begun_with", "introduced", "may_be"]

_HEAD = 9
"""Words within which the subject of a sentence ends."""


def may_be(said: Description, who: Character) -> bool:
    """True where "the mayor", "a spokesman for the ministry" may be this person of the report."""
    if who.kind != "person" or not lists.kin(said.group or "") & who.groups or said.other:
        return False
    return not _at_odds(said, who) and (said.definite or _bound(said, who))


def introduced(found: Sequence[Word]) -> Description | None:
    """The unnamed person whom a sentence begins with.

    >>> from twosource.reading.speakers.words import words
    >>> introduced(words("A nurse from the clinic, who asked not to be named, was angry.")).name
    'nurse'
    """
    while found and not found[0].plain:
        found = found[1:]
    ends = lists.grammar("cast", "introduced")
    head = found[: next((i for i, word in enumerate(found[:_HEAD]) if i and word.lower in ends), 0)]
    if len(head) < 2 or head[0].lower not in ("a", "an", "one", "another"):
        return None
    said = describe(head)
    return said if said.form in ("role", "anonymous") else None


def begun_with(found: Sequence[Word]) -> Description | None:
    """The body that a sentence begins with.

    >>> from twosource.reading.speakers.words import words
    >>> begun_with(words("In Tolm the Interior Ministry did not go as far.")).name
    'Interior Ministry'
    """
    at = next((i for i, word in enumerate(found[:_HEAD]) if word.lower in lists.bodies()), None)
    if at is None:
        return None
    start = max((i for i in range(at) if found[i].lower == "the"), default=0)
    named = describe(found[start : at + 1])
    return named if named.form == "body" else None


def _at_odds(said: Description, who: Character) -> bool:
    """True where side or body speak against it."""
    if said.sides and who.sides and not set(said.sides) & set(who.sides):
        return True
    mine, theirs = core_of(said.organisation), core_of(who.organisation) | core_of(who.role)
    return bool(mine and theirs) and not mine & theirs and not set(said.sides) & set(who.sides)


def _bound(said: Description, who: Character) -> bool:
    """True where "a spokesperson of X" can only be the spokesperson of X whom the report names."""
    mine, theirs = core_of(said.organisation), core_of(who.organisation)
    return said.group != "official" and bool(mine) and mine <= theirs

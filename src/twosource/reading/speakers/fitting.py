"""Says whether a title or an office can be that of somebody whom the report has brought in."""

from __future__ import annotations

from twosource.reading.speakers import lists
from twosource.reading.speakers.character import Character
from twosource.reading.speakers.describe import Description
from twosource.reading.speakers.names import core_of

__all__ = ["may_be"]


def may_be(said: Description, who: Character) -> bool:
    """True where "the mayor", "a spokesman for the ministry" may be this person of the report."""
    if who.kind != "person" or not lists.kin(said.group or "") & who.groups or said.other:
        return False
    return not _at_odds(said, who) and (said.definite or _bound(said, who))


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

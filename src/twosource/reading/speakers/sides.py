"""Says for whom somebody speaks where the words for the source do not tell."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.speakers import lists
from twosource.reading.speakers.words import Word, words

__all__ = ["Sides", "core"]

_REACH = 5
"""Words after "Chad's" in which the name of a body may end: "Chad's national disaster relief agency"."""
_NATIONAL = frozenset(
    ("president", "premier", "minister", "governor", "lawmaker", "commander", "soldier", "spokesperson")
)
"""Roles that an outlet leaves without a country where it means its own."""


class Sides:
    """What a text says elsewhere of the sides of the bodies in it."""

    def __init__(self, home: str | None = None) -> None:
        self._home = home
        self._bodies: dict[frozenset[str], tuple[str, ...]] = {}

    def learn(self, found: Sequence[Word]) -> None:
        """Notes "Chad's relief agency" and "the Chadian relief agency" as bodies of Chad."""
        for hit in lists.parties().find(found):
            at = hit.end + (hit.end < len(found) and found[hit.end].lower == "'s")
            for end in range(at, min(at + _REACH, len(found))):
                if not found[end].plain:
                    break
                if found[end].lower in lists.bodies():
                    self._bodies.setdefault(core(found[at : end + 1]), (hit.value[0],))

    def of(self, organisation: str | None, groups: set[str], kind: str) -> tuple[str, ...]:
        """The sides of somebody who speaks for a body, or in a role that the outlet's readers know for their own."""
        named = words(organisation or "")
        told = lists.sides_of(named) or self._bodies.get(core(named), ())
        if told or self._home is None:
            return told
        if kind == "person" and groups & _NATIONAL:
            return (self._home,)
        unbound = kind == "organisation" and bool(named) and named[-1].lower in lists.grammar("sides", "national")
        return (self._home,) if unbound else ()


def core(found: Sequence[Word]) -> frozenset[str]:
    """The words that tell a name from others, cut to five letters (Russia's and Russian are one)."""
    small = lists.grammar("sides", "general")
    return frozenset(word.lower[:5] for word in found if word.plain and word.lower not in small)


def side_of_state(iso: str | None) -> str | None:
    """The side of a state by its ISO 3166 code.

    >>> side_of_state("TD"), side_of_state("FR")
    ('chad', 'west')
    """
    return lists.states().get(iso or "")

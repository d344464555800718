"""Says for whom somebody speaks where the words for the source do not tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from twosource.reading.speakers import lists
from twosource.reading.speakers.words import NAMES, Word, remembered

__all__ = ["Sides", "core"]

_REACH = 5
"""Words after "Chad's" in which the name of a body may end: "Chad's national disaster relief agency"."""
_NATIONAL = frozenset(
    ("president", "premier", "minister", "governor", "lawmaker", "commander", "soldier", "spokesperson")
)
"""Roles that an outlet leaves without a country where it means its own."""


_OFTEN = 3
_MOST = 3
"""The outlet's own state is in the story where it is named this often and is among so many that are named most."""


class Sides:
    """What a text says elsewhere of the sides of the bodies in it."""

    def __init__(self, home: str | None = None) -> None:
        self._home = home
        self._named: Counter[str] = Counter()
        self._bodies: dict[frozenset[str], tuple[str, ...]] = {}

    def learn(self, found: Sequence[Word]) -> None:
        """Notes "Chad's relief agency" and "the Chadian relief agency" as bodies of Chad."""
        for hit in lists.parties_in(found):
            if hit.value.iso is not None:
                self._named[hit.value.iso] += 1
            at = hit.end + (hit.end < len(found) and found[hit.end].lower == "'s")
            for end in range(at, min(at + _REACH, len(found))):
                if not found[end].plain:
                    break
                if found[end].lower in lists.bodies():
                    self._note(core(found[at : end + 1]), hit.value.side)
            if hit.start > 1 and found[hit.start - 1].lower == "of" and hit.value.named:
                self._of_party(found[max(0, hit.start - 1 - _REACH) : hit.start - 1], hit.value.side)

    def _of_party(self, before: Sequence[Word], side: str) -> None:
        """Notes "the Ministry of Defence of Chad"."""
        for start, word in enumerate(before):
            if word.capital and word.lower in lists.bodies():
                self._note(core(before[start:]), side)
                return

    def _note(self, body: frozenset[str], side: str) -> None:
        """Notes whose body it is; of two sides that have one of that name it tells neither."""
        known = self._bodies.setdefault(body, (side,))
        if known != (side,):
            self._bodies[body] = ()

    def of(self, organisation: str | None, groups: set[str], kind: str) -> tuple[str, ...]:
        """The sides of somebody who speaks for a body, or in a role that the outlet's readers know for their own."""
        body = NAMES[organisation or ""]
        told = lists.sides_of(body) or self._bodies.get(core(body), ())
        side = self._at_home()
        if told or side is None:
            return told
        if kind == "person" and groups & _NATIONAL:
            return (side,)
        unbound = kind == "organisation" and bool(body) and body[-1].lower in lists.grammar("sides", "national")
        return (side,) if unbound else ()

    def _at_home(self) -> str | None:
        """The side of the outlet's own state, where the text tells of that state."""
        if self._home is None or self._named[self._home] < _OFTEN:
            return None
        most = sorted(self._named.values(), reverse=True)[:_MOST]
        return lists.states().get(self._home) if self._named[self._home] >= most[-1] else None


@remembered
def core(found: Sequence[Word]) -> frozenset[str]:
    """The words that tell a name from others, cut to five letters (Russia's and Russian are one)."""
    small = lists.grammar("sides", "general")
    return frozenset(word.lower[:5] for word in found if word.plain and word.lower not in small)

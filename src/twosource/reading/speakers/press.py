"""Knows the media that a report cites, and which of them "the paper" or "the Gazette" is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from twosource.knowledge import outlets
from twosource.reading.speakers import lists
from twosource.reading.speakers.names import same_medium
from twosource.reading.speakers.words import NAMES, Word

__all__ = ["Press", "bare_medium"]

_AGENCY = "Agency"
"""What a news agency is called, and many an office of states."""
_FAR = 4000
"""Characters over which "the paper" may look back at the medium that was named: about a long report."""


def bare_medium(name: str) -> str:
    """The name of a medium without what kind of medium it is; any other name as it is.

    >>> bare_medium("news agency Belan"), bare_medium("Spanish agency EFE"), bare_medium("Yonhap News Agency")
    ('Belan', 'EFE', 'Yonhap News Agency')
    """
    found = NAMES[name]
    hit = lists.medium_in(found)
    if hit is None or hit.end != len(found) or hit.start == 0:
        return name
    before = [word.lower for word in found[: hit.start]]
    kinds = lists.grammar("press", "kinds")
    told = before[-1] in kinds or " ".join(before[-2:]) in kinds
    return hit.value if told and not found[hit.start - 1].capital else name


@dataclass(slots=True)
class Press:
    """The media that a text names, in its order. They are looked for when somebody first asks."""

    outlet: str | None = None
    sentences: Callable[[], list[Sequence[Word]]] = list
    _named: list[tuple[int, str]] | None = field(default=None)
    _offices: list[int] = field(default_factory=list)

    def meant(self, word: str, before: int) -> str | None:
        """The medium that "the paper", "the broadcaster" before an offset is; None where none was named.

        A heading may come before the name ("…, paper says"): then it is the first that is named after.
        """
        if word.lower() not in lists.grammar("press", "kinds"):
            return None
        named = self._media()
        at = bisect_left(named, (before, ""))
        office = bisect_left(self._offices, before) if word.lower() == _AGENCY.lower() else 0
        if office and (at == 0 or self._offices[office - 1] > named[at - 1][0]):
            return None
        if at:
            return named[at - 1][1] if before - named[at - 1][0] < _FAR else None
        return named[0][1] if named and named[0][0] - before < _FAR else None

    def named(self, word: str) -> bool:
        """True of the one word that is the whole name of a medium, wherever a kind is beside it: "the daily Lot"."""
        return any(name == word for _, name in self._media())

    def called(self, word: str, before: int) -> str | None:
        """The medium named before that one capitalised word of its name stands for: "the Gazette"."""
        for start, name in reversed(self._media()):
            if start < before and word in name.split():
                return name
        return None

    def _media(self) -> list[tuple[int, str]]:
        if self._named is None:
            self._named = [
                (start, name)
                for found in self.sentences()
                for start, name in _media(found)
                if self.outlet is None or not _same(name, self.outlet)
            ]
            self._offices = [start for found in self.sentences() for start in _offices(found)]
        return self._named


def _same(name: str, outlet: str) -> bool:
    """True of the outlet's own name and of a name of its house: "AP" in a report of the Associated Press."""
    house = outlets.family(name)
    return same_medium(name, outlet) or (house is not None and house == outlets.family(outlet))


def _offices(found: Sequence[Word]) -> list[int]:
    """Where a sentence names an agency that is no medium: "the National Disaster Agency"."""
    return [
        word.start
        for before, word in pairwise(found)
        if word.text == _AGENCY and before.capital and before.lower != "news"
    ]


def _media(found: Sequence[Word]) -> list[tuple[int, str]]:
    """The media that a sentence names, each with its offset."""
    out: list[tuple[int, str]] = []
    at = 0
    while at < len(found) and (hit := lists.medium_in(found[at:] if at else found)) is not None:
        out.append((found[at + hit.start].start, hit.value))
        at += hit.end
    return sorted(out)

"""Many claims set side by side at once: what each pair of them shares, as matrices over all pairs.

A crowd of n claims gives matrices of n rows and n columns with values from 0 to 1, so that the cost of comparing each
with each is that of a few array operations. Row and column follow the order in which the gists were given.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from twosource.model import Figure, Period
from twosource.reconcile import figures, frames
from twosource.reconcile.gist import GROUND, Gist
from twosource.reconcile.words import Rarity

__all__ = ["Crowd", "Flags", "Matrix"]

Matrix = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

FAR = 99
"""Steps between claims of different stories of a report, or of different reports."""

DIGITS = 9
"""Likenesses are rounded to so many digits: the last bits of a sum depend on the order of its parts."""


class Crowd:
    """Some gists and what every pair of them shares."""

    def __init__(self, gists: Sequence[Gist]) -> None:
        self.gists = tuple(gists)
        self._members: dict[str, tuple[Matrix, tuple[str, ...]]] = {}

    def each(self, of: Callable[[Gist], bool]) -> Flags:
        """What holds of each claim."""
        return np.array([of(gist) for gist in self.gists], bool)

    def same(self, of: Callable[[Gist], Hashable]) -> Flags:
        """Where two claims have the same value; None is the same as nothing."""
        codes: dict[Hashable, int] = {}
        values = [of(gist) for gist in self.gists]
        row = np.array([-1 if v is None else codes.setdefault(v, len(codes)) for v in values], np.int64)
        alike: Flags = (row[:, None] == row[None]) & (row >= 0)[:, None]
        return alike

    def members(self, name: str) -> tuple[Matrix, tuple[str, ...]]:
        """Which of all words of a field each claim has: claims by words, and the words in order."""
        if name not in self._members:
            held: list[Collection[str]] = [_values(gist, name) for gist in self.gists]
            known = tuple(sorted({word for some in held for word in some}))
            at = {word: n for n, word in enumerate(known)}
            made = np.zeros((len(held), len(known)))
            for row, some in zip(made, held, strict=True):
                row[[at[word] for word in some]] = 1.0
            self._members[name] = made, known
        return self._members[name]

    def shared(self, name: str) -> Matrix:
        """How many words of a field two claims share."""
        made, _ = self.members(name)
        return made @ made.T

    def share(self, name: str) -> Matrix:
        """How much of the smaller field of two claims they share."""
        made, _ = self.members(name)
        sizes = made.sum(1)
        part: Matrix = self.shared(name) / np.maximum(np.minimum(sizes[:, None], sizes[None]), 1.0)
        return part

    def apart(self, name: str) -> Flags:
        """Where both claims have words of a field and share none."""
        some = self.members(name)[0].sum(1) > 0
        apart: Flags = some[:, None] & some[None] & (self.shared(name) == 0)
        return apart

    def cosine(self, name: str, rarity: Rarity, other: str | None = None) -> Matrix:
        """How alike two claims are by a field, or by one field of the first and another of the second."""
        left, words = self._weighed(name, rarity)
        if other is None:
            return left @ left.T
        right, others = self._weighed(other, rarity)
        at = {word: n for n, word in enumerate(others)}
        both = [(n, at[word]) for n, word in enumerate(words) if word in at]
        mine, theirs = [a for a, _ in both], [b for _, b in both]
        return left[:, mine] @ right[:, theirs].T

    def _weighed(self, name: str, rarity: Rarity) -> tuple[Matrix, tuple[str, ...]]:
        made, words = self.members(name)
        weighed = made * np.sqrt([rarity.square(word) for word in words]) if words else made
        return weighed / np.maximum(np.sqrt((weighed**2).sum(1, keepdims=True)), 1e-12), words

    @cached_property
    def steps(self) -> npt.NDArray[np.int64]:
        """How many claims on the one stands after the other in one story of a report."""
        order = np.array([gist.order for gist in self.gists], np.int64)
        return np.where(self.same(lambda g: g.item), np.abs(order[:, None] - order[None]), FAR)

    def days(self, of: Callable[[Gist], Period]) -> npt.NDArray[np.int64]:
        """Days between two periods, 0 where they meet or where one is not known."""
        periods = [of(gist) for gist in self.gists]
        first = np.array([_day(period.start, 1) for period in periods], np.int64)
        last = np.array([_day(period.end, date.max.toordinal()) for period in periods], np.int64)
        gap = np.maximum(first[:, None], first[None]) - np.minimum(last[:, None], last[None])
        known = np.array([bool(period) for period in periods], bool)
        return np.where(known[:, None] & known[None], np.maximum(gap, 0), 0)

    @cached_property
    def standings(self) -> npt.NDArray[np.str_]:
        """How the figures of two claims stand to each other, as `figures.compare` says; empty where none compare."""
        return self._pairwise(lambda g: tuple(f.replace(start=0, end=0) for f in g.figures), _compared)

    @cached_property
    def other_answers(self) -> Flags:
        """Where two claims answer with figures that are not the same."""
        found = self._pairwise(lambda g: tuple(f.replace(start=0, end=0) for f in g.figures), _answers_apart)
        return _told(found)

    @cached_property
    def verdicts(self) -> Flags:
        """Where the states of two claims speak to each other."""
        return _told(self._pairwise(lambda g: (g.state, g.matter) if g.state else None, _spoken))

    @cached_property
    def at_odds(self) -> Flags:
        """Where the states of two claims can conflict, in one order or the other."""
        return _told(self._pairwise(lambda g: (g.state, g.matter) if g.state else None, _conflicting))

    def _pairwise(self, of: Callable[[Gist], Hashable], judge: Callable[..., str]) -> npt.NDArray[np.str_]:
        """What a function says of two values, asked once for each pair of values that there are."""
        codes: dict[Hashable, int] = {None: 0, (): 0}
        row = np.array([codes.setdefault(of(gist), len(codes) - 1) for gist in self.gists], np.int64)
        values = {code: value for value, code in codes.items() if code}
        told = np.zeros((len(codes) - 1, len(codes) - 1), "U8")
        for a, left in values.items():
            for b, right in values.items():
                told[a, b] = judge(left, right)
        return told[row[:, None], row[None]]


def _told(words: npt.NDArray[np.str_]) -> Flags:
    told: Flags = words != ""
    return told


def _values(gist: Gist, name: str) -> Collection[str]:
    if name == "states":
        return {found.state for found in gist.states}
    if name == "sides":
        return (gist.source.side or ()) if gist.source else ()
    found: Collection[str] = getattr(gist, name)
    return found


def _day(value: str | None, unknown: int) -> int:
    return date.fromisoformat(value[:10]).toordinal() if value else unknown


def _compared(a: Sequence[Figure], b: Sequence[Figure]) -> str:
    return figures.compare(a, b) or ""


def _answers_apart(a: Sequence[Figure], b: Sequence[Figure]) -> str:
    return "apart" if figures.other_answer(a, b) else ""


def of_one_matter(a: str, b: str) -> bool:
    """True of one matter, and of the two that speak of the ground."""
    return a == b or {a, b} == GROUND


def _spoken(a: tuple[str, str], b: tuple[str, str]) -> str:
    if not of_one_matter(a[1], b[1]):
        return ""
    return "told" if frames.speak(a[0], b[0]) else ""


def _conflicting(a: tuple[str, str], b: tuple[str, str]) -> str:
    if not of_one_matter(a[1], b[1]):
        return ""
    both = frames.verdicts(a[0], b[0]) | frames.verdicts(b[0], a[0])
    return "conflict" if "conflict" in both else ""

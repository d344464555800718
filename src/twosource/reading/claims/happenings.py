"""Remembers the day of a disaster that a report tells once, for where it is named again without its day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.knowledge import table
from twosource.model import Period
from twosource.reading.claims.phrases import any_of
from twosource.reading.speakers import Word

__all__ = ["Happenings"]


class Happenings:
    """The days of the disasters of a report, each kind by itself.

    A kind that the text dates in two ways (two quakes) has no day: nobody could say which is meant.

    >>> from twosource.reading.speakers import words
    >>> days = Happenings()
    >>> days.note(words("the dam burst on Sunday"), Period("2031-05-11", "2031-05-11"))
    >>> days.of(words("two people died when the dam burst")).start
    '2031-05-11'
    """

    def __init__(self) -> None:
        self._days: dict[str, set[Period]] = {}

    def note(self, found: Sequence[Word], when: Period) -> None:
        """Notes that what is told happened then."""
        for name in _kinds(found):
            self._days.setdefault(name, set()).add(when)

    def of(self, found: Sequence[Word]) -> Period | None:
        """The day of the disaster that some words name; None where they name none, or one with several days."""
        known = [self._days[name] for name in _kinds(found) if name in self._days]
        every = {when for days in known for when in days}
        return every.pop() if len(every) == 1 else None


def _kinds(found: Sequence[Word]) -> Iterable[str]:
    return [name for name in table("disasters")["words"] if any_of(found, "disasters", "words", name)]

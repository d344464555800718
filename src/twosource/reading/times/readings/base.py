"""What each rule's words mean: the TIMEX3 type and value, seen from a day.

A reading takes the words that a rule matched and where they stand (`At`), and gives a `Reading`, or None where the
words are no time expression after all. Where the day they are seen from is not known, values keep X for what is open.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from twosource.knowledge import table
from twosource.model import TimeMention
from twosource.model.report import TimeType
from twosource.reading.times import calendar
from twosource.reading.times.grammar import Match
from twosource.reading.times.tense import Tense

__all__ = ["OPEN", "At", "Ends", "Read", "Reading", "clear_edge", "full_year", "length", "nearest", "number"]

Ends = tuple[date | None, date | None]
OPEN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "2W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
}
LENGTHS = {"TS": "PT{}S", "TM": "PT{}M", "TH": "PT{}H", "2W": "P{}W", "WE": "P{}WE", "L": "P{}L"}


class Reading(NamedTuple):
    """A type, a value, and the days covered where they are not just those of the value."""

    type: TimeType
    value: str
    ends: Ends | None = None


class At(NamedTuple):
    """Where words stand: the day they are seen from, the tense around them, and what was mentioned before."""

    day: date | None
    tense: Tense | None
    before: tuple[TimeMention, ...]
    previous_word: str
    next_word: str
    perfect: bool = False

    def unit(self, unit: str, count: int) -> str:
        """The value of the unit some units away from the day."""
        if self.day is None:
            return OPEN.get(unit, f"XXXX-{unit}" if unit in calendar.SEASONS else "XXXX")
        return calendar.name(unit, calendar.shift(unit, self.day, count))

    def quarter(self) -> str | None:
        """The latest quarter spoken of that has begun: what "the quarter" and "a year earlier" are measured by."""
        now = self.unit("Q", 0)
        told = [m.value for m in self.before if m.value[4:6] == "-Q" and m.value[6:] in "1234" and m.value <= now]
        over = [value for value in told if value < now]
        return max(over or told, default=None)

    def last_value(self, sign: str = "") -> str | None:
        """The value of the nearest earlier mention that names a stretch of the calendar and holds `sign`."""
        for mention in reversed(self.before[-12:]):
            if mention.type in ("DATE", "TIME") and mention.value[:1].isdigit() and sign in mention.value:
                return mention.value
        return None


Read = Callable[[Match, At], Reading | None]


def number(word: str) -> int | None:
    """A number in figures or from the lexicon; None for vague ones."""
    digits = word.replace(",", "")
    if digits.isdecimal() and digits.isascii() and len(digits) < 7:
        return int(digits)
    return None


def length(unit: str, count: str | int) -> str:
    """The TIMEX3 value of a length of time.

    >>> length("W", 3), length("TH", 2), length("2W", 1)
    ('P3W', 'PT2H', 'P2W')
    """
    if unit == "2W" and isinstance(count, int):
        count *= 2
    if unit == "E":
        return f"P{count * 10}Y" if isinstance(count, int) else "PXY"
    return LENGTHS.get(unit, "P{}" + unit).format(count)


def full_year(word: str) -> int | None:
    """A year from four figures, or from two after an apostrophe (up to 29 this century)."""
    digits = word.strip("'’")
    if not digits.isdecimal() or not digits.isascii():
        return None
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 30 else 1900)


NEAR = {"future": 0.5, "past": 3.0, None: 1.5}
"""How much farther a day ahead counts than one behind, by tense: tuned on TimeBank (past is preferred in news)."""


def nearest(dates: list[date], at: At) -> date | None:
    """Of the days that words may mean the nearest one, days ahead counting as the tense around them says."""
    day = at.day
    if day is None or not dates:
        return None
    ahead = NEAR[at.tense]
    return min(dates, key=lambda d: (d - day).days * ahead if d > day else (day - d).days)


@cache
def listed(name: str) -> frozenset[str]:
    """A list of words that stand beside time expressions: `[context]` of the data file times.toml."""
    return frozenset(table("times")["context"][name])


def clear_edge(match: Match) -> str | None:
    """START, MID or END where the words speak of a part of a stretch only: "early", "the end of"."""
    edge = match.one("edge")
    return edge if edge in ("START", "MID", "END") else None

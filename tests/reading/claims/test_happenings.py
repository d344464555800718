"""A disaster that a report dates once has that day; one that it dates twice has none."""

from __future__ import annotations

from twosource.model import Period
from twosource.reading.claims.happenings import Happenings
from twosource.reading.speakers import words

SUNDAY, MONDAY = Period("2031-05-11", "2031-05-11"), Period("2031-05-12", "2031-05-12")


def test_one_day() -> None:
    days = Happenings()
    days.note(words("the ferry sank off the cape on Sunday"), SUNDAY)
    assert days.of(words("41 died in the sinking")) == SUNDAY
    assert days.of(words("41 died in the quake")) is None
    assert days.of(words("41 died")) is None


def test_two_days_are_none() -> None:
    days = Happenings()
    days.note(words("a first quake on Sunday"), SUNDAY)
    days.note(words("a second quake on Monday"), MONDAY)
    assert days.of(words("41 died in the quake")) is None

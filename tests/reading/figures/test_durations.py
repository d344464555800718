"""Durations that measure what is told, and durations that date it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Layout
from twosource.reading import figures


def days(text: str) -> list[float | int | None]:
    return [f.low for f in figures.find(Layout(text)) if f.measure == "duration"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The strike lasted nine days.", [9]),
        ("The port stayed closed for two weeks.", [14]),
        ("The curfew was prolonged for four months.", [120]),
        ("The ferry has not run for five weeks.", [35]),
        ("A 40-day blackout began.", [40]),
        ("The ferry sank nine days ago.", []),
        ("Two weeks later the port reopened.", []),
        ("The port will reopen within three weeks.", []),
        ("She is 41 years old.", []),
    ],
)
def test_days(text: str, expected: list[int]) -> None:
    assert days(text) == expected


@given(st.integers(2, 900))
def test_weeks_are_seven_days(weeks: int) -> None:
    assert days(f"The blackout lasted {weeks} weeks.") == [7 * weeks]

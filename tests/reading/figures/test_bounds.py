"""What bounds a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.reading.figures.bounds import Bounded, bounded
from twosource.reading.lexical import tokenize


def read(text: str) -> list[Bounded]:
    tokens = tokenize(text, 0, len(text))
    return bounded(tokens, [token.low for token in tokens])


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("at least 70", 70, None, False),
        ("no fewer than 70", 70, None, False),
        ("up to 70", None, 70, False),
        ("as many as 70", None, 70, False),
        ("roughly 70", 70, 70, True),
        ("between 70 and 90", 70, 90, False),
        ("70 or more", 70, None, False),
        ("dozens", 24, 99, True),
        ("several", 3, None, True),
        ("half of the 80", 40, 40, True),
    ],
)
def test_bounds(text: str, low: int | None, high: int | None, approximate: bool) -> None:
    first = read(text)[0]
    assert (first.low, first.high, first.approximate) == (low, high, approximate)


PIECES = "at least up to between and 5 70 half of the about or more from several - 9,000 no than"
WORDS = st.sampled_from(PIECES.split())


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_numbers_do_not_overlap_and_bounds_are_ordered(text: str) -> None:
    last = 0
    for number in read(text):
        assert last <= number.first <= number.core < number.last
        assert number.low is None or number.high is None or number.low <= number.high
        last = number.last

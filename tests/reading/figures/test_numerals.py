"""Written numbers."""

from __future__ import annotations

import pytest

from twosource.reading.figures.numerals import Numeral, read_at, shared_scale, whole
from twosource.reading.lexical import tokenize


def numeral(text: str) -> Numeral | None:
    tokens = tokenize(text, 0, len(text))
    return read_at(tokens, [token.low for token in tokens], 0)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("twenty-two", 22, 22),
        ("one hundred and five", 105, 105),
        ("three thousand five hundred", 3500, 3500),
        ("1,250", 1250, 1250),
        ("2.5 million", 2_500_000, 2_500_000),
        ("half a million", 500_000, 500_000),
        ("a dozen", 12, 12),
        ("two dozen", 24, 24),
        ("hundreds", 200, 999),
        ("tens of thousands", 20_000, 99_999),
        ("14-15,000", 14_000, 15_000),
        ("10 to 12", 10, 12),
        ("one or two", 1, 2),
        ("several", 3, None),
        ("1.2m people", 1_200_000, 1_200_000),
    ],
)
def test_reads(text: str, low: int, high: int | None) -> None:
    read = numeral(text)
    assert read is not None
    assert (read.low, read.high) == (low, high)


@pytest.mark.parametrize("text", ["the", "and", "a soldier", "million", "k", "as many as"])
def test_reads_no_number(text: str) -> None:
    assert numeral(text) is None


def test_scale_is_shared_only_where_it_can_be() -> None:
    assert shared_scale(5, 10_000) == 5000
    assert shared_scale(500, 1000) == 500


def test_whole_keeps_fractions() -> None:
    assert whole(2.0) == 2
    assert whole(2.5) == 2.5

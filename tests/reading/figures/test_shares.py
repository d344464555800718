"""Shares in words."""

from __future__ import annotations

import pytest

from twosource.reading.figures.shares import find
from twosource.reading.lexical import tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Half of the houses fell.", [(50, 50)]),
        ("More than half of its wells are dry.", [(50, None)]),
        ("Up to three quarters of the crop is lost.", [(None, 75)]),
        ("A third of the houses fell, two-thirds of the wells are dry.", [(33.3, 33.3), (66.7, 66.7)]),
        ("Half of the 200 houses fell.", []),
        ("He came third of the runners.", []),
        ("Half an hour later it fell.", []),
        ("half of", []),
    ],
)
def test_shares(text: str, expected: list[tuple[float, float]]) -> None:
    tokens = tokenize(text, 0, len(text))
    found = find(tokens, [token.low for token in tokens])
    assert [(one.number.low, one.number.high) for one in found] == expected
    assert {one.thing.unit.unit for one in found if one.thing.unit} <= {"percent"}

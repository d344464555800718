"""Numbers that stand alone for something counted."""

from __future__ import annotations

import pytest

from twosource.model import Layout
from twosource.reading import figures


def read(text: str) -> list[tuple[str, object, object]]:
    return [(figure.measure, figure.low, figure.high) for figure in figures.find(Layout(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of arrests has climbed to 64.", [("count", 64, 64)]),
        ("Clinic cuts dengue cases to 210.", [("count", 210, 210)]),
        ("The bishop put the toll at 18.", [("killed", 18, 18)]),
        ("The hut had room for 25.", [("count", 25, 25)]),
        ("Nobody believed the figure of 70.", [("count", 70, 70)]),
        ("The train stopped at 40.", []),
        ("They walked to 9 Elm Street.", []),
    ],
)
def test_bare_numbers(text: str, expected: list[tuple[str, object, object]]) -> None:
    assert read(text) == expected


def test_a_number_named_again_counts_what_it_counted() -> None:
    text = "Seventy people drowned.\nSeventy was the wrong number, the warden said."
    assert read(text) == [("killed", 70, 70), ("killed", 70, 70)]

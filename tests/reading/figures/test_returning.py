"""Soldiers who came, counted behind the verb."""

from __future__ import annotations

import pytest

from twosource.model import Layout
from twosource.reading import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The soldiers rested.\nThey came back, about 300 of them.", ["deployed"]),
        ("The soldiers came back, about 300 of them.", ["deployed"]),
        ("The pupils rested.\nThey came back, about 300 of them.", []),
        ("The soldiers rested, about 300 of them.", []),
    ],
)
def test_soldiers_who_came(text: str, expected: list[str]) -> None:
    assert [figure.measure for figure in figures.find(Layout(text))] == expected

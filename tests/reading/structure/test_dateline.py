"""Datelines."""

from __future__ import annotations

import pytest

from twosource.reading.structure.dateline import dateline

CASES = [
    ("SANVAR, May 14 (Newswire) - An air strike", "An air strike"),
    ("LUTAR, Mirava — Less than", "Less than"),
    ("Sanvar, 3 March 2031 - On 3 March", "On 3 March"),
    ("SANVAR (AP) Rebels", "Rebels"),
    ("SANVAR _ Rebels", "Rebels"),
    ("The town—A small one", "The town—A small one"),
    ("Rebels – Who knows", "Rebels – Who knows"),
]


@pytest.mark.parametrize(("text", "rest"), CASES)
def test_dateline(text: str, rest: str) -> None:
    assert text[dateline(text) :] == rest

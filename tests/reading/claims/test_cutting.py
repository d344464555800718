"""Cuts at the ends of contents and between clauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.reading.claims.cutting import clauses, lead, trim
from twosource.reading.speakers import words

TRIMS = [
    ("“The bridge is gone.”", "The bridge is gone"),
    ("that the bridge is gone,", "the bridge is gone"),
    ('"hundreds of people" have been "eliminated."', '"hundreds of people" have been "eliminated."'),
    ("• Troops left", "Troops left"),
    ("the depot burned.[18]", "the depot burned"),
    ("they took [the depot]", "they took [the depot]"),
    ("sent from the U.S.", "sent from the U.S."),
]


@pytest.mark.parametrize(("text", "kept"), TRIMS)
def test_trim(text: str, kept: str) -> None:
    span = trim(text, 0, len(text))
    assert span is not None
    assert span.cut(text) == kept


CLAUSES = [
    ("They left the south, but the hills are held", 2),
    ("Two were killed; three were wounded", 2),
    ("both sides fought and lost", 1),
    ("They took the bridge and the mill", 1),
]


@pytest.mark.parametrize(("text", "number"), CLAUSES)
def test_clauses(text: str, number: int) -> None:
    assert len(clauses(words(text))) == number


def test_headings_part_at_as() -> None:
    found = words("Rebels take the port as the army flees")
    assert len(clauses(found)) == 1
    assert len(clauses(found, heading=True)) == 2


def test_lead() -> None:
    assert lead(words("However, they left")) == 2
    assert lead(words("They left, however")) == 0


@given(st.text(max_size=80))
def test_trim_stays_inside(text: str) -> None:
    span = trim(text, 0, len(text))
    assert span is None or 0 <= span.start < span.end <= len(text)

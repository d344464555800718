"""Capitals and countries as governments. Most cases stand in bench/cases/places.csv."""

from __future__ import annotations

import pytest

from twosource.model import Document
from twosource.reading import places
from twosource.reading.structure import lay_out


def uses(text: str) -> list[str]:
    return [m.use for m in places.find(lay_out(Document(None, text)))]


@pytest.mark.parametrize("text", [
    "The loss will deprive Tehran of income.", "Tokyo-Seoul relations are good.", "Talks with Hanoi failed.",
    "Hanoi was preparing an answer.", "Seoul also said no.", "Hanoi's willingness to talk is small.",
])  # fmt: skip
def test_governments(text: str):
    assert set(uses(text)) == {"metonym"}


@pytest.mark.parametrize("text", [
    "He arrived in Tehran.", "The Tokyo-Osaka train was late.", "He left for Hanoi.", "Rain fell on Seoul.",
    "Rain fell in Tokyo and Seoul.", "Trains between Paris and Brussels stopped.",
])  # fmt: skip
def test_places_on_the_ground(text: str):
    assert set(uses(text)) == {"literal"}


def test_who_signs_together_is_of_one_kind():
    assert uses("Paris, London and Berlin agreed.") == ["metonym"] * 3

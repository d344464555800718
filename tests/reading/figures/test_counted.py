"""What a number counts."""

from __future__ import annotations

import pytest

from twosource.reading.figures.bounds import bounded
from twosource.reading.figures.counted import Counted, counted, is_plural, name_of, singular_of
from twosource.reading.lexical import tokenize


def read(text: str) -> tuple[Counted, str | None]:
    tokens = tokenize(text, 0, len(text))
    words = [token.low for token in tokens]
    number = bounded(tokens, words)[0]
    thing = counted(tokens, words, number)
    return thing, name_of(tokens, words, number, thing)


@pytest.mark.parametrize(
    ("text", "person", "name"),
    [
        ("40 Utopian soldiers fled", True, "Utopian troops"),
        ("40 police officers fled", True, "police officers"),
        ("40 rebel tanks burned", False, "rebel tanks"),
        ("40 of them fled", None, None),
        ("40 and more", None, None),
    ],
)
def test_counted(text: str, person: bool | None, name: str | None) -> None:
    thing, of = read(text)
    assert (thing.person, of) == (person, name)


def test_units_carry_their_factor() -> None:
    unit = read("40 miles of road")[0].unit
    assert unit is not None
    assert (unit.measure, unit.unit, unit.factor) == ("distance", "km", 1.609344)


@pytest.mark.parametrize("plural", ["deputies", "policemen", "nurses", "witnesses"])
def test_singular_is_no_plural(plural: str) -> None:
    assert is_plural(plural)
    assert not is_plural(singular_of(plural))

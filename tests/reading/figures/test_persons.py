"""The words that name one known person."""

from __future__ import annotations

import pytest

from twosource.reading.figures.persons import names, person_from, person_to, speaks_of_one
from twosource.reading.lexical import Token, tokenize


def cut(text: str) -> tuple[list[Token], list[str]]:
    tokens = tokenize(text, 0, len(text))
    return tokens, [token.low for token in tokens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met the rebel leader, Orlan.", ["orlan"]),
        ("A driver named Ivan Petrenko spoke.", ["ivan", "petrenko"]),
        ("Petrenko, a driver of the army, spoke.", []),
        ("Then Petrenko, a driver of the army, spoke.", ["petrenko"]),
        ("They met the suspect Monday.", []),
        ("They saw the town Lowick.", []),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert list(names(*cut(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the old rebel commander fled", "the old rebel commander"),
        ("his wife and", "his wife"),
        ("him on Monday", "him"),
        ("Ivan Petrenko on", "Ivan Petrenko"),
        ("rebel leader Petrenko", "rebel leader"),
        ("the commanders fled", None),
        ("the commander's house", None),
        ("the town", None),
        ("a commander", None),
        ("the enemy", None),
    ],
)
def test_person_from(text: str, expected: str | None) -> None:
    tokens, words = cut(text)
    hit = person_from(tokens, words, 0, frozenset({"ivan", "petrenko"}))
    assert (text[tokens[hit[0]].start : tokens[hit[1] - 1].end] if hit else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("then the old commander", "the old commander"),
        ("then Ivan Petrenko", "Ivan Petrenko"),
        ("the rebel leader Petrenko", "leader Petrenko"),
        ("a commander", None),
        ("the house", None),
    ],
)
def test_person_to(text: str, expected: str | None) -> None:
    tokens, words = cut(text)
    hit = person_to(tokens, words, len(tokens), frozenset({"ivan", "petrenko"}))
    assert (text[tokens[hit[0]].start : tokens[hit[1] - 1].end] if hit else None) == expected


def test_speaks_of_one() -> None:
    assert speaks_of_one(*cut("A courier was seen."), frozenset())
    assert not speaks_of_one(*cut("Couriers were seen."), frozenset())

"""Which number gets which measure: subjects, objects, lists, parts, aims."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Layout
from twosource.reading import figures
from twosource.reading.figures.attach import Sentence
from twosource.reading.figures.bounds import bounded
from twosource.reading.figures.candidates import Candidate
from twosource.reading.figures.counted import counted
from twosource.reading.lexical import tokenize


def joined(text: str) -> list[Candidate]:
    tokens = tokenize(text, 0, len(text))
    words = [token.low for token in tokens]
    candidates = [Candidate(number, counted(tokens, words, number)) for number in bounded(tokens, words)]
    Sentence(tokens, words, candidates).attach()
    return candidates


def measures(text: str) -> list[str | None]:
    return [candidate.measure for candidate in joined(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine hikers died.", ["killed"]),
        ("Nine hikers, who had left Lowick at dawn, were killed.", ["killed"]),
        ("The blast killed four cooks and hurt 12.", ["killed", "wounded"]),
        ("The blast killed four cooks, two guards and seven drivers.", ["killed", "killed", "killed"]),
        ("The blast killed four cooks, but 20 were rescued.", ["killed", None]),
        ("Four cooks were seen while 20 guards were killed.", [None, "killed"]),
        ("Also wounded in the raid were six farmers.", ["wounded"]),
        ("He was killed together with his three sons.", ["killed"]),
        ("They arrested the mayor and five clerks.", ["captured"]),
        ("They arrested the mayor, and five clerks resigned.", [None]),
        ("Rangers took the six poachers into custody.", ["captured"]),
        ("Rangers took six photographs and went home.", [None]),
    ],
)
def test_measures(text: str, expected: list[str | None]) -> None:
    assert measures(text) == expected


def test_part_points_to_its_whole() -> None:
    whole, part = joined("Twelve people, including five pupils, were hurt.")
    assert (whole.measure, part.measure, part.whole) == ("wounded", "wounded", 0)


def test_base_is_not_what_happened() -> None:
    part, base = joined("At least 700 of the 6,500 marines were killed.")
    assert (part.measure, base.measure, base.base) == ("killed", None, True)


def test_what_stands_beside_somebody_known_is_marked() -> None:
    assert [c.beside for c in joined("They arrested the mayor and five clerks.")] == [True]
    assert [c.beside for c in joined("They arrested two judges and five clerks.")] == [False, False]


def test_aims_are_marked_along_their_list() -> None:
    assert [c.purpose for c in joined("They came to arrest two judges and five clerks.")] == [True, True]
    assert [c.purpose for c in joined("They arrested two judges and five clerks.")] == [False, False]


PIECES = "the 5 two killed were also and , including took custody into to of arrested guards him"
WORDS = st.sampled_from(PIECES.split())


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_wholes_stand_before_their_parts(text: str) -> None:
    for index, candidate in enumerate(joined(text)):
        assert candidate.whole is None or 0 <= candidate.whole < index
        assert candidate.measure is None or candidate.strength > 0


@given(st.integers(1, 40), st.integers(1, 40))
def test_numbers_are_kept_as_given(dead: int, hurt: int) -> None:
    found = figures.find(Layout(f"The fire killed {dead + 1} guests and injured {hurt + 1} others."))
    assert [(f.measure, f.low, f.high) for f in found] == [
        ("killed", dead + 1, dead + 1),
        ("wounded", hurt + 1, hurt + 1),
    ]

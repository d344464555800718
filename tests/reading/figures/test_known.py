"""Known persons count as one, where the deed is told outright."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Document, Figure
from twosource.reading import figures
from twosource.reading.structure import lay_out


def find(text: str) -> tuple[Figure, ...]:
    return figures.find(lay_out(Document(None, text)))


def ones(text: str) -> list[tuple[str, str]]:
    return [(figure.measure, text[figure.start : figure.end]) for figure in find(text) if figure.low == 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested the suspect on Monday.", [("captured", "the suspect")]),
        ("The mayor and his wife were killed.", [("killed", "The mayor"), ("killed", "his wife")]),
        ("The commander, who had led the raid, was killed.", [("killed", "The commander")]),
        ("Guards shot at a man, killing him.", [("killed", "him")]),
        ("A courier fled. He was followed and arrested.", [("captured", "He")]),
        ("The courier drew a gun and was killed.", [("killed", "The courier")]),
        ("An air raid which killed the commander hit Lowick.", [("killed", "the commander")]),
        ("The raid led to the capture of the commander.", [("captured", "the commander")]),
    ],
)
def test_told_outright(text: str, expected: list[tuple[str, str]]) -> None:
    assert ones(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mayor will be arrested.",
        "They want to kill the mayor.",
        "The mayor was not hurt and was never arrested.",
        "He is accused of killing the mayor.",
        "After the mayor was killed, elections were held.",
        "The bombing that killed the mayor was in May.",
        "The mayor had been killed.",
        "The mayor was killed in 1994.",
        "They asked that the mayor be arrested.",
        "The team lost the leader of the table.",
        "They planned the killing of the mayor.",
        "She was arrested.",
    ],
)
def test_nothing_told(text: str) -> None:
    assert ones(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested a smuggler. The smuggler was arrested at home.", [None, 0]),
        ("Police arrested the smuggler. The suspect was arrested at home.", [None, 0]),
        ("The mayor was killed. His driver was killed.", [None, None]),
        ("Three guards were killed. The commander was killed.", [None, 0]),
        ("The commander was killed. Two other guards were killed.", [None, None]),
    ],
)
def test_told_again(text: str, expected: list[int | None]) -> None:
    assert [figure.same_as for figure in find(text)] == expected


def test_of_is_the_name() -> None:
    (figure,) = find("They hit a man named Orlan, killing Orlan.")
    assert (figure.measure, figure.low, figure.high, figure.unit, figure.of) == ("killed", 1, 1, "people", "Orlan")


WORDS = [
    "the",
    "mayor",
    "Orlan",
    "him",
    "he",
    "his",
    "wife",
    "was",
    "killed",
    "and",
    ",",
    ".",
    "who",
    "3",
    "death",
    "of",
]


@given(st.lists(st.sampled_from(WORDS)))
def test_never_raises_and_points_back_to_a_figure(words: list[str]) -> None:
    text = " ".join(words)
    found = find(text)
    for place, figure in enumerate(found):
        assert figure.start < figure.end <= len(text)
        if figure.same_as is not None:
            assert figure.same_as != place

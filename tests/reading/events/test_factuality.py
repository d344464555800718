"""Factuality by the words that govern an event."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.reading.events.factuality import factuality


def of(text: str, *events: str) -> float:
    """The factuality of the last of `events` in a text whose event words they are."""
    words = text.lower().split()
    places = [words.index(event) for event in events]
    return factuality(words, places[-1], frozenset(places))


def test_ranking_of_certainty() -> None:
    values = [
        of("the army crossed the river", "crossed"),
        of("the army will cross the river", "cross"),
        of("the army could cross the river", "cross"),
        of("the army did not cross the river", "cross"),
    ]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == 4


@pytest.mark.parametrize(
    ("text", "events", "negative"),
    [
        ("the mayor refused to resign", ("refused", "resign"), True),
        ("the mayor was unable to resign", ("resign",), True),
        ("the mayor agreed to resign", ("agreed", "resign"), False),
        ("nobody resigned", ("resigned",), True),
    ],
)
def test_sign(text: str, events: tuple[str, ...], negative: bool) -> None:
    assert (of(text, *events) < 0) is negative


def test_a_condition_and_a_modal_before_a_negation_weaken() -> None:
    assert of("if the army crossed the river", "crossed") < of("the army crossed the river", "crossed")
    assert of("the army did not cross", "cross") < of("the army may not cross", "cross") < 0


PIECES = "to not may if will refused able plans , that cross no possible thinks"
WORDS = st.sampled_from(PIECES.split())


@given(st.lists(WORDS, min_size=1, max_size=40), st.data())
def test_stays_on_the_scale_at_every_place(words: list[str], data: st.DataObject) -> None:
    events = frozenset(data.draw(st.sets(st.integers(0, len(words) - 1), min_size=1)))
    for place in events:
        assert -3 <= factuality(words, place, events) <= 3

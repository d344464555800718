"""Units: sentences with their quotations folded."""

from __future__ import annotations

from collections.abc import Callable

from twosource.model import Layout
from twosource.reading.attribution.words import MOST, units

LayOut = Callable[[str], Layout]


def kinds(plain_layout: LayOut, text: str) -> list[list[str]]:
    return [[word.kind for word in unit.words] for unit in units(plain_layout(text))]


def test_a_quotation_is_one_word(plain_layout: LayOut) -> None:
    assert kinds(plain_layout, "“We left. It was late,” he said.") == [["quote", "subject", "past", "stop"]]


def test_the_apostrophe_of_a_verb_is_told_from_that_of_an_owner(plain_layout: LayOut) -> None:
    assert kinds(plain_layout, "He's here.")[0][1] == "auxiliary"
    assert kinds(plain_layout, "Ana's house.")[0][1] == "possessive"


def test_what_is_longer_than_any_sentence_is_cut(plain_layout: LayOut) -> None:
    parts = list(units(plain_layout("word " * 1000)))
    assert max(len(unit.words) for unit in parts) == MOST
    assert [unit.last for unit in parts] == [False, False, False, True]


def test_abbreviations_keep_their_points(plain_layout: LayOut) -> None:
    words = next(iter(units(plain_layout("the U.S. army")))).words
    assert [word.low for word in words] == ["the", "u.s.", "army"]

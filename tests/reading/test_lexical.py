"""Tokens with their offsets, and phrases looked up among them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.reading.lexical import Phrases, phrase_words, tokenize, word_set


@given(st.text(max_size=200))
def test_tokens_cut_the_text_and_lose_nothing_but_space(text: str) -> None:
    tokens = tokenize(text, 0, len(text))
    assert all(text[token.start : token.end] == token.raw for token in tokens)
    assert "".join(token.raw for token in tokens) == "".join(text.split())
    assert all(one.end <= two.start for one, two in pairwise(tokens))
    assert all(two.glued == (one.end == two.start) for one, two in pairwise(tokens))


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_offsets_are_those_of_the_whole_text(text: str, start: int, end: int) -> None:
    assert all(start <= token.start < token.end <= end for token in tokenize(text, start, min(end, len(text))))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("14-15,000", ["number", "mark", "number"]),
        ("2.5 km", ["number", "word"]),
        ("1\u202f000", ["number"]),
        ("Utopia’s", ["word"]),
        ("AK-47", ["word", "mark", "number"]),
        ("40%", ["number", "mark"]),
        ("1,2", ["number", "mark", "number"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [token.kind for token in tokenize(text, 0, len(text))] == kinds


def test_apostrophes_are_straightened_in_low_only() -> None:
    (token,) = tokenize("Utopia’s", 0, 8)
    assert (token.raw, token.low, token.is_capital) == ("Utopia’s", "utopia's", True)


PHRASES = Phrases({"at least": "lower", "at": "place", "Death-toll of": "head"})


def test_the_longest_phrase_wins_from_both_sides() -> None:
    assert PHRASES.at(["at", "least", "5"], 0) == (2, "lower")
    assert PHRASES.at(["at", "5"], 0) == (1, "place")
    assert PHRASES.before(["look", "at", "least"], 3) == (2, "lower")
    assert PHRASES.before(["look", "at", "least"], 2) == (1, "place")
    assert PHRASES.at(["least"], 0) is None
    assert PHRASES.at(["death", "-", "toll", "of"], 0) == (4, "head")


@given(st.text(max_size=40))
def test_a_phrase_is_cut_as_a_text_is_cut(phrase: str) -> None:
    assert phrase_words(phrase) == tuple(token.low for token in tokenize(phrase, 0, len(phrase)))


def test_word_sets_are_split_at_spaces_and_lines() -> None:
    stop = word_set("counted", "words", "stop")
    assert {"is", "according"} <= stop
    assert not any(" " in word or "\n" in word for word in stop)

"""PLOVER codes by the stems of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.knowledge import table
from twosource.reading.events.codes import code_of


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("withdrew withdrawal withdrawing", "RETREAT/withdraw"),
        ("shelling shelled shells", "ASSAULT/heavy-weapons"),
    ],
)
def test_forms_of_one_stem_share_a_code(words: str, code: str) -> None:
    assert {code_of(word) for word in words.split()} == {code}


@pytest.mark.parametrize("word", ["sang", "table", "", "a", "of"])
def test_other_words_have_none(word: str) -> None:
    assert code_of(word) is None


@given(st.text(max_size=20))
def test_a_code_is_one_of_the_table(word: str) -> None:
    assert code_of(word) in {None, *table("plover")["stems"].values()}

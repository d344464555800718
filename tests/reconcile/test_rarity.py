from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.reconcile import rarity


def test_the_rarer_a_word_the_more_it_says() -> None:
    assert rarity.square("the") == rarity.square("said") == rarity.LEAST**2
    assert rarity.square("peopl") < rarity.square("flood") < rarity.square("varnholt")
    assert rarity.square("withdraw") == rarity.square("withdrawing"), "a word counts by its stem"


@given(st.frozensets(st.text(max_size=8)))
def test_a_length_is_never_nought(words: frozenset[str]) -> None:
    assert rarity.norm(words) > 0

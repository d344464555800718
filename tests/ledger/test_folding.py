from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.ledger.folding import fold, fold_all


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text(max_size=8), max_size=4))
def test_every_name_of_a_list_can_be_found_whole(names: list[str]) -> None:
    folded = fold_all(names)
    assert all(fold(name) in folded for name in names)


def test_no_phrase_reaches_from_one_name_into_the_next() -> None:
    assert fold("Oblast Sudzha") not in fold_all(["Kursk Oblast", "Sudzha"])

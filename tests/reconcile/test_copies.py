from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.reconcile.copies import copied

PASSAGE = "A bridge over the Orna collapsed near Varnholt on Monday, and four people died"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (PASSAGE, True),
        (PASSAGE.upper() + ".", True),
        ("“A bridge over the Orna collapsed near Varnholt on Monday”", True),
        ("A bridge over the Orna collapsed near Varnholt", True),
        ("A bridge over the Orna collapsed in Varnholt, and four people died", False),
        ("On Monday four people died in Varnholt when a bridge fell", False),
        ("four people died", False),
        ("", False),
    ],
)
def test_a_passage_is_a_copy_from_eight_words_in_a_row(other: str, expected: bool) -> None:
    assert copied([PASSAGE], [other]) is copied([other], [PASSAGE]) is expected


def test_a_short_statement_is_a_copy_only_as_a_whole() -> None:
    assert copied(["The bridge fell on Monday"], ["the bridge fell on Monday."])
    assert not copied(["The bridge fell on Monday"], ["The bridge fell on Monday night"])
    assert not copied(["It fell on Monday"], ["It fell on Monday"])


@given(st.lists(st.text()), st.lists(st.text()))
def test_either_side_may_come_first(ours: list[str], theirs: list[str]) -> None:
    assert copied(ours, theirs) is copied(theirs, ours)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.reconcile.copies import bands, copied, passages

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


FIRES = "Fires burned in the old harbour of Tolm until late in the evening, and its streets were dark."


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (FIRES, "verbatim"),
        (FIRES.upper(), "verbatim"),
        (FIRES.replace("late in the evening", "long after midnight"), "reworded"),
        (FIRES.replace("Fires burned", "Officials said that fires were burning"), "reworded"),
        ("In the old harbour of Tolm nobody was hurt, and the fires went out by noon on Sunday.", None),
        ("", None),
    ],
)
def test_a_passage_is_found_also_where_it_was_lightly_reworded(other: str, kind: str | None) -> None:
    text = f"It rained all day in the mountains.\n\n{other} Nobody slept."
    found = passages(f"Before it.\n{FIRES}\n", text)
    assert [one.kind for one in found] == ([kind] if kind else [])
    for one in found:
        assert one.theirs.cut(text).strip() == other


def test_sentences_that_follow_in_both_are_one_passage() -> None:
    told = "The first line of it is this one here. The second line comes after it. The third line ends it all."
    (found,) = passages(told, f"Somebody wrote before. {told}")
    assert found.ours.cut(told) == told
    assert found.alike == 1


def test_texts_with_much_in_common_share_a_band_and_others_do_not() -> None:
    words = [f"word{n}" for n in range(200)]
    text, half = " ".join(words), " ".join([*words[:150], *(f"other{n}" for n in range(50))])
    assert set(bands(text)) & set(bands(half))
    assert not set(bands(text)) & set(bands(" ".join(f"else{n}" for n in range(200))))
    assert bands("too short") == ()


@given(st.text(), st.text())
def test_passages_lie_within_any_texts(ours: str, theirs: str) -> None:
    for one in passages(ours, theirs):
        assert one.ours.cut(ours)
        assert one.theirs.cut(theirs)
    bands(ours)

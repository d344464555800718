from __future__ import annotations

import pytest

from twosource.views.lineage import credited
from twosource.workspace import Ledger

from .conftest import REPORTS, report


def test_a_passage_that_another_outlet_reworded_is_found_from_both_sides(ledger: Ledger) -> None:
    later, first = REPORTS[5][0], REPORTS[7][0]
    found = ledger.lineage(later.id)
    kin = next(one for one in found.kin if one.report == first.id)
    assert kin.order == "from"
    assert any("Fires burned" in passage.ours.cut(later.text) for passage in kin.passages)
    back = next(one for one in ledger.lineage(first.id).kin if one.report == later.id)
    assert back.order == "to"
    for passage in back.passages:
        assert passage.ours.cut(first.text)
        assert passage.theirs.cut(later.text)


def test_what_has_nothing_in_common_is_no_kin(ledger: Ledger) -> None:
    assert ledger.lineage(REPORTS[8][0].id).kin == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ORLEN (Reuters) - A bridge fell.", ("Reuters",)),
        ("A bridge fell.\n\nReuters and the BBC contributed to this report.", ("BBC", "Reuters")),
        ("A bridge fell.\n\nThis article was originally published by Reuters.", ("Reuters",)),
        ("A bridge fell.\n\nThe mayor told Reuters so.", ()),
        ("A bridge fell (on Monday) - nobody was hurt.", ()),
    ],
)
def test_credit_lines_and_datelines_name_whose_text_it_is(text: str, names: tuple[str, ...]) -> None:
    assert credited(report(text, 4, "Ahr Post")) == names


def test_an_outlet_does_not_credit_itself() -> None:
    assert credited(report("ORLEN (Reuters) - A bridge fell.", 4, "Reuters")) == ()

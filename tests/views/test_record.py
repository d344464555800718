from __future__ import annotations

from twosource.workspace import Ledger, open_ledger

from .conftest import report


def test_what_a_source_said_was_confirmed_and_denied(ledger: Ledger) -> None:
    found = ledger.track_record("Ilsa Brandt")
    assert found.claims >= 1
    assert found.counts == {kind: sum(c.kind == kind for c in found.cases) for kind in found.counts}
    for case in found.cases:
        _, claim = ledger.claim(f"{case.claim.report}/{case.claim.claim}")
        assert claim.source is not None
        assert ledger.question(case.question).text == case.about
        assert case.reason


def test_confirmed_is_what_an_independent_source_says_later() -> None:
    words = "At least 12 people were killed in the shelling of Tolm, mayor Ilsa Brandt said on Tuesday."
    lines = f"Tolm is shelled\n\n{words}\n"
    later = lines.replace("mayor Ilsa Brandt said on Tuesday", "doctor Pavel Kost said on Thursday")
    with open_ledger("sqlite://") as ledger:
        ledger.add_reports([report(lines, 4, "Ahr Post"), report(later, 6, "Sel Courier")])
        first, second = ledger.track_record("Brandt"), ledger.track_record("Kost")
    assert "confirmed" in first.counts
    assert "confirmed" not in second.counts, "nobody said it after him"


def test_an_outlet_that_leaves_out_the_doubt_is_told_with_the_case() -> None:
    full = "Tolm may fall\n\nTolm will probably fall within days, General Oskar Venn said on Tuesday.\n"
    short = "Tolm to fall\n\nTolm will fall within days, General Oskar Venn said on Tuesday.\n"
    with open_ledger("sqlite://") as ledger:
        ledger.add_reports([report(full, 4, "Ahr Post"), report(short, 4, "Sel Courier")])
        found = ledger.track_record("Sel Courier")
        fair = ledger.track_record("Ahr Post")
    assert [case.kind for case in found.cases if case.kind.startswith("dropped")] == ["dropped_hedge"]
    assert not [case for case in fair.cases if case.kind.startswith("dropped")]


def test_nobody_of_that_name_has_an_empty_record(ledger: Ledger) -> None:
    found = ledger.track_record("Nobody Else")
    assert (found.claims, found.counts, found.cases) == (0, {}, ())

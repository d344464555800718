from __future__ import annotations

import pytest

from twosource.errors import NotFoundError
from twosource.ledger import ClaimRow, SourceRow, Store
from twosource.ledger.claims import claim_rows, count_claims, newest_refs
from twosource.ledger.rows import ClaimFilter
from twosource.model import Period, Published

from .factory import make_report


def test_a_row_shows_what_a_list_of_claims_shows(store: Store) -> None:
    report = make_report()
    store.add(report)
    row = store.claims()[0]
    assert row == ClaimRow(
        report=report.id, claim="c0", cursor=row.cursor, words="said on Monday that the bridge at Orlen was hit.",
        source="Mara Delling", source_kind="person", side=None, relay=("Mara Delling", "Sel Courier"),
        outlet="Sel Courier", title="Bridge hit – 1", published=Published("2025-03-04", "2025-03-04", "given"),
        type="attack", stance="assert", certainty="certain", said=Period.day("2025-03-03"), when=None,
        places=("Orlen",), item=0, part="body",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"source": "delling"}, ["c0"]),
        ({"source": "MARA DÉLLING"}, ["c0"]),
        ({"source": "Dell"}, []),
        ({"source": "sel press office"}, ["c0"]),
        ({"source": "Sel Courier"}, ["c3"]),
        ({"source": "Delling Sel"}, []),
        ({"source": "%"}, []),
        ({"source": ""}, []),
        ({"place": "orlen"}, ["c0", "c2"]),
        ({"place": "Vest Province"}, ["c0", "c1", "c2"]),
        ({"place": "Sel"}, ["c1"]),
        ({"side": "sel"}, ["c1"]),
        ({"type": "casualties"}, ["c1"]),
        ({"since": "2025-03-03"}, ["c0", "c1", "c2", "c3"]),
        ({"since": "2025-03-04"}, ["c1", "c2", "c3"]),
        ({"since": "2025-03-05"}, []),
        ({"search": "bridge", "place": "Orlen", "type": "attack"}, ["c0"]),
        ({"search": "bridge", "type": "denial"}, []),
    ],
)
def test_what_is_asked_for_is_found(store: Store, asked: dict[str, str], found: list[str]) -> None:
    store.add(make_report())
    assert [row.claim for row in store.claims(**asked)] == found  # type: ignore[arg-type]


def test_pages_follow_one_another_without_gap_or_repetition(store: Store) -> None:
    for key in "abc":
        store.add(make_report(key))
    everything = store.claims()
    pages, after = [], 0
    while page := store.claims(after=after, limit=5):
        pages += page
        after = page[-1].cursor
    assert pages == everything
    assert len(everything) == 12


def test_claims_of_one_report(store: Store) -> None:
    one, two = make_report("1"), make_report("2")
    store.add(one)
    store.add(two)
    assert {row.report for row in store.claims(report=two.id[:7])} == {two.id}
    with pytest.raises(NotFoundError):
        store.claims(story="snothing")


def test_sources_of_one_name_and_kind_are_one_row(store: Store) -> None:
    one, two = make_report("1"), make_report("2")
    store.add(one)
    store.add(two.replace(sources=(two.sources[0].replace(side=("vest",)), *two.sources[1:]), claims=two.claims[:1]))
    assert store.sources() == [
        SourceRow("Mara Delling", "person", ("vest",), 2, 2),
        SourceRow("Officials", "anonymous", None, 1, 2),
        SourceRow("The Harbour Authority", "organisation", ("sel",), 1, 2),
    ]


def test_indexes_that_lead_nowhere_and_unknown_sources_break_nothing(store: Store) -> None:
    report = make_report()
    stray = report.claims[0].replace(places=(99, -1), source="s99", item=99, said=Period())
    store.add(report.replace(claims=(stray,)))
    (row,) = store.claims()
    assert (row.source, row.places, row.said, row.item) == (None, (), None, 99)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (ClaimFilter(source="Mara Delling", whole=True), ["c0"]),
        (ClaimFilter(source="Delling", whole=True), []),
        (ClaimFilter(source="mara delling", whole=True), []),
        (ClaimFilter(source="Sel Press Office", whole=True), []),
        (ClaimFilter(place="Orlen", whole=True), ["c0", "c2"]),
        (ClaimFilter(place="ORLEN", whole=True), []),
        (ClaimFilter(place="Vest Province", whole=True), []),
        (ClaimFilter(place="…", whole=True), []),
        (ClaimFilter(side="sel", whole=True), ["c1"]),
        (ClaimFilter(outlet="Sel Courier", whole=True), ["c0", "c1", "c2", "c3"]),
        (ClaimFilter(outlet="sel courier"), ["c0", "c1", "c2", "c3"]),
        (ClaimFilter(outlet="sel courier", whole=True), []),
        (ClaimFilter(kind="person"), ["c0"]),
        (ClaimFilter(source="Mara Delling", whole=True, kind="organisation"), []),
        (ClaimFilter(until="2025-03-03"), ["c0"]),
        (ClaimFilter(since="2025-03-04", until="2025-03-04"), ["c1", "c2", "c3"]),
        (ClaimFilter(about="2025-03-02"), ["c1"]),
        (ClaimFilter(without="outlet"), []),
        (ClaimFilter(without="day"), []),
        (ClaimFilter(without="side"), ["c0", "c2", "c3"]),
    ],
    ids=str,
)
def test_whole_names_and_days_give_what_a_count_counted(store: Store, asked: ClaimFilter, found: list[str]) -> None:
    made = make_report()
    claims = [one.replace(when=Period.day("2025-03-02")) if one.id == "c1" else one for one in made.claims]
    store.add(made.replace(claims=tuple(claims)))
    with store.looking() as connection:
        rows = claim_rows(connection, asked, 0, None)
        count = count_claims(connection, asked, None)
        refs = newest_refs(connection, asked, None, 10)
    assert [row.claim for row in rows] == found
    assert (count.claims, count.reports) == (len(found), int(bool(found)))
    assert sum(count.days.values()) == len(found)
    assert set(count.days) <= {"2025-03-03", "2025-03-04"}
    assert [ref.claim for _, ref in refs] == found[::-1]


def test_what_is_not_known_is_asked_for(store: Store) -> None:
    store.add(make_report().replace(outlet=None, published=Published()))
    with store.looking() as connection:
        nameless = count_claims(connection, ClaimFilter(without="outlet"), None)
        dayless = [row.claim for row in claim_rows(connection, ClaimFilter(without="day"), 0, None)]
    assert (nameless.claims, nameless.days) == (4, {"2025-03-03": 1})
    assert dayless == ["c1", "c2", "c3"]

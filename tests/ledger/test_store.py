from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from tests.conftest import Place
from twosource.errors import ItemError, LedgerError, NotFoundError
from twosource.ledger import Added, Store, pending
from twosource.model import Account, Report, Source

from .factory import make_account, make_report

NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)
PAGE = "https://courier.example/bridge"


def test_a_report_comes_back_as_it_was_given(store: Store) -> None:
    report = make_report()
    assert store.add(report) == Added("added", report.id)
    assert list(store.reports()) == [report]
    assert store.report(report.id).to_json() == report.to_json()


def test_adding_the_same_report_twice_adds_nothing(store: Store) -> None:
    report = make_report()
    store.add(report)
    before = store.reports_digest()
    assert store.add(report).status == "known"
    assert store.reports_digest() == before
    assert len(store.claims()) == len(report.claims)


def test_another_text_under_the_same_url_is_a_new_version_and_the_old_one_stays(store: Store) -> None:
    first, second = make_report("1", url=PAGE), make_report("2", url=PAGE + "#comments")
    store.add(first, added=NOON)
    later = NOON + timedelta(hours=1)
    assert store.add(second, added=later) == Added("new_version", second.id, first.id)
    assert list(store.reports()) == [second]
    assert list(store.reports(current=False)) == [first, second]
    rows = store.versions(first.id)
    assert [(row.version, row.known_from, row.known_to) for row in rows] == [(1, NOON, later), (2, later, None)]
    assert {row.report for row in store.claims()} == {second.id}


def test_a_superseded_text_that_is_added_again_is_known(store: Store) -> None:
    first, second = make_report("1", url=PAGE), make_report("2", url=PAGE)
    assert [store.add(r).status for r in (first, second, first, second)] == ["added", "new_version", "known", "known"]


def test_pages_that_only_their_hash_route_tells_apart_are_two_reports(store: Store) -> None:
    assert store.add(make_report("1", url="https://a.example/#/one")).status == "added"
    assert store.add(make_report("2", url="https://a.example/#/two")).status == "added"


def test_reports_without_an_address_are_never_versions_of_one_another(store: Store) -> None:
    assert [store.add(make_report(key)).status for key in "ab"] == ["added", "added"]


def test_the_ledger_shows_what_was_known_at_a_moment(store: Store) -> None:
    first, second = make_report("1", url=PAGE), make_report("2", url=PAGE)
    store.add(first, added=NOON)
    store.add(second, added=NOON + timedelta(hours=1))
    assert list(store.reports(as_of=NOON - timedelta(seconds=1))) == []
    assert list(store.reports(as_of=NOON)) == [first]
    assert list(store.reports(as_of=NOON + timedelta(hours=1))) == [second]


def test_a_clock_that_went_back_makes_no_version_end_before_it_begins(store: Store) -> None:
    store.add(make_report("1", url=PAGE), added=NOON)
    store.add(make_report("2", url=PAGE), added=NOON - timedelta(days=1))
    first, second = store.report_rows(current=False)
    assert first.known_from <= (first.known_to or NOON) == second.known_from


def test_moments_are_kept_in_utc_and_need_a_zone(store: Store) -> None:
    store.add(make_report(), added=datetime(2025, 3, 4, 14, tzinfo=timezone(timedelta(hours=2))))
    assert store.report_rows()[0].known_from == NOON
    assert store.report_rows()[0].known_from.utcoffset() == timedelta(0)
    with pytest.raises(LedgerError, match="time zone"):
        store.add(make_report("2"), added=NOON.replace(tzinfo=None))


def test_removing_takes_the_report_and_its_claims_and_nothing_else(store: Store) -> None:
    one, two = make_report("1"), make_report("2")
    store.add(one)
    store.add(two)
    store.remove(one.id)
    assert list(store.reports(current=False)) == [two]
    assert {row.report for row in store.claims(search="bridge")} == {two.id}
    assert all(row.reports == 1 for row in store.sources())


def test_removing_a_version_gives_its_time_to_the_one_before(store: Store) -> None:
    one, two, three = (make_report(key, url=PAGE) for key in "123")
    for hour, report in enumerate((one, two, three)):
        store.add(report, added=NOON + timedelta(hours=hour))
    store.remove(two.id)
    assert [row.known_to for row in store.versions(one.id)] == [NOON + timedelta(hours=2), None]
    store.remove(three.id)
    assert list(store.reports()) == [one]


def test_a_report_that_was_removed_can_be_added_again(store: Store) -> None:
    report = make_report()
    store.add(report)
    store.remove(report.id[:6])
    assert store.add(report).status == "added"


def test_another_reading_replaces_what_was_read_and_keeps_what_was_given(store: Store) -> None:
    report = make_report()
    store.add(report, added=NOON)
    before = store.reports_digest()
    anew = report.replace(made_by="test-2", claims=report.claims[:1], sources=(Source("s0", "Someone Else", "person"),))
    store.replace_reading(anew)
    assert list(store.reports()) == [anew]
    assert [row.source for row in store.claims()] == ["Someone Else"]
    assert store.claims(search="children") == []
    (row,) = store.report_rows()
    assert (row.made_by, row.known_from) == ("test-2", NOON)
    assert store.reports_digest() != before


def test_a_reading_of_another_text_or_of_no_report_is_refused(store: Store) -> None:
    report = make_report()
    with pytest.raises(NotFoundError):
        store.replace_reading(report)
    store.add(report)
    with pytest.raises(LedgerError, match="another text"):
        store.replace_reading(report.replace(text="other"))
    assert list(store.reports()) == [report]


@pytest.mark.parametrize("change", [{"id": ""}, {"id": "a b"}, {"id": "é"}, {"id": "x" * 101}, {"id": "\ud800"}])
def test_ids_that_name_nothing_are_refused(store: Store, change: dict[str, str]) -> None:
    with pytest.raises(ItemError, match="id"):
        store.add(make_report().replace(**change))
    assert list(store.reports()) == []


def test_two_claims_of_one_id_and_two_texts_of_one_id_are_refused(store: Store) -> None:
    report = make_report()
    with pytest.raises(ItemError, match="one id"):
        store.add(report.replace(claims=report.claims[:1] * 2))
    store.add(report)
    with pytest.raises(ItemError, match="another text"):
        store.add(report.replace(text="something else"))
    assert list(store.reports()) == [report]


def test_the_beginning_of_an_id_suffices(store: Store) -> None:
    one, two = make_report().replace(id="rabc1"), make_report().replace(id="rabd1")
    store.add(one)
    store.add(two)
    assert store.report("rabc") == one
    with pytest.raises(NotFoundError, match="more than one report"):
        store.report("rab")
    for nothing in ("", "x", "%", "r_bc1"):
        with pytest.raises(NotFoundError):
            store.report(nothing)


def test_a_whole_id_wins_over_a_longer_one_that_begins_like_it(store: Store) -> None:
    store.add(make_report().replace(id="r1"))
    store.add(make_report().replace(id="r12"))
    assert store.report("r1").id == "r1"


def test_many_reports_stream_in_the_order_of_adding_while_the_ledger_changes(store: Store) -> None:
    reports = [make_report(str(n)) for n in range(45)]
    for report in reports:
        store.add(report)
    seen = []
    for report in store.reports():
        store.remove(report.id)
        seen.append(report.id)
    assert seen == [report.id for report in reports]


def test_the_digest_says_the_same_of_the_same_set_in_any_order(store: Store, place: Place) -> None:
    reports = [make_report(key) for key in "123"]
    for report in reports:
        store.add(report)
    with Store.open(place("other")) as other:
        for report in reversed(reports):
            other.add(report)
        assert other.reports_digest() == store.reports_digest()


def test_the_account_is_stale_after_a_change_and_not_after_it_was_set(store: Store) -> None:
    report = make_report()
    assert not store.is_settled("test-judge-1")
    store.add(report)
    store.set_account(make_account(report))
    assert not store.is_settled("test-judge-1"), "the report is still to be taken in"
    with store.writing() as connection:
        pending.done(connection, pending.batch(connection, 10), NOON)
    assert store.is_settled("test-judge-1")
    assert not store.is_settled("another")
    store.remove(report.id)
    assert not store.is_settled("test-judge-1")


TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("\x00\\\ud800\udfff\u2028 |%_'\"")), max_size=60)


@given(TEXTS, TEXTS, TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_as_it_was_and_any_query_is_answered(
    store: Store, text: str, name: str, query: str
) -> None:
    report = make_report()
    changed = report.replace(text=text, sources=(report.sources[0].replace(name=name),), origin=name, title=name)
    store.add(changed)
    assert store.report(report.id) == changed
    store.claims(search=query, source=query, place=query, since=query)
    assert store.sources()[0].name == name
    store.remove(report.id)


def test_the_empty_account_is_an_account(store: Store) -> None:
    assert store.account() is None
    store.set_account(Account((), "judge"))
    assert store.account() == Account((), "judge")


def test_importing_twosource_and_its_ledger_does_not_load_the_database_library() -> None:
    program = "import sys, twosource, twosource.ledger; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_report_of_many_megabytes_is_kept(store: Store) -> None:
    report = Report("r1", None, "Слова \x00" * 1_000_000)
    store.add(report)
    assert store.report("r1") == report


def test_adding_costs_the_same_however_much_there_is(store: Store) -> None:
    """The same few statements, none of which goes through a table."""
    seen: list[tuple[str, object]] = []

    @event.listens_for(store._engine, "before_cursor_execute")
    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        seen.append((statement, parameters))

    counts = []
    for key in range(25):
        seen.clear()
        store.add(make_report(f"{key}", url=f"https://courier.example/{key % 20}"))
        counts.append(len(seen))
    assert len(set(counts[:20])) == len(set(counts[20:])) == 1
    added = [(statement, values) for statement, values in seen if statement.startswith(("SELECT", "UPDATE"))]
    assert len(added) >= 4
    if store._engine.dialect.name != "sqlite":
        return  # its planner goes through a table of twenty rows whatever indexes there are
    with store._engine.connect() as connection:
        for statement, values in added:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]
            scans = [row.detail for row in plan if row.detail.startswith("SCAN") and row.detail != "SCAN ledger"]
            assert not scans, (statement, scans)

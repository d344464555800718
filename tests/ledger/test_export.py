"""Export, import, export: the same, byte for byte."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import Place
from twosource.errors import LedgerError, NewerLedgerError
from twosource.ledger import Store
from twosource.ledger.export import NAMES
from twosource.model import Report

from .factory import make_account, make_report

NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)


def fill(store: Store) -> None:
    """Two versions of a page, one more report whose number leaves a gap, odd characters, an account."""
    page = "https://courier.example/bridge"
    first, second = make_report("1", url=page), make_report("2", url=page)
    odd = Report("rodd", "=cmd|' /C calc'!A0", "nul \x00, half \ud800, line\u2028end, \\u0041", title="=1+1")
    gone = make_report("gone")
    for hour, report in enumerate((first, gone, second, odd)):
        store.add(report, added=NOON + timedelta(hours=hour))
    store.remove(gone.id)
    store.replace_reading(second.replace(outlet="-Courier", made_by="test-2"), read=NOON + timedelta(days=1))
    store.set_account(make_account(second, odd, title="+Bridge"), judged=NOON)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture
def exported(tmp_path: Path, place: Place) -> Path:
    with Store.open(place("one")) as store:
        fill(store)
        store.export(tmp_path / "first")
    return tmp_path / "first"


def test_export_import_export_is_byte_identical(exported: Path, tmp_path: Path, place: Place) -> None:
    with Store.open(place("two")) as store:
        assert store.import_(exported) == 3
        store.export(tmp_path / "second")
    assert set(contents(exported)) == {"manifest.json", *NAMES}
    assert contents(tmp_path / "second") == contents(exported)


def test_an_imported_ledger_answers_like_the_first_one(exported: Path, place: Place) -> None:
    with Store.open(place("one")) as one, Store.open(place("two")) as two:
        two.import_(exported)
        assert list(two.reports(current=False)) == list(one.reports(current=False))
        assert two.report_rows(current=False) == one.report_rows(current=False)
        assert two.account() == one.account()
        assert two.sources() == one.sources()
        assert two.reports_digest() == one.reports_digest()
        assert two.stories(NOON) == one.stories(NOON) != []
        assert two.add(make_report("new")).status == "added"


def test_an_export_is_ascii_json_lines_of_what_read_prints(exported: Path, place: Place) -> None:
    lines = (exported / "reports.jsonl").read_bytes().decode("ascii").splitlines()
    with Store.open(place("one")) as store:
        assert lines == [report.to_json() for report in store.reports(current=False)]
    for name in ("stories.jsonl", "versions.jsonl", "history.jsonl", "judgements.jsonl"):
        assert all(json.loads(line) for line in (exported / name).read_text(encoding="ascii").splitlines())


def test_no_cell_of_the_tables_is_a_formula(exported: Path) -> None:
    cells = [cell for path in exported.glob("*.csv") for row in table(path) for cell in row]
    assert "'=1+1" not in cells, "a report without claims has no row"
    assert "'-Courier" in cells
    assert "'+Bridge" in cells
    assert "'=later" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_the_tables_have_the_columns_that_the_readme_explains(exported: Path) -> None:
    readme = (exported / "README.md").read_text(encoding="utf8")
    for path in exported.glob("*.csv"):
        assert path.name in readme
        assert not [column for column in table(path)[0] if f"`{column}`" not in readme], path.name


def test_a_row_for_each_current_claim_and_each_position(exported: Path, place: Place) -> None:
    def rows(name: str) -> list[dict[str, str]]:
        columns, *cells = table(exported / name)
        return [dict(zip(columns, row, strict=True)) for row in cells]

    with Store.open(place("one")) as store:
        assert [row["words"] for row in rows("claims.csv")] == [claim.words for claim in store.claims()]
    assert [(row["low"], row["best"], row["high"]) for row in rows("positions.csv")] == [("1", "", "2.0"), ("", "", "")]
    assert [row["kind"] for row in rows("relations.csv")] == ["conflict", "revision"]
    assert len(rows("questions.csv")) == 1


def test_an_older_export_is_replaced_and_other_folders_are_left_alone(exported: Path, place: Place) -> None:
    with Store.open(place("one")) as store:
        before = contents(exported)
        store.export(exported)
        assert contents(exported) == before
        (exported / "mine.txt").write_text("x")
        with pytest.raises(LedgerError, match="other things"):
            store.export(exported)
        assert (exported / "reports.jsonl").exists()


def test_an_empty_ledger_is_exported_and_imported(tmp_path: Path, place: Place) -> None:
    with Store.open(place("a")) as a, Store.open(place("b")) as b:
        a.export(tmp_path / "out")
        assert b.import_(tmp_path / "out") == 0
        assert b.account() is None


def test_import_needs_an_empty_ledger(exported: Path, place: Place) -> None:
    with Store.open(place("two")) as store:
        store.add(make_report("mine"))
        with pytest.raises(LedgerError, match="empty ledger"):
            store.import_(exported)


@pytest.mark.parametrize("name", [*NAMES, "manifest.json"])
def test_an_export_that_lost_or_changed_a_file_is_refused_and_nothing_is_imported(
    exported: Path, place: Place, name: str
) -> None:
    with Store.open(place("two")) as store:
        kept = (exported / name).read_bytes()
        (exported / name).unlink()
        with pytest.raises(LedgerError):
            store.import_(exported)
        (exported / name).write_bytes(kept[:-3] + b"x\n")
        with pytest.raises(LedgerError):
            store.import_(exported)
        assert list(store.reports(current=False)) == []


@pytest.mark.parametrize("change", [{"version": 99}, {"schema": "9999"}])
def test_an_export_of_a_later_version_is_refused(exported: Path, place: Place, change: dict[str, object]) -> None:
    manifest = json.loads((exported / "manifest.json").read_text())
    (exported / "manifest.json").write_text(json.dumps({**manifest, **change}))
    with Store.open(place("two")) as store, pytest.raises(NewerLedgerError, match="upgrade"):
        store.import_(exported)


@pytest.mark.parametrize("text", ["[]", "{}", "no json", '{"format": "other", "version": 1}'])
def test_a_manifest_of_something_else_is_refused(exported: Path, place: Place, text: str) -> None:
    (exported / "manifest.json").write_text(text)
    with Store.open(place("two")) as store, pytest.raises(LedgerError, match="manifest"):
        store.import_(exported)

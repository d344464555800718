"""Where a ledger is, and what is said when it cannot be used."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from twosource.errors import LedgerError, NotALedgerError
from twosource.ledger import Store
from twosource.ledger import engine as engine_module

from .factory import make_report


def test_a_path_with_odd_characters_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "50% of? #1 été.db"
    with Store.open(path) as store:
        store.add(make_report())
        assert store.where == str(path)
    assert path.exists()
    with Store.open(str(path), create=False) as store:
        assert len(store.report_rows()) == 1


def test_an_sqlalchemy_url_is_taken(tmp_path: Path) -> None:
    with Store.open(f"sqlite:///{tmp_path}/kept.db") as store:
        store.add(make_report())
    assert (tmp_path / "kept.db").exists()


def test_no_name_means_the_ledger_in_the_users_data_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_data_path", lambda name, **_: tmp_path / "share" / name)
    with Store.open() as store:
        store.add(make_report())
    assert (tmp_path / "share" / "twosource" / "ledger.db").exists()


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("missing/kept.db", "make it first"),
        (".", "is a folder"),
        ("oracle+nothing://u:secret@h/d", "driver"),
        ("://", "no database URL"),
    ],
)
def test_what_cannot_be_opened_says_what_to_do_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LedgerError, match=says) as caught:
        Store.open(where)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_ledger_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"):
        Store.open(tmp_path / "typo.db", create=False)
    assert not (tmp_path / "typo.db").exists()


def test_a_ledger_that_stays_locked_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "BUSY_SECONDS", 0)
    path = tmp_path / "kept.db"
    with Store.open(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another process"):
            store.add(make_report())
        assert list(store.reports()) == [], "reading goes on"
        other.execute("ROLLBACK")
        other.close()
        assert store.add(make_report()).status == "added"


def test_a_ledger_that_may_not_be_written_says_so(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    Store.open(path).close()
    read_only = f"sqlite:///file:{path}?mode=ro&uri=true"
    with Store.open(read_only) as store, pytest.raises(LedgerError, match="cannot be written"):
        store.add(make_report())


def test_a_damaged_ledger_says_so(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    with Store.open(path) as store:
        for key in range(30):
            store.add(make_report(str(key)))
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="damaged") as caught:
        Store.open(path).add(make_report())
    assert not isinstance(caught.value, NotALedgerError)

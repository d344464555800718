"""The schema: tables and migrations agree, older ledgers open, killed upgrades open again, later ledgers do not."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from twosource.errors import LedgerError, NewerLedgerError, NotALedgerError
from twosource.ledger import Store, pending
from twosource.ledger.engine import connect, locate
from twosource.ledger.migrate import bring_up
from twosource.ledger.migrations.versions import v0002_search
from twosource.ledger.schema import HEAD, VERSION_TABLE, Base, ReportWordsTable
from twosource.ledger.search import FULL_TEXT, NAMES, REPORT_WORDS

from .cluster import Cluster
from .factory import make_report

OF_THE_SEARCH = (
    "words_vector", "ix_claims_words_vector", "ix_claims_unindexed", "report_search", "ix_report_words",
    "ix_claims_source_key", "ix_claims_place_key", "ix_claims_side_key",
)  # fmt: skip
"""What search adds to the tables (migrations 0003 and 0005)."""

KEPT = Path(__file__).parent / "ledgers"
"""Ledgers as older schemas wrote them: SQL dumps, one a schema, made by dump.py when it was the newest."""


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database."""
    bare = tmp_path / "kept.db" if request.param == "sqlite" else request.getfixturevalue("cluster").bare()
    made = connect(locate(bare))
    yield made
    made.dispose()


def test_the_migrations_lead_to_the_tables(engine: Engine) -> None:
    bring_up(engine)

    def ours(name: str | None, _kind: str, _parent: object) -> bool:
        return name is None or not name.startswith((FULL_TEXT, *OF_THE_SEARCH))

    with engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True, "include_name": ours}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []


def test_the_newest_migration_is_the_one_that_the_tables_name() -> None:
    config = Config()
    config.set_main_option("script_location", "twosource.ledger:migrations")
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    assert script.get_heads() == [HEAD]
    for step in script.walk_revisions():
        with pytest.raises(NotImplementedError, match="export"):
            step.module.downgrade()


def restore(dump: Path, path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(dump.read_text(encoding="utf8"))
    if dump.stem >= "0002":  # the full-text index, which SQL text cannot carry
        for step in v0002_search.STEPS:
            connection.execute(step)
    connection.commit()
    connection.close()


@pytest.mark.parametrize("schema", [f"{number:04}" for number in range(1, int(HEAD))])
def test_a_ledger_of_every_older_schema_opens_whole(tmp_path: Path, schema: str) -> None:
    path = tmp_path / "old.db"
    restore(KEPT / f"{schema}.sql", path)
    with Store.open(path) as store:
        whole = [make_report("1", url="https://courier.example/a"), make_report("2", url="https://courier.example/a")]
        whole.append(make_report("3"))
        assert list(store.reports(current=False)) == whole
        assert [row.version for row in store.versions(whole[0].id)] == [1, 2]
        assert (store.account() is None) == (schema < "0004")
        with store.looking() as connection:
            waiting = {one.report for one in pending.batch(connection, 10)}
            found = connection.execute(select(ReportWordsTable.words_key)).scalars().all()
        assert waiting == {report.id for report in whole}, "the account is made anew from all of them"
        assert len(found) == len(whole)
        assert all(" bridge " in words for words in found)
        assert len(store.claims(search="bridge hit")) == 2
        assert store.add(make_report("4")).status == "added"
        assert len(store.claims(search="bridge hit")) == 3
        store.remove(whole[2].id)
    check(path)


def check(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for index in (FULL_TEXT, NAMES, REPORT_WORDS.index):
        connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
    connection.close()


KILLED = """
import os, signal, sys
from sqlalchemy import event
from twosource.ledger.engine import connect, locate
from twosource.ledger.migrate import bring_up
from twosource.ledger.migrations.versions import v0002_search
engine = connect(locate(sys.argv[1]))
left = int(sys.argv[2])
@event.listens_for(engine, "after_cursor_execute")
def count(connection, cursor, statement, *_):
    global left
    if connection.get_execution_options().get("twosource_writes"):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
bring_up(engine)
print("whole")
"""


def test_an_upgrade_that_is_killed_at_any_statement_opens_again(tmp_path: Path) -> None:
    killed = 0
    for statement in range(0, 300, 9):
        path = tmp_path / f"{statement}.db"
        restore(KEPT / "0001.sql", path)
        program = [sys.executable, "-c", KILLED, str(path), str(statement)]
        done = subprocess.run(program, capture_output=True, text=True, check=False)
        assert done.returncode in (0, -signal.SIGKILL), done.stderr
        killed += done.returncode != 0
        with Store.open(path) as store:
            assert len(list(store.reports(current=False))) == 3
            assert len(store.claims(search="bridge hit")) == 2
        check(path)
        if done.returncode == 0:
            break
    assert killed >= 3
    assert done.stdout.strip() == "whole"


def test_a_ledger_of_a_later_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    with Store.open(path) as store:
        store.add(make_report())
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerLedgerError, match="upgrade twosource"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_database_of_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("CREATE TABLE reports (id TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotALedgerError, match="something else"):
        Store.open(path)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["other.db"]


@pytest.mark.parametrize(
    "content", [b"just a text, no ledger at all", b"\x00" * 4096, b"SQLite format 3\x00" + b"x" * 9000]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(LedgerError) as caught:
        Store.open(path)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    with Store.open(tmp_path / "new.db") as store:
        assert store.add(make_report()).status == "added"


def test_numbers_are_given_out_by_the_ledger_not_by_the_database() -> None:
    for table in Base.metadata.sorted_tables:
        made = str(CreateTable(table).compile(dialect=postgresql.dialect()))
        assert "SERIAL" not in made
        assert "TIMESTAMP WITHOUT" not in made


def test_a_database_of_something_else_is_refused_in_postgresql_too(cluster: Cluster) -> None:
    where = cluster.bare()
    engine = connect(locate(where))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE reports (id text)"))
    with pytest.raises(NotALedgerError, match="something else"):
        Store.open(where)
    engine.dispose()


def test_several_programs_that_open_an_empty_database_at_once_make_one_ledger(cluster: Cluster) -> None:
    where = cluster.bare()
    program = [sys.executable, "-c", f"from twosource.ledger import Store; Store.open({where!r}).close()"]
    opened = [subprocess.Popen(program, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    for process in opened:
        _, said = process.communicate()
        assert process.returncode == 0, said
    with Store.open(where) as store:
        assert store.add(make_report()).status == "added"

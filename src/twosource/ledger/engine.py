"""Opens a database and makes it behave alike everywhere: who may write, what an error says, what a snapshot is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, update
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from twosource.errors import LedgerError, NotALedgerError
from twosource.ledger.schema import LedgerTable

BUSY_SECONDS = 60
"""How long a writer waits for the others: the longest single write, taking over a large account, is seconds long."""

CACHE_KIB = 32 * 1024
"""Pages that SQLite keeps: its own 2 MB do not hold the indexes of 10,000 reports (bench/ledger.py)."""

WRITES = "twosource_writes"

DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
"""The driver for addresses that name none, as other programs write them."""


def locate(where: str | Path | None) -> URL:
    """The database that is meant: a URL, a path, or the ledger in the user's data directory.

    >>> locate("sqlite:///a.db").database
    'a.db'
    >>> locate("kept/my.db").database
    'kept/my.db'
    >>> locate("postgresql://desk@db.example/ledger").drivername
    'postgresql+psycopg'
    """
    if where is None:
        from platformdirs import user_data_path

        path = user_data_path("twosource", appauthor=False) / "ledger.db"
        return URL.create("sqlite", database=str(path))
    if isinstance(where, Path) or "://" not in where:
        return URL.create("sqlite", database=str(where))
    try:
        url = make_url(where)
    except (ArgumentError, ValueError) as error:
        raise LedgerError("the ledger's address is no database URL; give a path or, say, sqlite:///FILE") from error
    return url.set(drivername=DRIVERS.get(url.drivername, url.drivername))


def shown(url: URL) -> str:
    """A database as an error names it: its path, or its address without the password."""
    return str(url.database or "in memory") if url.get_backend_name() == "sqlite" else url.render_as_string()


def is_file(url: URL) -> bool:
    """True where the database is an SQLite file."""
    return url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")


def check_file(url: URL, *, create: bool, own: bool) -> None:
    """What can be said of an SQLite file before it is opened; makes the folder of the user's `own` ledger."""
    if not is_file(url) or str(url.database).startswith("file:"):
        return
    path = Path(str(url.database))
    if path.is_dir():
        raise NotALedgerError(f"{path} is a folder; name a file in it as the ledger")
    if path.exists():
        return
    if not create:
        raise LedgerError(f"there is no ledger at {path}; add a report to make one, or name another file")
    if own:
        path.parent.mkdir(parents=True, exist_ok=True)
    elif not path.parent.is_dir():
        raise LedgerError(f"the folder {path.parent} is not there; make it first, or name another file as the ledger")


def connect(url: URL) -> Engine:
    """An engine that opens transactions as a ledger needs them. Nothing is read or written yet."""
    try:
        engine = create_engine(url)
    except (NoSuchModuleError, ModuleNotFoundError, ArgumentError) as error:
        driver = f"no driver for {url.drivername} databases is installed"
        raise LedgerError(f"{driver}; install one (pip install psycopg for PostgreSQL), or name a file") from error
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    return engine


def _prepare_sqlite(engine: Engine) -> None:
    """Begins transactions itself: at once as a writer where one will write, since a reader that turns into
    a writer fails without waiting when another was faster."""

    @event.listens_for(engine, "connect")
    def _connect(dbapi: Any, _record: object) -> None:
        dbapi.isolation_level = None
        dbapi.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        dbapi.execute("PRAGMA foreign_keys = ON")
        dbapi.execute(f"PRAGMA cache_size = -{CACHE_KIB}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def write_ahead(engine: Engine) -> None:
    """Lets readers go on while one writes (SQLite's write-ahead log). Only for what is known to be a ledger."""
    if engine.dialect.name != "sqlite":
        return
    give_up = time.monotonic() + BUSY_SECONDS
    while True:
        connection = engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except engine.dialect.loaded_dbapi.OperationalError:
            # Turning it on does not wait for others by itself.
            if time.monotonic() > give_up:
                raise
            time.sleep(0.05)
        finally:
            connection.close()


@contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turns what a database says into one line that says what to do."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).splitlines()[0] if str(error.orig) else type(error.orig).__name__
        raise _meant(shown(url), said) from error
    except SQLAlchemyError as error:
        raise LedgerError(f"the ledger {shown(url)} failed ({type(error).__name__}); report this") from error


def _meant(name: str, said: str) -> LedgerError:
    if "not a database" in said or "file is encrypted" in said:
        return NotALedgerError(f"{name} is no ledger (it is not an SQLite database); name another file")
    if "locked" in said or "busy" in said:
        return LedgerError(f"another process keeps the ledger {name} locked; try again when it is done")
    if "readonly" in said or "read-only" in said:
        return LedgerError(f"the ledger {name} cannot be written; give yourself the right to write, or name another")
    if "malformed" in said:
        return LedgerError(f"the ledger {name} is damaged ({said}); take a copy from before, or import an export")
    if "full" in said:
        return LedgerError(f"no room is left for the ledger {name}; free some and do it again, nothing is half written")
    return LedgerError(f"the ledger {name} cannot be used ({said}); see that it is there and that you may write it")


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the ledger throughout, whoever writes meanwhile."""
    with engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            connection.execution_options(isolation_level="REPEATABLE READ")
        with explained(engine.url):
            yield connection


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: all of it or nothing, one writer after the other."""
    with explained(engine.url), engine.execution_options(**{WRITES: True}).begin() as connection:
        yield connection


def queue(connection: Connection) -> None:
    """Waits for the other writers of a ledger, in any database, and takes the next number; the row stays locked."""
    connection.execute(update(LedgerTable).values(number=LedgerTable.number + 1))

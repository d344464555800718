"""Brings a ledger to this version's schema, in one transaction: whoever is killed in it finds the old ledger again."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, Inspector, Select, func, inspect, select, table
from sqlalchemy import column as sql_column

from twosource.errors import NewerLedgerError, NotALedgerError
from twosource.ledger.engine import explained, shown, transaction, write_ahead
from twosource.ledger.schema import HEAD, VERSION_TABLE

UPGRADE_LOCK = int.from_bytes(b"twosourc")
"""PostgreSQL's name for the lock of whoever makes or upgrades a ledger; any number that others do not use."""


def schema_version(connection: Connection) -> str | None:
    """The schema's version of a ledger; None for an empty database. Raises `NotALedgerError` for anything else."""
    name = shown(connection.engine.url)
    inspector: Inspector = inspect(connection)
    if not inspector.has_table(VERSION_TABLE):
        if inspector.get_table_names() or inspector.get_view_names():
            raise NotALedgerError(f"{name} is a database of something else; name another one as the ledger")
        return None
    query: Select[Any] = select(sql_column("version_num")).select_from(table(VERSION_TABLE))
    versions = connection.execute(query).scalars().all()
    if len(versions) != 1:
        raise NotALedgerError(f"{name} does not say its schema's version; name another one as the ledger")
    return str(versions[0])


def bring_up(engine: Engine, target: str = HEAD) -> None:
    """Makes an empty database a ledger, and an older ledger one of this version. Others are left untouched.

    `target` is for tests of older ledgers.
    """
    with explained(engine.url), engine.connect() as connection:
        version = schema_version(connection)
        refuse_newer(version, shown(engine.url))
    if version == target:
        return
    write_ahead(engine)
    with transaction(engine) as connection:
        if connection.dialect.name == "postgresql":
            # The row that writers queue at is not there yet; SQLite's writers wait for one another anyway.
            connection.execute(select(func.pg_advisory_xact_lock(UPGRADE_LOCK)))
        if schema_version(connection) != target:
            _upgrade(connection, target)


def refuse_newer(version: str | None, name: str) -> None:
    """Raises `NewerLedgerError` for a schema that this version does not know.

    Versions are numbers of four digits, so that they compare as text.
    """
    if version is not None and version > HEAD:
        known = f"schema {version}, this one knows {HEAD}"
        raise NewerLedgerError(f"{name} was written by a later twosource ({known}); upgrade twosource to open it")


def _upgrade(connection: Connection, target: str) -> None:
    # Alembic takes a while to import and is needed only here.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "twosource.ledger:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, target)

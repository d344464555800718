"""Reads an export back into an empty ledger: all of it in one transaction, or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, select, update

from twosource.errors import LedgerError, NewerLedgerError
from twosource.ledger import history, judgements, pending
from twosource.ledger.export import FORMAT, MANIFEST, NAMES, SINCE_2, VERSION, Manifest, Version, measure
from twosource.ledger.migrate import refuse_newer
from twosource.ledger.reports import address, check, given_row, put_reading, put_text
from twosource.ledger.schema import LedgerTable, ReportTable
from twosource.model import Judgement, Record, Report

T = TypeVar("T", bound=Record)


def read(connection: Connection, folder: Path) -> int:
    """Puts an export into an empty ledger; gives the number of reports."""
    manifest = checked(folder)
    if connection.execute(select(ReportTable.number).limit(1)).first() is not None:
        jsonl = folder / "reports.jsonl"
        raise LedgerError(f"an import needs an empty ledger; name a new one, or add {jsonl} to this one")
    pairs = zip_longest(_lines(folder / "reports.jsonl", Report), _lines(folder / "versions.jsonl", Version))
    count = 0
    for count, (report, version) in enumerate(pairs, 1):
        if report is None or version is None or report.id != version.report:
            raise LedgerError(f"{folder}: line {count} of reports.jsonl and of versions.jsonl are not of one report")
        _put(connection, count, report, version)
    last = _put_account(connection, folder, manifest) if manifest.version >= 2 else 0
    connection.execute(update(LedgerTable).values(number=max(count, last)))
    _put_pending(connection)
    return count


def checked(folder: Path) -> Manifest:
    """The manifest of an export whose files are all as they were written."""
    try:
        manifest = Manifest.from_dict(json.loads((folder / MANIFEST).read_text(encoding="utf8")))
    except FileNotFoundError as error:
        raise LedgerError(f"{folder} holds no finished export (no {MANIFEST}); export again") from error
    except OSError as error:
        raise LedgerError(f"{folder / MANIFEST} cannot be read ({error.strerror}); see that you may") from error
    except (ValueError, msgspec.ValidationError) as error:
        raise LedgerError(f"{folder / MANIFEST} is not the manifest of an export; export again") from error
    if manifest.format != FORMAT:
        raise LedgerError(f"{folder} holds no export of a ledger; name another folder")
    if manifest.version > VERSION:
        raise NewerLedgerError(f"{folder} was written by a later twosource; upgrade twosource to import it")
    refuse_newer(manifest.schema, str(folder))
    if not set(NAMES) - (SINCE_2 if manifest.version < 2 else set()) <= set(manifest.files):
        raise LedgerError(f"{folder / MANIFEST} does not name every file of an export; export again")
    for name, written in manifest.files.items():
        path = folder / Path(name).name
        if not path.is_file() or measure(path) != written:
            raise LedgerError(f"{path} is not as it was exported; export again, or take the copy that you have")
    return manifest


def _lines(path: Path, kind: type[T]) -> Iterator[T]:
    with path.open(encoding="utf8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            try:
                yield kind.from_dict(json.loads(line))
            except (ValueError, msgspec.ValidationError) as error:
                raise LedgerError(f"{path}: line {number} does not fit ({error}); export again") from error


def _put(connection: Connection, number: int, report: Report, version: Version) -> None:
    check(report)
    known_from = datetime.fromisoformat(version.known_from)
    row = given_row(report, number, address(report), version.version, known_from)
    row["known_to"] = version.known_to and datetime.fromisoformat(version.known_to)
    put_text(connection, report, row)
    put_reading(connection, number, report, datetime.fromisoformat(version.read))


def _put_account(connection: Connection, folder: Path, manifest: Manifest) -> int:
    """Puts in what was judged; gives the last number that a judgement has."""
    history.put(connection, _lines(folder / "history.jsonl", history.Line))
    last = 0
    for kept in _lines(folder / "judgements.jsonl", Judgement):
        judgements.put(connection, kept, datetime.fromisoformat(kept.at))
        last = max(last, kept.number)
    judged = manifest.account.judged and datetime.fromisoformat(manifest.account.judged)
    connection.execute(update(LedgerTable).values(made_by=manifest.account.made_by, judged=judged or None))
    return last


def _put_pending(connection: Connection) -> None:
    """Puts all current reports down: the index of their items is not exported, and is made when one next asks."""
    judged = pending.moment(connection)
    rows = connection.execute(select(ReportTable.id, ReportTable.known_from).where(ReportTable.known_to.is_(None)))
    for id_, since in rows.all():
        pending.put(connection, [id_], since if judged is None else max(since, judged))

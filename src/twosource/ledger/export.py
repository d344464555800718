"""Writes a ledger into a folder in open formats; EXPORT.md, which goes along, says what stands where.

Files appear whole: each is written beside its place and then moved there, the manifest last.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TextIO

from sqlalchemy import Connection, select

from twosource.errors import LedgerError
from twosource.ledger import claims, history, judgements, tables, told
from twosource.ledger.reports import all_reports, report_rows
from twosource.ledger.rows import ClaimFilter, ClaimRow, ReportRow
from twosource.ledger.schema import HEAD, LedgerTable
from twosource.model import Record

FORMAT = "twosource-export"
VERSION = 2
MANIFEST = "manifest.json"
PAGE = 2000
"""Claims in memory at a time."""


class Account(Record, frozen=True):
    """What the manifest says of the account: what made it, and of which moment it is."""

    made_by: str | None
    judged: str | None


class Written(Record, frozen=True):
    """A file of an export."""

    bytes: int
    sha256: str


class Manifest(Record, frozen=True):
    """manifest.json"""

    format: str
    version: int
    schema: str
    account: Account
    files: dict[str, Written]


def write(connection: Connection, folder: Path) -> Manifest:
    """Writes everything; an older export in the folder is replaced, anything else there is refused."""
    try:
        _make_room(folder)
        _write_files(connection, folder)
        row = connection.execute(select(LedgerTable.made_by, LedgerTable.judged)).one()
        account = Account(row.made_by, row.judged and row.judged.isoformat())
        written = {name: measure(folder / name) for name in sorted(path.name for path in folder.iterdir())}
        manifest = Manifest(FORMAT, VERSION, HEAD, account, written)
        with _whole(folder / MANIFEST) as out:
            out.write(json.dumps(manifest.to_dict(), ensure_ascii=True, indent=1) + "\n")
    except OSError as error:
        raise LedgerError(
            f"the export to {folder} failed ({error.strerror}); see the folder, then do it again"
        ) from error
    return manifest


def _make_room(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    there = list(folder.iterdir())
    if there and not is_export(folder):
        raise LedgerError(f"the folder {folder} holds other things; name an empty one, or one with an older export")
    for path in there:
        path.unlink()


def is_export(folder: Path) -> bool:
    """True for a folder that holds an export, finished or not, and nothing else."""
    return folder.is_dir() and {path.name.removesuffix(".part") for path in folder.iterdir()} <= {MANIFEST, *NAMES}


SINCE_2 = frozenset({"history.jsonl", "judgements.jsonl"})
"""Files that exports of version 1 do not have."""

NAMES = (
    "README.md", "claims.csv", "history.jsonl", "judgements.jsonl", "positions.csv", "questions.csv", "relations.csv",
    "reports.jsonl", "sources.csv", "stories.jsonl", "versions.jsonl",
)  # fmt: skip


def _write_files(connection: Connection, folder: Path) -> None:
    with _whole(folder / "README.md") as out:
        out.write(files("twosource.ledger").joinpath("EXPORT.md").read_text(encoding="utf8"))
    _lines(folder / "reports.jsonl", all_reports(connection, []))
    _lines(folder / "versions.jsonl", map(version_of, report_rows(connection, [])))
    stories = told.stories(connection)
    _lines(folder / "stories.jsonl", stories)
    _lines(folder / "history.jsonl", history.lines(connection))
    _lines(folder / "judgements.jsonl", judgements.all_of(connection))
    _csv(folder / "claims.csv", tables.claims(_claim_pages(connection)))
    _csv(folder / "sources.csv", tables.sources(claims.source_rows(connection)))
    _csv(folder / "questions.csv", tables.questions(stories))
    _csv(folder / "positions.csv", tables.positions(stories))
    _csv(folder / "relations.csv", tables.relations(stories))


class Version(Record, frozen=True):
    """A line of versions.jsonl."""

    report: str
    version: int
    known_from: str
    known_to: str | None
    made_by: str | None
    read: str


def version_of(row: ReportRow) -> Version:
    """What the ledger knows of a report beyond the report."""
    known_to = None if row.known_to is None else row.known_to.isoformat()
    return Version(row.id, row.version, row.known_from.isoformat(), known_to, row.made_by, row.read.isoformat())


def _claim_pages(connection: Connection) -> Iterator[list[ClaimRow]]:
    page = claims.claim_rows(connection, ClaimFilter(), 0, PAGE)
    while page:
        yield page
        page = claims.claim_rows(connection, ClaimFilter(), page[-1].cursor, PAGE)


class _whole:  # noqa: N801 - reads as the statement that it is used in
    """A text file that takes its name only when it is complete."""

    def __init__(self, path: Path, encoding: str = "utf8") -> None:
        self._path = path
        self._part = path.with_name(path.name + ".part")
        self._encoding = encoding

    def __enter__(self) -> TextIO:
        # Half a surrogate pair, which JSON can carry and UTF-8 cannot, stands in CSV as its escape.
        self._out = self._part.open("w", encoding=self._encoding, errors="backslashreplace", newline="")
        return self._out

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._out.close()
        if kind is None:
            self._part.replace(self._path)


def _lines(path: Path, records: Iterable[Record]) -> None:
    with _whole(path) as out:
        for record in records:
            out.write(record.to_json() + "\n")


def _csv(path: Path, rows: Iterable[tables.CsvRow]) -> None:
    with _whole(path, "utf-8-sig") as out:
        csv.writer(out).writerows(map(tables.cell, row) for row in rows)


def measure(path: Path) -> Written:
    """A file's length and digest."""
    with path.open("rb") as file:
        return Written(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())

"""Reports in the tables: put in, taken out, given back. Works on a connection; whoever calls opens the transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, or_, select, update

from twosource.errors import ItemError, LedgerError, NotFoundError
from twosource.ledger import pending
from twosource.ledger.reading import body_of, claim_rows, digest, reading_row, source_rows, words_row
from twosource.ledger.rows import Added, ReportRow
from twosource.ledger.schema import (
    CLAIM_BITS,
    BodyTable,
    ClaimTable,
    LedgerTable,
    ReadingTable,
    ReportTable,
    ReportWordsTable,
    SourceTable,
    StoryItemTable,
    TextTable,
)
from twosource.model import Published, Report

PAGE = 20
"""Reports fetched at a time: few, since one may be 50 MB, and enough that the question is not what costs."""


def address(report: Report) -> str | None:
    """What makes two reports versions of one: a digest of the page's address, None where there is none.

    The part after # is dropped, since it names a place on the page, unless it names the page (`#!/…`, `#/…`).
    """
    url = report.url or report.origin
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    page, mark, place = url.partition("#")
    return digest(url if mark and place[:1] in ("!", "/") else page)


def check(report: Report) -> None:
    """Raises `ItemError` where ids cannot name anything: JSON Lines may come from anywhere."""
    ids = [claim.id for claim in report.claims]
    for id_ in (report.id, *ids):
        if not (id_.isascii() and id_.isprintable() and 0 < len(id_) <= 100) or " " in id_:
            raise ItemError("bad_id", f"{id_[:40]!a} is no id; give 1 to 100 ASCII letters, digits or signs, no space")
    if len(set(ids)) < len(ids):
        raise ItemError("bad_id", f"two claims of the report {report.id} have one id; number them anew")


def add(connection: Connection, report: Report, at: datetime) -> Added:
    """Puts a report in, unless it is there; the current one of its address is superseded."""
    check(report)
    text_digest = digest(report.text)
    connection.execute(update(LedgerTable).values(number=LedgerTable.number + 1))
    known = connection.execute(select(ReportTable.text_digest).where(ReportTable.id == report.id)).scalar()
    if known is not None:
        if known != text_digest:
            raise ItemError(
                "id_taken", f"another text is kept under the id {report.id}; give this one an id of its own"
            )
        return Added("known", report.id)
    number = connection.execute(select(LedgerTable.number)).scalar_one()
    page = address(report)
    before = _current(connection, page) if page else None
    version = 1
    if before is not None:
        previous, version, since = before.id, before.version + 1, before.known_from
        at = max(at, since)
        connection.execute(update(ReportTable).where(ReportTable.id == previous).values(known_to=at))
    put_text(connection, report, given_row(report, number, page, version, at))
    put_reading(connection, number, report, at)
    pending.put(connection, [report.id] if before is None else [report.id, before.id], at)
    return Added("added" if before is None else "new_version", report.id, before and before.id)


def given_row(report: Report, number: int, page: str | None, version: int, at: datetime) -> dict[str, Any]:
    """A report's row of `reports`."""
    return {
        "number": number,
        "id": report.id,
        "origin": report.origin,
        "url": report.url,
        "address": page,
        "version": version,
        "known_from": at,
        "known_to": None,
        "text_digest": digest(report.text),
    }


def put_text(connection: Connection, report: Report, row: dict[str, Any]) -> None:
    """Puts in what was given."""
    connection.execute(insert(ReportTable), [row])
    connection.execute(insert(TextTable), [{"number": row["number"], "text": report.text}])


def _current(connection: Connection, page: str) -> Any:
    columns = select(ReportTable.id, ReportTable.version, ReportTable.known_from)
    return connection.execute(columns.where(ReportTable.address == page, ReportTable.known_to.is_(None))).first()


def put_reading(connection: Connection, number: int, report: Report, at: datetime) -> None:
    """Puts in what was read: the whole, and the rows to search."""
    body = body_of(report)
    connection.execute(insert(ReadingTable), [reading_row(number, report, body, at)])
    connection.execute(insert(BodyTable), [{"number": number, "body": body}])
    connection.execute(insert(ReportWordsTable), [words_row(number, report)])
    if sources := source_rows(number, report):
        connection.execute(insert(SourceTable), sources)
    if claims := claim_rows(number, report):
        connection.execute(insert(ClaimTable), claims)


def replace_reading(connection: Connection, report: Report, at: datetime) -> None:
    """Puts another reading in the place of the one that is kept. The text must be the same."""
    check(report)
    query = select(ReportTable.number, ReportTable.text_digest).where(ReportTable.id == report.id)
    kept = connection.execute(query).first()
    if kept is None:
        raise NotFoundError(f"no report has the id {report.id}; add it first")
    number, text_digest = kept
    if text_digest != digest(report.text):
        raise LedgerError(f"the reading of {report.id} is of another text; add it as a report of its own")
    for table in (ClaimTable, SourceTable, ReportWordsTable, BodyTable, ReadingTable):
        connection.execute(delete(table).where(table.number == number))
    put_reading(connection, number, report, at)
    pending.put(connection, [report.id], at)


def remove(connection: Connection, report_id: str, at: datetime) -> None:
    """Takes a report out as though it had never been added: the version before it is known until its end."""
    query = select(ReportTable.number, ReportTable.address, ReportTable.version, ReportTable.known_to)
    kept = connection.execute(query.where(ReportTable.id == report_id)).first()
    if kept is None:
        raise NotFoundError(f"no report has the id {report_id}; list the reports to see their ids")
    number, page, version, known_to = kept
    connection.execute(delete(ReportTable).where(ReportTable.number == number))
    pending.put(connection, [report_id], at)
    if page is None:
        return
    same = ReportTable.address == page
    before = select(func.max(ReportTable.version)).where(same, ReportTable.version < version)
    earlier = connection.execute(before).scalar()
    if earlier is not None:
        change = update(ReportTable).where(same, ReportTable.version == earlier)
        connection.execute(change.values(known_to=known_to))
        again = select(ReportTable.id).where(same, ReportTable.version == earlier)
        pending.put(connection, connection.execute(again).scalars(), at)


def known_at(as_of: datetime | None) -> ColumnElement[bool]:
    """True for the reports that were the known ones at a moment; None is now."""
    if as_of is None:
        return ReportTable.known_to.is_(None)
    ended = or_(ReportTable.known_to.is_(None), ReportTable.known_to > as_of)
    return and_(ReportTable.known_from <= as_of, ended)


def among(
    *, current: bool, as_of: datetime | None, story: str | None, ids: Sequence[str] | None
) -> list[ColumnElement[bool]]:
    """The conditions that pick reports."""
    conditions = [known_at(as_of)] if current or as_of is not None else []
    if story is not None:
        told = select(StoryItemTable.report).where(StoryItemTable.story == story)
        conditions.append(ReportTable.id.in_(told))
    if ids is not None:
        conditions.append(ReportTable.id.in_(ids))
    return conditions


def page_of_reports(
    connection: Connection, conditions: list[ColumnElement[bool]], after: int
) -> tuple[list[Report], int]:
    """The next reports in the order of adding, and where to go on; an empty list at the end."""
    query = select(ReportTable.number, TextTable.text, BodyTable.body).select_from(ReportTable)
    query = query.join(TextTable, TextTable.number == ReportTable.number)
    query = query.join(BodyTable, BodyTable.number == ReportTable.number)
    query = query.where(ReportTable.number > after, *conditions).order_by(ReportTable.number).limit(PAGE)
    rows = connection.execute(query).all()
    reports = [Report.from_dict({**body, "text": text}) for _, text, body in rows]
    return reports, rows[-1].number if rows else after


def all_reports(connection: Connection, conditions: list[ColumnElement[bool]]) -> Iterator[Report]:
    """Every report that meets the conditions, in the order of adding, a page in memory at a time."""
    reports, after = page_of_reports(connection, conditions, 0)
    while reports:
        yield from reports
        reports, after = page_of_reports(connection, conditions, after)


def report_rows(connection: Connection, conditions: list[ColumnElement[bool]]) -> list[ReportRow]:
    """Reports without their texts, in the order of adding."""
    columns: list[Any] = [
        ReportTable.id,
        ReportTable.origin,
        ReportTable.url,
        ReadingTable.outlet,
        ReadingTable.title,
        ReadingTable.published_from,
        ReadingTable.published_to,
        ReadingTable.published_basis,
        ReportTable.version,
        ReportTable.known_from,
        ReportTable.known_to,
        ReadingTable.made_by,
        ReadingTable.read,
    ]
    query = select(*columns).join_from(ReportTable, ReadingTable)
    rows = connection.execute(query.where(*conditions).order_by(ReportTable.number))
    return [
        ReportRow(
            id=row.id,
            origin=row.origin,
            url=row.url,
            outlet=row.outlet,
            title=row.title,
            published=Published(row.published_from, row.published_to, row.published_basis),
            version=row.version,
            known_from=row.known_from,
            known_to=row.known_to,
            made_by=row.made_by,
            read=row.read,
        )
        for row in rows
    ]


def versions(connection: Connection, report_id: str) -> list[ReportRow]:
    """All versions of a report, the first one first."""
    page = connection.execute(select(ReportTable.address).where(ReportTable.id == report_id)).scalar_one()
    same = ReportTable.id == report_id if page is None else ReportTable.address == page
    return report_rows(connection, [same])


def reports_digest(connection: Connection) -> str:
    """A digest of the current reports and of how each was read; the same set gives the same digest in any ledger."""
    query = select(ReportTable.id, ReadingTable.digest).join_from(ReportTable, ReadingTable)
    rows = connection.execute(query.where(known_at(None))).all()
    return hashlib.sha256("\n".join(sorted(f"{id_} {read}" for id_, read in rows)).encode()).hexdigest()


def by_ids(connection: Connection, ids: Sequence[str]) -> Iterator[Report]:
    """Some reports, in the order of adding."""
    for start in range(0, len(ids), PAGE):
        yield from all_reports(connection, [ReportTable.id.in_(ids[start : start + PAGE])])


def reading_digests(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """A digest of how each of some reports is read now."""
    held, found = sorted(set(ids)), dict[str, str]()
    for start in range(0, len(held), MANY):
        query = select(ReportTable.id, ReadingTable.digest).join_from(ReportTable, ReadingTable)
        rows = connection.execute(query.where(ReportTable.id.in_(held[start : start + MANY])))
        found.update({row.id: row.digest for row in rows})
    return found


MANY = 400
"""Values in one IN."""


def numbers_at(connection: Connection, ids: Iterable[str], at: datetime) -> dict[str, int]:
    """The numbers of those of some reports that were the known ones at a moment."""
    held, found = sorted(set(ids)), dict[str, int]()
    for start in range(0, len(held), MANY):
        query = select(ReportTable.id, ReportTable.number).where(known_at(at))
        rows = connection.execute(query.where(ReportTable.id.in_(held[start : start + MANY])))
        found.update({row.id: row.number for row in rows})
    return found


def existing(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Those of some reports that are kept, superseded or not."""
    found: set[str] = set()
    for start in range(0, len(ids), MANY):
        rows = connection.execute(select(ReportTable.id).where(ReportTable.id.in_(ids[start : start + MANY])))
        found.update(rows.scalars())
    return found


def item_row(number: int, item: int) -> int:
    """The number of an item: that of its report, and its place there."""
    return (number << CLAIM_BITS) + item

"""Claims and sources as lists."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import ColumnElement, Connection, Row, Select, Text, func, or_, select, type_coerce, union

from twosource.ledger.folding import fold
from twosource.ledger.reports import known_at
from twosource.ledger.rows import ClaimFilter, ClaimRow, SourceRow
from twosource.ledger.schema import (
    ClaimTable,
    QuestionClaimTable,
    QuestionTable,
    ReadingTable,
    ReportTable,
    SourceTable,
    StoryItemTable,
)
from twosource.ledger.search import search_in
from twosource.ledger.told import chunks
from twosource.model import ClaimRef, ItemRef, Period, Published, SourceKind, Story


def claim_rows(
    connection: Connection, asked: ClaimFilter, after: int, limit: int | None, at: datetime | None = None
) -> list[ClaimRow]:
    """The claims of the reports known at a moment that are asked for, in the order of adding and of the text."""
    query = _listed().where(known_at(at), ClaimTable.row > after, *_conditions(connection, asked))
    return [_claim_row(row) for row in connection.execute(query.order_by(ClaimTable.row).limit(limit))]


def _listed() -> Select[Any]:
    columns: list[Any] = [ClaimTable, ReportTable.id.label("report"), *_OF_READING]
    joined = select(*columns).select_from(ClaimTable).join(ReportTable, ReportTable.number == ClaimTable.number)
    return joined.join(ReadingTable, ReadingTable.number == ClaimTable.number)


def rows_of(connection: Connection, refs: Iterable[ClaimRef]) -> list[ClaimRow]:
    """Some claims, superseded or not, as a list of claims shows them."""
    wanted = set(refs)
    found: list[ClaimRow] = []
    for part in chunks(sorted({ref.report for ref in wanted})):
        rows = connection.execute(_listed().where(ReportTable.id.in_(part)).order_by(ClaimTable.row))
        found += [_claim_row(row) for row in rows if ClaimRef(row.report, row.claim_id) in wanted]
    return found


def newest_refs(
    connection: Connection, asked: ClaimFilter, at: datetime | None, limit: int, offset: int = 0
) -> list[tuple[int, ClaimRef]]:
    """The claims that are asked for, the last one first, with their cursors."""
    query = select(ClaimTable.row, ReportTable.id, ClaimTable.claim_id)
    query = query.join(ReportTable, ReportTable.number == ClaimTable.number)
    query = query.where(known_at(at), *_conditions(connection, asked)).order_by(ClaimTable.row.desc())
    rows = connection.execute(query.limit(limit).offset(offset))
    return [(row, ClaimRef(report, claim)) for row, report, claim in rows]


class Count(NamedTuple):
    """How many claims, in how many reports, and how many of them on each day; those without a day are on none."""

    claims: int
    reports: int
    days: dict[str, int]


def count_claims(connection: Connection, asked: ClaimFilter, at: datetime | None) -> Count:
    """Counts the claims of the reports known at a moment that are asked for."""

    def joined(*columns: Any) -> Select[Any]:
        return _counting(connection, asked, at, *columns)

    days = {
        day: int(n) for day, n in connection.execute(joined(ClaimTable.since, func.count()).group_by(ClaimTable.since))
    }
    reports = connection.execute(joined(func.count(ClaimTable.number.distinct()))).scalar_one()
    return Count(sum(days.values()), int(reports), {day: n for day, n in days.items() if day is not None})


def number_of(connection: Connection, asked: ClaimFilter, at: datetime | None) -> int:
    """How many claims are asked for: a third of the work of counting them by day too."""
    return int(connection.execute(_counting(connection, asked, at, func.count())).scalar_one())


def _counting(connection: Connection, asked: ClaimFilter, at: datetime | None, *columns: Any) -> Select[Any]:
    query = select(*columns).select_from(ClaimTable).join(ReportTable, ReportTable.number == ClaimTable.number)
    return query.where(known_at(at), *_conditions(connection, asked))


def rows_at(connection: Connection, rows: Iterable[int]) -> list[ClaimRow]:
    """Claims by their cursors, the last one first."""
    found: list[ClaimRow] = []
    for part in chunks(sorted(rows, reverse=True)):
        query = _listed().where(ClaimTable.row.in_(part)).order_by(ClaimTable.row.desc())
        found += [_claim_row(row) for row in connection.execute(query)]
    return found


def rows_in(
    connection: Connection, story: Story, asked: ClaimFilter, after: int, limit: int | None, at: datetime | None
) -> list[ClaimRow]:
    """The claims of a story as it stood that are asked for: of its items, and those that its questions rest on."""
    items = set(story.items)
    refs = {ref for question in story.questions for ref in question.claims()}
    inside = sorted({item.report for item in items} | {ref.report for ref in refs})
    found: list[ClaimRow] = []
    for part in chunks(inside):
        query = _listed().where(ReportTable.id.in_(part), known_at(at), ClaimTable.row > after)
        rows = connection.execute(query.where(*_conditions(connection, asked.replace(story=None))))
        found += [
            _claim_row(row)
            for row in rows
            if ClaimRef(row.report, row.claim_id) in refs or ItemRef(row.report, row.item) in items
        ]
    return sorted(found, key=lambda row: row.cursor)[:limit]


def bearings(connection: Connection, refs: Iterable[ClaimRef]) -> dict[ClaimRef, tuple[str, str]]:
    """The day of some claims (said or, where that is not known, published; else empty), and their stance."""
    wanted = set(refs)
    found: dict[ClaimRef, tuple[str, str]] = {}
    columns = (ReportTable.id, ClaimTable.claim_id, ClaimTable.since, ClaimTable.stance)
    for part in chunks(sorted({ref.report for ref in wanted})):
        query = select(*columns).join(ReportTable, ReportTable.number == ClaimTable.number)
        for report, claim, since, stance in connection.execute(query.where(ReportTable.id.in_(part))):
            ref = ClaimRef(report, claim)
            if ref in wanted:
                found[ref] = (since or "", stance)
    return found


_OF_READING: tuple[Any, ...] = (
    ReadingTable.outlet,
    ReadingTable.title,
    ReadingTable.published_from,
    ReadingTable.published_to,
    ReadingTable.published_basis,
)


def _conditions(connection: Connection, asked: ClaimFilter) -> list[ColumnElement[bool]]:
    found = [*_named(connection, asked), *_of_days(asked)]
    if asked.type is not None:
        found.append(ClaimTable.type == asked.type)
    if asked.search is not None:
        found.append(search_in(connection).condition(asked.search))
    if asked.report is not None:
        found.append(ReportTable.id == asked.report)
    if asked.kind is not None:
        found.append(ClaimTable.source_kind == asked.kind)
    if asked.without == "side":
        found.append(ClaimTable.side_key == "")
    if asked.outlet is not None or asked.without == "outlet":
        found.append(ClaimTable.number.in_(_printed_by(asked)))
    if asked.story is not None:
        found += _told_in(asked.story)
    return found


def _named(connection: Connection, asked: ClaimFilter) -> list[ColumnElement[bool]]:
    """Conditions on names; of whole ones the index finds the claims among which they are."""
    found: list[ColumnElement[bool]] = []
    for key, name in (
        (ClaimTable.source_key, asked.source),
        (ClaimTable.place_key, asked.place),
        (ClaimTable.side_key, asked.side),
    ):
        words = fold(name or "").strip()
        if name is not None and (words or not asked.whole):
            found.append(search_in(connection).named(key, words))
    if asked.whole:
        if asked.source is not None:
            found.append(ClaimTable.source == asked.source)
        lists = (ClaimTable.places, asked.place), (ClaimTable.side, asked.side)
        found += [_among(names, name) for names, name in lists if name is not None]
    return found


def _among(names: Any, name: str) -> ColumnElement[bool]:
    """True where a list that is kept as JSON holds a name: within a string a quotation mark is never bare.

    LIKE would not tell capitals from small letters in SQLite.
    """
    told = type_coerce(names, Text)
    return func.replace(told, json.dumps(name), "") != told


def _of_days(asked: ClaimFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.since is not None:
        found.append(ClaimTable.since >= asked.since)
    if asked.until is not None:
        found.append(ClaimTable.since <= asked.until)
    if asked.about is not None:
        found.append(func.coalesce(ClaimTable.when_to, ClaimTable.when_from) == asked.about)
    if asked.without == "day":
        found.append(ClaimTable.since.is_(None))
    return found


def _printed_by(asked: ClaimFilter) -> Select[Any]:
    """The readings of an outlet, or of none that is named."""
    query = select(ReadingTable.number)
    if asked.without == "outlet":
        query = query.where(ReadingTable.outlet.is_(None))
    if asked.outlet is not None:
        same = ReadingTable.outlet == asked.outlet
        query = query.where(same if asked.whole else func.lower(ReadingTable.outlet) == asked.outlet.lower())
    return query


def _told_in(story: str) -> list[ColumnElement[bool]]:
    """True for the claims of a story's items, and for those that its questions rest on.

    The reports are named first, so that not every claim of the ledger is held against the story.
    """
    told = select(StoryItemTable.report).where(StoryItemTable.story == story)
    rests = select(QuestionClaimTable.report).join(QuestionTable, QuestionTable.row == QuestionClaimTable.question)
    reports = union(told, rests.where(QuestionTable.story == story)).subquery()
    numbers = select(ReportTable.number).where(ReportTable.id.in_(select(reports.c.report)))
    item = select(StoryItemTable.item).where(
        StoryItemTable.story == story, StoryItemTable.report == ReportTable.id, StoryItemTable.item == ClaimTable.item
    )
    asked = (
        select(QuestionClaimTable.claim)
        .join(QuestionTable, QuestionTable.row == QuestionClaimTable.question)
        .where(
            QuestionTable.story == story,
            QuestionClaimTable.report == ReportTable.id,
            QuestionClaimTable.claim == ClaimTable.claim_id,
        )
    )
    return [ClaimTable.number.in_(numbers), or_(item.exists(), asked.exists())]


def item_of(connection: Connection, ref: ClaimRef) -> int | None:
    """The item that a claim stands in, by its number in the report."""
    query = select(ClaimTable.item).join(ReportTable, ReportTable.number == ClaimTable.number)
    return connection.execute(query.where(ReportTable.id == ref.report, ClaimTable.claim_id == ref.claim)).scalar()


def _period(start: str | None, end: str | None) -> Period | None:
    return None if start is None and end is None else Period(start, end)


def _sides(kept: list[str] | None) -> tuple[str, ...] | None:
    return None if kept is None else tuple(kept)


def _claim_row(row: Row[Any]) -> ClaimRow:
    return ClaimRow(
        report=row.report,
        claim=row.claim_id,
        cursor=row.row,
        words=row.words,
        source=row.source,
        source_kind=row.source_kind,
        side=_sides(row.side),
        relay=tuple(row.relay),
        outlet=row.outlet,
        title=row.title,
        published=Published(row.published_from, row.published_to, row.published_basis),
        type=row.type,
        stance=row.stance,
        certainty=row.certainty,
        said=_period(row.said_from, row.said_to),
        when=_period(row.when_from, row.when_to),
        places=tuple(row.places),
        item=row.item,
        part=row.part,
    )


def source_rows(connection: Connection) -> list[SourceRow]:
    """Who speaks in the current reports, whoever says most first; one row a name and kind.

    Sides of one name that reports see differently are put together.
    """
    who = (SourceTable.name, SourceTable.kind)
    of_report = ReportTable.number == SourceTable.number
    reports = select(*who, func.count(SourceTable.number.distinct())).join(ReportTable, of_report).group_by(*who)
    sided = select(*who, SourceTable.side).join(ReportTable, of_report).where(SourceTable.side.is_not(None)).distinct()
    said = (ClaimTable.source, ClaimTable.source_kind)
    claims = select(*said, func.count()).join(ReportTable, ReportTable.number == ClaimTable.number).group_by(*said)
    current = known_at(None)
    said_by = {(name, kind): count for name, kind, count in connection.execute(claims.where(current))}
    sides: dict[tuple[str, str], set[str]] = {}
    for name, kind, side in connection.execute(sided.where(current)):
        sides.setdefault((name, kind), set()).update(side)
    rows = []
    for name, kind, count in connection.execute(reports.where(current)):
        side = sides.get((name, kind))
        listed = None if side is None else tuple(sorted(side))
        rows.append(SourceRow(name, cast("SourceKind", kind), listed, said_by.get((name, kind), 0), count))
    return sorted(rows, key=lambda row: (-row.claims, -row.reports, row.name, row.kind))

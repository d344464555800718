"""What the desk asks of a ledger's tables beyond what the ledger's own lists give: counts, pages and histories.

All of it reads, and each takes a moment: None is now, else the ledger as it stood then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, func, select

from twosource.ledger.claims import claim_rows, number_of, rows_in
from twosource.ledger.folding import fold
from twosource.ledger.reports import known_at
from twosource.ledger.rows import ClaimFilter, ClaimRow
from twosource.ledger.schema import (
    LedgerTable,
    PendingTable,
    QuestionClaimTable,
    QuestionTable,
    ReadingTable,
    ReportTable,
    ReportWordsTable,
    SourceTable,
    StaleTable,
    StoryItemTable,
    StoryTable,
    SuccessionTable,
)
from twosource.ledger.search import REPORT_WORDS, search_in, terms
from twosource.ledger.told import at_moment, chunks, stories
from twosource.model import ClaimRef, Period, Published, Question, Record, Status, Story

Moment = datetime | None


class Stand(Record, frozen=True):
    """How far a ledger is: `number` rises with every write, `pending` is what the account does not know."""

    number: int
    judged: datetime | None
    pending: int


def stand(connection: Connection) -> Stand:
    """Where the ledger stands now."""
    row = connection.execute(select(LedgerTable.number, LedgerTable.judged)).first()
    waiting = sum(
        connection.execute(select(func.count()).select_from(table)).scalar_one() for table in (PendingTable, StaleTable)
    )
    return Stand(0, None, waiting) if row is None else Stand(row.number, row.judged, waiting)


class Head(Record, frozen=True):
    """A report as lists and marks name it."""

    id: str
    outlet: str | None
    title: str | None
    url: str | None
    published: Published
    known_from: datetime
    known_to: datetime | None
    version: int


def _heads() -> Any:
    return select(
        ReportTable.id, ReportTable.url, ReportTable.known_from, ReportTable.known_to, ReportTable.version,
        ReadingTable.outlet, ReadingTable.title, ReadingTable.published_from, ReadingTable.published_to,
        ReadingTable.published_basis,
    ).join(ReadingTable, ReadingTable.number == ReportTable.number)  # fmt: skip


def _head(row: Any) -> Head:
    published = Published(row.published_from, row.published_to, row.published_basis)
    return Head(row.id, row.outlet, row.title, row.url, published, row.known_from, row.known_to, row.version)


def heads(connection: Connection, ids: Sequence[str]) -> dict[str, Head]:
    """Some reports by their ids, superseded or not."""
    found: dict[str, Head] = {}
    for part in chunks(dict.fromkeys(ids)):
        rows = connection.execute(_heads().where(ReportTable.id.in_(part)))
        found.update({row.id: _head(row) for row in rows})
    return found


class ReportFilter(Record, frozen=True):
    """Which reports are asked for: of an outlet or of `unnamed` ones, with words in title or text, where a source of a
    kind speaks, of a story (as it was told, be they superseded since); what is None does not limit."""

    outlet: str | None = None
    words: str | None = None
    source: str | None = None
    kind: str | None = None
    story: tuple[str, ...] | None = None
    unnamed: bool = False


EVERY = ReportFilter()


def _asked_for(connection: Connection, query: Any, at: Moment, asked: ReportFilter) -> Any:
    query = query.where(known_at(at) if asked.story is None else ReportTable.id.in_(asked.story))
    if asked.outlet is not None:
        query = query.where(ReadingTable.outlet == asked.outlet)
    if asked.unnamed:
        query = query.where(ReadingTable.outlet.is_(None))
    if asked.words is not None:
        query = query.join(ReportWordsTable, ReportWordsTable.number == ReportTable.number)
        query = query.where(search_in(connection).condition(asked.words, REPORT_WORDS))
    if asked.source is not None:
        speaking = select(SourceTable.number).where(SourceTable.name == asked.source)
        kind = SourceTable.kind == asked.kind if asked.kind is not None else SourceTable.kind.is_not(None)
        query = query.where(ReportTable.number.in_(speaking.where(kind)))
    return query


def newest(connection: Connection, at: Moment, limit: int, offset: int = 0, asked: ReportFilter = EVERY) -> list[Head]:
    """The reports known at a moment that are asked for, the last added first."""
    query = _asked_for(connection, _heads(), at, asked)
    rows = connection.execute(query.order_by(ReportTable.number.desc()).limit(limit).offset(offset))
    return [_head(row) for row in rows]


def count_reports(connection: Connection, at: Moment, asked: ReportFilter = EVERY) -> int:
    """How many reports that are asked for were known at a moment."""
    query = select(func.count()).select_from(ReportTable)
    if asked != EVERY:
        query = query.join(ReadingTable, ReadingTable.number == ReportTable.number)
    return int(connection.execute(_asked_for(connection, query, at, asked)).scalar_one())


class OutletRow(Record, frozen=True):
    """An outlet with what the ledger has of it; `name` is None for reports that name none."""

    name: str | None
    reports: int
    claims: int
    first: str | None
    last: str | None


def claims(connection: Connection, asked: ClaimFilter, after: int, limit: int | None, at: Moment) -> list[ClaimRow]:
    """Claims as `ClaimFilter` asks for them, a page at a time; those of a story as it was told at the moment."""
    if asked.story is not None and at is not None:
        for story in stories(connection, asked.story, at):
            return rows_in(connection, story, asked, after, limit, at)
        return []
    return claim_rows(connection, asked, after, limit, at)


def how_many(connection: Connection, asked: ClaimFilter, at: Moment) -> int:
    """How many claims a `ClaimFilter` asks for."""
    if asked.story is not None and at is not None:
        return len(claims(connection, asked, 0, None, at))
    return number_of(connection, asked, at)


class Digest(Record, frozen=True):
    """A question as a list of many shows it, with when the ledger came to know it so."""

    id: str
    story: str
    text: str
    type: str
    status: Status
    positions: int
    claims: int
    count: int
    at_most: int
    known_from: datetime


_QUESTION = (
    QuestionTable.id, QuestionTable.story, QuestionTable.text, QuestionTable.type, QuestionTable.status,
    QuestionTable.positions, QuestionTable.claims, QuestionTable.sources_count, QuestionTable.sources_at_most,
    QuestionTable.known_from,
)  # fmt: skip


def _digest(row: Any) -> Digest:
    return Digest(
        row.id, row.story, row.text, row.type, row.status, row.positions, row.claims, row.sources_count,
        row.sources_at_most, row.known_from,
    )  # fmt: skip


def questions(
    connection: Connection,
    at: Moment,
    *,
    limit: int,
    offset: int = 0,
    status: str | None = None,
    kind: str | None = None,
    since: Moment = None,
    words: str | None = None,
    story: str | None = None,
) -> list[Digest]:
    """Questions, those first that changed last; `since` asks for what changed after a moment."""
    query = select(*_QUESTION).where(*_those(at, status, kind, words, story))
    if since is not None:
        query = query.where(QuestionTable.known_from >= since)
    query = query.order_by(QuestionTable.known_from.desc(), QuestionTable.claims.desc(), QuestionTable.row.desc())
    return [_digest(row) for row in connection.execute(query.limit(limit).offset(offset))]


def _those(at: Moment, status: str | None, kind: str | None, words: str | None, story: str | None) -> list[Any]:
    found: list[Any] = [at_moment(QuestionTable, at)]
    for column, value in ((QuestionTable.status, status), (QuestionTable.type, kind), (QuestionTable.story, story)):
        if value is not None:
            found.append(column == value)
    said = (words or "").replace('"', " ").split()
    return [*found, *(QuestionTable.text.icontains(term, autoescape=True) for term in said)]


def count_questions(
    connection: Connection, at: Moment, status: str | None, kind: str | None, words: str | None, story: str | None
) -> int:
    """How many questions are asked for."""
    query = select(func.count()).select_from(QuestionTable).where(*_those(at, status, kind, words, story))
    return int(connection.execute(query).scalar_one())


def status_counts(connection: Connection, at: Moment) -> dict[str, int]:
    """How many questions have each status."""
    query = select(QuestionTable.status, func.count()).where(at_moment(QuestionTable, at))
    return {status: int(count) for status, count in connection.execute(query.group_by(QuestionTable.status))}


def asking(connection: Connection, refs: Sequence[ClaimRef]) -> dict[ClaimRef, tuple[str, Status]]:
    """The questions that some claims are in now, with their status."""
    wanted = set(refs)
    found: dict[ClaimRef, tuple[str, Status]] = {}
    for part in chunks(sorted({ref.report for ref in wanted})):
        query = select(QuestionClaimTable.report, QuestionClaimTable.claim, QuestionTable.id, QuestionTable.status)
        query = query.join(QuestionTable, QuestionTable.row == QuestionClaimTable.question)
        for report, claim, id_, status in connection.execute(query.where(QuestionClaimTable.report.in_(part))):
            ref = ClaimRef(report, claim)
            if ref in wanted:
                found.setdefault(ref, (id_, cast("Status", status)))
    return found


def claims_of(connection: Connection, ids: Sequence[str], at: Moment) -> dict[str, list[ClaimRef]]:
    """The claims of some questions."""
    found: dict[str, list[ClaimRef]] = {}
    for part in chunks(dict.fromkeys(ids)):
        here = at_moment(QuestionTable, at), QuestionTable.id.in_(part)
        if at is not None:
            bodies = connection.execute(select(QuestionTable.id, QuestionTable.body).where(*here))
            found.update((id_, list(Question.from_dict(body).claims())) for id_, body in bodies)
            continue
        query = select(QuestionTable.id, QuestionClaimTable.report, QuestionClaimTable.claim)
        query = query.join(QuestionClaimTable, QuestionClaimTable.question == QuestionTable.row)
        for id_, report, claim in connection.execute(query.where(*here)):
            found.setdefault(id_, []).append(ClaimRef(report, claim))
    return found


class StoryDigest(Record, frozen=True):
    """A story as a list shows it; `questions` by status."""

    id: str
    title: str
    reports: int
    period: Period
    known_from: datetime
    questions: dict[str, int]

    @property
    def asked(self) -> int:
        """How many questions it has."""
        return sum(self.questions.values())


def story_digests(connection: Connection, at: Moment, limit: int, offset: int = 0) -> list[StoryDigest]:
    """The stories, those first of which most reports tell."""
    table = StoryTable
    query = select(table.id, table.title, table.reports, table.period_from, table.period_to, table.known_from)
    query = query.where(at_moment(table, at)).order_by(table.reports.desc(), table.period_to.desc(), table.id)
    rows = connection.execute(query.limit(limit).offset(offset)).all()
    counts: dict[str, dict[str, int]] = {}
    for part in chunks([row.id for row in rows]):
        asked = select(QuestionTable.story, QuestionTable.status, func.count()).where(
            at_moment(QuestionTable, at), QuestionTable.story.in_(part)
        )
        for story, status, count in connection.execute(asked.group_by(QuestionTable.story, QuestionTable.status)):
            counts.setdefault(story, {})[status] = int(count)
    return [
        StoryDigest(
            row.id, row.title, row.reports, Period(row.period_from, row.period_to), row.known_from,
            counts.get(row.id, {}),
        )
        for row in rows
    ]  # fmt: skip


def count_stories(connection: Connection, at: Moment) -> int:
    """How many stories there are."""
    return int(
        connection.execute(select(func.count()).select_from(StoryTable).where(at_moment(StoryTable, at))).scalar_one()
    )


def story_bodies(connection: Connection, at: Moment, ids: Sequence[str]) -> dict[str, Story]:
    """Some stories with their sentences and without their questions."""
    query = select(StoryTable.id, StoryTable.body).where(at_moment(StoryTable, at), StoryTable.id.in_(list(ids)))
    return {row.id: Story.from_dict(row.body) for row in connection.execute(query)}


def homes(connection: Connection, reports: Sequence[str]) -> list[str]:
    """The stories that some reports are told in now, those first that tell most of them."""
    found: Counter[str] = Counter()
    for part in chunks(dict.fromkeys(reports)):
        query = select(StoryItemTable.story, func.count()).where(StoryItemTable.report.in_(part))
        found.update({story: int(n) for story, n in connection.execute(query.group_by(StoryItemTable.story))})
    return [story for story, _ in found.most_common()]


class Was(Record, frozen=True):
    """A question as it stood from a moment on."""

    id: str
    known_from: datetime
    known_to: datetime | None
    status: Status
    claims: int
    count: int
    at_most: int


def history(connection: Connection, question: str, at: Moment) -> list[Was]:
    """Every way that a question stood, under each id that it had, the first one first."""
    names, todo = {question}, [question]
    while todo:
        became = select(SuccessionTable.old).where(
            SuccessionTable.kind == "question", SuccessionTable.new.in_(todo), SuccessionTable.how != "split"
        )
        todo = sorted(set(connection.execute(became).scalars()) - names)
        names.update(todo)
    query = select(*_QUESTION, QuestionTable.known_to).where(QuestionTable.id.in_(sorted(names)))
    if at is not None:
        query = query.where(QuestionTable.known_from <= at)
    rows = connection.execute(query.order_by(QuestionTable.known_from, QuestionTable.row))
    return [Was(r.id, r.known_from, r.known_to, r.status, r.claims, r.sources_count, r.sources_at_most) for r in rows]


class Turn(Record, frozen=True):
    """A question that got another status, and the one that it had; None of a new one."""

    digest: Digest
    before: Status | None


def turns(connection: Connection, since: datetime, at: Moment, limit: int) -> list[Turn]:
    """Questions whose status became another after a moment, the last one first; those that are new are left out."""
    until = QuestionTable.known_from <= at if at is not None else QuestionTable.known_from.is_not(None)
    query = select(*_QUESTION).where(QuestionTable.known_from > since, until)
    rows = [_digest(r) for r in connection.execute(query.order_by(QuestionTable.known_from.desc()).limit(limit * 8))]
    came: dict[str, str] = {}
    for part in chunks({row.id for row in rows}):
        became = select(SuccessionTable.new, SuccessionTable.old).where(
            SuccessionTable.kind == "question", SuccessionTable.new.in_(part), SuccessionTable.how != "split"
        )
        came.update((row.new, row.old) for row in connection.execute(became))
    ended: dict[tuple[str, datetime], Status] = {}
    for part in chunks({*came.values(), *(row.id for row in rows)}):
        older = select(QuestionTable.id, QuestionTable.known_to, QuestionTable.status)
        for id_, to, status in connection.execute(
            older.where(QuestionTable.id.in_(part), QuestionTable.known_to.is_not(None))
        ):
            if to is not None:
                ended[id_, to] = cast("Status", status)
    found: list[Turn] = []
    for row in rows:
        before = ended.get((row.id, row.known_from)) or ended.get((came.get(row.id, ""), row.known_from))
        if before is not None and before != row.status:
            found.append(Turn(row, before))
    return found[:limit]


def is_searchable(words: str) -> bool:
    """True where a search asks for at least one word."""
    return bool(terms(words)) and bool(fold(words).strip())

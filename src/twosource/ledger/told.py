"""The account as it stands or stood, read from the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, String, and_, case, cast, func, or_, select

from twosource.ledger.rows import QuestionHead, StoryHead
from twosource.ledger.schema import (
    LedgerTable,
    QuestionClaimTable,
    QuestionTable,
    StoryItemTable,
    StoryTable,
    SuccessionTable,
)
from twosource.model import Account, ClaimRef, ItemRef, Period, Question, Story

MANY = 400
"""Values in one IN: SQLite's oldest limit of a statement's parameters is 999."""


def chunks(values: Iterable[Any], size: int = MANY) -> Iterator[list[Any]]:
    """Lists of at most so many values."""
    held = list(values)
    for start in range(0, len(held), size):
        yield held[start : start + size]


def at_moment(table: type[Any], moment: datetime | None) -> ColumnElement[bool]:
    """True for the rows that held at a moment; None is now."""
    if moment is None:
        found: ColumnElement[bool] = table.known_to.is_(None)
        return found
    return and_(table.known_from <= moment, or_(table.known_to.is_(None), table.known_to > moment))


def stories(connection: Connection, only: str | None = None, at: datetime | None = None) -> list[Story]:
    """The stories of the account at a moment, or one of them, in the account's order."""
    query = select(StoryTable).where(at_moment(StoryTable, at)).order_by(*_in_account())
    rows = connection.execute(query if only is None else query.where(StoryTable.id == only)).all()
    asked = _questions(connection, only, at)
    return [story_in(row, asked.get(row.id, [])) for row in rows]


def _in_account() -> tuple[ColumnElement[Any], ...]:
    return StoryTable.reports.desc(), func.coalesce(StoryTable.period_from, ""), cast(StoryTable.id, String)


def story_in(row: Row[Any], asked: Sequence[Question]) -> Story:
    """The story of a row, with its questions."""
    return Story.from_dict(row.body).replace(questions=tuple(asked))


def questions_of(connection: Connection, story: str, at: datetime | None = None) -> list[Question]:
    """The questions of one story, in their order."""
    return _questions(connection, story, at).get(story, [])


def _questions(connection: Connection, only: str | None, at: datetime | None) -> dict[str, list[Question]]:
    query = select(QuestionTable.story, QuestionTable.body).where(at_moment(QuestionTable, at))
    query = query.order_by(QuestionTable.story, QuestionTable.place, QuestionTable.row)
    rows = connection.execute(query if only is None else query.where(QuestionTable.story == only))
    found: dict[str, list[Question]] = {}
    for row in rows:
        found.setdefault(row.story, []).append(Question.from_dict(row.body))
    return found


def account(connection: Connection) -> Account | None:
    """The account as it stands; None where none was ever set."""
    judged, made_by = connection.execute(select(LedgerTable.judged, LedgerTable.made_by)).one()
    return None if judged is None else Account(tuple(stories(connection)), made_by)


def question(connection: Connection, question_id: str, at: datetime | None = None) -> tuple[str, Question] | None:
    """A question of the account with the id of its story."""
    query = select(QuestionTable.story, QuestionTable.body).where(
        QuestionTable.id == question_id, at_moment(QuestionTable, at)
    )
    row = connection.execute(query).first()
    return None if row is None else (row.story, Question.from_dict(row.body))


def asked_with(connection: Connection, ref: ClaimRef) -> tuple[str, Question] | None:
    """The question that a claim is in now, the first of several, with the id of its story."""
    query = select(QuestionTable.story, QuestionTable.body).join(
        QuestionClaimTable, QuestionClaimTable.question == QuestionTable.row
    )
    here = and_(QuestionClaimTable.report == ref.report, QuestionClaimTable.claim == ref.claim)
    row = connection.execute(query.where(here).order_by(QuestionTable.row)).first()
    return None if row is None else (row.story, Question.from_dict(row.body))


def questions_with(connection: Connection, refs: Iterable[ClaimRef], at: datetime | None = None) -> list[Question]:
    """The questions that some claims are in now, or were at a moment, each once."""
    wanted = set(refs)
    if at is not None:
        return _questions_then(connection, wanted, at)
    rows: set[int] = set()
    for part in chunks(sorted({ref.report for ref in wanted})):
        for row in connection.execute(select(QuestionClaimTable).where(QuestionClaimTable.report.in_(part))):
            if ClaimRef(row.report, row.claim) in wanted:
                rows.add(row.question)
    found = []
    for part in chunks(sorted(rows)):
        bodies = select(QuestionTable.body).where(QuestionTable.row.in_(part)).order_by(QuestionTable.row)
        found += [Question.from_dict(body) for body in connection.execute(bodies).scalars()]
    return found


def _questions_then(connection: Connection, refs: set[ClaimRef], at: datetime) -> list[Question]:
    """Which claims a question had is kept for now only: those of the stories of the claims' reports are opened."""
    found: list[Question] = []
    for part in chunks(_ancestors(connection, {ref.report for ref in refs})):
        query = select(QuestionTable.body).where(at_moment(QuestionTable, at), QuestionTable.story.in_(part))
        held = map(Question.from_dict, connection.execute(query.order_by(QuestionTable.row)).scalars())
        found += [question for question in held if not refs.isdisjoint(question.claims())]
    return found


def _ancestors(connection: Connection, reports: set[str]) -> list[str]:
    """The stories that some reports are told in, and all that those came from."""
    names: set[str] = set()
    for part in chunks(sorted(reports)):
        here = select(StoryItemTable.story).where(StoryItemTable.report.in_(part)).distinct()
        names.update(connection.execute(here).scalars())
    todo = sorted(names)
    while todo:
        came: set[str] = set()
        for part in chunks(todo):
            query = select(SuccessionTable.old).where(SuccessionTable.kind == "story", SuccessionTable.new.in_(part))
            came.update(connection.execute(query).scalars())
        todo = sorted(came - names)
        names |= came
    return sorted(names)


def question_heads(connection: Connection, story: str | None, at: datetime | None) -> list[QuestionHead]:
    """Questions without their bodies, story by story."""
    table = QuestionTable
    columns = (table.id, table.story, table.text, table.type, table.status, table.positions, table.claims)
    counts = (table.sources_count, table.sources_at_most)
    query = select(*columns, *counts).where(at_moment(table, at))
    if story is None:
        query = query.join(StoryTable, and_(StoryTable.id == table.story, at_moment(StoryTable, at)))
        query = query.order_by(*_in_account(), table.place, table.row)
    else:
        query = query.where(table.story == story).order_by(table.place, table.row)
    found: Iterable[Any] = connection.execute(query)
    return [QuestionHead(*row) for row in found]


def story_heads(connection: Connection, at: datetime | None) -> list[StoryHead]:
    """Stories without their bodies."""
    counts: dict[str, tuple[int, int]] = {}
    open_ = QuestionTable.status.in_(("disputed", "denied", "revised"))
    asked = select(QuestionTable.story, func.count(), func.count(case((open_, 1)))).where(at_moment(QuestionTable, at))
    for row in connection.execute(asked.group_by(QuestionTable.story)):
        counts[row[0]] = (row[1], row[2])
    columns = (StoryTable.id, StoryTable.title, StoryTable.reports, StoryTable.period_from, StoryTable.period_to)
    query = select(*columns).where(at_moment(StoryTable, at)).order_by(*_in_account())
    return [
        StoryHead(id_, title, reports, *counts.get(id_, (0, 0)), Period(start, end))
        for id_, title, reports, start, end in connection.execute(query)
    ]


def items_of(connection: Connection, report: str) -> list[ItemRef]:
    """The items of a report that stories are made of."""
    query = select(StoryItemTable.item).where(StoryItemTable.report == report).order_by(StoryItemTable.item)
    return [ItemRef(report, item) for item in connection.execute(query).scalars()]


def heir(connection: Connection, kind: str, id_: str) -> str | None:
    """The story or question that an id which is no longer current leads to; None where nothing is left of it."""
    table: Any = StoryTable if kind == "story" else QuestionTable
    seen = {id_}
    while True:
        if connection.execute(select(table.row).where(table.id == id_, table.known_to.is_(None))).first() is not None:
            return id_
        query = select(SuccessionTable.new).where(
            SuccessionTable.kind == kind, SuccessionTable.old == id_, SuccessionTable.how != "split"
        )
        new = connection.execute(query.order_by(SuccessionTable.row.desc()).limit(1)).scalar()
        if new is None or new in seen:
            return None
        seen.add(new)
        id_ = new

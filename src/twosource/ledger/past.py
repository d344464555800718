"""What the ledger came to know between two moments: versions of questions, successions, edited reports."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, select
from sqlalchemy.orm import aliased

from twosource.ledger.schema import ClaimTable, QuestionTable, ReportTable, SuccessionTable
from twosource.ledger.succession import Succession
from twosource.ledger.told import chunks
from twosource.model import ClaimRef, Question

Versions = list[tuple[datetime, str, Question, Question | None]]


def _between(column: Any, since: datetime, until: datetime | None) -> ColumnElement[bool]:
    after: ColumnElement[bool] = column > since
    return after if until is None else and_(after, column <= until)


def question_versions(connection: Connection, since: datetime, until: datetime | None, story: str | None) -> Versions:
    """Questions that became other between two moments: when, in which story, what, and what each was before."""
    table = QuestionTable
    query = select(table.id, table.story, table.known_from, table.body)
    query = query.where(_between(table.known_from, since, until))
    if story is not None:
        query = query.where(table.story.in_(sorted(names_of(connection, story))))
    rows = connection.execute(query.order_by(table.known_from, table.row)).all()
    before = _before(connection, {row.id for row in rows})
    return [
        (row.known_from, row.story, Question.from_dict(row.body), _as_it_was(before, row.id, row.known_from))
        for row in rows
    ]


def names_of(connection: Connection, story: str) -> set[str]:
    """A story's id and those that it had before."""
    found, todo = {story}, [story]
    while todo:
        query = select(SuccessionTable.old).where(
            SuccessionTable.kind == "story", SuccessionTable.new.in_(todo), SuccessionTable.how != "split"
        )
        todo = sorted(set(connection.execute(query).scalars()) - found)
        found.update(todo)
    return found


Ended = dict[str, list[tuple[datetime, Any]]]


def _before(connection: Connection, ids: set[str]) -> Ended:
    """When each version of some questions, and of those that became them, ended, with its body."""
    came: dict[str, set[str]] = {id_: {id_} for id_ in ids}
    for part in chunks(sorted(ids)):
        query = select(SuccessionTable.old, SuccessionTable.new).where(
            SuccessionTable.kind == "question", SuccessionTable.new.in_(part), SuccessionTable.how != "split"
        )
        for old, new in connection.execute(query):
            came[new].add(old)
    found: Ended = {}
    heirs: dict[str, list[str]] = {}
    for new, olds in came.items():
        for old in olds:
            heirs.setdefault(old, []).append(new)
    for part in chunks(sorted(heirs)):
        query2 = select(QuestionTable.id, QuestionTable.known_to, QuestionTable.claims, QuestionTable.body).where(
            QuestionTable.id.in_(part), QuestionTable.known_to.is_not(None)
        )
        for row in connection.execute(query2.order_by(QuestionTable.claims.desc(), QuestionTable.row)):
            for new in heirs[row.id]:
                found.setdefault(new, []).append((row.known_to, row.body))
    return found


def _as_it_was(ended: Ended, id_: str, at: datetime) -> Question | None:
    """What a question was just before a moment: of several that were joined, the one with most claims."""
    return next((Question.from_dict(body) for known_to, body in ended.get(id_, ()) if known_to == at), None)


def successions(connection: Connection, since: datetime, until: datetime | None) -> list[tuple[datetime, Succession]]:
    """Which stories and questions became which between two moments."""
    query = select(SuccessionTable).where(_between(SuccessionTable.at, since, until)).order_by(SuccessionTable.row)
    return [(row.at, Succession(row.kind, row.how, row.old, row.new)) for row in connection.execute(query)]


def edited(connection: Connection, since: datetime, until: datetime | None) -> list[tuple[datetime, str, str]]:
    """Reports that got another text under their address between two moments: when, the old one, the new one."""
    older = aliased(ReportTable)
    same = and_(older.address == ReportTable.address, older.version == ReportTable.version - 1)
    query = select(ReportTable.known_from, older.id, ReportTable.id).join(older, same)
    rows = connection.execute(query.where(_between(ReportTable.known_from, since, until)).order_by(ReportTable.number))
    return [(at, old, new) for at, old, new in rows]


def denying(connection: Connection, refs: Iterable[ClaimRef]) -> frozenset[ClaimRef]:
    """Those of some claims that deny something."""
    wanted = set(refs)
    found: set[ClaimRef] = set()
    for part in chunks(sorted({ref.report for ref in wanted})):
        query = select(ReportTable.id, ClaimTable.claim_id).join(ClaimTable, ClaimTable.number == ReportTable.number)
        rows = connection.execute(query.where(ReportTable.id.in_(part), ClaimTable.stance == "deny"))
        found.update(ClaimRef(report, claim) for report, claim in rows)
    return frozenset(found & wanted)

"""The account in the tables: taken apart into rows that can be searched, and put together again the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, insert, select, update

from twosource.errors import LedgerError
from twosource.ledger.reading import digest
from twosource.ledger.schema import (
    Base,
    GroupTable,
    LedgerTable,
    PositionClaimTable,
    PositionTable,
    QuestionTable,
    RelationTable,
    SentenceTable,
    StoryItemTable,
    StoryReportTable,
    StoryTable,
)
from twosource.model import (
    Account,
    ClaimRef,
    Estimate,
    Group,
    Independence,
    ItemRef,
    Period,
    Position,
    Question,
    Relation,
    Sentence,
    Story,
    canonical_json,
)

Rows = dict[type[Base], list[dict[str, Any]]]


def set_account(connection: Connection, account: Account, basis: str, at: datetime) -> None:
    """Puts an account in the place of the one before; stories that are the same stay untouched."""
    ids = [story.id for story in account.stories]
    if len(set(ids)) < len(ids):
        raise LedgerError("two stories of the account have one id; report this")
    rows_kept = connection.execute(select(StoryTable.id, StoryTable.digest)).all()
    kept = {row.id: row.digest for row in rows_kept}
    new = {story.id: _digest(story, account.made_by) for story in account.stories}
    for gone in (id_ for id_, digest_ in kept.items() if new.get(id_) != digest_):
        connection.execute(delete(StoryTable).where(StoryTable.id == gone))
    rows: Rows = defaultdict(list)
    for place, story in enumerate(account.stories):
        if kept.get(story.id) == new[story.id]:
            same = update(StoryTable).where(StoryTable.id == story.id, StoryTable.place != place)
            connection.execute(same.values(place=place))
        else:
            _take_apart(story, place, new[story.id], account.made_by, rows)
    for table, found in rows.items():
        connection.execute(insert(table), found)
    connection.execute(update(LedgerTable).values(basis=basis, made_by=account.made_by, judged=at))


def _digest(story: Story, made_by: str | None) -> str:
    return digest(canonical_json([story.to_dict(), made_by]))


def _take_apart(story: Story, place: int, digest_: str, made_by: str | None, rows: Rows) -> None:
    """Adds a story's rows. Tables come in the order in which their keys need one another."""
    of = {"story": story.id}
    rows[StoryTable].append(
        {
            "id": story.id,
            "place": place,
            "made_by": made_by,
            "digest": digest_,
            "title": story.title,
            "period_from": story.period.start,
            "period_to": story.period.end,
        }
    )
    for n, report in enumerate(story.reports):
        rows[StoryReportTable].append({**of, "place": n, "report": report})
    for n, item in enumerate(story.items):
        rows[StoryItemTable].append({**of, "place": n, "report": item.report, "item": item.item})
    for n, sentence in enumerate(story.sentences):
        rows[SentenceTable].append({**of, "place": n, "text": sentence.text, "claims": _refs(sentence.claims)})
    for n, question in enumerate(story.questions):
        rows[QuestionTable].append({**of, "place": n, "made_by": made_by, **_question_row(question)})
    for n, question in enumerate(story.questions):
        _take_question_apart(question, {**of, "question": n}, rows)


def _question_row(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "text": question.text,
        "type": question.type,
        "status": question.status,
        "status_reason": question.status_reason,
        "sources_count": question.independent_sources.count,
        "sources_at_most": question.independent_sources.at_most,
        "sides": question.sides,
        "declined": question.declined,
    }


def _take_question_apart(question: Question, of: dict[str, Any], rows: Rows) -> None:
    for n, position in enumerate(question.positions):
        estimate = position.estimate and position.estimate.to_dict()
        own = {"answer": position.answer, "reason": position.reason, "sources": position.sources, "estimate": estimate}
        rows[PositionTable].append({**of, "place": n, **own})
        for m, ref in enumerate(position.claims):
            rows[PositionClaimTable].append({**of, "position": n, "place": m, "report": ref.report, "claim": ref.claim})
    for n, relation in enumerate(question.relations):
        a, b = relation.a, relation.b
        ends = {"a_report": a.report, "a_claim": a.claim, "b_report": b.report, "b_claim": b.claim}
        rows[RelationTable].append({**of, "place": n, **ends, "kind": relation.kind, "reason": relation.reason})
    for n, group in enumerate(question.independent_sources.groups):
        rows[GroupTable].append({**of, "place": n, **_group_row(group)})


def _group_row(group: Group) -> dict[str, Any]:
    return {"names": group.names, "reason": group.reason, "certain": group.certain, "claims": _refs(group.claims)}


def _refs(claims: Iterable[ClaimRef]) -> list[list[str]]:
    return [[ref.report, ref.claim] for ref in claims]


def _claim_refs(kept: Iterable[Sequence[str]]) -> tuple[ClaimRef, ...]:
    return tuple(ClaimRef(report, claim) for report, claim in kept)


def stories(connection: Connection, only: str | None = None) -> list[Story]:
    """The stories of the account, or one of them, in the account's order."""
    query = select(StoryTable).order_by(StoryTable.place)
    heads = connection.execute(query if only is None else query.where(StoryTable.id == only)).all()
    reports = _by_story(connection, StoryReportTable, only)
    items = _by_story(connection, StoryItemTable, only)
    sentences = _by_story(connection, SentenceTable, only)
    questions = _questions(connection, only)
    return [
        Story(
            id=head.id,
            title=head.title,
            reports=tuple(row.report for row in reports[head.id]),
            items=tuple(ItemRef(row.report, row.item) for row in items[head.id]),
            period=Period(head.period_from, head.period_to),
            questions=tuple(questions[head.id]),
            sentences=tuple(Sentence(row.text, _claim_refs(row.claims)) for row in sentences[head.id]),
        )
        for head in heads
    ]


def _rows(connection: Connection, table: type[Any], only: str | None) -> Sequence[Row[Any]]:
    """A table's rows in the order of their key, which is the order that they were taken apart in."""
    query = select(table).order_by(*table.__table__.primary_key)
    return connection.execute(query if only is None else query.where(table.story == only)).all()


def _by_story(connection: Connection, table: type[Any], only: str | None) -> dict[str, list[Row[Any]]]:
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in _rows(connection, table, only):
        found[row.story].append(row)
    return found


def _by_question(connection: Connection, table: type[Any], only: str | None) -> dict[tuple[str, int], list[Row[Any]]]:
    found: dict[tuple[str, int], list[Row[Any]]] = defaultdict(list)
    for row in _rows(connection, table, only):
        found[row.story, row.question].append(row)
    return found


def _questions(connection: Connection, only: str | None) -> dict[str, list[Question]]:
    positions = _by_question(connection, PositionTable, only)
    claims = _by_question(connection, PositionClaimTable, only)
    relations = _by_question(connection, RelationTable, only)
    groups = _by_question(connection, GroupTable, only)
    found: dict[str, list[Question]] = defaultdict(list)
    for row in _rows(connection, QuestionTable, only):
        of = (row.story, row.place)
        counted = Independence(row.sources_count, row.sources_at_most, tuple(map(_group, groups[of])))
        found[row.story].append(
            Question(
                id=row.id,
                text=row.text,
                type=row.type,
                status=row.status,
                positions=tuple(_position(position, claims[of]) for position in positions[of]),
                relations=tuple(map(_relation, relations[of])),
                independent_sources=counted,
                sides=tuple(row.sides),
                declined=tuple(row.declined),
                status_reason=row.status_reason,
            )
        )
    return found


def _position(row: Row[Any], claims: list[Row[Any]]) -> Position:
    refs = tuple(ClaimRef(claim.report, claim.claim) for claim in claims if claim.position == row.place)
    estimate = None if row.estimate is None else msgspec.convert(row.estimate, Estimate)
    return Position(row.answer, refs, tuple(row.sources), estimate, row.reason)


def _relation(row: Row[Any]) -> Relation:
    return Relation(ClaimRef(row.a_report, row.a_claim), ClaimRef(row.b_report, row.b_claim), row.kind, row.reason)


def _group(row: Row[Any]) -> Group:
    return Group(tuple(row.names), row.reason, row.certain, _claim_refs(row.claims))


def account(connection: Connection) -> Account | None:
    """The account that was set last; None where none was."""
    basis, made_by = connection.execute(select(LedgerTable.basis, LedgerTable.made_by)).one()
    return None if basis is None else Account(tuple(stories(connection)), made_by)


def question(connection: Connection, question_id: str) -> Question | None:
    """A question of the account."""
    query = select(QuestionTable.story).where(QuestionTable.id == question_id)
    story = connection.execute(query.order_by(QuestionTable.story)).scalars().first()
    if story is None:
        return None
    return next((found for found in _questions(connection, story)[story] if found.id == question_id), None)

"""The account in the tables: each story and question as it stood from when until when, and the same again.

What a new account leaves as it was keeps its row; what it changes gets a new one, and the old one ends there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    and_,
    delete,
    insert,
    select,
    update,
)

from twosource.errors import LedgerError
from twosource.ledger.reading import digest
from twosource.ledger.schema import (
    LedgerTable,
    QuestionClaimTable,
    QuestionTable,
    StoryItemTable,
    StoryTable,
    SuccessionTable,
)
from twosource.ledger.succession import Succession, successions
from twosource.ledger.told import MANY, chunks, questions_of, story_in
from twosource.model import Account, Question, Story, canonical_json


def next_rows(connection: Connection, count: int) -> int:
    """The first of so many numbers for rows that nobody else is given."""
    connection.execute(update(LedgerTable).values(rows=LedgerTable.rows + count))
    return int(connection.execute(select(LedgerTable.rows)).scalar_one()) - count + 1


# Putting in


def replace(
    connection: Connection, told: Sequence[Story], at: datetime, *, made_by: str | None, inputs: str, stale: set[str]
) -> None:
    """Puts stories in the place of those that had their items, and of the `stale` ones.

    Rows that say the same stay; which story and question became which is written down.
    """
    ids = [story.id for story in told]
    if len(set(ids)) < len(ids):
        raise LedgerError("two stories of the account have one id; report this")
    before = _before(connection, told)
    stale = stale | {row.id for row in _current_stories(connection, set(before.values())) if _overlaps(row, told)}
    olds = [story_in(row, questions_of(connection, row.id)) for row in _current_stories(connection, stale | set(ids))]
    written = successions(olds, told, before)
    for gone in stale - set(ids):
        end_story(connection, gone, at)
    # Questions that change their story end there before they begin here.
    moving = {asked.id: story.id for story in told for asked in story.questions}
    for part in chunks(moving):
        rows = select(QuestionTable.row, QuestionTable.id, QuestionTable.story)
        for row in connection.execute(rows.where(QuestionTable.id.in_(part), QuestionTable.known_to.is_(None))):
            if row.story != moving[row.id]:
                _end_questions(connection, [row.row], at)
    for story in told:
        _put_story(connection, story, at, made_by, inputs)
        _put_questions(connection, story, at)
    _put_successions(connection, written, at)


def _before(connection: Connection, told: Sequence[Story]) -> dict[tuple[str, int], str]:
    """The story that each item was in."""
    wanted = {(item.report, item.item) for story in told for item in story.items}
    found = {}
    for part in chunks({report for report, _ in wanted}):
        for row in connection.execute(select(StoryItemTable).where(StoryItemTable.report.in_(part))):
            if (row.report, row.item) in wanted:
                found[row.report, row.item] = row.story
    return found


def _current_stories(connection: Connection, ids: set[str]) -> list[Row[Any]]:
    found: list[Row[Any]] = []
    for part in chunks(sorted(ids)):
        query = select(StoryTable).where(StoryTable.id.in_(part), StoryTable.known_to.is_(None))
        found += connection.execute(query).all()
    return found


def _overlaps(row: Row[Any], told: Sequence[Story]) -> bool:
    now = {(item.report, item.item) for story in told for item in story.items}
    return any((item["report"], item["item"]) in now for item in row.body["items"])


def story_row(story: Story, made_by: str | None) -> dict[str, Any]:
    """The columns that a story fills by itself; its questions stand in rows of their own."""
    body = story.replace(questions=(), reviewed=None).to_dict()
    head = {"id": story.id, "title": story.title, "reports": len(story.reports), "body": body}
    period = {"period_from": story.period.start, "period_to": story.period.end}
    return {**head, **period, "digest": print_of([body, made_by])}


def _put_story(connection: Connection, story: Story, at: datetime, made_by: str | None, inputs: str) -> None:
    row = story_row(story, made_by)
    current = and_(StoryTable.id == story.id, StoryTable.known_to.is_(None))
    kept = connection.execute(select(StoryTable.row, StoryTable.digest).where(current)).first()
    if kept is not None and kept.digest == row["digest"]:
        connection.execute(update(StoryTable).where(StoryTable.row == kept.row).values(inputs=inputs))
    else:
        connection.execute(update(StoryTable).where(current).values(known_to=at))
        own = {"row": next_rows(connection, 1), "known_from": at, "known_to": None, "made_by": made_by}
        connection.execute(insert(StoryTable), [{**row, **own, "inputs": inputs}])
    connection.execute(delete(StoryItemTable).where(StoryItemTable.story == story.id))
    put_items(connection, story)


def put_items(connection: Connection, story: Story) -> None:
    """Puts down which items are in a current story; an item is in one."""
    for report in story.reports:
        mine = [item.item for item in story.items if item.report == report]
        here = and_(StoryItemTable.report == report, StoryItemTable.item.in_(mine))
        connection.execute(delete(StoryItemTable).where(here))
    items = [{"report": item.report, "item": item.item, "story": story.id} for item in story.items]
    for part in chunks(items):
        connection.execute(insert(StoryItemTable), part)


def _put_questions(connection: Connection, story: Story, at: datetime) -> None:
    query = select(QuestionTable.row, QuestionTable.id, QuestionTable.digest, QuestionTable.place)
    current = connection.execute(query.where(QuestionTable.story == story.id, QuestionTable.known_to.is_(None))).all()
    kept = {row.id: row for row in current}
    bodies = {asked.id: question_row(asked) for asked in story.questions}
    prints = {key: row["digest"] for key, row in bodies.items()}
    _end_questions(connection, [row.row for row in current if prints.get(row.id) != row.digest], at)
    new = [asked for asked in story.questions if asked.id not in kept or kept[asked.id].digest != prints[asked.id]]
    places = {asked.id: place for place, asked in enumerate(story.questions)}
    for row in current:
        if prints.get(row.id) == row.digest and places[row.id] != row.place:
            connection.execute(update(QuestionTable).where(QuestionTable.row == row.row).values(place=places[row.id]))
    if not new:
        return
    first = next_rows(connection, len(new))
    own = {"story": story.id, "known_from": at, "known_to": None}
    rows = [{**bodies[asked.id], **own, "row": first + n, "place": places[asked.id]} for n, asked in enumerate(new)]
    connection.execute(insert(QuestionTable), rows)
    put_claims(connection, [(first + n, asked) for n, asked in enumerate(new)])


def put_claims(connection: Connection, asked: Iterable[tuple[int, Question]]) -> None:
    """Puts down which claims are in a current question; a claim that speaks of two matters is in two."""
    rows = [
        {"report": ref.report, "claim": ref.claim, "question": row, "position": place}
        for row, question_ in asked
        for place, position in enumerate(question_.positions)
        for ref in position.claims
    ]
    for part in chunks(rows):
        connection.execute(insert(QuestionClaimTable), part)


def question_row(asked: Question) -> dict[str, Any]:
    """The columns that a question fills by itself. What persons put over it is added when it is looked at."""
    body = asked.replace(reviewed=None, grades=()).to_dict()
    return {
        "id": asked.id,
        "text": asked.text,
        "type": asked.type,
        "status": asked.status,
        "claims": len(asked.claims()),
        "positions": len(asked.positions),
        "sources_count": asked.independent_sources.count,
        "sources_at_most": asked.independent_sources.at_most,
        "digest": print_of(body),
        "body": body,
    }


def _end_questions(connection: Connection, rows: Sequence[int], at: datetime) -> None:
    for part in chunks(rows):
        connection.execute(delete(QuestionClaimTable).where(QuestionClaimTable.question.in_(part)))
        connection.execute(update(QuestionTable).where(QuestionTable.row.in_(part)).values(known_to=at))


def end_story(connection: Connection, story: str, at: datetime) -> None:
    """Ends a story and its questions; which items were in it stays written until they are in another one."""
    current = and_(QuestionTable.story == story, QuestionTable.known_to.is_(None))
    _end_questions(connection, connection.execute(select(QuestionTable.row).where(current)).scalars().all(), at)
    connection.execute(
        update(StoryTable).where(StoryTable.id == story, StoryTable.known_to.is_(None)).values(known_to=at)
    )


def _put_successions(connection: Connection, written: Sequence[Succession], at: datetime) -> None:
    if written:
        first = next_rows(connection, len(written))
        connection.execute(
            insert(SuccessionTable), [{"row": first + n, "at": at, **one.to_dict()} for n, one in enumerate(written)]
        )


def set_account(connection: Connection, account: Account, at: datetime) -> None:
    """Puts a whole account in the place of the one before."""
    current = set(connection.execute(select(StoryTable.id).where(StoryTable.known_to.is_(None))).scalars())
    replace(connection, account.stories, at, made_by=account.made_by, inputs="", stale=current)
    connection.execute(update(LedgerTable).values(made_by=account.made_by, judged=at))


# What settling asks for


def print_of(value: Any) -> str:
    """A digest of what a thread is made from."""
    return digest(canonical_json(value))


def made_from(connection: Connection, items: Sequence[tuple[str, int]], count: int, inputs: str) -> bool:
    """True where these items make up so many current stories, all made from these inputs."""
    wanted = set(items)
    home: dict[tuple[str, int], str] = {}
    for part in chunks({report for report, _ in wanted}):
        rows = connection.execute(select(StoryItemTable).where(StoryItemTable.report.in_(part)))
        home.update({(row.report, row.item): row.story for row in rows})
    if not wanted <= home.keys():
        return False
    ids = {home[item] for item in wanted}
    query = select(StoryTable.inputs).where(StoryTable.id.in_(sorted(ids)), StoryTable.known_to.is_(None))
    found = connection.execute(query).scalars().all() if len(ids) == count else []
    return len(found) == count and set(found) == {inputs}


def leave(connection: Connection, reports: Sequence[str], there: set[tuple[str, int]], at: datetime) -> None:
    """Takes items of these reports that are gone out of their stories; a story that loses all of them ends."""
    for part in chunks(reports):
        rows = connection.execute(select(StoryItemTable).where(StoryItemTable.report.in_(part))).all()
        for row in rows:
            if (row.report, row.item) in there:
                continue
            here = and_(StoryItemTable.report == row.report, StoryItemTable.item == row.item)
            connection.execute(delete(StoryItemTable).where(here))
            left = select(StoryItemTable.item).where(StoryItemTable.story == row.story).limit(1)
            if connection.execute(left).first() is None:
                end_story(connection, row.story, at)


def forget(connection: Connection, report: str) -> None:
    """Takes every version of the stories that a report told, and of those that they came from, out of the account.

    What was taken out must not stand in the past of the account either; the other reports' stories are set anew.
    """
    held = set(connection.execute(select(StoryItemTable.story).where(StoryItemTable.report == report)).scalars())
    todo = sorted(held)
    while todo:
        olds = select(SuccessionTable.old).where(SuccessionTable.kind == "story", SuccessionTable.new.in_(todo[:MANY]))
        new = set(connection.execute(olds).scalars()) - held
        held |= new
        todo = [*todo[MANY:], *sorted(new)]
    for part in chunks(sorted(held)):
        rows = connection.execute(select(QuestionTable.row).where(QuestionTable.story.in_(part))).scalars().all()
        for some in chunks(rows):
            connection.execute(delete(QuestionClaimTable).where(QuestionClaimTable.question.in_(some)))
        connection.execute(delete(QuestionTable).where(QuestionTable.story.in_(part)))
        connection.execute(delete(StoryTable).where(StoryTable.id.in_(part)))

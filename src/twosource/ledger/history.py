"""The account as it stood at any time, as lines of an export, and back into the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, insert, select

from twosource.ledger import accounts
from twosource.ledger.schema import QuestionTable, StoryTable, SuccessionTable
from twosource.ledger.succession import Succession
from twosource.ledger.told import chunks
from twosource.model import Question, Record, Story


class Line(Record, frozen=True):
    """A line of history.jsonl: a story or question as it stood from when until when, or which one became which."""

    kind: Literal["story", "question", "succession"]
    known_from: str
    known_to: str | None = None
    story: Story | None = None
    question: Question | None = None
    home: str | None = None
    place: int | None = None
    made_by: str | None = None
    inputs: str | None = None
    succession: Succession | None = None


def lines(connection: Connection) -> Iterator[Line]:
    """Every line, stories first, each kind in the order in which it was written."""
    rows: Iterable[Any] = connection.execute(select(StoryTable).order_by(StoryTable.row))
    for row in rows:
        story = Story.from_dict(row.body)
        yield Line("story", *_times(row), story=story, made_by=row.made_by, inputs=row.inputs)
    rows = connection.execute(select(QuestionTable).order_by(QuestionTable.row))
    for row in rows:
        asked = Question.from_dict(row.body)
        yield Line("question", *_times(row), question=asked, home=row.story, place=row.place)
    rows = connection.execute(select(SuccessionTable).order_by(SuccessionTable.row))
    for row in rows:
        became = Succession(row.kind, row.how, row.old, row.new)
        yield Line("succession", row.at.isoformat(), succession=became)


def _times(row: Any) -> tuple[str, str | None]:
    return row.known_from.isoformat(), None if row.known_to is None else row.known_to.isoformat()


def put(connection: Connection, held: Iterable[Line]) -> None:
    """Puts lines in, into an empty ledger."""
    for part in chunks(held):
        first = accounts.next_rows(connection, len(part))
        for row, line in enumerate(part, first):
            _put_line(connection, row, line)


def _put_line(connection: Connection, row: int, line: Line) -> None:
    since = datetime.fromisoformat(line.known_from)
    times = {"known_from": since, "known_to": None if line.known_to is None else datetime.fromisoformat(line.known_to)}
    if line.story is not None:
        own = {"row": row, **times, "made_by": line.made_by, "inputs": line.inputs or ""}
        connection.execute(insert(StoryTable), [{**own, **accounts.story_row(line.story, line.made_by)}])
        if line.known_to is None:
            accounts.put_items(connection, line.story)
    elif line.question is not None:
        own = {"row": row, **times, "story": line.home, "place": line.place or 0}
        connection.execute(insert(QuestionTable), [{**accounts.question_row(line.question), **own}])
        if line.known_to is None:
            accounts.put_claims(connection, [(row, line.question)])
    elif line.succession is not None:
        connection.execute(insert(SuccessionTable), [{"row": row, "at": since, **line.succession.to_dict()}])

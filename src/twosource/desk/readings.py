"""What the desk asks of a ledger to keep its reports in memory: readings, who is known when, what is not settled."""

from __future__ import annotations

from collections.abc import Set
from datetime import datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, Text, func, select, type_coerce

from twosource.desk.queries import Moment
from twosource.ledger.reports import known_at
from twosource.ledger.schema import (
    BodyTable,
    LedgerTable,
    QuestionClaimTable,
    QuestionTable,
    ReadingTable,
    ReportTable,
)
from twosource.ledger.told import at_moment, chunks
from twosource.model import ClaimRef, Question, Status


class Located(NamedTuple):
    """A report's number in the ledger with its reading as JSON: what is kept in memory is made from it."""

    number: int
    id: str
    read: datetime
    body: str


def readings(connection: Connection, after: int, limit: int) -> list[Located]:
    """Readings of the reports behind a number, superseded or not, in the order of adding."""
    query = _readings().where(ReportTable.number > after).order_by(ReportTable.number).limit(limit)
    return [Located(*row) for row in connection.execute(query)]


def read_since(connection: Connection, until: int, moment: datetime) -> list[Located]:
    """Readings of the reports up to a number that were made after a moment."""
    made = select(ReadingTable.number).where(ReadingTable.read > moment, ReadingTable.number <= until)
    numbers = list(connection.execute(made).scalars())
    rows = (
        row for part in chunks(numbers) for row in connection.execute(_readings().where(ReportTable.number.in_(part)))
    )
    return [Located(*row) for row in rows]


def _readings() -> Any:
    columns = (ReportTable.number, ReportTable.id, ReadingTable.read, type_coerce(BodyTable.body, Text))
    joined = select(*columns).join(ReadingTable, ReadingTable.number == ReportTable.number)
    return joined.join(BodyTable, BodyTable.number == ReportTable.number)


def known_numbers(connection: Connection, at: Moment, held: Set[int]) -> set[int]:
    """Those of some reports, by their numbers, that were known at a moment; now, as a rule, all but a few."""
    if at is None and connection.execute(select(func.count()).select_from(ReportTable)).scalar_one() == len(held):
        gone = select(ReportTable.number).where(ReportTable.known_to.is_not(None))
        return set(held).difference(connection.execute(gone).scalars())
    return set(held).intersection(connection.execute(select(ReportTable.number).where(known_at(at))).scalars())


def number(connection: Connection) -> int:
    """The ledger's number, which rises with every write."""
    return int(connection.execute(select(LedgerTable.number)).scalar() or 0)


def disputed_claims(connection: Connection, at: Moment) -> dict[ClaimRef, tuple[str, Status]]:
    """The claims of questions that are not settled, with the question and its status."""
    alive = ("disputed", "denied", "revised")
    if at is None:
        query = select(QuestionClaimTable.report, QuestionClaimTable.claim, QuestionTable.id, QuestionTable.status)
        query = query.join(QuestionTable, QuestionTable.row == QuestionClaimTable.question)
        rows = connection.execute(query.where(QuestionTable.status.in_(alive)))
        return {ClaimRef(report, claim): (id_, cast("Status", status)) for report, claim, id_, status in rows}
    bodies = select(QuestionTable.body).where(at_moment(QuestionTable, at), QuestionTable.status.in_(alive))
    found: dict[ClaimRef, tuple[str, Status]] = {}
    for body in connection.execute(bodies).scalars():
        asked = Question.from_dict(body)
        found.update(dict.fromkeys(asked.claims(), (asked.id, asked.status)))
    return found

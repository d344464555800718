"""What persons decided, in the order in which they did: only ever added to."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from twosource.errors import NotFoundError, UsageError
from twosource.ledger import pending
from twosource.ledger.schema import JudgementTable, LedgerTable
from twosource.model import Judgement


def add(connection: Connection, given: Judgement, at: datetime) -> Judgement:
    """Appends a judgement under the next number, and puts down the reports that it is about."""
    about = given
    if given.withdraws is not None:
        about = _to_withdraw(connection, given.withdraws)
    connection.execute(update(LedgerTable).values(number=LedgerTable.number + 1))
    number = connection.execute(select(LedgerTable.number)).scalar_one()
    kept = given.replace(number=number, at=at.isoformat())
    put(connection, kept, at)
    if about.kind not in ("review", "grade_source", "grade_claim"):
        pending.put(connection, reports_of(about), at)
    return kept


def put(connection: Connection, kept: Judgement, at: datetime) -> None:
    """Puts a judgement in as it is."""
    row = {"number": kept.number, "kind": kept.kind, "author": kept.author, "at": at, "reason": kept.reason}
    connection.execute(insert(JudgementTable), [{**row, "body": _body(kept), "withdraws": kept.withdraws}])


def _to_withdraw(connection: Connection, number: int) -> Judgement:
    row = connection.execute(select(JudgementTable).where(JudgementTable.number == number)).first()
    if row is None or row.kind == "withdraw":
        raise NotFoundError(f"there is no judgement {number} to withdraw; list them: twosource judge list")
    gone = select(JudgementTable.number).where(JudgementTable.withdraws == number)
    if connection.execute(gone).first() is not None:
        raise UsageError(f"the judgement {number} is withdrawn already")
    return _judgement(row)


def reports_of(judgement: Judgement) -> set[str]:
    """The reports whose items or claims a judgement is about."""
    ends = [end for end in (judgement.to_item, judgement.to_claim) if end is not None]
    return {ref.report for ref in (*judgement.items, *judgement.claims, *ends)}


def _body(judgement: Judgement) -> dict[str, Any]:
    whole = judgement.to_dict()
    return {name: whole[name] for name in ("items", "claims", "to_item", "to_claim", "name", "value")}


def _judgement(row: Row[Any]) -> Judgement:
    own = {"number": row.number, "kind": row.kind, "author": row.author, "at": row.at.isoformat()}
    return Judgement.from_dict({**own, **row.body, "reason": row.reason, "withdraws": row.withdraws})


def all_of(connection: Connection, at: datetime | None = None) -> list[Judgement]:
    """Every judgement that was given up to a moment, the first one first; None is now."""
    query = select(JudgementTable).order_by(JudgementTable.number)
    rows = connection.execute(query if at is None else query.where(JudgementTable.at <= at))
    return [_judgement(row) for row in rows]


def about(connection: Connection, reports: set[str]) -> list[Judgement]:
    """The judgements about some reports, and those that withdraw one.

    A desk gives some thousand judgements, and each is small: reading them all costs less than an index would.
    """
    found = all_of(connection)
    mine = {one.number for one in found if reports & reports_of(one)}
    return [one for one in found if one.number in mine or one.withdraws in mine]

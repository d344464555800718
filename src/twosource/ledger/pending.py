"""What the account does not know of yet: reports that were put in, read anew, taken out, superseded or judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, delete, insert, select, update

from twosource.ledger.schema import LedgerTable, PendingTable, ReportTable, StaleTable
from twosource.model import Record


class Pending(Record, frozen=True):
    """That a report changed at a moment."""

    number: int
    report: str
    at: datetime


def put(connection: Connection, reports: Iterable[str], at: datetime) -> None:
    """Puts reports down; the writer has raised the ledger's number before."""
    number = connection.execute(select(LedgerTable.number)).scalar_one()
    rows = [{"number": number, "report": report, "at": at} for report in sorted(set(reports))]
    if rows:
        connection.execute(insert(PendingTable), rows)


def batch(connection: Connection, most: int) -> list[Pending]:
    """The reports that changed first, of one day, at most so many."""
    query = select(PendingTable).order_by(PendingTable.at, PendingTable.number, PendingTable.report).limit(most)
    found = [Pending(row.number, row.report, row.at) for row in connection.execute(query)]
    return [one for one in found if one.at.date() == found[0].at.date()]


def done(connection: Connection, taken: Sequence[Pending], at: datetime) -> None:
    """Puts down that these were taken in, and that the account is now of that moment."""
    for one in taken:
        same = and_(PendingTable.number == one.number, PendingTable.report == one.report)
        connection.execute(delete(PendingTable).where(same))
    connection.execute(update(LedgerTable).values(judged=at))


def moment(connection: Connection) -> datetime | None:
    """The moment that the account is of; None where there is none yet."""
    return connection.execute(select(LedgerTable.judged)).scalar_one()


def is_settled(connection: Connection, made_by: str) -> bool:
    """True where nothing is pending and these rules made the account."""
    if connection.execute(select(PendingTable.number).limit(1)).first() is not None:
        return False
    if connection.execute(select(StaleTable.row).limit(1)).first() is not None:
        return False
    return connection.execute(select(LedgerTable.made_by)).scalar_one() == made_by


def renew(connection: Connection, made_by: str, now: datetime) -> None:
    """Puts all current reports down where other rules made the account."""
    before = connection.execute(select(LedgerTable.made_by)).scalar_one()
    if before == made_by:
        return
    if before is not None:
        connection.execute(update(LedgerTable).values(number=LedgerTable.number + 1))
        current = select(ReportTable.id).where(ReportTable.known_to.is_(None))
        judged = moment(connection)
        put(connection, connection.execute(current).scalars(), now if judged is None else max(now, judged))
    connection.execute(update(LedgerTable).values(made_by=made_by))

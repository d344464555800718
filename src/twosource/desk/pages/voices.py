"""A source, an outlet, a place: what it said, or what is said of it, over time, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from twosource.desk import queries
from twosource.desk.asked import Asked, Page, paged
from twosource.desk.plots import Column, columns
from twosource.desk.words import CASES
from twosource.errors import NotFoundError, UsageError
from twosource.ledger.claims import count_claims, newest_refs, rows_at
from twosource.ledger.folding import fold
from twosource.ledger.rows import ClaimFilter, ClaimRow
from twosource.model import Record
from twosource.reconcile.judged import active
from twosource.views.record import TrackRecord, record_of

SHOWN = 40
"""Claims that stand on the page; all of them are one click away."""

RECORDED = 60
"""Claims whose record stands on the page at a time, the newest first: each has a question that is opened."""

CASES_SHOWN = 40
"""Cases of them that stand on the page at a time."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Claims of somebody or somewhere: how many, in how many reports, over which months, and the newest."""

    total: int
    reports: int
    columns: tuple[Column, ...]
    newest: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of some claims, the newest first from `older` on: the cases of one page, of one kind or of all.

    `claims` are those that were looked at, of `total`; `after` is where older ones begin, None where there are none.
    """

    record: TrackRecord
    older: int
    claims: int
    total: int
    after: int | None
    kind: str | None
    page: Page


def _name(asked: Asked) -> str:
    return str(asked.request.path_params["name"])


def _counted(asked: Asked, wanted: ClaimFilter) -> Counted:
    def make() -> Counted:
        with asked.desk.store.looking() as connection:
            count = count_claims(connection, wanted, asked.at)
            newest = newest_refs(connection, wanted, asked.at, SHOWN)
            shown = rows_at(connection, [row for row, _ in newest])
        return Counted(count.claims, count.reports, columns(count.days), tuple(shown))

    return asked.desk.kept(("counted", wanted, asked.as_of), make)


def _recorded(asked: Asked, said: ClaimFilter, printed: ClaimFilter | None = None) -> Recorded:
    """The record of the claims on one page: those that were said, and those that an outlet printed."""
    older, cursor = asked.number("older", 0, 2**31), asked.number("cursor", 0)
    name, kind = _name(asked), asked.word("case", tuple(CASES))

    def make() -> tuple[TrackRecord, int, int]:
        with asked.desk.store.looking() as connection:
            wanted = [said] if printed is None else [said, printed]
            refs = [[ref for _, ref in newest_refs(connection, one, asked.at, RECORDED, older)] for one in wanted]
            total = max(count_claims(connection, one, asked.at).claims for one in wanted)
        record = record_of(asked.desk.store, name, refs[0], refs[1] if printed else (), asked.at)
        return record, max(map(len, refs)), total

    record, claims, total = asked.desk.kept(("record", said, printed, older, asked.as_of), make)
    if older and older >= total:
        raise UsageError(f"older wants a number below {total}, the number of claims")
    cases = [case for case in sorted(record.cases, key=lambda case: case.kind) if kind in (None, case.kind)]
    page = paged(cases[cursor : cursor + CASES_SHOWN + 1], CASES_SHOWN, cursor)
    return Recorded(record, older, claims, total, older + claims if older + claims < total else None, kind, page)


def _spelt(name: str, among: Iterable[str]) -> str:
    """The name as the ledger spells it, where it differs in case or accents only."""
    held = list(among)
    if name in held:
        return name
    wanted = _folded(name)
    return next((other for other in held if wanted and _folded(other) == wanted), name)


_folded = lru_cache(maxsize=100_000)(fold)
"""Folding all names of a large ledger for every page would cost more than the rest of it."""


def source(asked: Asked) -> dict[str, object]:
    """The values of a source's page."""
    held = asked.desk.sources(asked.as_of, asked.at)
    name = _spelt(_name(asked), (row.name for row in held))
    wanted = ClaimFilter(source=name, whole=True)
    said = _counted(asked, wanted)
    rows = [row for row in held if row.name == name]
    if not said.total and not rows:
        raise NotFoundError("nobody of that name speaks in the ledger; see the sources")
    return {
        "name": name,
        "kinds": sorted({row.kind for row in rows}),
        "sides": sorted({side for row in rows for side in row.side or ()}),
        "said": said,
        "recorded": _recorded(asked, wanted),
        "cases": CASES,
        "grades": _grades(asked, name),
    }


class Given(Record, frozen=True):
    """A grade that somebody gave to a source."""

    letter: str
    author: str
    at: str
    reason: str | None


def _grades(asked: Asked, name: str) -> list[Given]:
    held = active(asked.desk.store.judgements(asked.at))
    return [
        Given(one.value, one.author, one.at, one.reason)
        for one in held
        if one.kind == "grade_source" and one.value and fold(one.name or "") == fold(name)
    ][::-1]


def outlet(asked: Asked) -> dict[str, object]:
    """The values of an outlet's page."""
    name = _spelt(_name(asked), (row.name for row in asked.desk.outlets(asked.as_of, asked.at) if row.name))
    wanted = queries.ReportFilter(outlet=name)
    with asked.desk.store.looking() as connection:
        held = queries.newest(connection, asked.at, SHOWN, asked=wanted)
        total = queries.count_reports(connection, asked.at, wanted)
    if not held:
        raise NotFoundError("no report of an outlet of that name is in the ledger; see the outlets")
    printed = ClaimFilter(outlet=name, whole=True)
    return {
        "name": name,
        "said": _counted(asked, printed),
        "held": held,
        "reports": total,
        "recorded": _recorded(asked, ClaimFilter(source=name), printed),  # its own voice is found under its name
        "cases": CASES,
    }


def place(asked: Asked) -> dict[str, object]:
    """The values of a place's page."""
    held = asked.desk.places(asked.as_of, asked.at)
    name = _spelt(_name(asked), (row.name for row in held))
    said = _counted(asked, ClaimFilter(place=name, whole=True))
    spots = [row for row in held if row.name == name]
    if not said.total and not spots:
        raise NotFoundError("no claim speaks of a place of that name; see the places")
    return {"name": name, "spots": spots, "said": said}

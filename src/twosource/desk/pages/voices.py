"""A source, an outlet, a place: what it said, or what is said of it, over time, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from twosource.desk import queries
from twosource.desk.asked import Asked
from twosource.desk.plots import Column, columns
from twosource.desk.words import CASES
from twosource.errors import NotFoundError, UsageError
from twosource.ledger.claims import Told, rows_at, told_rows
from twosource.ledger.folding import fold
from twosource.ledger.rows import ClaimFilter, ClaimRow
from twosource.model import ClaimRef, Record
from twosource.reconcile.judged import active
from twosource.views.record import TrackRecord, record_of

SHOWN = 40
"""Claims that stand on the page; all of them are one click away."""

COUNTED = 2000
"""Claims, the newest, that are counted by month: more make a page slow and its columns no plainer."""

RECORDED = 60
"""Claims whose record stands on a page, the newest first: each has a question that is opened. Others are a page on."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Claims of somebody or somewhere: how many, in how many reports, over which months, and the newest."""

    total: int
    capped: bool
    reports: int
    columns: tuple[Column, ...]
    newest: tuple[ClaimRow, ...]
    refs: tuple[ClaimRef, ...]


def _name(asked: Asked) -> str:
    return str(asked.request.path_params["name"])


def _counted(asked: Asked, wanted: ClaimFilter, fits: Callable[[Told], bool]) -> Counted:
    def make() -> Counted:
        with asked.desk.store.looking() as connection:
            held = told_rows(connection, wanted, asked.at, COUNTED)
            kept = [one for one in held if fits(one)]
            shown = rows_at(connection, [one.row for one in kept[:SHOWN]])
        refs = tuple(ClaimRef(one.report, one.claim) for one in kept)
        months = columns(one.since for one in kept)
        reports = len({one.report for one in kept})
        return Counted(len(kept), len(held) == COUNTED, reports, months, tuple(shown), refs)

    return asked.desk.kept(("counted", wanted, asked.as_of), make)


class Recorded(Record, frozen=True):
    """What became of some claims of all that somebody said or printed, the newest first.

    `start` and `end` count from 0; `newer` and `older` are where the pages beside this one start, if there are any.
    """

    held: TrackRecord
    start: int
    end: int
    total: int
    newer: int | None
    older: int | None


def _record(asked: Asked, said: Sequence[ClaimRef], printed: Sequence[ClaimRef] = ()) -> Recorded:
    name = _name(asked)
    total = max(len(said), len(printed))
    start = asked.number("older", 0)
    end = min(start + RECORDED, total)
    if start and start >= total:
        raise UsageError(f"older wants a number below {total}, the number of claims")
    held = asked.desk.kept(
        ("record", name, bool(printed), start, asked.as_of),
        lambda: record_of(asked.desk.store, name, said[start:end], printed[start:end], asked.at),
    )
    newer = max(0, start - RECORDED) if start else None
    return Recorded(held, start, end, total, newer, end if end < total else None)


def _is(name: str) -> Callable[[str | None], bool]:
    """Whether a name is this one, whatever its case and accents."""
    wanted = _folded(name)
    return lambda other: other == name or (bool(wanted) and _folded(other or "") == wanted)


_folded = lru_cache(maxsize=100_000)(fold)
"""Folding all names of a large ledger for every page would cost more than the rest of it."""


def source(asked: Asked) -> dict[str, object]:
    """The values of a source's page."""
    name = _name(asked)
    same = _is(name)
    said = _counted(asked, ClaimFilter(source=name), lambda one: one.source is not None and same(one.source))
    rows = [row for row in asked.desk.sources(asked.as_of, asked.at) if same(row.name)]
    if not said.total and not rows:
        raise NotFoundError("nobody of that name speaks in the ledger; see the sources")
    return {
        "name": name,
        "kinds": sorted({row.kind for row in rows}),
        "sides": sorted({side for row in rows for side in row.side or ()}),
        "said": said,
        "record": _record(asked, said.refs),
        "cases": CASES,
        "grades": _grades(asked, name),
        "kind": "source",
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
    name = _name(asked)
    printed = _counted(asked, ClaimFilter(outlet=name), lambda _: True)
    with asked.desk.store.looking() as connection:
        held = queries.newest(connection, asked.at, SHOWN, outlet=name)
        total = queries.count_reports(connection, asked.at, name)
    if not held:
        raise NotFoundError("no report of an outlet of that name is in the ledger; see the outlets")
    own = _counted(asked, ClaimFilter(source=name), lambda _: True)
    return {
        "name": name,
        "said": printed,
        "held": held,
        "reports": total,
        "record": _record(asked, own.refs, printed.refs),
        "cases": CASES,
        "kind": "outlet",
    }


def place(asked: Asked) -> dict[str, object]:
    """The values of a place's page."""
    name = _name(asked)
    same = _is(name)
    said = _counted(asked, ClaimFilter(place=name), lambda one: any(map(same, one.places)))
    spots = [row for row in asked.desk.places(asked.as_of, asked.at) if same(row.name)]
    if not said.total and not spots:
        raise NotFoundError("no claim speaks of a place of that name; see the places")
    return {"name": name, "spots": spots, "said": said, "kind": "place"}

"""A source, an outlet, a place: what it said, or what is said of it, over time, and what became of it."""

from __future__ import annotations

from twosource.desk import queries
from twosource.desk.asked import Asked
from twosource.desk.plots import columns
from twosource.desk.words import CASES
from twosource.errors import NotFoundError
from twosource.ledger.folding import fold
from twosource.ledger.rows import ClaimFilter, ClaimRow
from twosource.model import Record
from twosource.reconcile.judged import active
from twosource.views.record import TrackRecord, track_record

SHOWN = 40
"""Claims that stand on the page; all of them are one click away."""

COUNTED = 5000
"""Claims from which the months are counted: more make a page slow and its columns no plainer."""


def _name(asked: Asked) -> str:
    return str(asked.request.path_params["name"])


def _claims(asked: Asked, wanted: ClaimFilter) -> list[ClaimRow]:
    def make() -> list[ClaimRow]:
        with asked.desk.store.looking() as connection:
            return queries.claims(connection, wanted, 0, COUNTED, asked.at)

    return asked.desk.kept(("claims of", wanted, asked.as_of), make)


def _record(asked: Asked, name: str) -> TrackRecord:
    return asked.desk.kept(("record", name), lambda: track_record(asked.desk.store, name))


def source(asked: Asked) -> dict[str, object]:
    """The values of a source's page."""
    name = _name(asked)
    said = [row for row in _claims(asked, ClaimFilter(source=name)) if fold(row.source or "") == fold(name)]
    rows = [row for row in asked.desk.kept("sources", asked.desk.store.sources) if fold(row.name) == fold(name)]
    if not said and not rows:
        raise NotFoundError("nobody of that name speaks in the ledger; see the sources")
    return {
        "name": name,
        "kinds": sorted({row.kind for row in rows}),
        "sides": sorted({side for row in rows for side in row.side or ()}),
        "claims": said[::-1][:SHOWN],
        "total": len(said),
        "reports": len({row.report for row in said}),
        "columns": columns(said),
        "record": None if asked.as_of else _record(asked, name),
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
    printed = _claims(asked, ClaimFilter(outlet=name))
    with asked.desk.store.looking() as connection:
        held = queries.newest(connection, asked.at, SHOWN, outlet=name)
        total = queries.count_reports(connection, asked.at, name)
    if not held:
        raise NotFoundError("no report of an outlet of that name is in the ledger; see the outlets")
    return {
        "name": name,
        "claims": printed[::-1][:SHOWN],
        "total": len(printed),
        "capped": len(printed) == COUNTED,
        "held": held,
        "reports": total,
        "columns": columns(printed),
        "record": None if asked.as_of else _record(asked, name),
        "cases": CASES,
        "kind": "outlet",
    }


def place(asked: Asked) -> dict[str, object]:
    """The values of a place's page."""
    name = _name(asked)
    said = [row for row in _claims(asked, ClaimFilter(place=name)) if _at(row, name)]
    rows = asked.desk.kept(("places", asked.as_of), lambda: asked.desk.atlas.places(asked.at))
    spots = [row for row in rows if fold(row.name) == fold(name)]
    if not said and not spots:
        raise NotFoundError("no claim speaks of a place of that name; see the places")
    return {
        "name": name,
        "spots": spots,
        "claims": said[::-1][:SHOWN],
        "total": len(said),
        "reports": len({row.report for row in said}),
        "columns": columns(said),
        "kind": "place",
    }


def _at(row: ClaimRow, name: str) -> bool:
    return any(fold(held) == fold(name) for held in row.places)

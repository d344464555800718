"""A report: its text as published, everything that was found in it, its versions, and what it has from others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from twosource.desk import queries
from twosource.desk.asked import Asked
from twosource.desk.marked import explained, paragraphs
from twosource.errors import NotFoundError, UsageError
from twosource.ledger.rows import ReportRow
from twosource.model import Claim, ClaimRef, Report, Status
from twosource.tell import wording
from twosource.tell.blocks import web_address
from twosource.tell.index import Index
from twosource.tell.view import Line, line_of
from twosource.tell.voices import voice
from twosource.views.changes import edits
from twosource.views.lineage import Lineage, lineage

ALIKE = 20
"""Reports whose passages are compared, the likeliest: each is read whole, in a millisecond or two."""


@dataclass(frozen=True, slots=True)
class Card:
    """A claim of the report, and the question that it is in."""

    claim: Claim
    line: Line
    question: str | None
    status: Status | None


@dataclass(frozen=True, slots=True)
class Edit:
    """A version and what changed from the one before."""

    row: ReportRow
    told: str


def view(asked: Asked) -> dict[str, object]:
    """The values of the page."""
    report = asked.desk.store.report(str(asked.request.path_params["report"]))
    index = Index((report,))
    refs = sorted(index, key=lambda ref: min((span.start for span in index.at(ref)[1].content), default=0))
    with asked.desk.store.looking() as connection:
        inside = queries.asking(connection, refs)
        head = queries.heads(connection, [report.id])[report.id]
    at = _stretch(asked)
    return {
        "report": report,
        "head": head,
        "address": web_address(report),
        "paragraphs": paragraphs(report),
        "cards": [_card(ref, index, inside) for ref in refs],
        "edits": _edits(asked, report),
        "kin": _kin(asked, report),
        "skipped": [wording.clean(part.reason).replace("_", " ") for part in report.skipped],
        "told": explained(report, *at) if at else [],
        "at": asked.text("at"),
        "language": report.language if report.language and re.fullmatch(r"[a-zA-Z-]{2,12}", report.language) else None,
    }


def why(asked: Asked) -> dict[str, object]:
    """What a mark says of itself."""
    report = asked.desk.store.report(str(asked.request.path_params["report"]))
    at = _stretch(asked)
    if at is None:
        raise UsageError("at is missing; give START-END")
    told = explained(report, *at)
    if not told:
        raise NotFoundError("nothing is marked there")
    return {"told": told, "report": report}


def _stretch(asked: Asked) -> tuple[int, int] | None:
    value = asked.text("at")
    if value is None:
        return None
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9})", value, re.ASCII)
    if not found:
        raise UsageError(f"at wants START-END, not {value!r}")
    return int(found[1]), int(found[2])


def _card(ref: ClaimRef, index: Index, inside: dict[ClaimRef, tuple[str, Status]]) -> Card:
    question, status = inside.get(ref, (None, None))
    return Card(index.at(ref)[1], line_of(ref, voice(index, ref), (), index), question, status)


def _edits(asked: Asked, report: Report) -> list[Edit]:
    """The versions of the address, the last one first, where there are several."""
    rows = asked.desk.store.versions(report.id)
    if len(rows) < 2:
        return []
    held = {one.id: one for one in asked.desk.store.reports(ids=[row.id for row in rows], current=False)}
    made = [Edit(rows[0], "")]
    for before, now in pairwise(rows):
        made.append(Edit(now, edits(held[before.id], held[now.id])))
    return made[::-1]


def _kin(asked: Asked, report: Report) -> Lineage | None:
    """What it has from others; nothing of a superseded version."""
    found = asked.desk.kept(("lineage", report.id), lambda: lineage(asked.desk.store, report.id, ALIKE))
    return found if found.kin or found.credits or found.carried else None

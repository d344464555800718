"""A report: its text as published, everything that was found in it, its versions, and what it has from others."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    with asked.desk.store.looking() as connection:
        head = queries.heads(connection, [report.id])[report.id]
    if asked.at is not None and head.known_from > asked.at:
        raise NotFoundError("the ledger did not have that report yet; choose a later day")
    refs = sorted(index, key=lambda ref: min((span.start for span in index.at(ref)[1].content), default=0))
    inside = _asking(asked, refs)
    at = _stretch(asked)
    return {
        "report": report,
        "head": head,
        "address": web_address(report),
        "paragraphs": paragraphs(report),
        "cards": [_card(ref, index, inside) for ref in refs],
        "edits": _edits(asked, report),
        "kin": _kin(asked, report),
        "carried": _carried(report),
        "is_gone": head.known_to is not None and (asked.at is None or head.known_to <= asked.at),
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


def _asking(asked: Asked, refs: Sequence[ClaimRef]) -> dict[ClaimRef, tuple[str, Status]]:
    """The questions that some claims are in, or were in then, with how each stands or stood."""
    if asked.at is None:
        with asked.desk.store.looking() as connection:
            return queries.asking(connection, refs)
    then = asked.desk.store.questions_with(refs, asked.at)
    return {ref: (one.id, one.status) for one in reversed(then) for ref in one.claims()}


def _carried(report: Report) -> list[tuple[str, tuple[str, ...], list[str]]]:
    """Whose words came through others, through whom, and in which claims."""
    held: dict[tuple[str, ...], list[str]] = {}
    for claim in report.claims:
        if len(claim.relay) > 2:
            held.setdefault(claim.relay, []).append(claim.id)
    return [(relay[0], relay[1:-1], ids) for relay, ids in sorted(held.items(), key=lambda one: -len(one[1]))]


def _edits(asked: Asked, report: Report) -> list[Edit]:
    """The versions of the address, the last one first, where there are several."""
    rows = [row for row in asked.desk.store.versions(report.id) if asked.at is None or row.known_from <= asked.at]
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
    if asked.at is not None:
        with asked.desk.store.looking() as connection:
            heads = queries.heads(connection, [one.report for one in found.kin])
        found = found.replace(kin=tuple(one for one in found.kin if heads[one.report].known_from <= asked.at))
    return found if found.kin or found.credits or found.carried else None

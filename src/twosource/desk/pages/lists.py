"""The lists: stories, questions, reports, claims, sources, outlets and places, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.desk import queries
from twosource.desk.api import answers
from twosource.desk.asked import STATUSES, TYPES, Asked, Page, paged
from twosource.ledger.claims import rows_of
from twosource.ledger.rows import ClaimRow
from twosource.model import ClaimRef, Question

ROWS = 50


def stories(asked: Asked) -> dict[str, object]:
    """The stories."""
    page = answers.stories(asked)
    with asked.desk.store.looking() as connection:
        return {"page": page, "total": queries.count_stories(connection, asked.at)}


def questions(asked: Asked) -> dict[str, object]:
    """The questions."""
    page = answers.questions(asked)
    with asked.desk.store.looking() as connection:
        counts = queries.status_counts(connection, asked.at)
    return {"page": page, "counts": counts, "total": sum(counts.values()), "types": TYPES, "all": STATUSES}


def reports(asked: Asked) -> dict[str, object]:
    """The reports."""
    with asked.desk.store.looking() as connection:
        total = queries.count_reports(connection, asked.at, asked.text("outlet"))
    return {"page": answers.reports(asked), "total": total}


def sources(asked: Asked) -> dict[str, object]:
    """Who speaks."""
    words = asked.text("q")
    rows = asked.desk.sources(asked.as_of, asked.at)
    if words:
        rows = [row for row in rows if words.casefold() in row.name.casefold()]
    return {"page": _cut(asked, rows), "total": len(rows)}


def outlets(asked: Asked) -> dict[str, object]:
    """Who published."""
    return {"page": answers.outlets(asked)}


def places(asked: Asked) -> dict[str, object]:
    """What claims speak of."""
    words = asked.text("q")
    rows = asked.desk.places(asked.as_of, asked.at)
    if words:
        rows = [row for row in rows if words.casefold() in row.name.casefold()]
    return {"page": _cut(asked, rows), "total": len(rows)}


def _cut(asked: Asked, rows: Sequence[object]) -> Page:
    offset = asked.number("cursor", 0)
    return paged(list(rows[offset : offset + ROWS + 1]), ROWS, offset)


def claims(asked: Asked) -> dict[str, object]:
    """Claims: those of a question, a position or a group, or those that filters ask for."""
    name = asked.text("question")
    if name is None:
        return {"page": answers.claims(asked), "question": None, "total": None, "part": ""}
    _, question = asked.desk.question(name, asked.at)
    refs, part = _part(asked, question)
    offset = asked.number("cursor", 0)
    with asked.desk.store.looking() as connection:
        rows = in_order(rows_of(connection, refs[offset : offset + ROWS + 1]), refs)
    return {"page": paged(rows, ROWS, offset), "question": question, "total": len(refs), "part": part}


def in_order(rows: Sequence[ClaimRow], refs: Sequence[ClaimRef]) -> list[ClaimRow]:
    """Rows in the order of some claims."""
    held = {ClaimRef(row.report, row.claim): row for row in rows}
    return [held[ref] for ref in refs if ref in held]


def _part(asked: Asked, question: Question) -> tuple[list[ClaimRef], str]:
    """The claims of a position or group by its number, else of the whole question."""
    positions, groups = question.positions, question.independent_sources.groups
    position = asked.number("position", 0, most=len(positions))
    group = asked.number("group", 0, most=len(groups))
    if position:
        one = positions[position - 1]
        return list(dict.fromkeys(one.claims)), f"the position “{one.answer}”"
    if group:
        counted = groups[group - 1]
        return list(dict.fromkeys(counted.claims)), f"the group {', '.join(counted.names)}"
    if asked.text("count"):
        certain = [ref for counted in groups if counted.certain for ref in counted.claims]
        return list(dict.fromkeys(certain)), "the sources that are certainly independent"
    return list(dict.fromkeys(question.claims())), ""

"""The lists: stories, questions, reports, claims, sources, outlets and places, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.desk import queries
from twosource.desk.api import answers
from twosource.desk.asked import STATUSES, TYPES, Asked, Page, paged
from twosource.ledger.claims import rows_of
from twosource.ledger.rows import ClaimRow
from twosource.model import ClaimRef, Question, Record

ROWS = 50
GROUPS = 25
"""Sources under headings of their own on one page."""

MAPPED = ("control", "attack", "movement", "casualties", "other")
"""The types that a map tells apart; the rest is `other`."""


def stories(asked: Asked) -> dict[str, object]:
    """The stories."""
    page = answers.stories(asked)
    with asked.desk.store.looking() as connection:
        return {"page": page, "total": queries.count_stories(connection, asked.at)}


def questions(asked: Asked) -> dict[str, object]:
    """The questions."""
    page = answers.questions(asked)
    name = asked.text("story")
    story = None if name is None else asked.desk.story(name, asked.at)
    within = None if story is None else story.id
    wanted = asked.word("status", STATUSES), asked.word("type", TYPES), asked.text("q"), within
    with asked.desk.store.looking() as connection:
        counts = queries.status_counts(connection, asked.at)
        total = queries.count_questions(connection, asked.at, *wanted)
    return {"page": page, "counts": counts, "total": total, "types": TYPES, "all": STATUSES, "story": story}


def reports(asked: Asked) -> dict[str, object]:
    """The reports."""
    wanted = answers.report_filter(asked)
    name = asked.text("story")
    with asked.desk.store.looking() as connection:
        total = queries.count_reports(connection, asked.at, wanted)
    story = None if name is None else asked.desk.story(name, asked.at)
    return {"page": answers.reports(asked), "total": total, "story": story}


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


class Section(Record, frozen=True):
    """Claims under a heading: the names that count as one source, and why; a plain list has no heading."""

    names: tuple[str, ...]
    why: str | None
    certain: bool
    rows: tuple[ClaimRow, ...]


def claims(asked: Asked) -> dict[str, object]:
    """Claims: those of a question, a position or a group, those that a map shows, or those that filters ask for."""
    name = asked.text("question")
    if name is not None:
        _, question = asked.desk.question(name, asked.at)
        if asked.text("count"):
            return _grouped(asked, question)
        refs, part = _part(asked, question)
        return {**_those(asked, refs), "question": question, "part": part}
    if asked.text("mapped") or asked.text("spot"):
        return {**_those(asked, on_map(asked)), "question": None, "part": ""}
    page = answers.claims(asked)
    total = asked.desk.number_of(asked.filter(), asked.as_of, asked.at)
    return {"page": page, "sections": [_plain(page.items)], "question": None, "total": total, "part": ""}


def _plain(rows: Sequence[ClaimRow]) -> Section:
    return Section((), None, True, tuple(rows))


def _those(asked: Asked, refs: Sequence[ClaimRef]) -> dict[str, object]:
    """A page of some claims."""
    offset = asked.number("cursor", 0)
    with asked.desk.store.looking() as connection:
        rows = in_order(rows_of(connection, refs[offset : offset + ROWS + 1]), refs)
    page = paged(rows, ROWS, offset)
    return {"page": page, "sections": [_plain(page.items)], "total": len(refs)}


def _grouped(asked: Asked, question: Question) -> dict[str, object]:
    """The claims that a count of independent sources rests on, under each source that it counts."""
    certain = asked.word("count", ("certain", "most")) == "certain"
    groups = [one for one in question.independent_sources.groups if one.certain or not certain]
    offset = asked.number("cursor", 0)
    page = paged(groups[offset : offset + GROUPS + 1], GROUPS, offset)
    with asked.desk.store.looking() as connection:
        rows = rows_of(connection, [ref for one in page.items for ref in one.claims])
    sections = [
        Section(one.names, one.reason, one.certain, tuple(in_order(rows, list(dict.fromkeys(one.claims)))))
        for one in page.items
    ]
    total = len({ref for one in groups for ref in one.claims})
    part = f"the {'certainly ' if certain else 'possibly '}independent sources, each under its own heading"
    return {"page": page, "sections": sections, "question": question, "total": total, "part": part}


def on_map(asked: Asked) -> list[ClaimRef]:
    """The claims that a map shows between two days, of some types, of one spot or of all."""
    name, spot, place = asked.text("story"), asked.spot(), asked.text("place")
    kinds = frozenset((asked.text("kinds") or ",".join(MAPPED)).split(","))
    since, until, is_open = asked.day("since"), asked.day("until"), asked.text("open") is not None

    def find() -> list[ClaimRef]:
        found = (
            (one.report, one.claim)
            for one in answers.events_of(asked, name)
            if (spot is None or (one.lat == spot[0] and one.lon == spot[1]))
            and (place is None or one.place == place)
            and (one.type if one.type in MAPPED else "other") in kinds
            and (not is_open or one.status is not None)
            and (since is None or (one.end is not None and one.end >= since))
            and (until is None or one.start is None or one.start <= until)
        )
        return [ClaimRef(*ref) for ref in dict.fromkeys(found)]

    return asked.desk.kept(("mapped", asked.as_of, name, spot, place, kinds, since, until, is_open), find)


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
    return list(dict.fromkeys(question.claims())), ""

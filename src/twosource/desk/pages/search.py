"""Search: over claims, reports, questions, sources and places at once."""

from __future__ import annotations

from twosource.desk import queries
from twosource.desk.api import answers
from twosource.desk.asked import TYPES, Asked, Page

REPORTS = 10
QUESTIONS = 8
NAMES = 8


def view(asked: Asked) -> dict[str, object]:
    """The values of the page; before anything is asked for it is empty."""
    words = asked.text("q")
    filtered = any(asked.text(name) for name in ("source", "place", "outlet", "side", "type", "since"))
    empty: dict[str, object] = {
        "words": words, "page": Page((), None), "reports": [], "questions": [], "names": [], "types": TYPES,
        "searched": False, "total": 0, "parties": asked.desk.parties(asked.as_of, asked.at),
        "most": {"reports": REPORTS, "questions": QUESTIONS, "names": NAMES},
    }  # fmt: skip
    if not filtered and (words is None or not queries.is_searchable(words)):
        return empty
    page = answers.claims(asked)
    empty["total"] = asked.desk.number_of(asked.filter(), asked.as_of, asked.at)
    if words is None or asked.number("cursor", 0):
        return {**empty, "page": page, "searched": True}
    with asked.desk.store.looking() as connection:
        reports = queries.newest(connection, asked.at, REPORTS, asked=queries.ReportFilter(words=words))
        questions = queries.questions(connection, asked.at, limit=QUESTIONS, words=words)
    rows = asked.desk.sources(asked.as_of, asked.at)
    names = [row for row in rows if words.casefold() in row.name.casefold()][:NAMES]
    return {**empty, "page": page, "reports": reports, "questions": questions, "names": names, "searched": True}

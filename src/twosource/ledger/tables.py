"""CSV tables of an export: one function a table, each giving its columns and then its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from twosource.ledger.rows import ClaimRow, SourceRow
from twosource.model import ClaimRef, Estimate, Period, Question, Story

Cell = str | float | int | bool | None
CsvRow = Sequence[Cell]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What spreadsheets take for the beginning of a formula (OWASP, CSV injection)."""


def cell(value: Cell) -> str:
    """A cell's text, harmless in a spreadsheet. Numbers stay numbers.

    >>> cell("=1+1"), cell(-3), cell(None)
    ("'=1+1", '-3', '')
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    text = value.replace("\x00", "\ufffd")
    return f"'{text}" if text.startswith(_FORMULA) else text


def _listed(names: Iterable[str] | None) -> str | None:
    return None if names is None else " | ".join(names)


def _refs(claims: Iterable[ClaimRef]) -> str:
    return " | ".join(f"{ref.report}:{ref.claim}" for ref in claims)


CLAIM_COLUMNS = (
    "report", "claim", "outlet", "title", "published_from", "published_to", "words", "source", "source_kind", "side",
    "relay", "type", "stance", "certainty", "said_from", "said_to", "when_from", "when_to", "places", "item", "part",
)  # fmt: skip


def claims(pages: Iterable[Sequence[ClaimRow]]) -> Iterator[CsvRow]:
    """claims.csv"""
    yield CLAIM_COLUMNS
    for page in pages:
        for row in page:
            said, when = row.said or Period(), row.when or Period()
            yield (
                row.report, row.claim, row.outlet, row.title, row.published.start, row.published.end, row.words,
                row.source, row.source_kind, _listed(row.side), _listed(row.relay), row.type, row.stance,
                row.certainty, said.start, said.end, when.start, when.end, _listed(row.places), row.item, row.part,
            )  # fmt: skip


def sources(rows: Iterable[SourceRow]) -> Iterator[CsvRow]:
    """sources.csv"""
    yield "name", "kind", "side", "claims", "reports"
    for row in rows:
        yield row.name, row.kind, _listed(row.side), row.claims, row.reports


def questions(stories: Iterable[Story]) -> Iterator[CsvRow]:
    """questions.csv"""
    yield (
        "story", "story_title", "question", "text", "type", "status", "status_reason", "count", "at_most", "sides",
        "declined",
    )  # fmt: skip
    for story in stories:
        for asked in story.questions:
            counted = asked.independent_sources
            yield (
                story.id, story.title, asked.id, asked.text, asked.type, asked.status, asked.status_reason,
                counted.count, counted.at_most, _listed(asked.sides), _listed(asked.declined),
            )  # fmt: skip


def _all_questions(stories: Iterable[Story]) -> Iterator[Question]:
    for story in stories:
        yield from story.questions


def positions(stories: Iterable[Story]) -> Iterator[CsvRow]:
    """positions.csv"""
    yield "question", "position", "answer", "sources", "claims", "low", "best", "high", "unit", "reason"
    nothing = Estimate(None, None, None, None)
    for asked in _all_questions(stories):
        for number, position in enumerate(asked.positions, 1):
            found = position.estimate or nothing
            yield (
                asked.id, number, position.answer, _listed(position.sources), _refs(position.claims),
                found.low, found.best, found.high, found.unit, position.reason,
            )  # fmt: skip


def relations(stories: Iterable[Story]) -> Iterator[CsvRow]:
    """relations.csv"""
    yield "question", "a_report", "a_claim", "b_report", "b_claim", "kind", "reason"
    for asked in _all_questions(stories):
        for found in asked.relations:
            a, b = found.a, found.b
            yield asked.id, a.report, a.claim, b.report, b.claim, found.kind, found.reason

"""What a story's pictures show: who said what when, and figures side by side. Nothing is drawn here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from twosource.model import ClaimRef, Figure, Measure, Period, Stance
from twosource.tell import wording
from twosource.tell.index import Index, Mark
from twosource.tell.view import QuestionView, StoryView
from twosource.tell.voices import voice

MOST_ROWS = 16
"""Rows of a timeline: more do not fit a screen."""
MOST_FIGURES = 10
"""Figures of one measure that a plot sets side by side."""
MOST_PANELS = 3
"""Plots of figures in one story."""
CASUALTIES: tuple[Measure, ...] = ("killed", "wounded", "killed_or_wounded", "missing", "captured")
AROUND = 45
"""Days before and after the reports' days that a timeline still shows: what was said long before is background."""


@dataclass(frozen=True, slots=True)
class Point:
    """Somebody said something on a day, or at some time between two."""

    start: date
    end: date
    stance: Stance
    who: str
    said: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Row:
    """A position and what was said for it."""

    key: str
    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A question with the rows of its positions."""

    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """When the positions of a story were taken, and which gave way to which."""

    lanes: tuple[Lane, ...]
    changes: tuple[tuple[Mark, Mark], ...]
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure with its bounds, as somebody gave it."""

    told: str
    low: float | None
    high: float | None
    approximate: bool
    who: str
    said: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Figures of one measure and unit, side by side and never averaged."""

    label: str
    unit: str
    bars: tuple[Bar, ...]
    is_toll: bool


def timeline(story: StoryView, index: Index) -> Timeline | None:
    """The timeline of a story's first questions; None where fewer than two days are known."""
    lanes: list[Lane] = []
    changes: list[tuple[Mark, Mark]] = []
    count = 0
    about = _about(story)
    for question in story.full:
        rows = tuple(row for row in _rows(question, about, index) if row.points)
        days = {point.end for row in rows for point in row.points}
        if question.status == "single_source" or len(days) < 2 or (lanes and count + len(rows) > MOST_ROWS):
            continue
        rows = rows[:MOST_ROWS]
        count += len(rows)
        lanes.append(Lane(f"{question.number} {question.text}", rows))
        changes += _changes(question, rows, index)
    points = [point for lane in lanes for row in lane.rows for point in row.points]
    if not points:
        return None
    return Timeline(tuple(lanes), tuple(changes), min(p.start for p in points), max(p.end for p in points))


def _about(story: StoryView) -> Period:
    """The days on which the story's reports came out, where they are known; else the story's own period."""
    days = [(report.published.start, report.published.end) for report in story.reports]
    known = [(start, end) for start, end in days if start and end and start[:7] == end[:7]]
    if not known:
        return story.story.period
    return Period(min(start for start, _ in known), max(end for _, end in known))


def _rows(question: QuestionView, about: Period, index: Index) -> Iterator[Row]:
    for position in question.positions:
        points = [point for ref in position.refs for point in _point(ref, about, index)]
        yield Row(position.key, position.heading, tuple(sorted(points, key=lambda p: (p.end, p.start, p.mark.anchor))))


def _point(ref: ClaimRef, about: Period, index: Index) -> Iterator[Point]:
    """The point of a claim that was said on, or by, a day near those of the reports."""
    claim = index.at(ref)[1]
    if claim.said is None:
        return
    start, end = _date(claim.said.start), _date(claim.said.end)
    if end is None or _far(end, about):
        return
    if start is None or start > end or _far(start, about):
        start = end
    yield Point(start, end, claim.stance, voice(index, ref).name, wording.when_said(claim.said), index.mark(ref))


def _date(day: str | None) -> date | None:
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        return None


def _far(day: date, about: Period) -> bool:
    start, end = _date(about.start), _date(about.end)
    return bool((start and (start - day).days > AROUND) or (end and (day - end).days > AROUND))


def _changes(question: QuestionView, rows: tuple[Row, ...], index: Index) -> Iterator[tuple[Mark, Mark]]:
    """The revisions between two rows, one for each pair of rows."""
    row_of = {point.mark.ref: n for n, row in enumerate(rows) for point in row.points}
    seen: set[tuple[int, int]] = set()
    for relation in question.asked.relations:
        if relation.kind != "revision" or relation.a not in row_of or relation.b not in row_of:
            continue
        pair = (row_of[relation.a], row_of[relation.b])
        if pair[0] != pair[1] and pair not in seen:
            seen.add(pair)
            yield index.mark(relation.a), index.mark(relation.b)


def panels(story: StoryView, index: Index, most: int = MOST_PANELS) -> tuple[Panel, ...]:
    """The figures that answer one question in one unit, where at least two differ: of the dead first, then the most."""
    made = [panel for question in story.questions for panel in _panels(question, index) if len(panel.bars) > 1]
    made.sort(key=lambda panel: (not panel.is_toll, -len(panel.bars)))
    shown: set[tuple[str, str]] = set()
    kept: list[Panel] = []
    for panel in made:
        bars = {(bar.told, bar.who) for bar in panel.bars}
        if not bars <= shown:
            kept.append(panel)
            shown |= bars
    return tuple(kept[:most])


def _panels(question: QuestionView, index: Index) -> Iterator[Panel]:
    """Dead, wounded, missing and captured stand together, each named; every other measure stands alone."""
    found: dict[tuple[str, str], dict[tuple[object, ...], list[tuple[Figure, ClaimRef]]]] = {}
    for ref in (ref for position in question.positions for ref in position.refs):
        for value in _figures(ref, index):
            family: str = "casualties" if value.measure in CASUALTIES else value.measure
            group = found.setdefault((family, value.unit or ""), {})
            group.setdefault((value.low, value.high, value.measure, voice(index, ref).key), []).append((value, ref))
    for (family, unit), group in found.items():
        is_toll = family == "casualties" and question.type == "casualties"
        if len({key[:3] for key in group}) > 1:
            bars = tuple(_bar(held, index) for held in list(group.values())[:MOST_FIGURES])
            yield Panel(f"{question.number} {question.text}", unit, bars, is_toll)


def _figures(ref: ClaimRef, index: Index) -> Iterator[Figure]:
    """The figures of a claim that have a finite bound and are no repetition."""
    report, claim = index.at(ref)
    for n in claim.figures:
        if not 0 <= n < len(report.figures):
            continue
        value = report.figures[n]
        ends = [end for end in (value.low, value.high) if end is not None]
        if value.same_as is None and ends and all(0 <= end < 1e15 for end in ends):
            yield value


def _bar(held: list[tuple[Figure, ClaimRef]], index: Index) -> Bar:
    value, ref = held[0]
    claim = index.at(ref)[1]
    measure = f" {wording.measure(value.measure)}" if value.measure in CASUALTIES else ""
    marks = index.marks(ref for _, ref in held)
    who = voice(index, ref).name
    return Bar(
        wording.about(value) + measure,
        value.low,
        value.high,
        value.approximate,
        who,
        wording.when_said(claim.said),
        marks,
    )

"""What the desk's plots show, measured out in units of the picture; templates draw them as SVG.

Every mark is a link to the claims that it stands for.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.ledger.rows import ClaimRow
from twosource.model import Period
from twosource.tell import wording
from twosource.tell.charts import Bar, Panel

WIDTH = 400
LEFT = 100
RIGHT = 8
ROW = 26
MOST_LANES = 8
SPREAD = 50
"""From this ratio of the greatest to the smallest figure on, the axis is logarithmic."""
FAR = 400
"""Days before the newest claim that a timeline reaches back: what is older is background and would squeeze the rest."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of an axis."""

    x: float
    label: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Dot:
    """Some claims of one lane on one day."""

    x: float
    r: float
    day: str
    count: int
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of a timeline."""

    key: str
    label: str
    y: float
    said: tuple[Dot, ...]
    happened: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """When something was said (or, where that is not known, published) and when it happened, by lane."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    width: int
    height: float
    undated: int


def timeline(rows: Sequence[ClaimRow], by: str = "side") -> Timeline | None:
    """Claims by the side that speaks, or by their type; None where no day is known."""
    said: dict[str, Counter[date]] = {}
    happened: dict[str, Counter[date]] = {}
    undated = 0
    for row in rows:
        day, when = _day(row.said) or _day(row.published), _day(row.when)
        undated += day is None
        for key in _keys(row, by):
            if day:
                said.setdefault(key, Counter())[day] += 1
            if when:
                happened.setdefault(key, Counter())[when] += 1
    days = [day for held in said.values() for day in held]
    if not days:
        return None
    last = max(days)
    first = min(day for day in days if (last - day).days <= FAR)
    order = sorted(said, key=lambda key: (key == "", -sum(said[key].values())))[:MOST_LANES]
    span = max(1, (last - first).days)

    def x(day: date) -> float:
        return round(LEFT + 8 + (WIDTH - LEFT - RIGHT - 16) * (day - first).days / span, 1)

    def dots(held: Counter[date]) -> tuple[Dot, ...]:
        inside = ((day, count) for day, count in sorted(held.items()) if first <= day <= last)
        return tuple(
            Dot(x(day), round(min(10.0, 3 + count**0.5 * 1.3), 1), day.isoformat(), count, wording.day(day.isoformat()))
            for day, count in inside
        )

    lanes = tuple(
        Lane(key, _name(key, by), 14 + n * ROW, dots(said[key]), dots(happened.get(key, Counter())))
        for n, key in enumerate(order)
    )
    return Timeline(lanes, tuple(_ticks(first, last, x)), WIDTH, len(lanes) * ROW + 30, undated)


def _keys(row: ClaimRow, by: str) -> Iterable[str]:
    return (row.type,) if by == "type" else row.side or ("",)


def _name(key: str, by: str) -> str:
    if by == "type":
        return wording.TYPE.get(key, key)  # type: ignore[call-overload, no-any-return]
    return wording.side(wording.clean(key)) if key else "no party"


def _day(value: Period | None) -> date | None:
    told = value and (value.end or value.start)
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        return None


def _ticks(first: date, last: date, x: object) -> Iterable[Tick]:
    assert callable(x)
    days = (last - first).days
    for n in sorted({0, days // 2 if days > 3 else 0, days}):
        day = first + timedelta(days=n)
        anchor = "start" if n == 0 and days else "end" if n == days and days else "middle"
        yield Tick(x(day), wording.day(day.isoformat(), year=n == 0), anchor)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure as it is drawn: its stretch, which ends are open, and how it is told."""

    bar: Bar
    y: float
    x1: float
    x2: float
    open_low: bool
    open_high: bool
    is_point: bool


@dataclass(frozen=True, slots=True)
class Plot:
    """Figures of one measure side by side, never averaged."""

    panel: Panel
    drawn: tuple[Drawn, ...]
    ticks: tuple[Tick, ...]
    width: int
    height: float
    is_log: bool


def figure_plot(panel: Panel) -> Plot:
    """A panel measured out."""
    width, left, right, row = 400, 6, 16, 40
    ends = [float(end) for bar in panel.bars for end in (bar.low, bar.high) if end is not None]
    most, least = max(ends), min(ends)
    is_log = least > 0 and most / least > SPREAD
    low, high = (_log(least / 1.6), _log(most * 1.8)) if is_log else (0.0, (most or 1.0) * 1.08)

    def x(value: float) -> float:
        at = (_log(value) if is_log else value) - low
        return round(left + (width - left - right) * at / (high - low), 1)

    drawn = []
    for n, bar in enumerate(panel.bars):
        start = left if bar.low is None else x(bar.low)
        end = width - right if bar.high is None else x(bar.high)
        is_point = bar.low == bar.high
        drawn.append(Drawn(bar, 27 + n * row, start, end, bar.low is None, bar.high is None, is_point))
    ticks = tuple(Tick(x(value), wording.number(value)) for value in _round(least, most, is_log))
    return Plot(panel, tuple(drawn), ticks, width, len(drawn) * row + 26, is_log)


def _log(value: float) -> float:
    from math import log10

    return log10(value)


def _round(least: float, most: float, is_log: bool) -> list[float]:
    """Round values along the axis."""
    if is_log:
        powers = [10.0**n for n in range(16) if least / 1.6 <= 10.0**n <= most * 1.8]
        return powers[:: max(1, -(-len(powers) // 4))]
    if most <= 0:
        return [0]
    raw = most / 3
    size = 10.0 ** int(f"{raw:e}".split("e")[1])
    step = next(size * factor for factor in (1, 2, 5, 10) if size * factor >= raw)
    return [step * n for n in range(int(most * 1.08 // step) + 1)]


_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-\d\d")


@dataclass(frozen=True, slots=True)
class Column:
    """The claims of one month or day."""

    x: float
    y: float
    width: float
    height: float
    count: int
    label: str
    since: str
    until: str


MONTHS, DAYS = 24, 62
"""The most columns: two years of months, or two months of days where all lies within them."""


def columns(counted: Mapping[str, int]) -> tuple[Column, ...]:
    """How many claims were made in each month of the last two years, or on each day where two months hold them all."""
    days = {day: n for value, n in counted.items() if (day := _whole_day(value)) is not None}
    if len(days) < 2:
        return ()
    last, first = max(days), min(days)
    if (last - first).days < DAYS:
        held = [(day, day, wording.day(day.isoformat())) for day in _each_day(first, last)]
    else:
        held = [
            (
                start,
                start.replace(day=monthrange(start.year, start.month)[1]),
                f"{wording.MONTHS[start.month - 1]} {start.year}",
            )
            for start in _each_month(first, last)[-MONTHS:]
        ]
    counts = [sum(n for day, n in days.items() if start <= day <= end) for start, end, _ in held]
    most, wide = max(counts), min(40.0, 640 / len(held))
    return tuple(
        Column(
            round(n * wide + 1, 1), round(60 - 56 * count / most, 1), round(wide - 2, 1), round(56 * count / most, 1),
            count, label, start.isoformat(), end.isoformat(),
        )
        for n, ((start, end, label), count) in enumerate(zip(held, counts, strict=True))
    )  # fmt: skip


def _whole_day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        return None


def _each_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _each_month(first: date, last: date) -> list[date]:
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(n // 12, n % 12 + 1, 1) for n in months]

"""Draws a story's pictures with matplotlib, each in a wide and a narrow form, always the same for the same account."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

from twosource.model import Stance
from twosource.tell import wording
from twosource.tell.charts import Bar, Panel, Point, Timeline
from twosource.tell.svg import inline

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK, MUTED, RULE, ACCENT, DENY, PAPER = "#010101", "#020202", "#030303", "#040404", "#050505", "#060606"
"""Stand-ins for the page's colours; see `svg.COLOURS`."""

WIDTHS = {"wide": 560, "narrow": 340}
PANEL_WIDTHS = {"wide": 460, "narrow": 340}
"""Units of the two forms, about as many as the pixels that they stand on, so that 12 units are 12 pixels of type."""
SIZE = 12
DOTTED = (0, (1, 3))
GLYPH = 6.1
"""The mean width of a letter at that size."""
ROW, LANE, AXIS = 37, 30, 30
"""Heights of a row, of a heading above rows, and of the axis."""
SPREAD = 50
"""From this ratio of the greatest to the smallest figure on, the axis is logarithmic."""
SHAPES: tuple[tuple[str, tuple[Stance, ...], str, str], ...] = (
    ("o", ("assert", "acknowledge"), ACCENT, ACCENT),
    ("s", ("decline", "cannot_verify"), MUTED, PAPER),
    ("X", ("deny",), DENY, PAPER),
)
"""Marks by stance, told apart by shape; those drawn later lie above."""
BOUND = [(-1, -6), (1, -6), (1, 6), (-1, 6)]
"""The upright that ends a stretch between two bounds."""
STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "twosource",
    "font.size": SIZE,
    "axes.unicode_minus": False,
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a picture says in words: its title, what it shows, and the names of its links by their targets."""

    title: str
    description: str
    names: dict[str, str]


def both(draw: Callable[[int], str], prefix: str, told: Told, widths: dict[str, int]) -> str:
    """A drawing in its two forms; the page shows the one that fits."""
    return "\n".join(
        inline(draw(width), f"{prefix}-{form}", told.title, told.description, told.names, f"chart {form}")
        for form, width in widths.items()
    )


def timeline_svg(shown: Timeline, prefix: str) -> str:
    """The timeline: a row for each position, a point for each day on which somebody took it."""
    points = [point for lane in shown.lanes for row in lane.rows for point in row.points]
    names = {f"#{p.mark.anchor}": f"{p.who} {wording.STANCE_PAST[p.stance]} {p.said} {p.mark}" for p in points}
    said = f"{len(points)} statements on {wording.count(len(shown.lanes), 'question')}, "
    said += wording.period_of(shown.start, shown.end) + ". The table below holds the same."
    return both(lambda width: _timeline(shown, width), prefix, Told("When it was said", said, names), WIDTHS)


def _timeline(shown: Timeline, width: int) -> str:
    rows = sum(len(lane.rows) for lane in shown.lanes)
    axes, save = _canvas(width, rows * ROW + len(shown.lanes) * LANE + AXIS)
    days = max((shown.end - shown.start).days, 1)
    axes.set_xlim(-days * 0.04, days * 1.04)
    y = 0.0
    placed: list[tuple[Point, float]] = []
    for lane in shown.lanes:
        _label(axes, y + 20, lane.label, width, weight="bold")
        y += LANE
        for row in lane.rows:
            _label(axes, y + 11, f"{row.key} · {row.label}", width)
            placed += [(point, y + 24) for point in row.points]
            y += ROW
    _points(axes, placed, shown, days)
    at = {point.mark.anchor: (_x(point.end, shown), height) for point, height in placed}
    for old, new in shown.changes:
        arrow = {"arrowstyle": "-|>", "color": MUTED, "linewidth": 0.8, "alpha": 0.8, "shrinkA": 6, "shrinkB": 6}
        axes.annotate("", xy=at[new.anchor], xytext=at[old.anchor], arrowprops=arrow, zorder=2)
    _days(axes, shown, y, width)
    return save()


def _x(day: date, shown: Timeline) -> float:
    return float((day - shown.start).days)


def _points(axes: Axes, placed: list[tuple[Point, float]], shown: Timeline, days: int) -> None:
    """The tracks, the stretches between two days, and one mark for all that one row says on one day in one way."""
    axes.hlines(sorted({y for _, y in placed}), 0, days, colors=RULE, linewidth=1, zorder=1)
    spans = sorted({(y, _x(p.start, shown), _x(p.end, shown)) for p, y in placed if p.start < p.end})
    if spans:
        heights, starts, ends = zip(*spans, strict=True)
        axes.hlines(heights, starts, ends, colors=ACCENT, linewidth=2.5, alpha=0.55, zorder=3)
    for shape, stances, colour, face in SHAPES:
        first: dict[tuple[float, float], str] = {}
        for point, y in placed:
            if point.stance in stances:
                first.setdefault((_x(point.end, shown), y), f"#{point.mark.anchor}")
        _marks(axes, first, shape, colour, face, 81)


def _marks(axes: Axes, links: dict[tuple[float, float], str], shape: str, colour: str, face: str, size: float) -> None:
    """Marks of one kind, each a link."""
    if links:
        xs, ys = zip(*links, strict=True)
        marker = BOUND if shape == "|" else shape
        drawn = axes.scatter(
            xs, ys, s=size, marker=marker, facecolors=face, edgecolors=colour, linewidths=1.4, zorder=4, clip_on=False
        )
        drawn.set_urls(list(links.values()))


def _days(axes: Axes, shown: Timeline, y: float, width: int) -> None:
    """The days along the foot: the first, the last, and as many between as have room."""
    days = (shown.end - shown.start).days
    step = max(1, -(-days // (4 if width > 400 else 2))) if days else 1
    marked = range(0, days + 1, step)
    axes.vlines(list(marked), LANE * 0.9, y, colors=RULE, linewidth=0.6, linestyles=DOTTED, zorder=0)
    for n in marked:
        day = shown.start + timedelta(days=n)
        aligned = "left" if n == 0 else "right" if n + step > days else "center"
        named = wording.day(day.isoformat(), year=n == 0 or day.year != (day - timedelta(days=step)).year)
        axes.text(n, y + 16, named, ha=aligned, va="center", color=MUTED, parse_math=False)


def panel_svg(shown: Panel, prefix: str) -> str:
    """The figures of one measure side by side, open bounds as arrows."""
    names = {f"#{bar.marks[0].anchor}": f"{bar.told}, {bar.who} {bar.said} {bar.marks[0]}" for bar in shown.bars}
    said = "; ".join(f"{bar.told}: {bar.who}" for bar in shown.bars) + ". Not averaged. The table below holds the same."
    told = Told(f"Figures side by side: {shown.label}", said, names)
    return both(lambda width: _panel(shown, width), prefix, told, PANEL_WIDTHS)


def _panel(shown: Panel, width: int) -> str:
    axes, save = _canvas(width, len(shown.bars) * ROW + AXIS + 6)
    ends = [end for bar in shown.bars for end in (bar.low, bar.high) if end is not None]
    most, least = max(ends), min(ends)
    log = least > 0 and most / least > SPREAD
    if log:
        axes.set_xscale("log")
        axes.set_xlim(least / 1.8, most * 2.4)
    else:
        axes.set_xlim(0, (most or 1) * 1.12)
    heights = [n * ROW + 24.0 for n in range(len(shown.bars))]
    for bar, height in zip(shown.bars, heights, strict=True):
        _label(axes, height - 13, f"{bar.told} · {bar.who}", width)
    _bars(axes, list(zip(shown.bars, heights, strict=True)))
    _ticks(axes, len(shown.bars) * ROW, width, log)
    return save()


def _bars(axes: Axes, placed: list[tuple[Bar, float]]) -> None:
    """Each figure on its track: a point, a stretch between two bounds, or an arrow where a bound is open."""
    left, right = axes.get_xlim()
    axes.hlines([y for _, y in placed], left, right, colors=RULE, linewidth=1, zorder=1)
    marks: dict[tuple[str, str], dict[tuple[float, float], str]] = {}
    stretches: dict[float, list[tuple[float, float, float]]] = {}
    for bar, y in placed:
        low, high = bar.low, bar.high
        is_open = low is None or high is None
        start, end = left if low is None else low, right if high is None else high
        if start != end:
            stretches.setdefault(0.35 if is_open else 0.6, []).append((y, start, end))
        shape = "o" if is_open or low == high else "|"
        face = PAPER if bar.approximate else ACCENT
        for value in {low, high} - {None}:
            marks.setdefault((shape, face), {})[value or 0, y] = f"#{bar.marks[0].anchor}"
        if is_open:
            tip = (right, ">") if high is None else (left, "<")
            marks.setdefault((tip[1], ACCENT), {})[tip[0], y] = f"#{bar.marks[0].anchor}"
    for alpha, held in stretches.items():
        heights, starts, ends = zip(*held, strict=True)
        axes.hlines(heights, starts, ends, colors=ACCENT, linewidth=4, alpha=alpha, zorder=2)
    for (shape, face), links in sorted(marks.items()):
        _marks(axes, links, shape, ACCENT, ACCENT if shape == "|" else face, 50 if shape in "<>" else 90)


def _ticks(axes: Axes, y: float, width: int, log: bool) -> None:
    from matplotlib.ticker import LogLocator, MaxNLocator

    left, right = axes.get_xlim()
    locator = LogLocator(numticks=4) if log else MaxNLocator(4 if width > 400 else 3)
    ticks = [tick for tick in locator.tick_values(left, right) if left <= tick <= right]
    axes.vlines(ticks, 8, y, colors=RULE, linewidth=0.6, linestyles=DOTTED, zorder=0)
    for tick in ticks:
        aligned = "left" if tick == left else "center"
        axes.text(tick, y + 14, wording.number(tick), ha=aligned, va="center", color=MUTED, parse_math=False)


def _label(axes: Axes, y: float, text: str, width: int, weight: str = "normal") -> None:
    """A label over its row, cut where it would run out of the picture."""
    room = int((width - 8) / (GLYPH * (1.08 if weight == "bold" else 1)))
    short = wording.shorten(text, room)
    axes.text(
        0,
        y,
        short,
        transform=axes.get_yaxis_transform(),
        ha="left",
        va="center",
        color=INK,
        weight=weight,
        parse_math=False,
    )


def _canvas(width: int, height: float) -> tuple[Axes, Callable[[], str]]:
    """Axes that count units of the picture from the top, and how to get the picture."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with rc_context(STYLE):
        figure = Figure(figsize=(width / 72, height / 72))
        FigureCanvasSVG(figure)
        axes = figure.add_axes((4 / width, 0, 1 - 8 / width, 1))
    axes.set_ylim(height, 0)
    axes.axis("off")

    def save() -> str:
        out = StringIO()
        with rc_context(STYLE), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # letters that matplotlib's own font lacks are drawn by the reader's
            figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
        return out.getvalue()

    figure.patch.set_visible(False)
    return axes, save

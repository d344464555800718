"""Draws a story's pictures with matplotlib, each in a wide and a narrow form, always the same for the same account."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

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
GLYPH = 6.1
"""The mean width of a letter at that size."""
ROW, LANE, AXIS = 37, 30, 30
"""Heights of a row, of a heading above rows, and of the axis."""
SPREAD = 50
"""From this ratio of the greatest to the smallest figure on, the axis is logarithmic."""
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
    y, at = 0.0, {}
    for lane in shown.lanes:
        _label(axes, y + 20, lane.label, width, weight="bold")
        y += LANE
        for row in lane.rows:
            _label(axes, y + 11, f"{row.key} · {row.label}", width)
            axes.plot([0, days], [y + 24, y + 24], color=RULE, linewidth=1, zorder=1)
            for point in sorted(row.points, key=lambda point: point.stance == "deny"):
                at[point.mark.anchor] = (_x(point.end, shown), y + 24)
                _point(axes, point, shown, y + 24)
            y += ROW
    for old, new in shown.changes:
        arrow = {"arrowstyle": "-|>", "color": MUTED, "linewidth": 0.8, "alpha": 0.8, "shrinkA": 6, "shrinkB": 6}
        axes.annotate("", xy=at[new.anchor], xytext=at[old.anchor], arrowprops=arrow, zorder=2)
    _days(axes, shown, y, width)
    return save()


def _x(day: date, shown: Timeline) -> float:
    return float((day - shown.start).days)


def _point(axes: Axes, point: Point, shown: Timeline, y: float) -> None:
    start, end = _x(point.start, shown), _x(point.end, shown)
    if start < end:
        axes.plot([start, end], [y, y], color=ACCENT, linewidth=2.5, alpha=0.55, zorder=3, solid_capstyle="round")
    shape, colour, face = "o", ACCENT, ACCENT
    if point.stance == "deny":
        shape, colour, face = "X", DENY, PAPER
    elif point.stance in ("decline", "cannot_verify"):
        shape, colour, face = "s", MUTED, PAPER
    (drawn,) = axes.plot(
        [end],
        [y],
        shape,
        color=colour,
        markerfacecolor=face,
        markersize=9,
        markeredgewidth=1.2,
        zorder=5 if shape == "X" else 4,
    )
    drawn.set_url(f"#{point.mark.anchor}")


def _days(axes: Axes, shown: Timeline, y: float, width: int) -> None:
    """The days along the foot: the first, the last, and as many between as have room."""
    days = (shown.end - shown.start).days
    step = max(1, -(-days // (4 if width > 400 else 2))) if days else 1
    for n in range(0, days + 1, step):
        day = shown.start + timedelta(days=n)
        axes.plot([n, n], [LANE * 0.9, y], color=RULE, linewidth=0.6, linestyle=(0, (1, 3)), zorder=0)
        aligned = "left" if n == 0 else "right" if n + step > days else "center"
        named = wording.day(day.isoformat(), year=n == 0)
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
    y = 0.0
    for bar in shown.bars:
        label = f"{bar.told} · {bar.who}"
        _label(axes, y + 11, label, width)
        _bar(axes, bar, y + 24)
        y += ROW
    _ticks(axes, y, width, log)
    return save()


def _bar(axes: Axes, bar: Bar, y: float) -> None:
    left, right = axes.get_xlim()
    low, high = bar.low, bar.high
    axes.plot([left, right], [y, y], color=RULE, linewidth=1, zorder=1)
    start, end = (low if low is not None else left), (high if high is not None else right)
    if start != end:
        open_end = low is None or high is None
        axes.plot(
            [start, end],
            [y, y],
            color=ACCENT,
            linewidth=4,
            alpha=0.35 if open_end else 0.6,
            zorder=2,
            solid_capstyle="butt",
        )
    for value, shape in ((low, "o" if low == high or high is None else "|"), (high, "o" if low is None else "|")):
        if value is None or (value == low == high and shape == "|"):
            continue
        face = PAPER if bar.approximate else ACCENT
        (drawn,) = axes.plot(
            [value], [y], shape, color=ACCENT, markerfacecolor=face, markersize=10, markeredgewidth=2, zorder=3
        )
        drawn.set_url(f"#{bar.marks[0].anchor}")
    if low is None or high is None:
        tip = (right, ">") if high is None else (left, "<")
        axes.plot([tip[0]], [y], tip[1], color=ACCENT, markersize=7, zorder=3, clip_on=False)


def _ticks(axes: Axes, y: float, width: int, log: bool) -> None:
    from matplotlib.ticker import LogLocator, MaxNLocator

    left, right = axes.get_xlim()
    locator = LogLocator(numticks=4) if log else MaxNLocator(4 if width > 400 else 3)
    ticks = [tick for tick in locator.tick_values(left, right) if left <= tick <= right]
    for tick in ticks:
        axes.plot([tick, tick], [8, y], color=RULE, linewidth=0.6, linestyle=(0, (1, 3)), zorder=0)
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

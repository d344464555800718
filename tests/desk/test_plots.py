"""Plots stay inside their picture and lose nothing."""

from __future__ import annotations

import pytest

from twosource.desk.plots import columns, figure_plot, timeline
from twosource.ledger.rows import ClaimRow
from twosource.model import Period, Published
from twosource.tell.charts import Bar, Panel


def row(day: str | None, side: tuple[str, ...] | None = None) -> ClaimRow:
    said = None if day is None else Period.day(day)
    return ClaimRow(
        "r1", "c1", 1, "words", "Ana", "person", side, ("Ana", "Post"), "Post", None, Published(), "attack", "assert",
        "certain", said, None, (), 0, "body",
    )  # fmt: skip


def test_a_timeline_has_a_lane_for_each_side() -> None:
    made = timeline([row("2031-03-04", ("north",)), row("2031-03-06", ("south",)), row("2031-03-06"), row(None)])
    assert made is not None
    assert [(lane.key, sum(dot.count for dot in lane.said)) for lane in made.lanes] == [
        ("north", 1),
        ("south", 1),
        ("", 1),
    ]
    assert made.undated == 1
    assert all(0 <= dot.x <= made.width for lane in made.lanes for dot in lane.said)


def test_no_day_no_timeline() -> None:
    assert timeline([row(None)]) is None


@pytest.mark.parametrize("ends", [[(12, 12), (30, None)], [(None, 4)], [(1, 1), (100_000, 100_000)], [(0, 0)]])
def test_figures_stand_inside_the_picture(ends: list[tuple[float | None, float | None]]) -> None:
    bars = tuple(Bar("told", low, high, False, "Ana", "", ()) for low, high in ends)
    made = figure_plot(Panel("1.1 How many?", "people", bars, True))
    assert all(0 <= drawn.x1 <= drawn.x2 <= made.width for drawn in made.drawn)
    assert all(0 <= tick.x <= made.width for tick in made.ticks)


def test_columns_count_the_claims_of_each_day_or_month() -> None:
    near = columns({"2031-01-04": 2, "2031-01-06": 1, "soon": 1, "2031-02-30": 1})
    assert [(column.since, column.count) for column in near] == [
        ("2031-01-04", 2),
        ("2031-01-05", 0),
        ("2031-01-06", 1),
    ]
    far = columns({"2031-01-04": 2, "2031-01-31": 1, "2031-03-01": 1, "2031-04-30": 4})
    assert [column.count for column in far] == [3, 0, 1, 4]
    assert (far[1].since, far[1].until) == ("2031-02-01", "2031-02-28")
    assert len(columns({"2031-01-04": 1, "2001-01-04": 1})) == 24
    assert columns({"2031-01-04": 1}) == ()

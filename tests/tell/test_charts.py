"""What the pictures show."""

from __future__ import annotations

from datetime import date

from twosource.tell.charts import panels, timeline
from twosource.tell.drawing import panel_svg, timeline_svg
from twosource.tell.view import view

from . import factory

SHOWN = view(factory.brief())
STORY = SHOWN.stories[0]


def test_the_timeline_has_a_row_for_each_position_and_what_gave_way() -> None:
    drawn = timeline(STORY, SHOWN.index)
    assert drawn is not None
    assert [row.label for row in drawn.lanes[0].rows][-1] == "are back"
    assert (drawn.start, drawn.end) == (date(2031, 3, 3), date(2031, 3, 10))
    assert [(str(old), str(new)) for old, new in drawn.changes] == [("[001 ¶3]", "[R3 ¶2]"), ("[R3 ¶2]", "[R3 ¶5]")]


def test_a_story_of_one_day_has_no_timeline() -> None:
    assert timeline(SHOWN.stories[1], SHOWN.index) is None


def test_figures_stand_side_by_side_with_their_bounds() -> None:
    toll = panels(STORY, SHOWN.index)[0]
    assert [(bar.told, bar.low, bar.high, bar.approximate) for bar in toll.bars] == [
        ("at least 1,000 people killed", 1000, None, False),
        ("4,000 people killed or wounded", 4000, 4000, False),
        ("about 5,500 to 6,000 people killed or wounded", 5500, 6000, True),
    ]


def test_drawings_are_the_same_each_time_and_link_to_the_claims() -> None:
    drawn = timeline(STORY, SHOWN.index)
    assert drawn is not None
    svg = timeline_svg(drawn, "t")
    assert svg == timeline_svg(drawn, "t")
    for lane in drawn.lanes:
        for row in lane.rows:
            assert f'href="#{row.points[0].mark.anchor}"' in svg
    assert "matplotlib" not in svg
    assert "<style" not in svg


def test_a_drawing_takes_the_colours_of_the_page() -> None:
    svg = panel_svg(panels(STORY, SHOWN.index)[0], "p")
    assert "var(--accent)" in svg
    assert "#040404" not in svg

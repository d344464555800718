"""Tolls told in passing: what is laid to somebody, and tallies over a stretch of the calendar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Layout
from twosource.reading import figures
from twosource.reading.figures.background import is_tally, laid_to


@pytest.mark.parametrize(
    ("before", "laid"),
    [
        ("a man linked to a bombing that", True),
        ("a gang responsible for the raid on Lowick which", True),
        ("a driver suspected of", True),
        ("responsible for several attacks , including", True),
        ("six died days after a bombing that", True),
        ("it was the deadliest since a bombing that", True),
        ("days after the bombing , police said that", False),
        ("they struck a man linked to a bombing ,", False),
        ("a man linked to a bombing was found and they", False),
        ("a blast that", False),
        ("", False),
    ],
)
def test_laid_to_somebody(before: str, laid: bool) -> None:
    words = before.split()
    assert laid_to([*words, "killed", "four"], len(words)) is laid


@pytest.mark.parametrize(
    ("text", "tally"),
    [
        ("90 smugglers since the start of the year", True),
        ("in the past month 90 smugglers were held", True),
        ("90 smugglers since March", True),
        ("90 smugglers since the raid", False),
        ("silent since March , when they said that 90 smugglers were held", False),
        ("90 smugglers ; ten more this month alone", False),
    ],
)
def test_tally(text: str, tally: bool) -> None:
    words = text.lower().split()
    first = words.index("90")
    assert is_tally(words, first, first + 2) is tally


def read(text: str) -> list[tuple[str, object, str | None]]:
    return [(f.measure, f.low, f.background) for f in figures.find(Layout(text))]


def test_another_event_is_background_beside_a_toll_of_the_reports_own() -> None:
    passing = "A gang linked to a bombing that killed eight shoppers was found."
    assert read(passing) == [("killed", 8, None)]
    assert read(f"{passing}\nTwo guards were wounded.")[0] == ("count", 8, "killed")


def test_what_is_told_outright_too_is_a_repeat() -> None:
    found = figures.find(
        Layout("Eight shoppers were killed.\nPolice seek men linked to the bombing that killed eight.")
    )
    assert [(f.measure, f.same_as) for f in found] == [("killed", None), ("killed", 0)]


def test_courts_speak_of_their_own_matter() -> None:
    assert read("A court jailed two men accused of killing three cooks.")[-1] == ("killed", 3, None)


def test_tally_of_other_people_is_no_background() -> None:
    text = "Two sailors drowned.\nSince January, 40 swimmers drowned."
    assert [measure for measure, _, _ in read(text)] == ["killed", "killed"]


PIECES = "linked to since , that January . 4 killed which behind"


@given(st.lists(st.sampled_from(PIECES.split()), max_size=40))
def test_never_raises_at_any_place(words: list[str]) -> None:
    for place in range(len(words)):
        assert laid_to(words, place) in (True, False)
        assert is_tally(words, place, place + 1) in (True, False)

"""What makes claims one question: matter, aspect, day and half of a place. All names and events are invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.factory import killed, person, place, report, said
from twosource.reconcile.gist import gists, halves
from twosource.reconcile.matching import Rarities
from twosource.reconcile.questions import group_into_questions

GUARD = person("Dorne Border Guard", "Dorne Border Guard", "dorne", kind="organisation")
MINISTRY = person("Ministry of Health", "Ministry of Health", kind="organisation")
TOLM = [place("Tolm")]


def asked(*lines: dict[str, Any]) -> list[set[str]]:
    """The questions of claims, each in a report of its own that is named r1, r2 …, by their reports."""
    held = [gist for n, line in enumerate(lines, 1) for gist in gists(report(f"r{n}", "2031-03-09", line))]
    return [{gist.ref.report for gist in group} for group in group_into_questions(held, Rarities.of(held))]


def toll(words: str, number: int, when: str, measure: str = "killed") -> dict[str, Any]:
    """People are killed in Tolm."""
    figures = [killed(number, number, measure)]
    return said(words, GUARD, type="casualties", places=TOLM, figures=figures, when=when)


def test_two_attacks_on_one_town_in_one_week_are_two() -> None:
    found = asked(
        toll("rockets killed six people at the station of Tolm", 6, "2031-03-03"),
        toll("six people were killed by rockets in Tolm", 6, "2031-03-03"),
        toll("shells killed nine people at the market of Tolm", 9, "2031-03-07"),
    )
    assert {"r1", "r2"} in found
    assert not any({"r1", "r3"} <= group for group in found)


def test_two_banks_of_a_river_are_two() -> None:
    found = asked(
        toll("19 people were killed on the west bank", 19, "2031-03-03"),
        toll("19 people were killed on the east bank", 19, "2031-03-03"),
    )
    assert sorted(map(sorted, found)) == [["r1"], ["r2"]]


def test_an_attack_that_killed_is_asked_of_twice() -> None:
    found = asked(
        toll("rockets struck the station of Tolm and killed six people", 6, "2031-03-03"),
        toll("six people died at the station of Tolm", 6, "2031-03-03"),
        said("rockets struck the station of Tolm", MINISTRY, type="attack", places=TOLM, when="2031-03-03"),
    )
    assert any({"r1", "r2"} <= group for group in found)
    assert any({"r1", "r3"} <= group for group in found)


def test_what_another_question_holds_whole_is_not_asked_again() -> None:
    assert asked(toll("rockets struck the station of Tolm and killed six people", 6, "2031-03-03")) == [{"r1"}]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("on the west bank", {"west"}), ("Eastern districts are cut off", {"east"}), ("to the left of the road", set())],
)
def test_halves(words: str, expected: set[str]) -> None:
    assert halves(words) == expected

"""What makes claims one question: matter, aspect, day and half of a place. All names and events are invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.factory import killed, person, place, report, said
from twosource.model import Figure
from twosource.reconcile.gist import gists, halves
from twosource.reconcile.matching import Rarities
from twosource.reconcile.questions import group_into_positions, group_into_questions, question_text

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


def test_a_figure_that_does_not_say_what_it_counts_counts_no_other_thing() -> None:
    def told(words: str, figure: Figure) -> dict[str, Any]:
        return said(words, GUARD, type="casualties", figures=[figure], when="2031-03-03")

    found = asked(
        told("40 people were killed in the flood of Tolm", killed(40, 40, of="people")),
        told("the toll of the flood of Tolm is 31", killed(31, 31)),
    )
    assert found == [{"r1", "r2"}]


def text_of(*lines: dict[str, Any]) -> str:
    """How the question of some claims is put."""
    held = [gist for n, line in enumerate(lines, 1) for gist in gists(report(f"r{n}", "2031-03-09", line))]
    return question_text(held, {"tolm": "Tolm"})


def test_a_question_of_no_matter_names_what_its_claims_speak_of() -> None:
    lines = [
        said(words, MINISTRY, type="other", places=TOLM)
        for words in ("the bridge of Tolm has no railing", "the road to the bridge is narrow")
    ]
    assert text_of(*lines) == "What is said of traffic and transport in Tolm?"


def test_who_walked_to_a_town_does_not_ask_who_controls_it() -> None:
    walked = said("two hikers walked to Tolm in the snow", MINISTRY, type="movement", places=TOLM)
    assert text_of(walked, walked) == "What happened in Tolm: the weather?"
    taken = said("rebel fighters captured Tolm", MINISTRY, type="control", places=TOLM)
    assert text_of(taken, taken) == "Who controls Tolm?"


def test_the_people_of_a_country_are_counted_and_not_the_country() -> None:
    two = said("two from Russia died in Tolm", MINISTRY, type="casualties", places=TOLM, figures=[killed(2, 2)])
    assert text_of(two) == "How many people of Russia were killed in Tolm?"


def test_a_toll_of_another_time_is_no_one_answer_with_a_toll() -> None:
    since = Figure(0, 1, "count", 420, 420, "people", of="Varenian troops", background="killed")
    lines = [
        said("420 Varenian soldiers were killed since November", MINISTRY, type="casualties", figures=[since]),
        said("more than 1,000 Varenian soldiers were killed", GUARD, type="casualties", figures=[killed(1000, None)]),
    ]
    held = [gist for n, line in enumerate(lines, 1) for gist in gists(report(f"r{n}", "2031-03-09", line))]
    assert [gist.figures[0].measure for gist in held] == ["killed", "killed"]
    assert len(group_into_positions(held, Rarities.of(held))) == 2


def test_the_dead_and_the_missing_are_asked_of_apart_and_a_claim_of_both_is_in_both() -> None:
    both = said(
        "31 people were killed in Tolm and 12 are missing",
        GUARD,
        type="casualties",
        places=TOLM,
        figures=[killed(31, 31), killed(12, 12, "missing")],
    )
    groups = asked(
        toll("30 people were killed in Tolm", 30, "2031-03-08"),
        toll("14 people are missing in Tolm", 14, "2031-03-08", "missing"),
        both,
    )
    assert sorted(map(sorted, groups)) == [["r1", "r3"], ["r2", "r3"]]


@pytest.mark.parametrize(
    ("words", "measures", "question"),
    [
        ("31 people were killed in Tolm", ["killed"], "How many people were killed in Tolm?"),
        ("nine people are missing in Tolm", ["missing"], "How many people are missing in Tolm?"),
        ("90 people were hit in Tolm", ["killed_or_wounded"], "How many people were killed or wounded in Tolm?"),
    ],
)
def test_a_question_of_a_toll_says_what_became_of_people(words: str, measures: list[str], question: str) -> None:
    figures = [killed(31, 31, measure) for measure in measures]
    assert text_of(said(words, GUARD, type="casualties", places=TOLM, figures=figures)) == question


def test_a_forecast_of_nobody_in_particular_names_what_is_expected() -> None:
    rain = said("heavy rain will fall in Tolm until Friday", GUARD, type="forecast", places=TOLM)
    assert text_of(rain) == "What is expected in Tolm: “heavy rain will fall in Tolm until Friday”?"


def test_the_first_word_of_a_claim_is_no_name() -> None:
    told = said("Neither of the two has called Varnholt back", GUARD, type="diplomacy")
    assert text_of(told) == "What has been agreed, asked or refused: Varnholt?"


def test_names_stand_whole_in_a_question_and_once() -> None:
    told = said("the European Commission has called Varnholt and the Varnholters", GUARD, type="diplomacy")
    assert text_of(told) == "What has been agreed, asked or refused: European Commission, Varnholt?"
    camp = said("it was the Doctors’ Circle that asked in Varnholt’s name", GUARD, type="diplomacy")
    assert text_of(camp) == "What has been agreed, asked or refused: Doctors’ Circle, Varnholt?"


def test_a_question_of_magnitudes() -> None:
    told = said("a magnitude of 6.1", GUARD, type="other", places=TOLM)
    assert text_of(told) == "How strong was the earthquake in Tolm?"

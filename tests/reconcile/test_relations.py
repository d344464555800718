"""How two claims stand to each other, pair by pair. All names and events are invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.factory import killed, person, place, report, said
from twosource.model import Relation, Report, Span
from twosource.reconcile.gist import Gist, gists
from twosource.reconcile.matching import Rarities
from twosource.reconcile.relations import relations

ARMY = person("Varenian army", "Varenian army", "varenia", kind="organisation")
REBELS = person("Dorne Front", "Dorne Front", "dorne", kind="organisation")
SPOKESMAN = person("Jan Horvat", "Varenian army", "varenia")
MAYOR = person("Ola Berg", "Tolm town council")
UNNAMED = person("unspecified", None, kind="anonymous")
TOLM = [place("Tolm")]
SCOPE = (Span(0, 3),)


def mainly(told: Report) -> list[Gist]:
    """The gists of a report by what each claim mainly says."""
    return [gist for gist in gists(told) if not gist.also]


def related(a: dict[str, Any], b: dict[str, Any], *days: str | None, one_report: bool = False) -> list[Relation]:
    """The relations of two claims in two positions, said on two days (in one report where asked)."""
    first, second = (*days, "2031-03-04", "2031-03-04")[:2]
    if one_report:
        held = mainly(report("r", first, a, b))
        return relations([[held[0]], [held[1]]], Rarities.of(held))
    one, two = mainly(report("a", first, a)), mainly(report("b", second, b, outlet="Dorne Today"))
    return relations([one, two], Rarities.of([*one, *two]))


def line(words: str, by: Any, kind: str = "control", **fields: Any) -> dict[str, Any]:
    """A claim about Tolm."""
    return said(words, by, type=kind, places=TOLM, **fields)


TAKEN = line("its forces captured Tolm", ARMY)


@pytest.mark.parametrize(
    ("b", "day", "kind"),
    [
        (line("fighting in Tolm goes on", REBELS, "attack"), "2031-03-04", "conflict"),
        (line("fighting in Tolm goes on", SPOKESMAN, "attack"), "2031-03-04", None),
        (line("the army to stop fighting in Tolm", REBELS, "attack"), "2031-03-04", None),
        (line("the fight for Tolm must stop", REBELS, "attack"), "2031-03-04", None),
        (line("its forces captured Tolm", REBELS, stance="deny"), "2031-03-04", "conflict"),
    ],
)
def test_against_a_capture(b: dict[str, Any], day: str, kind: str | None) -> None:
    found = [relation.kind for relation in related(TAKEN, b, "2031-03-04", day)]
    assert found == ([kind] if kind else []) or (kind is None and "conflict" not in found)


def test_the_world_moves_on() -> None:
    gone = line("Varenian troops have left the front near Tolm", ARMY, "movement")
    back = line("Varenian troops are back at the front near Tolm", REBELS, "movement")
    (relation,) = related(gone, back, "2031-03-04", "2031-03-20")
    assert (relation.kind, relation.a.report, relation.b.report) == ("revision", "a", "b")


def test_no_conflict_with_what_was_said_nobody_knows_when() -> None:
    gone = line("Varenian troops have left the front near Tolm", ARMY, "movement")
    back = line("Varenian troops are back at the front near Tolm", REBELS, "movement")
    assert [relation.kind for relation in related(gone, back, "2031-03-04", None)] == ["compatible"]


def test_a_heading_that_drops_the_source_overstates() -> None:
    body = line("troops have left Tolm", SPOKESMAN, "movement", scope=SCOPE, certainty="probable")
    heading = line("Troops leave Tolm", None, "movement", part="title")
    (relation,) = related(body, heading, one_report=True)
    assert (relation.kind, relation.a.claim, relation.b.claim) == ("overstates", "c1", "c2")
    assert "limit" in relation.reason


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (killed(12, None), killed(40, 40), "compatible"),
        (killed(12, 12), killed(40, 40), "conflict"),
        (killed(12, 12), killed(60, 70, "killed_or_wounded"), "compatible"),
        (killed(12, 12), killed(40, 40, approximate=True), "compatible"),
    ],
)
def test_tolls(a: Any, b: Any, kind: str) -> None:
    one = line("people were killed in Tolm", ARMY, "casualties", figures=[a])
    two = line("people were killed in Tolm", REBELS, "casualties", figures=[b])
    assert [relation.kind for relation in related(one, two)] == [kind]


def test_a_figure_that_takes_the_place_of_another_is_a_revision() -> None:
    one = line("46 people were killed in Tolm", SPOKESMAN, "casualties", figures=[killed(46, 46)])
    two = line("the service lowered the toll in Tolm to 31", REBELS, "casualties", figures=[killed(31, 31)])
    assert [relation.kind for relation in related(one, two, "2031-03-04", "2031-03-09")] == ["revision"]


def test_a_refusal_denies_nothing() -> None:
    refusal = line("There was no comment on Tolm", REBELS, stance="decline")
    assert "conflict" not in [relation.kind for relation in related(TAKEN, refusal)]


def test_every_relation_says_why() -> None:
    assert all(r.reason for r in related(TAKEN, line("fighting in Tolm goes on", REBELS, "attack")))


def tolls_of(a: dict[str, Any], b: dict[str, Any], *days: str) -> list[str]:
    """How two claims of killed people stand."""
    return [relation.kind for relation in related(a, b, *days)]


@pytest.mark.parametrize(
    ("a", "b", "day", "kind"),
    [
        (("27 people drowned", 27), ("31 people drowned", 31), "2031-03-06", "revision"),
        (("31 people drowned", 31), ("four of the missing were found dead", 4), "2031-03-06", "compatible"),
        (("11,000 people died", 11000), ("12,000 people died", 12000), "2031-03-04", "agree"),
        (("44 people died", 44), ("50 people died", 50), "2031-03-04", "conflict"),
        (("44 people died on the west bank", 44), ("50 people died", 50), "2031-03-04", "compatible"),
    ],
)
def test_later_partial_and_rounded_tolls(a: tuple[str, int], b: tuple[str, int], day: str, kind: str) -> None:
    one, two = (
        line(words, by, "casualties", figures=[killed(number, number)])
        for (words, number), by in ((a, ARMY), (b, MAYOR))
    )
    assert tolls_of(one, two, "2031-03-04", day) == [kind]


def test_a_difference_that_became_a_total_overstates() -> None:
    more = [killed(50, 50), killed(12, 12, "count")]
    one = line("50 people have died, 12 more than the day before", MAYOR, "casualties", figures=more)
    two = line("12 people have died", MAYOR, "casualties", figures=[killed(12, 12)])
    (relation,) = related(one, two)
    assert (relation.kind, relation.a.report, relation.b.report) == ("overstates", "a", "b")


def test_a_number_called_false_is_denied() -> None:
    one = line("15 people were killed at the market", ARMY, "casualties", figures=[killed(15, 15)])
    two = line("the figure of 15 is invented", REBELS, "casualties", figures=[killed(15, 15)], stance="deny")
    assert tolls_of(one, two) == ["conflict"]


def test_degrees_of_control_conflict_within_one_side() -> None:
    one = line("the whole of Tolm has been taken", person("Lion Brigade", "Lion Brigade", "dorne", kind="organisation"))
    two = line("only the outskirts of Tolm have been taken", REBELS)
    assert tolls_of(one, two) == ["conflict"]


def test_an_answer_that_nothing_ties_is_tied_to_the_nearest() -> None:
    one = line("the water is unsafe", ARMY, "humanitarian")
    two = line("schools stay shut", REBELS, "humanitarian")
    assert tolls_of(one, two) == ["compatible"]


def test_a_heading_that_names_its_source_is_only_short() -> None:
    body = line("troops have left one part of Tolm", SPOKESMAN, "movement", scope=SCOPE)
    heading = line("Troops leave Tolm", SPOKESMAN, "movement", part="heading")
    assert [relation.kind for relation in related(body, heading, one_report=True)] != ["overstates"]


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("its forces captured most of Tolm", "fighting in Tolm goes on", "compatible"),
        ("its forces captured Tolm, a town in the western part of the hills", "fighting in Tolm goes on", "conflict"),
        ("its forces captured Tolm", "fighting in Tolm goes on", "conflict"),
        ("its forces captured Tolm", "shells fell on Tolm under attack all night", "compatible"),
        ("its forces captured Tolm", "we still hold Tolm", "conflict"),
        ("its forces captured Tolm", "who holds Tolm was unclear", None),
    ],
)
def test_a_part_taken_and_fighting_nearby_are_no_conflict(a: str, b: str, kind: str | None) -> None:
    found = [relation.kind for relation in related(line(a, ARMY), line(b, REBELS, "attack"))]
    assert ("conflict" in found) is (kind == "conflict")


@pytest.mark.parametrize(
    ("denied", "other", "kind"),
    [
        ("the town of Tolm had fallen", "most of the town of Tolm had fallen", "compatible"),
        ("the town of Tolm had fallen", "the town of Tolm had fallen", "conflict"),
    ],
)
def test_who_denies_the_whole_has_not_denied_a_part(denied: str, other: str, kind: str) -> None:
    found = related(line(denied, ARMY, stance="deny"), line(other, REBELS))
    assert [relation.kind for relation in found] == [kind]


def test_one_side_does_not_deny_itself() -> None:
    denial = line("Tolm was lost", ARMY, stance="deny")
    part = line("a part of Tolm was lost", SPOKESMAN, stance="acknowledge")
    assert "conflict" not in [relation.kind for relation in related(denial, part)]


@pytest.mark.parametrize(("told", "kinds"), [(300, ["conflict"]), (40, ["compatible"])])
def test_who_denies_a_number_denies_that_number(told: int, kinds: list[str]) -> None:
    denial = line("300 soldiers were taken in Tolm", ARMY, "casualties", figures=[killed(300, 300, "captured")])
    other = line("soldiers were taken in Tolm", REBELS, "casualties", figures=[killed(told, told, "captured")])
    assert [relation.kind for relation in related({**denial, "stance": "deny"}, other)] == kinds

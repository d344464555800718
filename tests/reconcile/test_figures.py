"""Figures as intervals over a lattice of measures."""

from __future__ import annotations

import pytest

from tests.reconcile.factory import killed
from twosource.model import Figure
from twosource.reconcile.figures import compare, other_answer, partial, standing


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (killed(12, 12), killed(12, 12), "same"),
        (killed(12, None), killed(40, 40), "overlap"),
        (killed(12, None), killed(None, 8), "apart"),
        (killed(11_000, 11_000), killed(12_000, 12_000), "near"),
        (killed(1000, 1000), killed(4000, 4000), "apart"),
        (killed(30, 30), killed(50, 60, "killed_or_wounded"), "overlap"),
        (killed(90, 90), killed(50, 60, "killed_or_wounded"), "apart"),
        (killed(30, 30), killed(30, 30, "captured"), None),
    ],
)
def test_standing_is_the_same_from_both_ends(a: Figure, b: Figure, expected: str | None) -> None:
    assert standing(a, b) == standing(b, a) == expected


def test_one_agreement_among_several_figures_counts() -> None:
    assert compare((killed(5, 5), killed(9, 9)), (killed(9, 9),)) == "same"


def test_another_toll_is_another_answer_but_a_missing_one_is_not() -> None:
    assert other_answer((killed(5, 5),), (killed(6, 60),))
    assert not other_answer((killed(5, 5),), ())


def test_parts_of_a_toll_told_one_after_the_other_are_its_sum() -> None:
    women, man = killed(2, 2, of="women"), killed(1, 1, of="men")
    assert compare((women, man), (killed(3, 3),)) == "same"
    assert compare((women, man), (killed(3, None),)) == "overlap"
    assert compare((women, man), (killed(5, 5),)) == "apart"
    assert not other_answer((women, man), (killed(3, 3),))


def test_a_count_bears_on_no_count_of_another_thing() -> None:
    villages = Figure(0, 1, "count", 7, 7, "villages", of="villages hit on the island")
    assert standing(villages, villages.replace(low=15, high=15, of="schools closed")) is None
    assert standing(villages, villages.replace(low=15, high=15, of="villages on the island hit")) == "apart"
    assert standing(villages, villages.replace(low=15, high=15, of=None)) == "apart"


def test_a_round_number_may_be_the_other_rounded() -> None:
    assert standing(killed(612, 612), killed(600, 600)) == "near"
    assert standing(killed(44, 44), killed(43, 43)) == "apart"
    assert standing(killed(650, 650), killed(612, 612)) == "apart"


def test_some_more_are_a_part_and_more_than_before_are_a_difference() -> None:
    assert partial("the bodies of two more people were found")
    assert partial("another 12 were hurt")
    assert not partial("40 more than on Monday")

"""Figures as intervals over a lattice of measures."""

from __future__ import annotations

import pytest

from tests.reconcile.factory import killed
from twosource.model import Figure
from twosource.reconcile.figures import compare, other_answer, standing


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

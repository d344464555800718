"""How claims stand by their figures: sizes of quakes, counts of smaller places, shorter times and earlier days."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.factory import killed, person, place
from tests.reconcile.test_relations import ARMY, REBELS, TOLM, mainly, report, said
from twosource.reconcile.counting import by_figures

RELIEF = person("Relief Council", "Relief Council", kind="organisation")
REGION = [place("Upper Province", precision=4)]


def told(words: str, by: Any, *figures: Any, **fields: Any) -> dict[str, Any]:
    """A claim about people in Tolm."""
    return said(words, by, type="casualties", figures=figures, **{"places": TOLM, **fields})


def kind(a: dict[str, Any], b: dict[str, Any], *days: str) -> str | None:
    """How two claims of two reports stand by their figures, said on one day or on two."""
    first, second = days or ("2031-03-04", "2031-03-04")
    (one,), (two,) = mainly(report("a", first, a)), mainly(report("b", second, b))
    judged = by_figures(one, two)
    return judged[0] if judged else None


@pytest.mark.parametrize(("size", "expected"), [("6.1", "conflict"), ("6.4", "agree"), ("6.5", "agree")])
def test_magnitudes(size: str, expected: str) -> None:
    one = told(f"the quake near Tolm had a magnitude of {size}", ARMY)
    assert kind(one, told("a magnitude-6.5 quake struck Tolm", REBELS)) == expected


def test_the_same_source_revises_a_magnitude() -> None:
    assert kind(told("a magnitude of 6.1", ARMY), told("a magnitude of 6.5", ARMY)) == "revision"


@pytest.mark.parametrize(("days", "expected"), [(("2031-03-04", "2031-03-09"), "revision"), ((), "conflict")])
def test_the_missing_grow_fewer(days: tuple[str, ...], expected: str) -> None:
    first = told("180 are missing in Tolm", ARMY, killed(180, 180, "missing"))
    later = told("nine are missing in Tolm", RELIEF, killed(9, 9, "missing"))
    assert kind(first, later, *days) == expected


@pytest.mark.parametrize(
    ("when", "number", "expected"),
    [
        (("2031-02-05", "2031-03-07"), 179, "compatible"),
        (("2031-03-01", "2031-03-07"), 179, "conflict"),
        (("2031-02-05", "2031-03-07"), 9, "conflict"),
    ],
)
def test_the_dead_of_a_week_can_be_part_of_those_of_a_month(when: tuple[str, str], number: int, expected: str) -> None:
    week = told("people were killed in Tolm", ARMY, killed(20, 20), when=("2031-03-01", "2031-03-07"))
    assert kind(week, told("people were killed in Tolm", REBELS, killed(number, number), when=when)) == expected


@pytest.mark.parametrize(("number", "expected"), [(40, "compatible"), (5, "conflict")])
def test_the_dead_of_a_town_can_be_part_of_those_of_a_region(number: int, expected: str) -> None:
    town = told("people were killed in Tolm", ARMY, killed(20, 20))
    region = told("people were killed in the province", REBELS, killed(number, number), places=REGION)
    assert kind(town, region) == expected


def test_who_denies_a_number_gives_none() -> None:
    denial = told("300 people were killed in Tolm", ARMY, killed(300, 300), stance="deny")
    assert kind(denial, told("112 people were killed in Tolm", REBELS, killed(112, 112))) is None


@pytest.mark.parametrize(
    ("number", "of", "expected"),
    [
        (15, "Tolm to Varn Province", "conflict"),
        (19, "Tolm to Varn Province", "compatible"),
        (15, "Tolm to Lutar Province", None),
    ],
)
def test_one_way_has_one_length_whoever_gives_it(number: int, of: str, expected: str | None) -> None:
    way = [killed(20, 20, "distance", of="Tolm to Varn Province", approximate=True)]
    other = [killed(number, number, "distance", of=of, approximate=True)]
    first = said("Tolm lies 20 kilometres from the province", None, type="other", places=TOLM, figures=way)
    second = said("Tolm lies so far from the province", None, type="other", places=TOLM, figures=other)
    assert kind(first, second) == expected

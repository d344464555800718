"""Names that are one speaker, bodies and their parts."""

from __future__ import annotations

import pytest

from tests.reconcile.factory import person
from twosource.reconcile.identity import is_name, names_nobody, part_of, same_body, same_person, states_of, wishes


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Serhii Kovalskyi", "Sergey Kovalsky", True),
        ("Viktor Trehubenko", "Victor Tregubenko", True),
        ("Ivan Petrenko", "Olha Petrenko", False),
        ("Petrenko", "Olha Petrenko", True),
        ("Anna Weiss", "Anna Schwarz", False),
    ],
)
def test_same_person(a: str, b: str, one: bool) -> None:
    assert same_person(a, b) is same_person(b, a) is one


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Special Operations Forces", "Ukraine’s Special Operations Forces (SOF)", True),
        ("World Health Organization (WHO)", "WHO", True),
        ("Russian Defense Ministry", "Ukrainian Defense Ministry", False),
        ("110th Brigade", "72nd Brigade", False),
    ],
)
def test_same_body(a: str, b: str, one: bool) -> None:
    assert same_body(a, b) is same_body(b, a) is one


def test_a_brigade_is_part_of_its_sides_army_and_not_of_the_others() -> None:
    assert part_of("72nd Brigade", "Ukrainian military", ("ukraine",), ("ukraine",))
    assert not part_of("72nd Brigade", "Russian military", ("ukraine",), ("russia",))


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("Ukraine", {"ukraine"}),
        ("President of Ukraine", {"ukraine"}),
        ("Ukrainian army", set()),
        ("Hungary and Slovakia", {"hungary", "slovakia"}),
        ("Hungary and the army", set()),
    ],
)
def test_states_of(name: str, states: set[str]) -> None:
    assert states_of(name) == states


def test_romanisations_share_their_consonants() -> None:
    assert same_person("Iskhar Dovlan", "Eskhar Dawlan")
    assert not same_person("Oleksandr Dovlan", "Oleksii Dovlan")


def test_a_unit_belongs_to_the_joint_command_of_its_side() -> None:
    assert part_of("4th Brigade", "Northern Group of Forces", ("norra",), ("norra",))
    assert not part_of("4th Brigade", "7th Brigade", ("norra",), ("norra",))
    assert not part_of("4th Brigade", "Northern Group of Forces", ("norra",), ("arun",))


def test_an_association_is_no_part_of_the_forces_it_is_named_after() -> None:
    assert not part_of("Reservists' Council of the Army", "Ukrainian military", ("ukraine",), ("ukraine",))


def test_descriptions_are_no_names() -> None:
    assert not is_name("spokesperson for the police")
    assert is_name("Ilsa Brandt")


def test_who_names_nobody() -> None:
    assert names_nobody(person("unspecified", kind="anonymous"))
    assert not names_nobody(person("Ilsa Brandt"))


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("Russia must pay for the damage", True),
        ("the town was captured", False),
        ("he wants to see the war ended", True),
    ],
)
def test_wishes_assert_nothing(words: str, wish: bool) -> None:
    assert wishes(words) is wish

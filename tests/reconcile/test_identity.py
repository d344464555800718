"""Names that are one speaker, bodies and their parts."""

from __future__ import annotations

import pytest

from tests.reconcile.factory import person
from twosource.reconcile.identity import is_name, names_nobody, part_of, same_body, same_person, state_of, wishes


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
    ("name", "party"), [("Ukraine", "ukraine"), ("President of Ukraine", "ukraine"), ("Ukrainian army", None)]
)
def test_state_of(name: str, party: str | None) -> None:
    assert state_of(name) == party


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

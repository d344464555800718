"""Persons, where a text brings them in."""

from __future__ import annotations

import pytest

from twosource.reading.speakers.people import full_names, people
from twosource.reading.speakers.words import words

CASES = [
    ("Gary J. Holt, commander, Northern Task Force", "Gary J. Holt", "commander", None),
    ("Alaska Gov. Ana Ruiz", "Ana Ruiz", "governor", "Alaska"),
    ("U.S. Vice Adm. J. K. Holt", "J. K. Holt", "commander", "U.S."),
    ("the rebel spokesman Jan Petersen", "Jan Petersen", "spokesperson", "rebels"),
    ("Another police spokesman, Jan Petersen", "Jan Petersen", "spokesperson", "police"),
    ("the ministry's spokesman, Jan Petersen", "Jan Petersen", "spokesperson", "ministry"),
    ("Lt. Gen. Ana Ruiz", "Ana Ruiz", "commander", None),
    ("Foreign Minister Luisa Prado spoke", "Luisa Prado", "minister", None),
    ("Luisa Prado, the head of the Flood Council, spoke", "Luisa Prado", "chief", "Flood Council"),
    ("Peru’s flood relief chief, Luisa Prado, spoke", "Luisa Prado", "chief", "Peru’s flood relief"),
    ("opposition lawmaker Jan Petersen spoke", "Jan Petersen", "lawmaker", None),
    ("a medic with the call sign “Otter” spoke", "Otter", "soldier", None),
    ("a battalion commander, who is known only as “Otter,” spoke", "Otter", "commander", None),
    ("a nurse who gave her name only as Mira spoke", "Mira", "doctor", None),
]


@pytest.mark.parametrize(("text", "name", "group", "organisation"), CASES)
def test_people(text: str, name: str, group: str, organisation: str | None) -> None:
    (person,) = people(words(text))
    assert (person.name, person.group) == (name, group)
    if organisation is not None:
        assert person.organisation == organisation


def test_places_and_bodies_are_no_persons() -> None:
    assert people(words("The Flood Council met in San Marcos near Lake Varna.")) == []


def test_full_names_need_no_role() -> None:
    assert full_names(words("Anna Kovač was there with the Red Cross.")) == ["Anna Kovač"]

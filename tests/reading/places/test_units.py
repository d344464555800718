"""Words for units beside names."""

from __future__ import annotations

import pytest

from twosource.model import Document, PlaceMention
from twosource.reading import places
from twosource.reading.structure import lay_out


def read(text: str) -> dict[str, PlaceMention]:
    return {text[m.start : m.end]: m for m in places.find(lay_out(Document(None, text)))}


@pytest.mark.parametrize(("text", "span", "name"), [
    ("Fires burn in the Tula region.", "Tula region", "Tula Oblast"),
    ("Fires burn in the Belgorod border region.", "Belgorod border region", "Belgorod Oblast"),
    ("Fires burn in Hama province.", "Hama province", "Hama Governorate"),
    ("Fires burn in the region of Tula.", "Tula", "Tula Oblast"),
    ("Fires burn in the Tula and Kaluga regions.", "Tula", "Tula Oblast"),
    ("Fires burn in Tula, a Russian region.", "Tula", "Tula Oblast"),
    ("The Lvov region is calm.", "Lvov region", "Lviv Oblast"),
])  # fmt: skip
def test_the_unit_is_meant(text: str, span: str, name: str):
    found = read(text)[span]
    assert (found.name, found.feature, found.precision) == (name, "ADM1", 4)


@pytest.mark.parametrize(("text", "span", "precision"), [
    ("Wine is made in the Lyon region.", "Lyon region", 3), ("He fled to the Hama countryside.", "Hama", 3),
    ("He fled to the outskirts of Hama.", "Hama", 2), ("Police searched the Marseille area.", "Marseille", 2),
])  # fmt: skip
def test_where_no_unit_has_the_name_it_is_around_the_town(text: str, span: str, precision: int):
    found = read(text)[span]
    assert (found.feature, found.precision) == ("PPL", precision)


def test_counties_of_a_state_are_no_county_of_its_name():
    assert read("Rain fell in most Indiana counties.")["Indiana"].feature == "ADM1"


def test_a_capital_of_a_unit_is_a_town():
    assert read("He lives in Boa Vista, the state capital.")["Boa Vista"].feature == "PPL"

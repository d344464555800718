"""One sense to a report: the bare name of a town that is meant as its unit."""

from __future__ import annotations

import pytest

from twosource.model import Document
from twosource.reading import places
from twosource.reading.structure import lay_out


def features(text: str, name: str) -> list[str | None]:
    return [m.feature for m in places.find(lay_out(Document(None, text))) if text[m.start : m.end] == name]


def test_armies_in_a_named_unit_are_not_in_its_town():
    text = "Rebels hold parts of Idlib province. The army advanced into Idlib. An offensive in Idlib goes on."
    found = [m for m in places.find(lay_out(Document(None, text))) if text[m.start : m.end] == "Idlib"]
    assert [(m.feature, m.precision) for m in found] == [("ADM1", 4), ("ADM1", 4)]
    assert all("the unit that the report names" in (m.reason or "") for m in found)


@pytest.mark.parametrize("town", [
    "A market in the city of Idlib burned.", "Twelve miles from Idlib a bridge fell.", "Near Idlib a bridge fell.",
    "Idlib, a town of 100,000, was dark.", "The mayor of Idlib resigned.",
])  # fmt: skip
def test_a_town_spoken_of_as_a_town_stays(town: str):
    assert "ADM1" not in features(f"Rebels hold Idlib province. {town} An offensive in Idlib goes on.", "Idlib")


def test_a_report_that_names_no_unit_means_the_town():
    assert features("An offensive in Idlib goes on.", "Idlib") == ["PPL"]


def test_where_nobody_fights_the_town_is_meant():
    assert features("A bus burned in Idlib, police in Idlib province said.", "Idlib") == ["PPL"]

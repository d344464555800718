"""Where claims are set and which figures they hold, in invented sentences."""

from __future__ import annotations

import pytest

from twosource.pipeline import read


def claims(text: str) -> list[tuple[list[str], list[int | float | None]]]:
    """The places and the lowest values of the figures of each claim."""
    report = read(text)
    return [
        ([report.places[n].name for n in claim.places], [report.figures[n].low for n in claim.figures])
        for claim in report.claims
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A teacher was killed in the raid, police said.", []),
        ("The mayor was killed in the raid, police said.", []),
        ("One teacher was killed in the raid, police said.", [1]),
        ("A teacher was killed and two pupils were wounded, police said.", [1, 2]),
        ("Seventeen people died, among them a nurse, police said.", [17]),
    ],
)
def test_a_single_person_is_no_number_of_a_claim(text: str, expected: list[int]) -> None:
    assert [figures for _, figures in claims(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The quake shook Oman and Yemen on Sunday, officials said.", ["Oman", "Yemen"]),
        ("Floods hit northern Chad on Sunday, officials said.", ["Chad"]),
        ("Floods hit Abéché in Chad on Sunday, officials said.", ["Abéché"]),
        ("Chad said that it had sent aid to the flooded villages.", []),
    ],
)
def test_a_country_is_the_place_where_none_is_finer(text: str, expected: list[str]) -> None:
    assert [places for places, _ in claims(text)] == [expected]


def test_a_claim_is_set_where_its_story_is_and_not_where_its_speaker_sits() -> None:
    text = (
        "Rebels took most of Kismayo on Sunday, residents said. Army sources in Nairobi said that the rebels used "
        "rockets. The town was quiet by noon in Kismayo, a doctor said. Twelve people were killed, police said."
    )
    assert [places for places, _ in claims(text)] == [["Kismayo"]] * 4


def test_a_place_in_the_name_of_a_party_is_no_place_of_a_claim() -> None:
    text = "Fighting went on in Debaltseve. Most of the town is held by the Donetsk People's Republic, a doctor said."
    assert claims(text)[-1][0] == ["Debaltseve"]

"""Media that a report names, and what the agency or the paper is after that."""

from __future__ import annotations

import pytest

from twosource.pipeline import read
from twosource.reading.speakers.press import bare_medium

NAMED = "The hills shook on Monday, the news agency Belan reported. "


def sources(text: str) -> list[tuple[str, ...]]:
    """The relays of the claims of a text, without the outlet."""
    return [claim.relay[:-1] for claim in read(text).claims]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (NAMED + "The agency said that the road was blocked.", ("Belan",)),
        (NAMED + "According to the broadcaster NRT, the hospital was full.", ("NRT",)),
        (NAMED + "The mayor told the news agency Ufuk that the hospital was full.", ("mayor", "Ufuk")),
        (
            NAMED + "The National Disaster Agency has sent tents. The agency said that the road was blocked.",
            ("National Disaster Agency",),
        ),
        ("The National Guard said that the bridge was closed.", ("National Guard",)),
    ],
)
def test_whose_words_they_are(text: str, last: tuple[str, ...]) -> None:
    assert sources(text)[-1] == last


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Spanish agency EFE", "EFE"), ("Kyodo News", "Kyodo News"), ("army", "army"), ("Meridian News Agency", None)],
)
def test_a_medium_is_called_by_its_name(name: str, bare: str | None) -> None:
    assert bare_medium(name) == (bare or name)


def test_their_spokesman_speaks_for_the_body_that_the_sentence_before_begins_with() -> None:
    text = (
        "The relief council said that tents were short. The Tolm police tell another story. Up to 15 Taliban fighters "
        "were killed in the hospital, their spokesman, Sayed Haidari, told reporters."
    )
    (spokesman,) = (source for source in read(text).sources if source.kind == "person")
    assert (spokesman.organisation, spokesman.side) == ("Tolm police", None)

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
            ("agency",),
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

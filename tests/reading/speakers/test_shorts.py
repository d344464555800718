"""Short forms in brackets behind a name."""

from __future__ import annotations

from twosource.reading.speakers.shorts import shorts
from twosource.reading.speakers.words import words


def test_shorts() -> None:
    assert shorts(words("the World Flood Programme (WFP) and others (AND)")) == [("WFP", "World Flood Programme")]

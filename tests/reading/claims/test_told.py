"""What is told without "said that": a source at the end of its sentence, numbers counted, tolls lowered."""

from __future__ import annotations

import pytest

from tests.reading.claims.marked import Read
from twosource.reading.claims.told import according, counted, trailing, worded
from twosource.reading.speakers import words

TRAILING = [
    ("The bridge has fallen, the mayor of Lutar, Ana Ruiz, said on Friday.", "the mayor of Lutar, Ana Ruiz"),
    ("Two wells are polluted, staff of the clinic told reporters.", "staff of the clinic"),
    ("The mayor, who said nothing on Friday, has left.", None),
    ("A fire, said to be small, was put out.", None),
]
COUNTED = [
    ("The health office counted 164 dead.", ("office", "164 dead.")),
    ("The relief council, in its bulletin of 9 March, counts 30 dead.", ("council", "30 dead.")),
    ("The service on Friday lowered the toll of the flood to 31.", ("service", "the toll of the flood to 31.")),
    ("The commander set 31 tents on the hill.", None),
    ("The mayor said the council counted 164 dead.", None),
]


@pytest.mark.parametrize(("text", "source"), TRAILING)
def test_a_source_at_the_end(text: str, source: str | None) -> None:
    found = trailing(words(text))
    assert (text[found[0][0].start : found[0][-1].end] if found else None) == source


@pytest.mark.parametrize(("text", "told"), COUNTED)
def test_numbers_and_tolls(text: str, told: tuple[str, str] | None) -> None:
    found = counted(words(text))
    assert ((found[0][-1].text, text[found[2][0].start :]) if found else None) == told


def test_they_become_claims_of_who_counts() -> None:
    read = Read("The health office of Lutar counted 164 dead. It put the losses of the village at 40 houses.\n")
    assert read.who("164") == read.who("40 houses") == "health office of Lutar"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mill, in his words, was empty.", "his"),
        ("By her own account nobody came to the mill.", "her"),
        ("He found nobody in their words and deeds.", None),
        ("The mayor paid for it by his own hand.", None),
    ],
)
def test_what_is_told_in_somebodys_words(text: str, told: str | None) -> None:
    telling = worded(words(text))
    assert (telling and telling[0][0].text) == told


def test_according_to_him_without_a_comma() -> None:
    telling = according(words("According to him a lorry hit the bridge at noon."))
    assert telling is not None
    assert telling[2][0].text == "a"


@pytest.mark.parametrize(
    ("sentence", "source", "number"),
    [
        ("The seismic institute measured a magnitude of 6.1 on Monday.", "institute", "6.1"),
        ("The observatory gave the depth as 12 km.", "observatory", "12"),
        ("The health office estimated the number of injured at 140.", "office", "140"),
    ],
)
def test_who_measured_or_gave_a_number(sentence: str, source: str, number: str) -> None:
    told = counted(words(sentence))
    assert told is not None
    assert source in [word.text for word in told[0]]
    assert number in sentence[told[2][0].start : told[2][-1].end]


def test_who_gives_something_else_gives_no_number() -> None:
    assert counted(words("The mayor gave the medal to 12 men.")) is None

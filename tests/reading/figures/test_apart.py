"""Numbers that are no figures, each with the reason."""

from __future__ import annotations

import pytest

from twosource.reading.figures.apart import apart
from twosource.reading.figures.bounds import bounded
from twosource.reading.figures.counted import counted
from twosource.reading.lexical import tokenize


def reason(text: str) -> str | None:
    tokens = tokenize(text, 0, len(text))
    words = [token.low for token in tokens]
    number = bounded(tokens, words)[0]
    return apart(tokens, words, number, counted(tokens, words, number))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("the 18th Brigade", "part of a name or code"),
        ("an AK-47 rifle", "part of a name or code"),
        ("won 3-1 away", "part of a name or code"),
        ("on 24 February", "date or time"),
        ("by 2014 it", "date or time"),
        ("at 11 pm", "date or time"),
        ("a 27-year-old man", "age"),
        ("under Resolution 1701", "designation"),
        ("at 12 Market Street", "designation"),
        ("1,200 people a day", "rate"),
        ("fell by about 100", "difference"),
        ("the two sides met", "reference"),
        ("12 soldiers died", None),
        ("2,014 soldiers died", None),
    ],
)
def test_reason(text: str, why: str | None) -> None:
    assert reason(text) == why

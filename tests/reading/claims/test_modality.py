"""How sure, and within which limits."""

from __future__ import annotations

import pytest

from twosource.reading.claims.modality import certainty_of, hedges_of, scope_of
from twosource.reading.claims.silence import silent
from twosource.reading.speakers import words

CERTAINTY = [
    ("they left", "said", "certain"),
    ("they appear to have left", "said", "probable"),
    ("they may have left", "said", "possible"),
    ("they could not leave", "said", "certain"),
    ("they left in May", "said", "certain"),
    ("at least nine died", "said", "certain"),
    ("they left", "reportedly", "probable"),
    ("they left", "believe", "probable"),
    ("they left", "assesses", "probable"),
    ("you could feel the floor move", "said", "certain"),
    ("smoke could later be seen over the port", "said", "certain"),
    ("two were held after he allegedly drew a knife", "said", "certain"),
    ("the police searched the hut where he was believed to hide", "said", "certain"),
    ("he was believed to hide in the hut", "said", "probable"),
    ("it looked as if it would burn", "said", "probable"),
    ("we are confident that the dam holds", "said", "probable"),
    ("I'm not positive they were the target", "said", "possible"),
    ("if the dam was to blame", "apologised", "possible"),
    ("if the dam goes, the town goes", "said", "certain"),
]


@pytest.mark.parametrize(("content", "cue", "certainty"), CERTAINTY)
def test_certainty(content: str, cue: str, certainty: str) -> None:
    assert certainty_of(words(content), words(cue))[0] == certainty


def test_hedges() -> None:
    text = "at least nine probably died over the river, over 40 fled"
    assert [span.cut(text) for span in hedges_of(words(text))] == ["at least", "probably", "over"]


def test_scope() -> None:
    text = "they left only from one bank of the river, so far"
    assert [span.cut(text) for span in scope_of(words(text))] == ["only from one bank of the river", "so far"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Reuters could not independently verify the report.", "cannot_verify"),
        ("The claims have not been verified.", "cannot_verify"),
        ("The ministry did not immediately respond to a request.", "decline"),
        ("The army has neither confirmed nor denied it.", "decline"),
        ("The army denied it.", None),
    ],
)
def test_silent(text: str, stance: str | None) -> None:
    hit = silent(words(text))
    assert (hit[0] if hit else None) == stance

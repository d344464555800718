"""Verb groups: voice, extent and negation, and nouns that only look like verbs."""

from __future__ import annotations

import pytest

from twosource.reading.attribution.groups import groups
from twosource.reading.attribution.words import words_between


@pytest.mark.parametrize(
    ("text", "words", "voice", "negated"),
    [
        ("The army has repeatedly denied it.", "has repeatedly denied", "finite", False),
        ("The army did not say so.", "did not say", "finite", True),
        ("She was told so.", "was told", "passive", False),
        ("She left, saying so.", "saying", "participle", False),
        ("She went on to say that.", "went on to say", "finite", False),
        ("She came to say that.", "to say", "infinitive", False),
        ("She pointed out that.", "pointed out", "finite", False),
    ],
)
def test_group(text: str, words: str, voice: str, negated: bool) -> None:
    cut = words_between(text, 0, len(text))
    group = groups(cut)[-1]
    assert text[cut[group.start].start : cut[group.end - 1].end] == words
    assert (group.voice, group.negated) == (voice, negated)


@pytest.mark.parametrize(
    "text", ["Two reports came.", "The claims were old.", "His comments on it.", "The state road is shut."]
)
def test_nouns_are_no_groups(text: str) -> None:
    assert groups(words_between(text, 0, len(text))) == []

"""Where reported words end."""

from __future__ import annotations

import pytest

from twosource.reading.attribution.content import clause_end
from twosource.reading.attribution.words import words_between


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("the town fell, adding that it was empty", "the town fell"),
        ("the town fell, according to the mayor", "the town fell"),
        ("the town fell, but nobody left", "the town fell"),
        ("the town fell and he said so", "the town fell"),
        ("the town, which is small, fell", "the town, which is small, fell"),
        ("the town fell; people fled", "the town fell"),
    ],
)
def test_clause_end(text: str, reported: str) -> None:
    words = words_between(text, 0, len(text))
    assert text[: words[clause_end(words, 0, len(words)) - 1].end] == reported

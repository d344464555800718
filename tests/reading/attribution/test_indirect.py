"""Who may speak through others."""

from __future__ import annotations

import pytest

from twosource.reading.attribution.indirect import can_speak, is_document
from twosource.reading.attribution.words import words_between


@pytest.mark.parametrize(
    ("phrase", "speaks"),
    [("a commander", True), ("local media", True), ("the authorities", True), ("old grievances", False)],
)
def test_can_speak(phrase: str, speaks: bool) -> None:
    assert can_speak(words_between(phrase, 0, len(phrase))) is speaks


def test_a_statement_is_a_document_and_a_sign_is_not() -> None:
    assert is_document(words_between("the statement", 0, 13))
    assert not is_document(words_between("the sign", 0, 8))

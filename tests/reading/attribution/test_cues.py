"""The class of a cue's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.reading.attribution import classify


@pytest.mark.parametrize(
    ("cue", "kind"),
    [
        ("said", "say"),
        ("told reporters", "say"),
        ("has repeatedly denied", "deny"),
        ("admits", "admit"),
        ("acknowledged", "admit"),
        ("claims", "claim"),
        ("declined to comment", "decline"),
        ("has not yet publicly commented", "decline"),
        ("didn’t respond to", "decline"),
        ("could not verify", "cannot_verify"),
        ("could not independently verify", "cannot_verify"),
        ("reportedly", "hearsay"),
        ("is believed", "hearsay"),
        ("believes", "think"),
        ("vowed", "promise"),
        ("ordered", "order"),
        ("asked", "order"),
        ("wants", "intend"),
        ("according to", "say"),
        ("statement", "say"),
        ("allegations", "claim"),
        ("green", None),
        (":", None),
    ],
)
def test_class(cue: str, kind: str | None) -> None:
    assert classify(cue) == kind


@given(st.text(max_size=60))
def test_any_words_have_a_class_or_none(cue: str) -> None:
    assert classify(cue) is None or classify(cue)

"""The sentence before another one."""

from __future__ import annotations

import pytest

from twosource.reading.speakers.before import sentence_before

TEXT = "The police say no. “It rained,” Dr. Koss said!\nTheir spokesman left. He ran."


@pytest.mark.parametrize(
    ("of", "before"),
    [
        ("The police", None),
        ("“It rained", "The police say no. "),
        ("Their", None),
        ("He ran", "Their spokesman left. "),
    ],
)
def test_it_stands_in_the_same_paragraph(of: str, before: str | None) -> None:
    found = sentence_before(TEXT, TEXT.index(of))
    assert (found.cut(TEXT) if found else None) == before

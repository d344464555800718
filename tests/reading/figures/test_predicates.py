"""The words that say what happened to the counted, and how they take it."""

from __future__ import annotations

import pytest

from twosource.reading.figures.predicates import predicates
from twosource.reading.lexical import tokenize


def read(text: str) -> list[tuple[str, str, str]]:
    tokens = tokenize(text, 0, len(text))
    words = [token.low for token in tokens]
    return [(" ".join(words[p.first : p.last]), p.measure, p.role) for p in predicates(tokens, words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two miners were killed", ("killed", "killed", "passive")),
        ("the fire has killed two miners", ("killed", "killed", "active")),
        ("two miners killed at Lowick", ("killed", "killed", "reduced")),
        ("two miners died", ("died", "killed", "intransitive")),
        ("killing two miners", ("killing", "killed", "active")),
        ("were killed or badly wounded", ("killed or badly wounded", "killed_or_wounded", "passive")),
        ("have killed or captured 40", ("killed or captured", "count", "active")),
        ("took two miners hostage", ("took", "captured", "active")),
    ],
)
def test_predicate(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize("text", ["took two loaves", "took, after a while, the hostage", "nothing happened", ""])
def test_no_predicate(text: str) -> None:
    assert read(text) == []

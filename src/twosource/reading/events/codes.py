"""PLOVER codes of event words, by their stems."""

from __future__ import annotations

from functools import cache

from twosource.knowledge import table
from twosource.reading.lexical import word_set

SHORTEST, LONGEST = 3, 12
"""Stems in the table have so many letters."""


@cache
def code_of(word: str) -> str | None:
    """The PLOVER code of a word form, None where it has none.

    >>> code_of("withdrew"), code_of("shelling"), code_of("sang")
    ('RETREAT/withdraw', 'ASSAULT/heavy-weapons', None)
    """
    if word in word_set("plover", "exact", "words"):
        return None
    stems = table("plover")["stems"]
    for length in range(min(LONGEST, len(word)), SHORTEST - 1, -1):
        code = stems.get(word[:length])
        if code is not None and (length > 3 or len(word) <= length + 4):
            return str(code)
    return None


def codes() -> frozenset[str]:
    """Every code that an event may have."""
    return frozenset(table("plover")["stems"].values())

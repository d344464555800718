"""Word lists of the data files that figures are read by."""

from __future__ import annotations

from functools import cache

from twosource.knowledge import table


@cache
def word_set(name: str, key: str, inner: str | None = None) -> frozenset[str]:
    """A list of words of a data file, which stands there as one string.

    >>> "kilometer" in word_set("counted", "words", "stop")
    False
    """
    value = table(name)[key]
    return frozenset((value[inner] if inner else value).split())

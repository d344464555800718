"""What is the same of a word wherever it stands, found out once a word and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["Forms"]

T = TypeVar("T")

MOST = 1 << 16
"""Forms kept of each kind, some 20 MB: a year of news has more, a day's has fewer. Then they are found out anew."""


class Forms(dict[str, T]):
    """A dictionary that makes what it does not hold yet; most words of a text have been seen before.

    >>> lengths = Forms(len)
    >>> lengths["river"], len(lengths)
    (5, 1)
    """

    def __init__(self, make: Callable[[str], T], most: int = MOST) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, word: str) -> T:
        if len(self) >= self._most:
            self.clear()
        made = self[word] = self._make(word)
        return made

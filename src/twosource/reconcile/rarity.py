"""How much a word tells of what a text is about, by how common it is in English: the same in every ledger.

A rarity counted over the reports at hand would change with each of them, and with it every likeness that was ever
taken. A list of words by their use does not, so that adding a report changes what it touches and nothing else.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from twosource.knowledge import table
from twosource.reconcile.words import stem

COMMON = 230
"""Place in the list up to which a word says hardly anything: "government", "city" and "killed" stand beyond it."""

UNLISTED = 92_000
"""Place of a word that the list does not have: most are names. Both were chosen on ECB+ topics 1 to 35 outside the test
fold, where the score is flat from half of either to twice as much."""

LEAST = 0.05
"""Weight of the commonest words: not 0, so that a text of nothing else is still like itself."""


@cache
def _places() -> Mapping[str, int]:
    """The place of every stem in the list: that of its commonest word."""
    found: dict[str, int] = {}
    for place, word in enumerate(table("word_ranks")["words"].split(), 1):
        found.setdefault(stem(word), place)
    return found


@cache
def _log(place: int) -> float:
    return max(LEAST, math.log(max(1.0, place / COMMON))) ** 2


def square(word: str) -> float:
    """The squared weight of a stem or a folded name.

    >>> square("said") < square("flood") < square("varnholt")
    True
    """
    places = _places()
    place = places.get(word)
    return _log(min(UNLISTED, place if place is not None else places.get(stem(word), UNLISTED)))


def is_word(name: str) -> bool:
    """True of a word of the language, be it a name too.

    >>> is_word("neither"), is_word("varnholt")
    (True, False)
    """
    return name in _places() or stem(name) in _places()


def norm(words: frozenset[str]) -> float:
    """The length of a collection of words as a vector of weights; 1 of none, so that it can be divided by."""
    return math.sqrt(sum(square(word) for word in sorted(words))) or 1.0

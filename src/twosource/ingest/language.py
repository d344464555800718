"""The language of a text, where the page does not say it: English at a glance, others by py3langid."""

from __future__ import annotations

import re
from functools import cache

from twosource.knowledge import table

SHORTEST = 60
"""Characters below which a guess is no better than a coin."""

LOOKED_AT = 4000
"""Characters of the beginning that the guess goes by."""

PLAINLY = 0.2
"""Share of small English words from which a text is English: of 1,200 news texts with so many none was called other."""

DIFFERENT = 5
"""So many of them must differ, and one must be of no other language: Dutch has "in", "is", "was" and "of" too."""

WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None where it is too short to tell.

    >>> language_of("The ministry said on Friday that two people were killed in the strike on the town.")
    'en'
    """
    if len(text.strip()) < SHORTEST:
        return None
    if _is_plainly_english(text[:LOOKED_AT]):
        return "en"
    from py3langid import classify  # takes most of a second to load, and half a millisecond a text

    code, _ = classify(text[:LOOKED_AT])
    return str(code)


@cache
def _small() -> tuple[frozenset[str], frozenset[str]]:
    read = table("english")
    return frozenset(read["small"]) | frozenset(read["own"]), frozenset(read["own"])


def _is_plainly_english(text: str) -> bool:
    """True where so many words are small English ones that nothing else need be asked."""
    small, own = _small()
    words = WORD.findall(text.lower())
    distinct = small.intersection(words)
    if len(distinct) < DIFFERENT or own.isdisjoint(distinct):
        return False
    return sum(word in small for word in words) >= PLAINLY * len(words)

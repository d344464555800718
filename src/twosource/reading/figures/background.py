"""Tells the tolls of other events, which a report mentions in passing, from those of its own matter."""

from __future__ import annotations

from functools import cache

from twosource.knowledge import table
from twosource.reading.figures.predicates import BE
from twosource.reading.lexical import Phrases, word_set

REACH = 30
"""So many words before a toll the deed is laid to somebody: "responsible for the attack near … that killed four"."""
NEAR = 14
"""So many words away the period of a tally may stand."""
RELATIVE = frozenset({"that", "which", "who", "where"})


@cache
def _phrases(*keys: str) -> Phrases:
    return Phrases({phrase: key for key in keys for phrase in table("background")[key]})


def laid_to(words: list[str], start: int) -> bool:
    """True where a toll that begins at `start` is what somebody is held to have done before.

    Somebody stands "linked to an attack that killed four" or "suspected of killing two": between these words and the
    toll there is a relative pronoun, or no comma and no new verb.

    >>> laid_to("a man linked to an attack that killed four".split(), 7)
    True
    >>> laid_to("they hit a man linked to an attack , killing four".split(), 10)
    False
    """
    for place in range(start, max(0, start - REACH), -1):
        if place < len(words) and words[place] in (";", ".", ":"):
            return False
        hit = _phrases("links", "others").before(words, place)
        if hit is None:
            continue
        between = words[place:start]
        pronoun = next((at for at in range(len(between) - 1, -1, -1) if between[at] in RELATIVE), None)
        if pronoun and between[pronoun - 1] in word_set("background", "reporting"):
            return False
        after = between if pronoun is None else between[pronoun + 1 :]
        including = [at for at, word in enumerate(after) if word == "," and after[at + 1 : at + 2] == ["including"]]
        return after.count(",") == len(including) and not BE.intersection(after[1:])
    return False


def is_tally(words: list[str], first: int, last: int) -> bool:
    """True where a number sums up a stretch of the calendar: "more than 80 since January", "this month alone".

    The period stands behind the number or opens the sentence ("since January, 80 were held"); one between, as in
    "silent since January, when they said that 80 were held", belongs to other words.

    >>> is_tally("forces have detained 35 leaders since the beginning of the year".split(), 3, 5)
    True
    """
    for place in range(last, min(len(words), last + NEAR)):
        if words[place] in (";", "."):
            break
        if _starts(words, place):
            return True
    opening = 0
    while opening < first and (words[opening] in ("and", "but") or not words[opening][:1].isalpha()):
        opening += 1
    return opening < first <= opening + NEAR and _starts(words, opening)


def _starts(words: list[str], place: int) -> bool:
    if words[place] == "since" and words[place + 1 : place + 2]:
        return words[place + 1] in word_set("apart", "months") or _phrases("tallies").at(words, place) is not None
    return _phrases("tallies").at(words, place) is not None

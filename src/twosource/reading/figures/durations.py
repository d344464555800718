"""Tells durations that measure from those that only date."""

from __future__ import annotations

from functools import cache

from twosource.knowledge import table
from twosource.reading.figures.bounds import Bounded
from twosource.reading.figures.counted import Counted
from twosource.reading.lexical import Phrases, word_set


@cache
def _dating(key: str) -> Phrases:
    return Phrases(dict.fromkeys(table("apart")[key], key))


def measures(words: list[str], number: Bounded, thing: Counted) -> bool:
    """True where a duration measures what is told ("not run for four weeks"), False where it dates ("a week ago").

    "In the past 21 days" dates what was done and measures how long something was not: a negation decides.
    """
    if _dating("dating_after").at(words, thing.last) is not None:
        return False
    lasting = word_set("apart", "lasting")
    back = words[max(0, number.first - 4) : number.first]
    if lasting.intersection(back[-3:]):
        return True
    glued = thing.last - number.last >= 2 and thing.last < len(words) and words[number.last] == "-"
    if glued:  # "a 60-day ceasefire"
        return words[thing.last] != "-"
    hit = _dating("dating_before").before(words, number.first)
    negated = word_set("apart", "negations").intersection(words[max(0, number.first - 25) : thing.last + 25])
    if hit is not None:
        past = bool({"past", "last"}.intersection(words[max(0, number.first - 2) : number.first]))
        return past and bool(negated)
    return number.kind in ("digits", "words") and bool(negated or number.first != number.core)

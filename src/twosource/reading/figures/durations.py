"""Tells durations that measure from those that only date."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from twosource.knowledge import table
from twosource.reading.figures.bounds import Bounded, with_words
from twosource.reading.figures.candidates import Candidate
from twosource.reading.figures.counted import Counted
from twosource.reading.figures.numerals import Numeral
from twosource.reading.lexical import Phrases, Token, word_set


@cache
def _dating(key: str) -> Phrases:
    return Phrases(dict.fromkeys(table("apart")[key], key))


def measures(words: list[str], number: Bounded, thing: Counted) -> bool:
    """True where a duration measures what is told ("not run for four weeks"), False where it dates ("a week ago").

    "In the past 21 days" dates what was done and measures how long something was not: a negation decides.
    """
    if _dating("dating_after").at(words, thing.last) is not None:
        return False
    dated = _dating("dating_before").before(words, number.first) is not None
    behind = words[thing.last : thing.last + 2]
    of = not dated and behind[:1] == ["of"] and behind[1:] not in (["age"], ["the"])  # "eight days of clashes"
    if of or _dating("after").before(words, number.first) is not None:  # "after 74 days at the front"
        return number.kind in ("digits", "words")
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


def stretch(tokens: list[Token], words: list[str], place: int, thing: Counted) -> Candidate | None:
    """ "For a month", "less than a week", "a year of war"; never "for a second time", "a day of mourning"."""
    if thing.unit is None or thing.unit.measure != "duration" or words[place] == "another":
        return None
    number = with_words(tokens, words, Numeral(place, place + 1, 1, 1, "words"), 0)
    led = words[number.first - 1 : number.first] in (["for"], ["after"], ["lasted"], ["took"])
    of = words[thing.last : thing.last + 1] == ["of"]
    short = words[thing.last - 1] in ("second", "moment", "minute", "day", "night") and number.first == place
    return None if short or not (led or of) else Candidate(number, thing)


def spread(words: list[str], number: Bounded, thing: Counted) -> Bounded:
    """Reads "loans over three years", "arrests over four nights" as that long; "lasted over three years" as longer."""
    if thing.unit is None or thing.unit.measure != "duration" or number.kind not in ("digits", "words"):
        return number
    over = number.core - number.first == 1 and words[number.first] == "over" and number.high is None
    if not over or word_set("apart", "lasting").intersection(words[max(0, number.first - 2) : number.first]):
        return number
    return replace(number, high=number.low)

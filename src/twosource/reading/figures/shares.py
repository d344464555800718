"""Finds shares in words: "half of the houses", "about a third of its wells"."""

from __future__ import annotations

from twosource.knowledge import table
from twosource.reading.figures.bounds import Bounded, with_words
from twosource.reading.figures.candidates import Candidate
from twosource.reading.figures.counted import Counted, Unit, counted
from twosource.reading.figures.numerals import Numeral, whole
from twosource.reading.lexical import Token, word_set

MANY = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
PERCENT = Unit("share", "percent", 1.0)


def find(tokens: list[Token], words: list[str]) -> list[Candidate]:
    """The shares of a sentence that are shares of no number: "half of the 2,000" is a number of its own.

    >>> from twosource.reading.lexical import tokenize
    >>> tokens = tokenize("Two thirds of the wells are dry.", 0, 32)
    >>> [one.number.low for one in find(tokens, [token.low for token in tokens])]
    [66.7]
    """
    fractions = table("numbers")["fractions"]
    found: list[Candidate] = []
    for place, word in enumerate(words):
        if word not in fractions or words[place + 1 : place + 2] != ["of"]:
            continue
        if words[place + 2 : place + 3] and words[place + 2] not in word_set("known", "whole"):
            continue
        thing = counted(tokens, words, Bounded(place, place, place + 1, 1, 1, False, "words"))
        if (
            thing.head is None
            or thing.unit is not None
            or any(tokens[at].kind == "number" for at in range(place, thing.head))
        ):
            continue
        first, times = _times(tokens, words, place)
        if times is None:
            continue
        part, of = fractions[word]
        value = whole(round(100 * times * part / of, 1))
        numeral = Numeral(first, place + 1, value, value, "share", False)
        floor = found[-1].thing.last if found else 0
        number = with_words(tokens, words, numeral, floor)
        found.append(Candidate(number, Counted(thing.last, thing.head, False, PERCENT)))
    return found


def _times(tokens: list[Token], words: list[str], place: int) -> tuple[int, int | None]:
    """Where a fraction begins and how many of it there are; None for an ordinal: "the third of the wells"."""
    before = place - 1
    if before > 0 and tokens[before].is_dash:
        before -= 1
    if before >= 0 and words[before] in MANY:
        return before, MANY[words[before]]
    return place, 1 if words[place] == "half" else None

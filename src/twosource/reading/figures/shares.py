"""Finds shares in words: "half of the houses", "about a third of its wells"."""

from __future__ import annotations

from twosource.knowledge import table
from twosource.reading.figures.bounds import Bounded, with_words
from twosource.reading.figures.candidates import Candidate
from twosource.reading.figures.counted import Counted, Unit, counted
from twosource.reading.figures.numerals import Numeral, value_at, whole
from twosource.reading.lexical import Token, word_set

MANY = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
QUOTES = frozenset("\"“”'‘’")
_LINKS = frozenset(("in", "out"))
_ROUND = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000))
"""What people count in: "one in six"; "two in 1916" and "five in 14 towns" are no shares."""
_DATED = (["days"], ["weeks"], ["months"], ["years"], ["hours"], ["minutes"], ["towns"], ["villages"], ["places"])
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
        part = _in_number(tokens, words, place) if word in _LINKS else None
        if part is not None:
            found.append(part)
        if word not in fractions:
            continue
        if words[place + 1 : place + 2] != ["of"]:
            alone = _alone(tokens, words, place)
            found += [alone] if alone is not None else []
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
        part_of, of = fractions[word]
        value = whole(round(100 * times * part_of / of, 1))
        numeral = Numeral(first, place + 1, value, value, "share", False)
        floor = found[-1].thing.last if found else 0
        number = with_words(tokens, words, numeral, floor)
        found.append(Candidate(number, Counted(thing.last, thing.head, False, PERCENT)))
    return found


def _in_number(tokens: list[Token], words: list[str], place: int) -> Candidate | None:
    """The share of "one in five", "eight out of ten", "three in every hundred"."""
    start = place - 1
    if start < 0 or (words[place] == "out" and words[place + 1 : place + 2] != ["of"]):
        return None
    whole_at = place + 1 + (words[place] == "out") + (words[place + 1 : place + 2] == ["every"])
    many = value_at(tokens, start)
    of = value_at(tokens, whole_at) if whole_at < len(tokens) else None
    if many is None or of is None or many[1] != place or not 0 < many[0] < of[0]:
        return None
    if words[place] == "out" and of[0] > 100 and of[0] not in _ROUND:
        return None  # "45,000 out of 60,000" counts twice
    if words[place] == "in" and not (of[0] in _ROUND and many[0] < 10 and words[of[1] : of[1] + 1] not in _DATED):
        return None
    value = whole(round(100 * many[0] / of[0], 1))
    number = with_words(tokens, words, Numeral(start, of[1], value, value, "share", False), 0)
    return Candidate(number, Counted(of[1], of[1] - 1, False, PERCENT))


def _alone(tokens: list[Token], words: list[str], place: int) -> Candidate | None:
    """A fraction that names no whole: "fewer than half", "at a quarter", "rise by a fifth"; never "a third man"."""
    first, times = _times(tokens, words, place)
    after = place + 1
    while after < len(words) and words[after] in QUOTES:
        after += 1
    if times is None or words[after : after + 1] == ["a"]:
        return None
    half = words[place] == "half"
    ends = after >= len(words) or tokens[after].kind == "mark" or words[after] in word_set("known", "behind_share")
    led = first > 0 and words[first - 1] in word_set("known", "before_share")
    if not ends or (after < len(words) and tokens[after].is_dash):
        return None
    part, of = table("numbers")["fractions"][words[place]]
    value = whole(round(100 * times * part / of, 1))
    number = with_words(tokens, words, Numeral(first, place + 1, value, value, "share", False), 0)
    bounded = number.first < first or number.low is None or number.high is None
    if not (bounded or (led and not half)):
        return None
    return Candidate(number, Counted(place + 1, place, False, PERCENT))


def _times(tokens: list[Token], words: list[str], place: int) -> tuple[int, int | None]:
    """Where a fraction begins and how many of it there are; None for an ordinal: "the third of the wells"."""
    before = place - 1
    if before > 0 and tokens[before].is_dash:
        before -= 1
    if before >= 0 and words[before] in MANY:
        return before, MANY[words[before]]
    return place, 1 if words[place] == "half" else None

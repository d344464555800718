"""Reads what bounds a number: "at least", "as many as", "between … and …", "half of …"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.knowledge import table
from twosource.reading.figures.numerals import Number, Numeral, openings, read_at, shared_scale, value_at, whole
from twosource.reading.lexical import Phrases, Token, word_set


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number with its bounds as said. `first` to `last` are its tokens, `core` where the number begins."""

    first: int
    core: int
    last: int
    low: Number | None
    high: Number | None
    approximate: bool
    kind: str
    part_of_next: bool = False
    denied: bool = False


@cache
def _before() -> Phrases:
    read = table("numbers")["before"]
    return Phrases({phrase: side for side in ("lower", "upper", "about") for phrase in read[side]})


@cache
def _after() -> Phrases:
    read = table("numbers")["after"]
    return Phrases({phrase: side for side in ("lower", "upper", "about") for phrase in read[side]})


@cache
def _through() -> Phrases:
    return Phrases(dict.fromkeys(table("numbers")["before"]["through"], "through"))


@cache
def _fractions() -> dict[str, tuple[int, int]]:
    return {word: (part[0], part[1]) for word, part in table("numbers")["fractions"].items()}


@cache
def _opens() -> frozenset[str]:
    return openings() | {"between", "from"}


def bounded(tokens: list[Token], words: list[str]) -> list[Bounded]:
    """Every number of a sentence with its bounds, in order."""
    found: list[Bounded] = []
    place, opens = 0, _opens()
    while place < len(tokens):
        if words[place] not in opens and tokens[place].kind != "number":
            place += 1
            continue
        numeral = _between(tokens, words, place) or _changed(tokens, words, place) or read_at(tokens, words, place)
        if numeral is None:
            place += 1
            continue
        found.append(with_words(tokens, words, numeral, found[-1].last if found else 0))
        place = found[-1].last
    return _fractions_of(tokens, words, found)


def _between(tokens: list[Token], words: list[str], place: int) -> Numeral | None:
    """ "between five and seven", "from 10 to 12" (but not "rose from 10 to 12", which says two numbers)."""
    if words[place] not in ("between", "from") or place + 3 > len(tokens):
        return None
    step = 2 if words[place + 1 : place + 2] and words[place + 1] in ("about", "around", "some", "roughly") else 1
    first = value_at(tokens, place + step) if place + step < len(tokens) else None
    if first is None:
        return None
    value, at, kind = first
    if at + 1 >= len(tokens):
        return None
    if words[place] == "from":
        if word_set("apart", "changes").intersection(words[max(0, place - 4) : place]) or words[at] != "to":
            return None
    elif words[at] not in ("and", "to") and not tokens[at].is_dash:
        return None
    other = value_at(tokens, at + 1)
    if other is None:
        return None
    low = shared_scale(value, other[0])
    if low >= other[0]:
        return None
    return Numeral(place, other[1], low, other[0], kind, step == 2)


def _changed(tokens: list[Token], words: list[str], place: int) -> Numeral | None:
    """The first number alone of "rose from 10 to 12"."""
    if (
        place == 0
        or words[place - 1] != "from"
        or not word_set("apart", "changes").intersection(words[max(0, place - 5) : place])
    ):
        return None
    value = value_at(tokens, place)
    return Numeral(place, value[1], value[0], value[0], value[2]) if value else None


def with_words(tokens: list[Token], words: list[str], numeral: Numeral, floor: int) -> Bounded:
    """The number with the bounding words before and after it; words before `floor` belong to another number."""
    low, high, approximate = numeral.low, numeral.high, numeral.approximate
    first, last, sides, passed = numeral.first, numeral.last, set(), numeral.first
    if passed > floor and words[passed - 1] in table("units")["currency"]:
        passed -= 1  # "up to $250,000"
    while passed > floor:
        hit = _before().before(words, passed)
        if hit is not None and passed - hit[0] >= floor:
            passed -= hit[0]
            first = passed
            sides.add(hit[1])
            continue
        through = _through().before(words, passed)
        if through is None or passed - through[0] < floor:
            break
        passed -= through[0]
    glued = last < len(tokens) and tokens[last].is_dash and words[last + 1 : last + 2] == ["odd"]
    after = (2, "about") if glued else _after().at(words, last)
    if after is not None and not (words[last] == "plus" and last + 1 < len(words)):
        sides.add(after[1])
        last += after[0]
    if "lower" in sides:
        high = None
    elif "upper" in sides:
        low = None
    if numeral.kind == "vague":
        high = None
        low = numeral.low if "upper" not in sides else low
    return Bounded(first, numeral.first, last, low, high, approximate or "about" in sides, numeral.kind)


def _fractions_of(tokens: list[Token], words: list[str], found: list[Bounded]) -> list[Bounded]:
    """Puts "half of the 14-15,000" before the number it is a half of."""
    made: list[Bounded] = []
    for number in found:
        fraction = _fraction_before(words, number.first)
        if fraction is None or number.kind in ("vague", "article"):
            made.append(number)
            continue
        start, (part, of) = fraction
        scaled = [None if side is None else whole(side * part / of) for side in (number.low, number.high)]
        about = Bounded(start, start, start + 1, scaled[0], scaled[1], True, "fraction", part_of_next=True)
        floor = made[-1].last if made else 0
        worded = with_words(tokens, words, Numeral(start, start + 1, scaled[0], scaled[1], "fraction", True), floor)
        low, high = (worded.low, worded.high) if number.low is not None else (None, scaled[1])
        made.append(Bounded(worded.first, start, about.last, low, high, True, "fraction", part_of_next=True))
        made.append(number)
    return made


def _fraction_before(words: list[str], place: int) -> tuple[int, tuple[int, int]] | None:
    """Where a fraction word with "of (the)" ends just before a number, and which part it is."""
    at = place
    while at > 0 and words[at - 1] in ("the", "its", "their", "those", "these", "all", "of"):
        at -= 1
    if at == 0 or at == place or words[at - 1] not in _fractions():
        return None
    part = _fractions()[words[at - 1]]
    start = at - 1
    if start > 0 and words[start - 1] in ("a", "one"):
        start -= 1
    elif part != (1, 2):
        if start >= 1 and words[start - 1] in ("two", "three"):
            part = (2 if words[start - 1] == "two" else 3, part[1])
            start -= 1
        elif start >= 2 and words[start - 2] in ("two", "three"):
            part = (2 if words[start - 2] == "two" else 3, part[1])
            start -= 2
        else:
            return None
    return start, part

"""Reads numbers that stand alone for something counted: "the number of cases rose to 430", "licensed for 90"."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.reading.figures.candidates import CLAUSE, HEAD, Candidate, Numbers
from twosource.reading.lexical import word_set

__all__ = ["BARE", "Told", "join"]

Told = Mapping[tuple[object, object], str]
"""The measures of numbers of people that were told before, by their bounds."""

BARE = "bare"
"""Marks a candidate that is a figure though nothing beside it says what it counts."""

_REACH = 16
"""Words before a number within which the thing stands whose level it is."""
_SMALL = 3
"""Numbers up to this one point more often than they count, where nothing is named."""


def join(sentence: Numbers, told: Told) -> None:
    """Gives a measure to the bare numbers that are a level, a count named as one, or a limit.

    `told` holds what was told before: "the figure of 40" counts what the 40 of an earlier sentence counted.
    """
    for candidate in sentence.candidates:
        number = candidate.number
        alone = candidate.measure is None and candidate.thing.unit is None and candidate.thing.head is None
        if not alone or candidate.base or number.kind not in ("digits", "words"):
            continue
        if max(number.low or 0, number.high or 0) <= _SMALL:
            continue
        measure = _level(sentence, candidate) or _named(sentence, candidate, told) or _limit(sentence, candidate)
        if measure is not None and candidate.offer(measure, HEAD, -1):
            candidate.marks.append(BARE)


def _level(sentence: Numbers, candidate: Candidate) -> str | None:
    """What is counted in "the toll was lowered from 50 to 44", "cases rise to 395": a thing, a change, "to" or "at"."""
    words, first = sentence.words, candidate.number.first
    if words[max(0, first - 1) : first] not in (["to"], ["at"], ["from"]):
        return None
    window = _before(words, first - 1)
    if not _levels("moves").intersection(window):
        return None
    kinds = [kind for kind in ("missing", "wounded", "killed", "count") if _levels(kind).intersection(window)]
    return kinds[0] if kinds else None


def _named(sentence: Numbers, candidate: Candidate, told: Told) -> str | None:
    """The measure of "their figure of 40", "40 was its number", "they had counted 40"."""
    words, number = sentence.words, candidate.number
    before, after = words[max(0, number.first - 5) : number.first], words[number.last : number.last + 5]
    linked = bool(before) and before[-1] in ("of", "is", "was", "at", "be", ",", "remains", "remained")
    named = linked and bool(_levels("numbers").intersection(before))
    if not named:
        named = after[:1] in (["is"], ["was"], ["remains"]) and bool(_levels("numbers").intersection(after))
    if not named:
        named = bool(before) and before[-1] in _levels("counts")
    return told.get((number.low, number.high), "count") if named else None


def _limit(sentence: Numbers, candidate: Candidate) -> str | None:
    """A count in "licensed for 90", "room for 200"."""
    before = sentence.words[max(0, candidate.number.first - 5) : candidate.number.first]
    ends = sentence.words[candidate.number.last : candidate.number.last + 1]
    closed = not ends or not ends[0][:1].isalnum()
    return "count" if closed and before[-1:] == ["for"] and _levels("rooms").intersection(before) else None


def _before(words: list[str], end: int) -> list[str]:
    """The words before a place, back to the last joint of clauses."""
    start = max(0, end - _REACH)
    for place in range(end - 1, start - 1, -1):
        if words[place] in CLAUSE or words[place] == ".":
            return words[place + 1 : end]
    return words[start:end]


def _levels(key: str) -> frozenset[str]:
    return word_set("levels", key)

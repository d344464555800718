"""How certain an event is, by the words that govern it: negation, modals, infinitives, conditions, beliefs."""

from __future__ import annotations

from functools import cache

from twosource.knowledge import table
from twosource.reading.lexical import word_set

REACH = 6
"""A governing word stands at most so many words before; beyond, the training data show no effect."""
CONDITION_REACH = 12
NEAR = 2
"""An event word so near before another governs it: "to win approval"; farther ones gain nothing on training data."""
DEPTH = 5
"""So many governors are followed one above the other; more are no English, and the work stays linear."""


@cache
def _values(section: str) -> dict[str, float]:
    return {word: float(value) for word, value in table("factuality")[section].items()}


def factuality(words: list[str], place: int, events: frozenset[int], depth: int = DEPTH) -> float:
    """The factuality of the event word at `place`; `events` are the places of all event words of the sentence."""
    if depth == 0:
        return 3.0
    default = _values("default")["event"]
    negated = word_set("factuality", "negation", "words")
    before = words[place - 1] if place else ""
    infinitive = _infinitive(words, place, events, depth)
    if infinitive is not None:
        return infinitive
    near = _values("before").get(before)
    if near is not None and words[place] not in ("said",):
        default = min(default, near)
    lowest = default
    for back in range(1, REACH + 1):
        at = place - back
        if at < 0 or words[at] in word_set("plover", "lists", "boundary"):
            break
        if words[at] in negated:
            return _negated(words, at)
        if words[at] in _values("modal"):
            return min(lowest, _values("modal")[words[at]])
        if words[at] in word_set("factuality", "belief", "words"):
            lowest = min(lowest, table("factuality")["belief"]["value"])
        if at in events:
            above = factuality(words, at, events, depth - 1) if back <= NEAR else 3.0
            lowest = min(lowest, above) if above >= 0 else lowest
            break
    return min(lowest, _condition(words, place))


def _negated(words: list[str], at: int) -> float:
    """The value under a negation; a modal before it weakens it ("may not")."""
    value = float(table("factuality")["negation"]["value"])
    modal = _values("modal").get(words[at - 1]) if at else None
    return value if modal is None or modal > 1.5 else value + 0.8


def _infinitive(words: list[str], place: int, events: frozenset[int], depth: int) -> float | None:
    """The value of "to leave" by what governs it: "refused to leave", "plans to leave"."""
    to = next((place - back for back in (1, 2) if place - back >= 0 and words[place - back] == "to"), None)
    if to is None or (to == place - 2 and not words[place - 1].endswith("ly")):
        return None
    values = _values("infinitive")
    value = values["default"]
    for at in range(to - 1, max(-1, to - 5), -1):
        if words[at] in values:
            value = values[words[at]]
            break
        if words[at] in word_set("plover", "lists", "boundary"):
            break
    hung_on = _governor(words, to, events)
    above = 3.0 if hung_on is None else factuality(words, hung_on, events, depth - 1)
    if above < 0 < value:
        return -value
    return value if above > 2 else min(value, above)


def _governor(words: list[str], to: int, events: frozenset[int]) -> int | None:
    """The event word that an infinitive hangs on."""
    for at in range(to - 1, max(-1, to - 4), -1):
        if words[at] in word_set("plover", "lists", "boundary"):
            return None
        if at in events:
            return at
    return None


def _condition(words: list[str], place: int) -> float:
    """The value under "if"; 3 where there is none in the clause."""
    for at in range(place - 1, max(-1, place - CONDITION_REACH), -1):
        if words[at] in (",", ";", ":", "that", "but"):
            return 3.0
        if words[at] in word_set("factuality", "condition", "words"):
            return float(table("factuality")["condition"]["value"])
    return 3.0

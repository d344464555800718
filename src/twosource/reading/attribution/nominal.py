"""Nouns that report: "the claim that …", "Ann's threat to …", "criticism of …"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.attribution.content import clause_end, finite
from twosource.reading.attribution.cues import reporting_nouns
from twosource.reading.attribution.found import Found
from twosource.reading.attribution.nouns import Range, subject_before
from twosource.reading.attribution.words import Unit, Word

OWNERS = frozenset({"his", "her", "its", "their"})
_BACK = 6
"""So many words may stand between a verb and the noun it brings: "expressed little hope that"."""


def nominal(unit: Unit, found: Sequence[Found]) -> list[Found]:
    """Every attribution of a unit that rests on a noun and lies in no other."""
    words = unit.words
    stop = len(words) - (bool(words) and words[-1].kind == "stop")
    more = []
    known = reporting_nouns()
    for i in [i for i in range(1, stop - 1) if words[i].low in known]:
        kind = known[words[i].low]
        if words[i].kind not in ("word", "past", "present"):
            continue
        if i >= 2 and words[i - 2].low == "in":
            continue  # "said in a statement that": the verb is the cue
        if any(a <= i < b for one in found for a, b in (one.cue, *one.content)):
            continue
        content = _content(words, i, stop)
        if content is None:
            continue
        owner = _owner(words, i)
        if owner is None:
            continue
        source, start = owner
        more.append(Found(source, (start, i + 1), (content,), kind, "nominal", words[i].low + words[i + 1].low))
    return more


def _content(words: Sequence[Word], at: int, stop: int) -> Range | None:
    nxt = words[at + 1]
    if nxt.low == "that" and at + 2 < stop and not finite(words[at + 2]):
        return at + 1, clause_end(words, at + 2, stop)
    return None


def _owner(words: Sequence[Word], at: int) -> tuple[Range, int] | None:
    """Whose claim it is: "the mayor's claim", "his claim", "the mayor made the claim"."""
    for i in range(at - 1, max(0, at - _BACK) - 1, -1):
        word = words[i]
        if word.low in OWNERS:
            return (i, i + 1), i + 1
        if word.kind == "possessive":
            subject = subject_before(words, i)
            return ((subject[0], i + 1), i + 1) if subject is not None else None
        if finite(word) and i:
            subject = subject_before(words, i)
            return (subject, i) if subject is not None else None
        if word.kind in ("comma", "subordinator", "quote", "conjunction"):
            return None
    return None

"""Finds what a sentence of the outlet's own tells by the way, at a time of its own: "an offensive launched in May"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Span
from twosource.reading.claims.cutting import has_verb
from twosource.reading.claims.page import Page
from twosource.reading.speakers import Word, grammar

__all__ = ["asides"]

_NOUN = 6
"""Words of the noun before the participle at most."""
_TIME = 5
"""Words between the participle and its time at most."""


def asides(page: Page, found: Sequence[Word]) -> list[Span]:
    """Noun, participle and date, where the sentence has a verb and more of its own before them."""
    out = []
    for at in range(_NOUN, len(found) - 1):
        if found[at].lower not in grammar("asides", "participles"):
            continue
        start = _noun(found, at)
        end = _dated(page, found, at)
        if start is not None and end is not None and has_verb(found[:start]):
            out.append(Span(found[start].start, end))
    return out


def _noun(found: Sequence[Word], at: int) -> int | None:
    """Where the noun begins that a participle describes: at its article; None where a verb stands between."""
    for index in range(at - 1, max(-1, at - 1 - _NOUN), -1):
        if found[index].lower in ("a", "an", "the", "its", "their"):
            return index if at - index > 1 and not has_verb(found[index + 1 : at]) else None
        if not found[index].plain and found[index].lower != "'s":
            return None
    return None


def _dated(page: Page, found: Sequence[Word], at: int) -> int | None:
    """The end of a date close behind a participle."""
    stop = found[min(len(found) - 1, at + _TIME)].end
    for time in page.times([Span(found[at].end, stop)]):
        if time.type == "DATE" and time.from_ is not None:
            return time.end
    return None

"""Says when something was said, and when what is said happened or held."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Period, TimeMention
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import any_of
from twosource.reading.speakers import Word, grammar

__all__ = ["set_periods"]

_PAST = frozenset(["was", "were", "had", "did"])
_REACH = 3
"""Sentences over which a speaker's stated day holds on: an address is told in a few sentences."""


def set_periods(page: Page, drafts: Sequence[Draft]) -> None:
    """Sets `said` and `when` of claims in the order of the text (rulings in docs: Dates)."""
    day: dict[int, tuple[Period, int]] = {}
    for draft in drafts:
        number = page.sentence_number(draft.sentence.start) or 0
        _said(page, draft, day, number)
        _when(page, draft)


def _said(page: Page, draft: Draft, day: dict[int, tuple[Period, int]], number: int) -> None:
    published = page.report.published
    if draft.part == "teaser" and draft.who is None:
        return
    if draft.who is None:
        draft.said = Period(published.start, published.end) if published else None
        draft.because("said", "own voice: day of publication")
        return
    stated = _closed(page.times(draft.frame))
    if stated is not None:
        draft.said, draft.said_stated = stated, True
        day[draft.who] = (stated, number)
        draft.because("said", "time beside the cue")
        return
    known = day.get(draft.who)
    if known is not None and number - known[1] <= _REACH:
        draft.said = known[0]
        day[draft.who] = (known[0], number)
        draft.because("said", "same speaker just before")
        return
    if draft.part != "teaser" and published.end is not None:
        draft.said = Period(None, published.end)
        draft.because("said", "by the day of publication")


def _closed(times: Sequence[TimeMention]) -> Period | None:
    """The first time with a beginning that tells a date."""
    for time in times:
        if time.type in ("DATE", "TIME") and time.from_ is not None:
            return Period(time.from_[:10], time.to[:10] if time.to else time.to)
    return None


def _when(page: Page, draft: Draft) -> None:
    if draft.stance in ("decline", "cannot_verify") and not page.times(draft.content):
        draft.when = draft.said
        return
    for time in page.times(draft.content):
        if time.type in ("DATE", "TIME", "DURATION") and (time.from_ or time.to):
            draft.when = Period(time.from_[:10] if time.from_ else None, time.to[:10] if time.to else None)
            draft.because("when", "time in the content", page.text[time.start : time.end])
            return
    if draft.type == "forecast" or draft.said is None:
        return
    words = [word for span in draft.content for word in page.words(span)]
    if any_of(words, "types", "future", "strong"):
        return
    if _holds(words):
        draft.when = draft.said
        draft.because("when", "present: holds on the day it is said")
        return
    if draft.said.end is not None:
        draft.when = Period(None, draft.said.end)
        draft.because("when", "past: by the day it was said")


def _holds(found: Sequence[Word]) -> bool:
    """True where the first finite verb stands in the present tense."""
    for index, word in enumerate(found):
        if word.lower in _PAST or (word.lower.endswith("ed") and len(word.lower) > 4 and index and word.text.islower()):
            return False
        if word.lower in grammar("periods", "present") and index:
            after = [w.lower for w in found[index + 1 : index + 4]]
            if word.lower in ("has", "have"):
                return "been" in after and any(w.endswith("ing") for w in after)
            return True
    return False

"""Says whether a report tells what was said on its own day: an agency's flash, a statement, a briefing."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Period, Span, TimeMention
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import any_of
from twosource.reading.speakers import grammar
from twosource.reading.structure.dateline import LONGEST, dateline

__all__ = ["before_today", "date_of", "same_day"]

_TOP = 4
"""Paragraphs at the top among which a statement names itself, and a dateline stands."""
_OPENING = 90
"""Characters of a line that names the kind of a report: longer ones are text."""


def same_day(page: Page, drafts: Sequence[Draft]) -> bool:
    """True of a statement or live report of a known day, and of one story with a dateline or a saying of that day."""
    day = page.report.published
    if day.start is None or day.start != day.end:
        return False
    one = len(page.report.items) <= 1
    top = [paragraph for paragraph in page.layout.paragraphs if not paragraph.furniture][:_TOP]
    for paragraph in top:
        if one and dateline(page.text[paragraph.start : paragraph.start + LONGEST]):
            return True
        short = paragraph.end - paragraph.start <= _OPENING
        if short and any_of(page.words(paragraph), "grammar", "periods", "same_day"):
            return True
    here = Period(day.start, day.end)
    return one and any(date_of(page.times(draft.frame)) == here for draft in drafts if draft.who is not None)


def before_today(page: Page, draft: Draft) -> bool:
    """True where the reporting words look back: "had said", "earlier this week", "reportedly"."""
    if draft.hearsay:
        return True
    around = [word.lower for span in draft.frame for word in page.words(span)]
    before = page.words(Span(max(0, draft.cue[0].start - 12), draft.cue[0].start)) if draft.cue else []
    looks_back = any(word in grammar("periods", "earlier") for word in around)
    return looks_back or any(word.lower in ("had", "has", "have") for word in before[-2:])


def date_of(times: Sequence[TimeMention]) -> Period | None:
    """The first time with a beginning that tells a date."""
    for time in times:
        if time.type in ("DATE", "TIME") and time.from_ is not None and not time.value.endswith("_REF"):
            return Period(time.from_[:10], time.to[:10] if time.to else None)
    return None

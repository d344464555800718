"""Says when something was said, and when what is said happened or held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from twosource.model import Period, Span, TimeMention
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.happenings import Happenings
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import any_of
from twosource.reading.claims.today import before_today, date_of, same_day
from twosource.reading.speakers import Word, grammar

__all__ = ["set_periods"]

_PAST = frozenset(("was", "were", "had", "did"))
_SAME_DAY = frozenset(("later", "earlier", "same"))
_SINCE = 40
"""Characters before a date within which "since" makes it a beginning."""
_REACH = 12
"""Sentences of one item over which a speaker's stated day holds on: an address or post is told in so many at most."""


@dataclass(slots=True)
class _Days:
    """The days stated so far in an item."""

    speakers: dict[tuple[int, int], tuple[Period, int]] = field(default_factory=dict)
    last: dict[int, Period] = field(default_factory=dict)
    told: dict[int, Period] = field(default_factory=dict)
    today: set[int] = field(default_factory=set)
    same_day: bool = False
    disasters: Happenings = field(default_factory=Happenings)


def set_periods(page: Page, drafts: Sequence[Draft]) -> None:
    """Sets `said` and `when` of claims in the order of the text.

    Own voice is said on the day of publication; another's words on the day beside the cue, on the speaker's day just
    before, after what they tell of, and else by the day of publication.
    """
    days = _Days(same_day=same_day(page, drafts))
    for draft in drafts:
        told = _told(page, draft)
        if told is not None and told.start is not None and told.end is not None:
            days.disasters.note(_words(page, draft), told)
    for draft in drafts:
        number = page.sentence_number(draft.sentence.start) or 0
        _said(page, draft, days, number)
        _when(page, draft, days)


def _said(page: Page, draft: Draft, days: _Days, number: int) -> None:
    published = page.report.published
    if draft.who is None:
        if draft.part != "teaser" and published:
            draft.said = Period(published.start, published.end)
            draft.because("said", "own voice: day of publication")
        return
    key = (draft.item, draft.who)
    stated = date_of(_by_cue(draft, page.times(draft.frame))) or _as_of(page, draft)
    if stated is None and _same_day(page, draft):
        stated = days.last.get(draft.item)
    if stated is not None:
        draft.said, draft.said_stated = _by(stated, published.end), True
        days.speakers[key] = (draft.said, number)
        days.last[draft.item] = draft.said
        if published.end is not None and draft.said == Period(published.end, published.end):
            days.today.add(draft.who)
        draft.because("said", "time beside the cue")
        return
    known = days.speakers.get(key)
    if known is not None and number - known[1] <= _REACH:
        draft.said = known[0]
        draft.because("said", "same speaker just before")
        return
    if published.end is None or draft.part == "teaser":
        return
    if (days.same_day or draft.who in days.today) and not before_today(page, draft):
        draft.said = Period(published.end, published.end)
        draft.because("said", "a report of what was said on its day")
        return
    told = date_of(page.times(draft.content))
    if told is not None and told.start == told.end and (told.end or "") <= published.end and draft.type != "forecast":
        draft.said = Period(told.start, published.end)
        days.speakers[key] = (draft.said, number)
        draft.because("said", "not before what it tells of")
        return
    draft.said = Period(None, published.end)
    draft.because("said", "by the day of publication")


def _by_cue(draft: Draft, times: Sequence[TimeMention]) -> list[TimeMention]:
    """Times in the order of their distance from the cue, those behind it first: "who came in May, said on Friday"."""
    if not draft.cue:
        return list(times)
    cue = draft.cue[-1]
    return sorted(times, key=lambda time: (time.start < cue.start, abs(time.start - cue.start)))


def _as_of(page: Page, draft: Draft) -> Period | None:
    """The day of "as of Jan. 26": then it both was said and held."""
    for time in page.times(draft.content):
        before = page.words(Span(max(0, time.start - 12), time.start))
        if [word.lower for word in before[-2:]] == ["as", "of"]:
            return date_of([time])
    return None


def _same_day(page: Page, draft: Draft) -> bool:
    """True of "later that day", "earlier in the day"."""
    found = [word.lower for span in draft.frame for word in page.words(span)]
    return any(word == "day" and _SAME_DAY & set(found[max(0, at - 4) : at]) for at, word in enumerate(found))


def _by(period: Period, end: str | None) -> Period:
    """A period that began closes at the latest on the day of publication."""
    if end is None or (period.end is not None and period.end <= end) or (period.start or "") > end:
        return period
    return Period(period.start, end)


def _when(page: Page, draft: Draft, days: _Days) -> None:
    limit = draft.said.end if draft.said is not None else page.report.published.end
    told = _told(page, draft)
    if told is not None:
        draft.when = _by(told, limit) if told.end is None and (told.start or "") <= (limit or "") else told
        draft.because("when", "time in the content")
        if draft.who is None:
            days.told[draft.sentence.paragraph] = draft.when
        return
    words = _words(page, draft)
    heading = draft.part in ("title", "heading", "standfirst")
    once = days.disasters.of(words) if draft.type != "forecast" else None
    if once is not None and (heading or draft.stance != "assert" or not _holds(words, heading=False)):
        draft.when = once
        draft.because("when", "day of the disaster, told elsewhere")
        return
    if draft.type == "forecast" and draft.said is not None and draft.said.end is not None:
        draft.when = Period(draft.said.end, None)
        draft.because("when", "yet to come when it was said")
        return
    if draft.said is None or draft.type == "forecast" or any_of(words, "types", "future", "strong"):
        return
    if draft.stance in ("decline", "cannot_verify") or _holds(words, heading=draft.part in ("title", "heading")):
        draft.when = draft.said if draft.said.start is not None else Period(draft.said.end, draft.said.end)
        draft.because("when", "present: holds on the day it is said")
        return
    before = days.told.get(draft.sentence.paragraph)
    if draft.who is None and before is not None and words and words[0].lower in ("they", "he", "she", "it"):
        draft.when = before
        draft.because("when", "time of the sentence before")
        return
    if draft.said.end is not None:
        draft.when = Period(None, draft.said.end)
        draft.because("when", "past: by the day it was said")


def _told(page: Page, draft: Draft) -> Period | None:
    """The first time in the content that says when, from where it counts."""
    for time in page.times(draft.content):
        if (time.from_ is None and time.to is None) or time.type == "SET" or time.value.endswith("_REF"):
            continue
        if (time.type == "DURATION" and _ahead(page, draft)) or _by_the_way(page, draft, time):
            continue
        told = Period(time.from_[:10] if time.from_ else None, time.to[:10] if time.to else None)
        return Period(told.start, None) if told.start is not None and _since(page, draft, time) else told
    return None


def _by_the_way(page: Page, draft: Draft, time: TimeMention) -> bool:
    """True of the year in "The dam, built in 1964, supplies …": it does not date what is claimed."""
    before = page.words(Span(draft.start, max(draft.start, time.start)))[-3:]
    if len(before) < 3 or before[0].text != "," or page.text[time.end : time.end + 1] != ",":
        return False
    return before[1].lower.endswith("ed") or before[1].lower in grammar("periods", "participles")


def _words(page: Page, draft: Draft) -> list[Word]:
    return page.words_in(draft.content)


def _ahead(page: Page, draft: Draft) -> bool:
    """True where a duration lies ahead: "would last three days"."""
    found = [word.lower for span in draft.content for word in page.words(span)]
    return any(word in ("will", "would", "could", "may", "might") for word in found)


def _since(page: Page, draft: Draft, time: TimeMention) -> bool:
    """True of "since May" and "since the war began in May": it lasts from then on."""
    before = page.words(Span(max(draft.start, time.start - _SINCE), time.start))
    return any(word.lower == "since" for word in before)


def _holds(found: Sequence[Word], *, heading: bool) -> bool:
    """True where the first finite verb stands in the present tense, as verbs of headings do."""
    for index, word in enumerate(found):
        low = word.lower
        if low in _PAST or (low.endswith("ed") and len(low) > 4 and index and word.text.islower()):
            return heading and low not in _PAST
        if low in grammar("periods", "present") and index:
            after = [later.lower for later in found[index + 1 : index + 4]]
            if after and after[0].endswith("ed") and low not in grammar("cutting", "auxiliaries"):
                continue  # "supplies reached": things
            if low in ("has", "have"):
                return "been" in after and any(later.endswith("ing") for later in after)
            return True
    return heading

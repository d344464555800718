"""Finds out when a report was published, from its own words, where nobody said so.

*Stated*: a byline, a dateline, a line that is nothing but a date. *Inferred*: what the dates in the text allow, taken
together. What has happened lies before publication; a day told without its year is a recent one; a weekday beside a
date says which year it was. Where these leave several days, the answer is a range; where they leave no end, it is open.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

from twosource.model import Layout, Published
from twosource.reading.times import calendar
from twosource.reading.times.grammar import Match, after, next_match
from twosource.reading.times.readings import READINGS, At
from twosource.reading.times.tense import Tense, tense_at
from twosource.reading.times.tokens import Tokens

__all__ = ["publication"]

RECENT = 6
"""Days from the latest day told without a year to publication: agencies name days so for about a week (AP style)."""
SOON = 183
"""Days within which a date without a year follows the latest one with a year: beyond half a year it may be any year."""
FORWARD = 3
"""Days by which a bare weekday may lie after the latest date: farther ahead it is rather the one before."""
LINE = 120
"""Characters of the longest line that may be a byline."""
DATELINE = 70
"""Characters from the start of a paragraph within which a dateline has its date."""
BYLINE = re.compile(
    r"^\W*(by\b|published|updated|posted|date\b|last (updated|modified)|issued|release)"
    r"|\bmin(ute)? read\b|\b(update|briefing|bulletin|assessment|digest|sitrep)\b",
    re.I,
)
DATELINE_TAIL = re.compile(r"\s*(\([^()\n]{2,40}\)\s*)?([-–—:_(]|\)\s)")
DIGEST = re.compile(
    r"\b(as of|as at|developments? (on|of|for)|situation (report|update)\W{0,3}|summary (for|of)|briefing\W{0,3})\s*$",
    re.I,
)
FULL = re.compile(r"\d{4}-\d\d-\d\d$")
YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)$")


class Dated(NamedTuple):
    """A day or month that the text tells: its value, where it stands, the tense, the weekday and the word beside it."""

    value: str
    start: int
    end: int
    tense: Tense | None
    weekday: int | None
    before: str


def publication(layout: Layout, tokens: Tokens) -> Published:
    """When a report was published, as far as its words tell.

    >>> from twosource.reading.times.tokens import tokenize
    >>> text = "By Ann Lee  January 31, 2025 1:02 PM\\n\\nTwo people were killed on Jan. 30."
    >>> publication(Layout(text), tokenize(text))
    Published(start='2025-01-31', end='2025-01-31', basis='stated')
    """
    dates = gather(tokens)
    floor = floor_of(dates)
    stated = next((d for d in dates if is_byline(layout, d)), None) or next(
        (d for d in dates if is_dateline(layout, d)), None
    )
    if stated is not None:
        day = completed(stated, floor, told_days(dates))
        if day is not None:
            return Published(day.isoformat(), day.isoformat(), "stated")
    digest = next((d for d in dates if DIGEST.search(layout.text, max(0, d.start - 40), d.start)), None)
    if digest is not None:
        day = completed(digest, floor, told_days(dates))
        if day is not None:
            latest = max([day, *(d for d in past_days(dates, floor) if d <= day + timedelta(1))])
            return Published(latest.isoformat(), max(latest, day + timedelta(1)).isoformat(), "inferred")
    return inferred(dates, floor)


def gather(tokens: Tokens) -> list[Dated]:
    """The dates of a text, read without knowing the day of publication."""
    found = []
    match = next_match(tokens, 0)
    while match is not None:
        dated = dated_of(match)
        if dated is not None:
            found.append(dated)
        match = next_match(tokens, after(match, dated is not None))
    return found


DATES = frozenset({"figures_date", "month_day", "month", "weekday", "year", "day_span", "clock"})
"""The readings that name days, months or years by themselves."""


def dated_of(match: Match) -> Dated | None:
    """The date that a match names; None where it names none."""
    if match.reading not in DATES:
        return None
    tokens = match.tokens
    tense = tense_at(tokens, match.first, match.last)
    before = tokens.word(match.first - 1)
    read = READINGS[match.reading](match, At(None, tense, (), before, tokens.word(match.last)))
    if read is None or read.type not in ("DATE", "TIME"):
        return None
    span = tokens.span(match.first, match.last)
    weekday = match.one("weekday")
    return Dated(read.value.split("T")[0], span.start, span.end, tense, int(weekday) if weekday else None, before)


def line_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The line around a stretch; cut off where it is longer than a byline may be."""
    first, last = max(0, start - LINE - 1), min(len(text), end + LINE + 1)
    found = text.find("\n", end, last)
    return max(first, text.rfind("\n", first, start) + 1), last if found < 0 else found


def is_byline(layout: Layout, dated: Dated) -> bool:
    """True for a date that stands in a byline, or in a line of its own."""
    if not FULL.match(dated.value):
        return False
    if any(span.start <= dated.start and dated.end <= span.end for span in layout.byline):
        return True
    first, last = line_of(layout.text, dated.start, dated.end)
    if last - first > LINE:
        return False
    rest = layout.text[first : dated.start] + layout.text[dated.end : last]
    alone = len(re.findall(r"[^\W\d_]+", rest)) <= 3 and "(" not in rest
    return alone or BYLINE.search(layout.text[first:last]) is not None


def is_dateline(layout: Layout, dated: Dated) -> bool:
    """True for the date of a dateline: "KYIV, Jan. 27 (Agency) -"."""
    if not (FULL.match(dated.value) or YEARLESS.match(dated.value)):
        return False
    first, _ = line_of(layout.text, dated.start, dated.end)
    opening = layout.text[first : dated.start]
    word = re.match(r"\s*([^\W\d_]{2,})", opening)
    if layout.text[dated.end : dated.end + 1] == ")" and not opening.endswith("("):
        return False
    if word is None or not word.group(1).isupper() or len(opening) > DATELINE or re.search(r"[.!?;]\s", opening):
        return False
    return DATELINE_TAIL.match(layout.text, dated.end) is not None


def completed(dated: Dated, floor: Floor, told_of: frozenset[date] | None = None) -> date | None:
    """The day of a date, its year, where not said, from the weekday beside it and the other dates of the text.

    The date must follow the latest time told with its year, and soon: in the next year, for this year's is left unsaid.
    For a date that states the publication, `told_of` holds the days that the text names with their year: where one is
    this day, that is its year; and such a date may follow in the same year too.
    """
    if FULL.match(dated.value):
        return calendar.stated(dated.value)
    parts = YEARLESS.match(dated.value)
    if parts is None:
        return None
    month, day = int(parts.group(1)), int(parts.group(2))
    named = [d for d in told_of or () if (d.month, d.day) == (month, day)]
    if named:
        return max(named)
    after, fine = floor
    if after is None or not (fine or dated.weekday):
        return None
    # A weekday and a date agree in one year of five or six, so that they may look farther.
    years = range(after.year, min(after.year + (12 if dated.weekday else 2), MAXYEAR + 1))
    fits = [made for y in years if (made := calendar.make(y, month, day)) and made >= after]
    if dated.weekday is not None:
        return min((made for made in fits if made.isoweekday() == dated.weekday), default=None)
    soon = [made for made in fits if (made - after).days <= SOON and (made.year > after.year or told_of is not None)]
    return min(soon, default=None)


def told_days(dates: list[Dated]) -> frozenset[date]:
    """The days that a text names with their year, as past."""
    return frozenset(day for d in told(dates) if (day := calendar.stated(d.value)))


def told(dates: list[Dated]) -> list[Dated]:
    """The dates with a year that have happened: neither to come nor only aimed at; a bare year only if told as past."""
    happened = [d for d in dates if d.value[0] != "X" and d.tense != "future" and d.before not in AIMS]
    return [d for d in happened if len(d.value) > 4 or d.tense == "past"]


AIMS = frozenset({"by", "until", "till", "before", "through", "into"})


class Floor(NamedTuple):
    """The first day of the latest time told with its year as past, and whether that is a month or a day.

    Publication lies after it; a bare year is too coarse to give other dates their year.
    """

    day: date | None
    fine: bool


def floor_of(dates: list[Dated]) -> Floor:
    """The latest time told with its year as past."""
    starts = [(days[0], len(d.value) > 4) for d in told(dates) if (days := calendar.cover(d.value))]
    return Floor(*max(starts, default=(None, False)))


def past_days(dates: list[Dated], floor: Floor) -> list[date]:
    """The days without a year that have happened, with the year that the rest of the text gives them."""
    days = [d for d in dates if YEARLESS.match(d.value) and d.tense != "future" and d.before not in AIMS]
    return [day for d in days if (day := completed(d, floor))]


def inferred(dates: list[Dated], floor: Floor) -> Published:
    """A range from all dates: not before the latest that has happened, and soon after one told without its year."""
    recent = past_days(dates, floor)
    if not recent:
        return Published(floor.day.isoformat(), None, "inferred") if floor.day else Published()
    latest = max(recent)
    bare = {int(d.value[-1]) for d in dates if d.value.startswith("XXXX-WXX-") and d.tense != "future"}
    steps = [ahead for w in bare if 0 < (ahead := (w - latest.isoweekday()) % 7) <= FORWARD]
    first = latest + timedelta(max(steps, default=0))
    last = latest + timedelta(RECENT)
    to_come = [day for d in dates if d.tense == "future" and (day := calendar.stated(d.value)) and first <= day < last]
    return Published(first.isoformat(), min(to_come, default=last).isoformat(), "inferred")

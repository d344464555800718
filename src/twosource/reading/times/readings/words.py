"""Readings of what repeats, of holidays, and of words that only point: now, recently, the future."""

from __future__ import annotations

from datetime import date

from twosource.reading.times import calendar
from twosource.reading.times.grammar import Match
from twosource.reading.times.readings.base import At, Reading, full_year, nearest
from twosource.reading.times.readings.lengths import measured


def set_of(match: Match, at: At) -> Reading | None:
    """Every day, each Thursday, daily, weekly."""
    often = match.one("often")
    if often and match.last - match.first == 1:
        return Reading("SET", often)
    if match.has("weekday"):
        part = match.one("daypart", "night")
        return Reading("SET", f"XXXX-WXX-{match.get('weekday')[0]}" + (f"T{part}" if part else ""))
    if match.has("month"):
        return Reading("SET", f"XXXX-{int(match.get('month')[0]):02}")
    if match.has("season"):
        return Reading("SET", f"XXXX-{match.one('season')}")
    if match.has("daypart") or match.one("night"):
        return Reading("SET", f"XXXX-XX-XXT{match.one('daypart', 'night')}")
    if match.words()[0] == "per" or match.has("holiday"):
        return None
    return Reading("SET", measured(match))


def holiday(match: Match, at: At) -> Reading | None:
    """Christmas, Thanksgiving Day, Easter 2024."""
    name = match.one("holiday") or ""
    said = match.one("year")
    years = [full_year(said)] if said else [at.day.year - 1, at.day.year, at.day.year + 1] if at.day else []
    days = [day for y in years if y and 1 < y < 9999 and (day := festival(name, y))]
    if match.has("edge"):
        days = [calendar.shift("D", day, -1) for day in days]
    if not days or (at.day is None and not said):
        return Reading("DATE", f"XXXX-{name}") if name[:1].isdigit() else None
    chosen = nearest(days, at) or days[0]
    return Reading("DATE", chosen.isoformat())


def festival(name: str, year_: int) -> date | None:
    """The day of a holiday in a year: fixed, the fourth Thursday of November, or Easter by the anonymous algorithm."""
    if name[:1].isdigit():
        return calendar.make(year_, int(name[:2]), int(name[3:]))
    if name == "thanksgiving":
        first = date(year_, 11, 1)
        return date(year_, 11, 22 + (4 - first.isoweekday()) % 7)
    a, b, c = year_ % 19, year_ // 100, year_ % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    return date(year_, (h + k - 7 * m + 114) // 31, (h + k - 7 * m + 114) % 31 + 1)


def reference(match: Match, at: At) -> Reading | None:
    """Now, currently, recently, soon, the future, the current ..."""
    words = match.words()
    ref = match.one("ref")
    if ref:
        if (
            words[0] == "soon"
            and at.next_word in ("as", "after", "became", "afterwards")
            and match.tokens.word(match.last + 1) != "possible"
        ):
            return None
        return Reading("DATE", ref)
    if words == ["current"]:
        return Reading("DATE", "PRESENT_REF")
    if words[-1] == "future" and (len(words) > 1 or at.previous_word in ("'s", "’s", "foreseeable", "near", "distant")):
        return Reading("DATE", "FUTURE_REF")
    if words == ["the", "past"] and at.previous_word == "in":
        return Reading("DATE", "PAST_REF")
    return None

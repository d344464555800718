"""Readings of weeks, months, quarters, seasons and years, named ("early 2024") or seen from a day ("last week")."""

from __future__ import annotations

from datetime import date

from twosource.reading.times import calendar
from twosource.reading.times.grammar import Match
from twosource.reading.times.readings.base import (
    OPEN,
    At,
    Ends,
    Reading,
    clear_edge,
    full_year,
    length,
    listed,
    nearest,
    number,
)

BACK = {"last": -1, "past": -1, "previous": -1, "latest": 0, "recent": -1}
AHEAD = {"next": 1, "coming": 1, "following": 1}


def edged(value: str, match: Match, at: At) -> Reading:
    """A value, with the days of the part of it that the words speak of."""
    days = calendar.cover(value)
    edge = clear_edge(match)
    if days is not None and match.one("comparative") == "END" and at.day and days[0] <= at.day <= days[1]:
        return Reading("DATE", value, (at.day, days[1]))
    if days is None or edge is None:
        return Reading("DATE", value)
    if len(value) == 4 and edge == "END" and match.one("edge") and "end" in match.words():
        return Reading("DATE", value, (days[1].replace(day=1), days[1]))
    return Reading("DATE", value, calendar.part_of(days, edge))


def which_way(match: Match) -> int | None:
    """-1 for last, 0 for this, 1 for next; None where the words do not say."""
    for word in reversed(match.get("last", "this", "next")):
        if word in BACK or word in AHEAD or word in ("this", "current", "that", "same"):
            return BACK.get(word, AHEAD.get(word, 0))
    return None


def month(match: Match, at: At) -> Reading | None:
    """January; early August 2024; last May; the end of January; July last year."""
    months = number(match.one("month") or "")
    if not months:
        return None
    alone = match.last - match.first == 1
    word = match.tokens.word(match.first)
    if alone and word in SHY and at.previous_word not in listed("month_after"):
        return None
    if match.tokens.word(match.last - 1) in SHORT:
        return None
    year = match.one("year")
    way = which_way(match)
    if year:
        known = full_year(year)
        return edged(f"{known:04}-{months:02}", match, at) if known else None
    if at.day is None:
        return Reading("DATE", f"XXXX-{months:02}")
    if match.has("unit"):
        if match.one("unit") != "Y":
            return None
        return edged(f"{at.day.year + (way or 0):04}-{months:02}", match, at)
    return edged(calendar.name("M", month_meant(months, way, at)), match, at)


SHORT = frozenset({"jan", "mar", "jun", "sun"})
SHY = frozenset({"may", "march", "august"})


def month_meant(months: int, way: int | None, at: At) -> date:
    """The first day of the month that its bare name means."""
    day = at.day or date.min
    this = date(day.year, months, 1)
    if way == -1:
        return this if this < day.replace(day=1) else date(max(day.year - 1, 1), months, 1)
    if way == 1:
        return this if this > day else date(min(day.year + 1, 9999), months, 1)
    if way == 0:
        return this
    around = [date(y, months, 1) for y in range(max(day.year - 1, 1), min(day.year + 1, 9999) + 1)]
    # A month that has begun counts as past, and for what is to come the running month counts too.
    seen = at._replace(day=day.replace(day=1))
    return nearest(around, seen) or this


def season(match: Match, at: At) -> Reading | None:
    """Last fall; the summer of 2024; by the summer; early spring 2023."""
    name = match.one("season") or ""
    year = match.one("year")
    if year:
        known = full_year(year)
        return edged(f"{known:04}-{name}", match, at) if known else None
    if match.words()[-1] in ("springs", "summers", "falls", "winters"):
        return Reading("SET", f"XXXX-{name}")
    if at.day is None:
        return Reading("DATE", f"XXXX-{name}")
    way = which_way(match)
    if match.words()[-1] == "fall" and way is None and at.previous_word not in listed("fall_after"):
        return None
    return edged(season_meant(name, way, at), match, at)


def season_meant(name: str, way: int | None, at: At) -> str:
    """The value of the season that a bare or relative name means."""
    day = at.day or date.min
    starts = [calendar.shift(name, day, count) for count in (-1, 0, 1)]
    ends = [days[1] for start in starts if (days := calendar.cover(calendar.name(name, start)))]
    if way == -1:
        over = [s for s, e in zip(starts, ends, strict=False) if e < day]
        return calendar.name(name, max(over, default=starts[0]))
    if way == 1:
        return calendar.name(name, min((s for s in starts if s > day), default=starts[-1]))
    if way == 0:
        return calendar.name(name, starts[1])
    running = [s for s, e in zip(starts, ends, strict=False) if s <= day <= e]
    chosen = running[0] if running else nearest(starts, at)
    return calendar.name(name, chosen or starts[1])


def quarter(match: Match, at: At) -> Reading | None:
    """The third quarter; 1998's fourth quarter; last quarter; this year's third quarter."""
    nth = quarter_number(match)
    year = match.one("year")
    known = full_year(year) if year else None
    way = which_way(match)
    if nth is None and match.words()[-1] == "quarters":
        return plural_relative(match, match.get("last", "this", "next")[-1], "Q")
    if nth is None:
        if way is None and not match.has("this"):
            return None
        return Reading("DATE", at.unit("Q", way or 0)) if match.one("last") != "latest" else same_again(match, at)
    if nth > 4:
        return None
    if known is None and at.day is None:
        return Reading("DATE", f"XXXX-Q{nth}")
    if known is None and at.day is not None:
        if match.has("unit") and way is not None:
            known = at.day.year + way
        else:
            starts = [date(y, nth * 3 - 2, 1) for y in range(max(at.day.year - 1, 1), min(at.day.year + 1, 9999) + 1)]
            known = (nearest(starts, at._replace(tense=None)) or at.day).year
    return Reading("DATE", f"{known:04}-Q{nth}")


def quarter_number(match: Match) -> int | None:
    """Which quarter an ordinal says."""
    word = match.one("ordinal", "nth", "second")
    return int(digits) if word and (digits := "".join(c for c in word if c.isdigit())) else None


def half_year(match: Match, at: At) -> Reading | None:
    """The first half of 2024; the second half of the year."""
    nth = 1 if "first" in match.words() else 2
    year = match.one("year")
    known = full_year(year) if year else None
    if match.has("unit") and match.one("unit") != "Y":
        return None
    if known is None and not match.has("unit"):
        return None
    if known is None and at.day is not None:
        known = at.day.year + (which_way(match) or 0)
    return Reading("DATE", f"{known:04}-H{nth}" if known else f"XXXX-H{nth}")


def same_again(match: Match, at: At) -> Reading | None:
    """The quarter, the latest period: the one last spoken of."""
    if match.has("stretch"):
        if match.one("stretch") != "1":
            return reference_time(match)
        if match.one("last", "this") not in ("latest", "that", "same"):
            return None
    return Reading("DATE", at.quarter() or at.unit("Q", -1))


def reference_time(match: Match) -> Reading | None:
    """That time, this moment."""
    which = match.one("this")
    if which == "this" or which == "current":
        return Reading("DATE", "PRESENT_REF")
    return None


def year_before(match: Match, at: At) -> Reading | None:
    """A year earlier, the year-ago quarter, the 1988 period: the stretch last spoken of, a year before."""
    nth = quarter_number(match)
    year = match.one("year")
    seen = at.quarter()
    if year:
        known = full_year(year)
        return Reading("DATE", f"{known:04}{seen[4:]}" if seen else f"{known:04}")
    if not match.has("ago", "comparative"):
        return None
    if at.day is None:
        return Reading("DATE", "XXXX" + (f"-Q{nth}" if nth else ""))
    base = at.day.year - 1
    if nth:
        return Reading("DATE", f"{base:04}-Q{nth}")
    if seen and int(seen[:4]) in (base, base + 1):
        return Reading("DATE", f"{base:04}{seen[4:]}")
    if match.has("quarter"):
        return Reading("DATE", f"{base:04}-QX")
    return Reading("DATE", f"{base:04}")


def before_last(match: Match, at: At) -> Reading | None:
    """The week before last, the year after next."""
    unit = match.one("unit") or ""
    way = -2 if "before" in match.words() and match.has("last") else 2
    return Reading("DATE", at.unit(unit, way)) if unit in OPEN else None


def week_of(match: Match, at: At) -> Reading | None:
    """The week of March 6."""
    from_day = number("".join(c for c in match.one("day", "nth") or "" if c.isdigit()))
    months = number(match.one("month") or "")
    year = match.one("year")
    if match.one("unit") != "W" or not months or not from_day or calendar.make(2000, months, from_day) is None:
        return None
    if at.day is None and year is None:
        return Reading("DATE", OPEN["W"])
    years = [full_year(year) or 1] if year else list(range(at.day.year - 1, at.day.year + 2)) if at.day else []
    dates = [made for y in years if (made := calendar.make(max(y, 1), months, from_day))]
    chosen = dates[0] if year and dates else nearest(dates, at)
    return Reading("DATE", calendar.name("W", chosen)) if chosen else None


def relative(match: Match, at: At) -> Reading | None:
    """Last week, earlier this month, the end of next year, the past decade."""
    unit = (match.get("unit", "quarter", "second", "night") or [""])[0]
    word = match.get("last", "this", "next")[-1]
    last = match.words()[-1]
    units = match.get("unit")
    if last.endswith("s") and unit and units and not last.endswith("’s") and last != "'s" and last not in ("this",):
        return plural_relative(match, word, unit)
    if unit in ("TS", "TM", "TH", "C", "L", "NI", "2", "2W"):
        if word == "past":
            return Reading("DURATION", length(unit, 1), ends_back(at, unit, 1))
        return None
    if word == "past" and unit == "WE":
        return Reading("DATE", at.unit("WE", -1))
    if word == "past" or (word == "last" and unit == "E"):
        return Reading("DURATION", length(unit, 1), ends_back(at, unit, 1))
    if word in ("that", "same", "following", "previous"):
        return pointing(match, at, unit, word)
    way = which_way(match)
    if way is None or (unit not in OPEN and unit != "E"):
        return None
    if word == "future":
        return None
    return edged(at.unit(unit, way), match, at)


def plural_relative(match: Match, word: str, unit: str) -> Reading | None:
    """Recent years, coming weeks, these days."""
    if match.words()[-2:] == ["these", "days"]:
        return Reading("DATE", "PRESENT_REF")
    if word == "recent" and unit == "Y":
        return Reading("DATE", "PAST_REF")
    if word in ("recent", "past", "last", "latest"):
        return Reading("DURATION", length(unit, "X"))
    if word in ("coming", "next", "following"):
        return Reading("DATE", "FUTURE_REF")
    return None


def pointing(match: Match, at: At, unit: str, word: str) -> Reading | None:
    """That year, the same day, the following month: counted from what was last spoken of."""
    seen = calendar.cover(at.last_value() or "")
    if seen is None or unit not in OPEN:
        return None
    step = {"following": 1, "previous": -1}.get(word, 0)
    return edged(calendar.name(unit, calendar.shift(unit, seen[0], step)), match, at)


def that_one(match: Match, at: At) -> Reading | None:
    """The end of the year, year-end, the weekend, the day: the running one, or the one spoken of."""
    unit = (match.get("unit", "quarter", "second", "night") or [""])[0]
    if match.has("edge", "comparative") and unit in ("Y", "M", "W", "D"):
        if match.words()[-1].endswith("s"):
            return None
        if unit == "D":
            return later_today(match, at)
        if match.has("dash") and unit != "Y":
            return None
        return edged(at.unit(unit, 0), match, at)
    if unit == "WE":
        if at.day is None:
            return Reading("DATE", OPEN["WE"])
        ahead = at.tense == "future" or at.previous_word in ("this", "of")
        back = 0 if ahead or at.day.isoweekday() >= 6 else -1
        return Reading("DATE", at.unit("WE", back))
    if match.words()[-1].endswith("s"):
        return None
    if unit == "Y" and at.next_word not in ("of", "when", "that"):
        if at.next_word in ("ended", "ending"):
            return Reading("DURATION", "P1Y")
        return Reading("DATE", at.unit("Y", 0)) if at.previous_word in ("for", "of", "in") else None
    if unit == "W" and at.previous_word in ("for", "during", "of", "in"):
        return Reading("DATE", at.unit("W", 0))
    return None


def later_today(match: Match, at: At) -> Reading | None:
    """Later in the day: the day last spoken of."""
    if not match.has("comparative"):
        return None
    seen = calendar.stated(at.last_value() or "")
    return Reading("DATE", seen.isoformat() if seen else at.unit("D", 0))


def ends_back(at: At, unit: str, count: int) -> Ends | None:
    """The stretch of so many units up to the day."""
    if at.day is None or (unit not in calendar.DAYS and unit not in HOURS):
        return None
    if unit in HOURS:
        return calendar.shift("D", at.day, -(count // HOURS[unit])), at.day
    return calendar.same_day(unit, at.day, -count), at.day


def ends_ahead(at: At, unit: str, count: int) -> Ends | None:
    """The stretch of so many units from the day on."""
    if at.day is None or (unit not in calendar.DAYS and unit not in HOURS):
        return None
    if unit in HOURS:
        return at.day, calendar.shift("D", at.day, count // HOURS[unit])
    return at.day, calendar.same_day(unit, at.day, count)


HOURS = {"TH": 24, "TM": 1440, "TS": 86400}
"""Units below a day, with how many make one."""

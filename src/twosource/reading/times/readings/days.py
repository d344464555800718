"""Readings of days: dates, weekdays, today and yesterday, clock times, nights."""

from __future__ import annotations

import re
from datetime import date, timedelta

from twosource.reading.times import calendar
from twosource.reading.times.grammar import Match
from twosource.reading.times.readings.base import OPEN, At, Reading, full_year, listed, nearest, number
from twosource.reading.times.tokens import lexicon

PARTS = ("daypart", "night")
CLOCK = re.compile(r"(\d{1,2})(?::(\d\d))?(?::\d\d)?")
UNKNOWN_DAY = OPEN["D"]


def dated(match: Match, without: int = -1) -> list[int]:
    """The days of the month among the words, those of one token left out."""
    letters = lexicon().letters
    wanted = {letters[name] for name in ("day", "nth", "ordinal", "second")}
    found = []
    for index in range(match.first, match.last):
        if index != without and match.tokens.codes[index] in wanted:
            word = match.tokens.word(index)
            digits = re.match(r"\d+", lexicon().values.get(word, word))
            if digits:
                found.append(int(digits.group()))
    return found


def day_value(month: int, day: int, year: int | None, at: At) -> str | None:
    """The value of a day, its year, where not said, the one that tense points to. None where there is no such day."""
    if year is not None:
        return calendar.name("D", made) if (made := calendar.make(year, month, day)) else None
    if calendar.make(2000, month, day) is None:
        return None
    if at.day is None:
        return f"XXXX-{month:02}-{day:02}"
    years = range(max(at.day.year - 4, 1), min(at.day.year + 4, 9999) + 1)
    dates = [made for y in years if (made := calendar.make(y, month, day))]
    chosen = nearest(dates, at)
    if chosen is None:
        return None
    if abs((chosen - at.day).days) > FAR:
        named = [m.value[:10] for m in at.before if m.value[4:10] == f"-{month:02}-{day:02}" and m.value[:4].isdigit()]
        return named[-1] if named else chosen.isoformat()
    return chosen.isoformat()


FAR = 60
"""Days beyond which a day without a year is rather the one that the text has named with its year before."""


def into(match: Match, value: str) -> str:
    """The day on which a night began: "overnight on March 12" is the night into that day."""
    day = calendar.stated(value)
    if match.words()[0] != "overnight" or day is None:
        return value
    return calendar.name("D", calendar.shift("D", day, -1))


def with_part(value: str, part: str | None) -> Reading:
    """A day, or a part of it."""
    if part is None:
        return Reading("DATE", value)
    return Reading("TIME", f"{value}T{part}", night(value, part))


def night(value: str, part: str) -> tuple[date | None, date | None] | None:
    """The days of a part of a day: a night reaches into the next one."""
    day = calendar.stated(value)
    if day is None or part != "NI":
        return None
    return day, day + timedelta(1) if day < date.max else day


def figures_date(match: Match, at: At) -> Reading | None:
    """2024-08-06, 6.8.2024, 8/6/2024: with slashes the month stands first, unless it cannot."""
    word = match.tokens.word(match.first)
    numbers = [int(n) for n in re.findall(r"\d+", word)]
    if "-" in word:
        year, month, day = numbers
    else:
        first, second, year = numbers
        day, month = (second, first) if "/" in word and first <= 12 else (first, second)
        year += (2000 if year < 70 else 1900) if year < 100 else 0
    made = calendar.make(year, month, day)
    return Reading("DATE", made.isoformat()) if made and 1000 <= year <= 2100 else None


def month_day(match: Match, at: At) -> Reading | None:
    """Jan. 27; Friday, 31 January 2025; early on May 3rd."""
    month, days, year = number(match.one("month") or ""), dated(match), match.one("year")
    if not month or not days:
        return None
    value = day_value(month, days[0], full_year(year) if year else None, at)
    if value is None:
        return None
    return with_part(into(match, value), match.one(*PARTS))


def day_span(match: Match, at: At) -> Reading | None:
    """30-31 January; Jan. 3 to 5: the value names the first day, the period both."""
    month, days, year = number(match.one("month") or ""), dated(match), match.one("year")
    if not month or len(days) < 2:
        return None
    known = full_year(year) if year else None
    values = [day_value(month, day, known, at) for day in days[:2]]
    if values[0] is None or values[1] is None:
        return None
    first, last = (calendar.stated(value) for value in values if value)
    if first and last and last < first:
        return None
    return Reading("DATE", values[0], (first, last))


def night_span(match: Match, at: At) -> Reading | None:
    """The night of 30-31 January: one night, on two days."""
    span = day_span(match, at)
    if span is None:
        return None
    return Reading("TIME", f"{span.value}T{match.one(*PARTS) or 'NI'}", span.ends)


def weekday_value(number_: int, at: At, which: str | None) -> str:
    """The day that a weekday's name means: today or before, or in the future where the tense says so."""
    if at.day is None:
        return f"XXXX-WXX-{number_}"
    back = (at.day.isoweekday() - number_) % 7
    if which in ("last", "past", "previous"):
        back = back or 7
    elif which in ("next", "coming", "following") or (which != "that" and at.tense == "future" and back):
        back -= 7
    return calendar.name("D", calendar.shift("D", at.day, -back))


def weekday(match: Match, at: At) -> Reading | None:
    """Friday; last Friday; Friday night; Monday of last week."""
    word = match.get("weekday")[0]
    told = [w for w in match.words() if w.endswith("days")]
    part = match.one(*PARTS)
    if told:
        return Reading("SET", f"XXXX-WXX-{word}" + (f"T{part}" if part else ""))
    if SHORT.intersection(match.words()):
        return None
    which = match.one("last", "next", "this")
    if match.has("unit"):
        if at.day is None or match.one("unit") != "W":
            return Reading("DATE", f"XXXX-WXX-{word}")
        weeks = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which or "", 0)
        monday = calendar.shift("D", at.day, 1 - at.day.isoweekday())
        value = calendar.name("D", calendar.shift("D", monday, weeks * 7 + int(word) - 1))
    else:
        value = weekday_value(int(word), at, which)
    clock = match.one("clockword")
    if clock:
        return Reading("TIME", f"{value}T{clock}")
    return with_part(value, part)


SHORT = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})


def deictic(match: Match, at: At) -> Reading | None:
    """Today, yesterday evening, this morning, the day before yesterday."""
    word = match.one("deictic")
    part = match.one(*PARTS)
    words = match.words()
    if word is None:
        return this_part(match, at, part)
    offset = int(word)
    if match.has("before"):
        offset += -1 if "before" in words else 1
    if "tonight" in words:
        part = "NI"
    if words[-1] in ("'s", "’s") and len(words) == 2 and offset == 0 and at.day is None:
        return Reading("DATE", "PRESENT_REF")
    value = at.unit("D", offset)
    return with_part(value, part)


def this_part(match: Match, at: At, part: str | None) -> Reading | None:
    """This morning, last night; the morning after a day was named."""
    if part is None:
        return None
    which = match.one("this", "last")
    if which is None:
        if match.one("the") == "its":
            return None
        if match.one("edge") == "MID" or at.previous_word in ("in", "during", "by", "through", "until", "since"):
            seen = at.last_value()
            day = seen[:10] if seen and len(seen) >= 10 and calendar.stated(seen) else at.unit("D", 0)
            return with_part(day, part)
        return None
    if which == "that":
        seen = at.last_value()
        if seen is None or calendar.stated(seen) is None:
            return None
        return with_part(seen[:10], part)
    return with_part(at.unit("D", -1 if which in ("last", "past", "previous") else 0), part)


def next_part(match: Match, at: At) -> Reading | None:
    """The next morning: on the day after the one that was told of."""
    if match.one("last") in ("past", "latest", "recent"):
        return None
    step = 1 if match.has("next") else -1
    seen = calendar.stated(at.last_value() or "")
    part = match.one(*PARTS)
    value = calendar.name("D", calendar.shift("D", seen, step)) if seen else UNKNOWN_DAY
    return with_part(value, part)


def overnight(match: Match, at: At) -> Reading | None:
    """Overnight: the night before publication."""
    part = match.one("daypart")
    if match.words() != ["overnight"]:
        return None
    if at.day is None:
        return Reading("TIME", f"{UNKNOWN_DAY}T{part}")
    return with_part(at.unit("D", -1), "NI")


def hour_at(match: Match) -> int | None:
    """The token that holds the hour: a clock time, else the number before "a.m." or "o'clock", else any number."""
    letters = lexicon().letters
    codes = match.tokens.codes
    at = range(match.first, match.last)
    for index in at:
        if codes[index] in (letters["clock"], letters["clockword"]):
            return index
    for index in at[1:]:
        if codes[index] in (letters["meridiem"], letters["oclock"]):
            return index - 1
    numbers = (letters["day"], letters["figure"], letters["number"])
    return next((index for index in at if codes[index] in numbers), None)


def hour(match: Match, index: int) -> str | None:
    """The time of day in 24 hours, None where there is no such time."""
    word = match.tokens.word(index)
    word = lexicon().values.get(word, word)
    if re.fullmatch(r"\d{4}", word):
        word = f"{word[:2]}:{word[2:]}"
    found = CLOCK.match(word)
    if found is None:
        return None
    hours, minutes = int(found.group(1)), found.group(2) or "00"
    part = match.one("daypart", "night")
    half = match.one("meridiem") or {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm"}.get(part or "", "")
    if (half and hours > 12) or hours > 24 or int(minutes) > 59:
        return None
    if half == "pm" and hours < 12:
        hours += 12
    if half == "am" and hours == 12:
        hours = 0
    return f"{hours:02}:{minutes}"


def clock(match: Match, at: At) -> Reading | None:
    """10:35 a.m.; 4 a.m. EDT Thursday; noon: on the day said, else on the last one mentioned, else today."""
    index = hour_at(match)
    time = hour(match, index) if index is not None else None
    if time is None or index is None:
        return None
    value: str | None
    if match.has("month"):
        month, year = number(match.one("month") or "") or 0, match.one("year")
        days = dated(match, without=index)
        value = day_value(month, days[0], full_year(year) if year else None, at) if days else None
    elif match.has("weekday"):
        value = weekday_value(int(match.get("weekday")[0]), at, match.one("last"))
    elif match.has("deictic"):
        value = at.unit("D", int(match.get("deictic")[0]))
    else:
        marked = match.has("meridiem", "clockword", "zone", "oclock", *PARTS)
        if not marked and at.previous_word not in listed("clock_after"):
            return None
        seen = calendar.stated(at.last_value() or "")
        value = seen.isoformat() if seen else at.unit("D", 0)
    return Reading("TIME", f"{value}T{time}") if value else None

"""Readings of lengths of time, of what is so long ago, of what repeats, and of words that point (now, recently)."""

from __future__ import annotations

from datetime import date

from twosource.reading.times import calendar
from twosource.reading.times.grammar import Match
from twosource.reading.times.readings.base import At, Reading, length, listed, number
from twosource.reading.times.readings.units import ends_ahead, ends_back

UNITS = ("unit", "quarter", "second", "night")
NUMBERS = ("day", "year", "figure", "number", "vague", "article")


def amount(match: Match) -> str:
    """How many units, as a figure or X: "twenty-one", "a few", "two to three" (the lower), "a couple of"."""
    values = match.get("vague")
    if values:
        return values[0]
    counts = [n for word in match.get("day", "year", "figure", "number") if (n := number(word)) is not None]
    if not counts:
        decimals = match.get("figure")
        if decimals and decimals[0].replace(".", "").isdecimal():
            return decimals[0]
        return "1" if match.has("article") or not plural(match) else "X"
    if len(counts) > 1 and counts[0] in range(20, 91, 10) and 0 < counts[1] < 10 and match.has("number"):
        return str(counts[0] + counts[1])
    return str(counts[0])


def the_unit(match: Match) -> str:
    """The unit's letter."""
    unit = (match.get(*UNITS) or [""])[0]
    return {"2": "TS", "NI": "D"}.get(unit, unit)


def plural(match: Match) -> bool:
    """True where the unit stands in the plural."""
    return any(word.endswith("s") for word in match.words() if word.startswith(STEMS))


STEMS = ("sec", "min", "hour", "day", "week", "month", "year", "decade", "centur", "night", "quarter")


def halved(unit: str, count: str) -> str:
    """The value of so many units and a half."""
    smaller = {"Y": ("M", 6), "TH": ("TM", 30), "TM": ("TS", 30), "E": ("Y", 5), "D": ("TH", 12), "M": ("D", 15)}
    if unit not in smaller or not count.isdecimal():
        return length(unit, count)
    letter, extra = smaller[unit]
    whole, rest = length(unit, int(count)), length(letter, extra)
    if whole.startswith("PT") and int(count):
        return whole + rest[2:]
    return whole + rest[1:] if int(count) else rest


def measured(match: Match) -> str:
    """The TIMEX3 value of a length."""
    unit, count = the_unit(match), amount(match)
    words = match.words()
    if match.has("slash"):
        return halved(unit, count)
    if "half" in words:
        if words.index("half") < len(words) - 1 and "and" not in words:
            return halved(unit, "0")
        return halved(unit, count)
    if count.isdecimal():
        return length(unit, int(count))
    return length(unit, count)


def counted(match: Match, at: At) -> Reading | None:
    """The past three weeks, the next two years: a length, and the days from or to now. Also the first nine months."""
    unit, count = the_unit(match), amount(match)
    value = measured(match)
    many = int(count) if count.isdecimal() else None
    if match.has("next") or match.has("last"):
        word = match.get("last", "next")[0]
        if word in ("previous", "following", "latest"):
            return Reading("DURATION", value)
        ends = (ends_ahead if match.has("next") else ends_back)(at, unit, many) if many else None
        return Reading("DURATION", value, ends)
    return Reading("DURATION", value) if match.one("ordinal") == "1" else None


ADJECTIVE = ("ing", "ful", "ous", "ed", "ive", "ic", "ent", "ant", "ble", "dy", "dy", "rd")
"""Endings of the adjectives that may stand between a number and its unit: "three excruciating years"."""


def length_of(match: Match, at: At) -> Reading | None:
    """Three weeks; two hours; a few days; 10-year; years. Ages are no time expressions."""
    words = match.words()
    if words[-1] == "old" or at.next_word == "old":
        return None
    if at.next_word in ("-", "–") and words[-1] in ("year", "month", "week", "day"):
        after = match.tokens.word(match.last + 1)
        if after in ("old", "olds"):
            return None
    unit = the_unit(match)
    if not unit or (match.has("second") and match.has("article")):
        return None
    between = match.get("word")
    if between and not between[0].endswith(ADJECTIVE):
        return None
    numbered = match.has(*NUMBERS)
    if not numbered and (
        not plural(match) or unit in ("TS", "TM") or at.previous_word in ("early", "small", "of", "on")
    ):
        return None
    if unit == "Q" and (match.has("article") or (match.has("dash") and plural(match))):
        return None
    if match.has("article") and not match.has("half", "vague") and not lasting(match, at):
        return None
    return Reading("DURATION", measured(match), spanned(match, at))


def lasting(match: Match, at: At) -> bool:
    """True where "a week" is a length, not a rate or a mere time."""
    return match.has("about") or at.previous_word in listed("length_after")


def spanned(match: Match, at: At) -> tuple[date | None, date | None] | None:
    """The days of a length that its preposition ties to now: "within two months", "has held for three weeks"."""
    unit, count = the_unit(match), amount(match)
    if not count.isdecimal():
        return None
    lead = "within" if "within" in match.words() else at.previous_word
    if (lead == "in" and at.tense == "future") or (lead == "within" and at.tense != "past"):
        return ends_ahead(at, unit, int(count))
    if lead in ("for", "in", "over") and at.tense == "past" and at.perfect:
        return ends_back(at, unit, int(count))
    return None


def ago(match: Match, at: At) -> Reading | None:
    """Three years ago, two weeks earlier, a month ago, a few days ago, months ago."""
    unit, count = the_unit(match), amount(match)
    if unit in ("TS", "TM", "TH"):
        return Reading("TIME" if count == "X" else "DATE", at.unit("D", 0)) if match.has("ago") else None
    if not count.isdecimal():
        if match.has("ago"):
            return Reading("DATE", "PAST_REF")
        return Reading("DURATION", measured(match)) if not match.has("ahead") else Reading("DATE", "FUTURE_REF")
    many = int(count)
    if match.has("ago"):
        return back(match, at, unit, many)
    if match.has("ahead"):
        return Reading("DATE", at.unit(unit, many)) if at.day else Reading("DURATION", measured(match))
    return from_there(match, at, unit, many)


def back(match: Match, at: At, unit: str, many: int) -> Reading | None:
    """So many units before now, as finely as the unit says."""
    seen = at.quarter()
    if (
        unit == "Y"
        and many == 1
        and seen
        and at.day
        and int(seen[:4]) in (at.day.year, at.day.year - 1)
        and not match.has("number")
    ):
        return Reading("DATE", f"{at.day.year - 1:04}{seen[4:]}")
    if unit in ("E", "C"):
        unit, many = "Y", many * (10 if unit == "E" else 100)
    return Reading("DATE", at.unit(unit, -many))


def from_there(match: Match, at: At, unit: str, many: int) -> Reading | None:
    """Two weeks earlier, three days after: counted from what was last spoken of."""
    before = "earlier" in match.words() or "before" in match.words()
    if unit == "Y" and many == 1 and before:
        found = back(match, at, unit, many)
        if found is not None:
            return found
    seen = calendar.cover(at.last_value() or "")
    if seen is None or match.has("before") or unit not in ("D", "W", "M", "Y"):
        return Reading("DURATION", measured(match))
    return Reading(
        "DURATION",
        measured(match),
        calendar.cover(calendar.name(unit, calendar.shift(unit, seen[0], -many if before else many))),
    )

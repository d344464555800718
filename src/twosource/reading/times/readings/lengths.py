"""Readings of lengths of time, of what is so long ago, of what repeats, and of words that point (now, recently)."""

from __future__ import annotations

from datetime import date

from twosource.reading.times import calendar
from twosource.reading.times.grammar import Match
from twosource.reading.times.readings.base import At, Reading, full_year, length, nearest, number
from twosource.reading.times.readings.units import edged, ends_ahead, ends_back
from twosource.reading.times.tokens import lexicon

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


BEFORE_LENGTH = frozenset(
    {
        "for",
        "in",
        "within",
        "over",
        "after",
        "last",
        "lasting",
        "lasted",
        "took",
        "takes",
        "take",
        "spent",
        "only",
        "least",
        "than",
        "about",
        "nearly",
        "almost",
        "under",
        "every",
        "during",
        "by",
        "through",
    }
)


def lasting(match: Match, at: At) -> bool:
    """True where "a week" is a length, not a rate or a mere time."""
    return match.has("about") or at.previous_word in BEFORE_LENGTH


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


def nth_unit(match: Match, at: At) -> Reading | None:
    """The 20th century; not "the second day"."""
    unit = match.one("unit")
    word = match.one("ordinal", "nth", "second") or ""
    digits = "".join(c for c in word if c.isdigit())
    if unit == "C" and digits and 1 < int(digits) <= 21:
        return edged(f"{int(digits) - 1:02}XX", match, at)
    return None


def decade(match: Match, at: At) -> Reading | None:
    """The 1990s; the late '80s."""
    digits = "".join(c for c in match.one("decade") or "" if c.isdigit())
    if len(digits) == 2:
        digits = ("20" if int(digits) < 30 else "19") + digits
    return edged(f"{digits[:3]}X", match, at) if len(digits) == 4 else None


def year(match: Match, at: At) -> Reading | None:
    """2016; early 1990; fiscal 1988; the end of 1994; '98."""
    word = match.one("year")
    if word is None:
        return None
    known = full_year(word)
    if known is None or not 1000 <= known <= 2100:
        return None
    if match.last - match.first == 1 and not likely_year(match, at, known):
        return None
    return edged(f"{known:04}", match, at)


TALLIES = frozenset(
    {
        "about",
        "than",
        "nearly",
        "over",
        "some",
        "least",
        "most",
        "almost",
        "roughly",
        "approximately",
        "no",
        "of",
        "the",
        "were",
        "killed",
        "flight",
        "route",
        "highway",
        "model",
        "room",
        "or",
        "unit",
        "resolution",
    }
)


def likely_year(match: Match, at: At, known: int) -> bool:
    """True where four figures alone are a year and not a tally."""
    if at.previous_word in ("'", "’") or match.tokens.word(match.first)[0] in "'’":
        return at.previous_word in ("in", "of", "since", "the", "late", "early")
    if not 1850 <= known <= 2070 and at.previous_word not in ("in", "since", "year"):
        return False
    if at.previous_word in (
        "in",
        "since",
        "by",
        "until",
        "during",
        "late",
        "early",
        "from",
        "between",
        "before",
        "after",
        "through",
        "year",
        "(",
        "the",
        "and",
        "to",
        "for",
        "a",
    ):
        return True
    before = match.tokens.spans[match.first - 1][0] if match.first else 0
    if (
        match.first
        and match.tokens.text[before].isupper()
        and match.tokens.codes[match.first - 1] == lexicon().letters["word"]
    ):
        return False
    following = at.next_word
    if (
        following.isalpha()
        and following.endswith("s")
        and following not in ("was", "is", "has", "as", "this", "its", "his")
    ):
        return False
    return at.previous_word not in TALLIES or at.previous_word == "of"


def year_in_words(match: Match, at: At) -> Reading | None:
    """Nineteen ninety-seven, as broadcasts spell it."""
    numbers = [int(n) for n in match.get("number")]
    if numbers[0] not in (18, 19, 20) or numbers[1] < 10:
        return None
    return Reading("DATE", f"{numbers[0] * 100 + sum(numbers[1:])}")


def year_span(match: Match, at: At) -> Reading | None:
    """1992-95: the value names the first year, the period both."""
    first, last = full_year(match.get("year")[0]), number(match.get("figure", "day")[0])
    if first is None or last is None or not first % 100 < last < 100:
        return None
    start, end = calendar.make(first), calendar.make(first // 100 * 100 + last, 12, 31)
    return Reading("DATE", f"{first:04}", (start, end)) if start and end else None


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

"""Readings of years, decades and centuries, where four figures alone are told from a tally."""

from __future__ import annotations

from twosource.reading.times import calendar
from twosource.reading.times.grammar import Match
from twosource.reading.times.readings.base import At, Reading, full_year, listed, number
from twosource.reading.times.readings.units import edged
from twosource.reading.times.tokens import lexicon


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


def likely_year(match: Match, at: At, known: int) -> bool:
    """True where four figures alone are a year and not a tally."""
    if match.tokens.word(match.first)[0] in "'’":
        return at.previous_word in ("in", "of", "since", "the", "late", "early")
    if not USUAL[0] <= known <= USUAL[1] and at.previous_word not in ("in", "since", "year"):
        return False
    if at.previous_word in listed("year_after"):
        return True
    if match.first and match.tokens.codes[match.first - 1] == lexicon().letters["word"]:
        start = match.tokens.spans[match.first - 1][0]
        if match.tokens.text[start].isupper():
            return False
    following = at.next_word
    counted = following.isalpha() and following.endswith("s") and following not in listed("year_before")
    return not counted and at.previous_word not in listed("year_not_after")


USUAL = (1850, 2070)
"""Years that news speaks of without ado; four figures outside want a word such as "in" before them."""


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

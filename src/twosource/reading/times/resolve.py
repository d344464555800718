"""From rules that fit to time mentions: each read from the day of publication, with the period that it covers.

Where only a range of days is known for the publication, the words are read from both ends: where these agree, so it is;
where not, the value keeps an X and the period reaches from the earlier reading to the later one.
"""

from __future__ import annotations

from datetime import date, timedelta

from twosource.model import Published, TimeMention
from twosource.reading.times import calendar
from twosource.reading.times.grammar import Match, after, next_match
from twosource.reading.times.readings import READINGS, At, Ends, Reading
from twosource.reading.times.tense import Tense, tense_at
from twosource.reading.times.tokens import Tokens

__all__ = ["day_of", "resolve"]

KEPT = 12
"""Earlier mentions that words such as "the quarter" or "a year earlier" may point to: about two paragraphs' worth."""
PERFECT = frozenset({"been", "has", "have", "had", "'ve", "’ve"})


def day_of(value: str | None) -> date | None:
    """A day from an ISO date or time; None where it is none."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def resolve(tokens: Tokens, published: Published) -> tuple[TimeMention, ...]:
    """The time mentions of a text, read from the day, or the range of days, of its publication."""
    first, last = day_of(published.start), day_of(published.end)
    days = (first, last) if first and last else (None, None)
    mentions: list[TimeMention] = []
    ends_at: list[tuple[int, int]] = []
    match = next_match(tokens, 0)
    while match is not None:
        mention = read(match, days, mentions)
        if mention is not None:
            mentions.append(mention)
            ends_at.append((match.first, match.last))
        match = next_match(tokens, after(match, mention is not None))
    return tuple(joined(tokens, mentions, ends_at))


def read(match: Match, days: tuple[date | None, date | None], mentions: list[TimeMention]) -> TimeMention | None:
    """What a match means, seen from both ends of the range of days; None where it is no time expression."""
    match = trimmed(match)
    tokens, first, last = match.tokens, match.first, match.last
    tense = tense_at(tokens, first, last) if match.reading not in TIMELESS else None
    before = tokens.word(first - 1)
    at = At(
        days[0],
        tense,
        tuple(mentions[-KEPT:]),
        before,
        tokens.word(last),
        match.reading == "length" and perfect(tokens, first),
    )
    found = READINGS[match.reading](match, at)
    if found is None:
        return None
    ends = placed(found, before, tense, days)
    if days[0] != days[1]:
        other = READINGS[match.reading](match, at._replace(day=days[1]))
        if other is not None and other != found:
            unseen = READINGS[match.reading](match, at._replace(day=None))
            late = placed(other, before, tense, days)
            ends = earlier(ends[0], late[0]), later(ends[1], late[1])
            if other.value != found.value:
                found = Reading(found.type, unseen.value if unseen else found.value)
    span = tokens.span(first, last)
    return TimeMention(span.start, span.end, found.type, found.value, iso(ends[0]), iso(ends[1]))


TIMELESS = frozenset({"reference", "same_again", "ago", "set_of", "decade"})
"""Readings that ask for no tense, and need not wait for it."""


def trimmed(match: Match) -> Match:
    """A match without the marks at its end, but for the dot of a month cut short."""
    last = match.last
    if match.tokens.word(last - 1) not in MARKS:
        return match
    while last - 1 > match.first and match.tokens.word(last - 1) in MARKS:
        if match.tokens.word(last - 1) == "." and match.tokens.word(last - 2) in SHORT_MONTHS:
            break
        last -= 1
    return match._replace(last=last)


MARKS = frozenset(",.()-–—")
SHORT_MONTHS = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})


def perfect(tokens: Tokens, first: int) -> bool:
    """True where what is told has lasted: a perfect tense stands before, in the same sentence."""
    for index in range(first - 1, max(first - 9, -1), -1):
        word = tokens.word(index)
        if word in ".!?" or word.isspace():
            return False
        if word in PERFECT:
            return True
    return False


def iso(day: date | None) -> str | None:
    """An ISO date."""
    return day.isoformat() if day else None


def earlier(a: date | None, b: date | None) -> date | None:
    """The earlier of two starts; open where one is."""
    return min(a, b) if a and b else None


def later(a: date | None, b: date | None) -> date | None:
    """The later of two ends; open where one is."""
    return max(a, b) if a and b else None


def placed(found: Reading, before: str, tense: Tense | None, days: tuple[date | None, date | None]) -> Ends:
    """The days that an expression covers, with the preposition before it: "since Friday" runs to the publication."""
    start, end = found.ends or calendar.cover(found.value) or (None, None)
    now = days[1]
    if start is None and end is None:
        return pointed(found.value, days)
    if found.type == "DURATION":
        return start, end
    if before == "since":
        return start, now if now and start and now >= start else None
    if before in ("until", "till"):
        return None, end
    if before == "by":
        running = days[0] and end and days[0] <= end and tense != "past"
        return (min(days[0], end) if running and days[0] and end else None), end
    if before == "before":
        return None, start - timedelta(1) if start and start > date.min else start
    if before == "after":
        return start, now if now and start and tense == "past" and now >= start else None
    if now and start and end and tense != "future" and start <= now < end:
        return start, now
    return start, end


def pointed(value: str, days: tuple[date | None, date | None]) -> Ends:
    """The days of PRESENT_REF, PAST_REF and FUTURE_REF: one end is the publication."""
    if value == "PRESENT_REF":
        return days
    if value == "PAST_REF":
        return None, days[1]
    if value == "FUTURE_REF":
        return days[0], None
    return None, None


def joined(tokens: Tokens, mentions: list[TimeMention], ends_at: list[tuple[int, int]]) -> list[TimeMention]:
    """The mentions, those that are the two ends of one period ("from 2016 to 2019") each given the whole."""
    for i in range(len(mentions) - 1):
        gap = [tokens.word(t) for t in range(ends_at[i][1], ends_at[i + 1][0])]
        left, right = mentions[i], mentions[i + 1]
        opener = tokens.word(ends_at[i][0] - 1)
        link = gap[0] if len(gap) == 1 else ""
        whole = link in ("-", "–") or (opener == "from" and link in ("to", "through", "until", "till"))
        if not (whole or (opener == "between" and link == "and")):
            continue
        start, end = calendar.cover(left.value), calendar.cover(right.value)
        if start is None or end is None or end[1] < start[0]:
            continue
        span = {"from_": iso(start[0]), "to": iso(end[1])}
        mentions[i], mentions[i + 1] = left.replace(**span), right.replace(**span)
    return mentions

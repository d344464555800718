"""Knows lines that hold nothing but a time stamp, a reading time or a dateline."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["is_clock", "is_dateline", "is_stamp", "opens_with_dateline"]

LONGEST = 120
"""Stamps are short; longer lines are not looked at."""

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
DAY = r"(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?\.?"
CLOCK = r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|noon|midnight"
DATE = (
    rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}(?:,? \d{{4}})?|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    r"|\d{4}-\d{2}-\d{2}(?:t[\d:.+z-]+)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}/\d{1,2}/\d{1,2}"
)
ZONE = (
    r"\(?(?:gmt|utc|bst|cet|cest|eet|eest|est|edt|et|pst|pdt|pt|ct|mt|msk|ist|jst|kst|aest)\)?"
    r"(?: ?[+-]\d{1,2}(?::\d{2})?)?|[+-]\d{2}:?\d{2}"
)
LABEL = (
    r"(?:first |last |date )?(?:published|updated|posted|modified|created|issued|released|edited|date|time|last update"
    r"|as of)(?: on| at)?:?"
)
READING = r"\d{1,2}[ -]min(?:ute)?s?\.?(?: read| reading)?|reading time:?(?: about)?|time to read:?"
AGO = r"(?:\d{1,3}|an?|one) (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago|yesterday|today|just now"
GLUE = r"at|on|,|\||-|–|—|·|•|/|\(|\)|\.|:|and"

PIECES = re.compile(
    rf"\s*(?:{LABEL}|{READING}|{AGO}|{DATE}|{DAY}|{CLOCK}|{ZONE}|\d{{4}}|{GLUE})(?=[\W\d_]|\Z|t\d)", re.I
)
SOMETHING = re.compile(rf"(?:{READING}|{AGO}|{DATE}|{CLOCK}|{LABEL})", re.I)

DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z'’.-]+(?:[ /-][A-Z][A-Z'’.-]+){0,4}(?:, (?:[A-Z][\w.'’-]+ ?){1,4})?)"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{4})?))?"
    r"(?: ?\((?P<agency>[^()\n]{2,40})\))?\s*(?:[-–—_:]+|\Z)"
)


def is_stamp(line: str) -> bool:
    """True for a line that says nothing but when, or how long it takes to read.

    >>> [is_stamp(line) for line in ("8:31 AM", "Updated: 3 May 2024, 14:05 GMT", "2 min read", "May 3 was quiet")]
    [True, True, True, False]
    """
    return len(line) <= LONGEST and _of_pieces(line) and SOMETHING.search(line) is not None


@lru_cache(1 << 10)
def _of_pieces(line: str) -> bool:
    """True for a line that consists of the words and figures of stamps, whether or not it says a time."""
    if line.startswith(("on ", "at ", "and ")):
        return False
    at = 0
    while at < len(line):
        match = PIECES.match(line, at)
        if match is None or match.end() == at:
            return not line[at:].strip(" .,|·•-–—)")
        at = match.end()
    return any(character.isalnum() for character in line) and not line.strip().isdigit()


def is_clock(line: str) -> bool:
    """True for an hour without a day, as it stands over the posts of a live page and the cards of a news feed."""
    return len(line) < 20 and re.fullmatch(rf"(?:{CLOCK})(?: ?{ZONE})?", line.strip(), re.I) is not None


def opens_with_dateline(line: str) -> re.Match[str] | None:
    """The dateline that a paragraph begins with: `KYIV, Jan. 3 (Agency) — `; its `agency` may be None."""
    match = DATELINE.match(line[:LONGEST])
    if match is None or not (match["agency"] or re.search(r"[-–—_:]+\s*\Z", match.group()) or "," in match.group()):
        return None
    return match


def is_dateline(line: str) -> bool:
    """True for a line that holds a dateline alone: `NAIROBI, Kenya (AP) _`."""
    match = opens_with_dateline(line)
    return match is not None and match.end() >= len(line.rstrip()) and bool(match["agency"] or "," in line)

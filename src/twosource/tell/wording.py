"""How a brief puts things: dates, numbers, lists of names, and words that are safe to print.

All wording that readers meet in more than one form (text, Markdown, HTML) stands here, so that it is the same in each.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from twosource.model import ClaimType, Estimate, Figure, Period, Stance, Status

STATUS: dict[Status, str] = {
    "disputed": "disputed",
    "denied": "denied",
    "revised": "changed",
    "unverified": "unverified",
    "corroborated": "corroborated",
    "single_source": "single source",
}
"""The statuses as readers meet them, in the order in which a brief tells them: the disputed and the changed first."""

STATUS_MEANS: dict[Status, str] = {
    "disputed": "two live positions conflict",
    "denied": "the one to whom it is laid denies it",
    "revised": "an earlier position was given up for a later one",
    "unverified": "nobody is named for it, or somebody could not verify it",
    "corroborated": "two independent sources take one position",
    "single_source": "no position has two independent sources",
}
STANCE_PAST: dict[Stance, str] = {
    "assert": "said",
    "deny": "denied",
    "decline": "declined to comment",
    "cannot_verify": "could not verify",
    "acknowledge": "acknowledged",
}
TYPE: dict[ClaimType, str] = {"losses_materiel": "losses of materiel"}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
UNITS = {"percent": "%", "km2": "km²"}
"""Units that are written otherwise than they are called."""

_SPACE = re.compile(r"\s+")
_UNSAFE = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)), "\u200e", "\u200f", "\u061c", "\ufeff"}
"""Marks that turn the direction of the text after them: harmless in a page that isolates them, not on a terminal."""


def standing(status: Status, certain: int) -> str:
    """A status in words, beside a count of certainly independent sources that it must not seem to contradict.

    >>> standing("single_source", 2)  # each of the two says something else
    'one source each'
    """
    return "one source each" if status == "single_source" and certain > 1 else STATUS[status]


def clean(text: str) -> str:
    """Text on one line, without control characters and marks that turn the direction of what follows.

    >>> clean("left\\x1b[31m\\n the\\u202e axis")
    'left�[31m the axis'
    """
    if text.isascii() and text.isprintable():  # nearly all there is, and a page of claims cleans thousands
        return " ".join(text.split())
    return _SPACE.sub(" ", "".join(visible(c) for c in text if c not in _UNSAFE)).strip()


def visible(letter: str) -> str:
    """The letter, or U+FFFD for one that no page or terminal may meet: control characters, surrogates, U+FFFE."""
    if letter.isprintable() or (letter.isspace() and letter not in "\x1c\x1d\x1e\x1f"):
        return letter
    banned = unicodedata.category(letter) in ("Cc", "Cs") or letter in "\ufffe\uffff"
    return " " if letter in "\x1c\x1d\x1e\x1f" else "�" if banned else letter


def shorten(text: str, limit: int) -> str:
    """The text cut at a space before `limit` characters, with an ellipsis where something is gone.

    >>> shorten("seen by nobody", 10)
    'seen by …'
    """
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    at = cut.rfind(" ")
    if at < limit // 2:
        return cut.rstrip("0123456789,.") + "…"
    return cut[:at].rstrip(" ,;:.–-") + " …"


def quote(words: str) -> str:
    """Words between quotation marks; single ones where double ones stand inside.

    >>> quote("we hold"), quote("he said “no”")
    ('“we hold”', '‘he said “no”’')
    """
    return f"‘{words}’" if any(mark in words for mark in '“”"') else f"“{words}”"


def listed(names: Sequence[str], limit: int = 6) -> str:
    """Names as a list in a sentence.

    >>> listed(["a", "b", "c"]), listed(["a", "b", "c", "d"], 2)
    ('a, b and c', 'a, b and 2 more')
    """
    unique = list(dict.fromkeys(name for name in names if name))
    if len(unique) > limit:
        return f"{', '.join(unique[:limit])} and {len(unique) - limit} more"
    return " and ".join(part for part in (", ".join(unique[:-1]), *unique[-1:]) if part)


def day(date: str, year: bool = True) -> str:
    """A day as readers write it; what is no ISO date stays as it is.

    >>> day("2031-03-09"), day("2031-03-09", year=False), day("2031-03")
    ('9 March 2031', '9 March', '2031-03')
    """
    parts = date.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return date
    named = f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]}"
    return f"{named} {parts[0]}" if year else named


def period(value: Period | None) -> str:
    """A period as readers write it; empty where nothing is known.

    >>> period(Period("2031-03-02", "2031-03-10")), period(Period(None, "2031-03-10"))
    ('2 March to 10 March 2031', 'by 10 March 2031')
    """
    if value is None:
        return ""
    if value.start and value.end:
        if value.start == value.end:
            return day(value.start)
        return f"{day(value.start, year=value.start[:4] != value.end[:4])} to {day(value.end)}"
    if value.start:
        return f"from {day(value.start)}"
    return f"by {day(value.end)}" if value.end else ""


def when_said(value: Period | None) -> str:
    """When something was said, with its preposition: `on 9 March 2031`."""
    text = period(value)
    if not text or value is None or not (value.start and value.end):
        return text
    return f"on {text}" if value.start == value.end else f"between {text.replace(' to ', ' and ')}"


def number(value: float) -> str:
    """A number with commas for thousands.

    >>> number(4000), number(3.5), number(12.0)
    ('4,000', '3.5', '12')
    """
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def bounds(low: float | None, high: float | None, unit: str | None) -> str:
    """What a figure is bound by.

    >>> bounds(1000, None, "people"), bounds(30, 30, "percent"), bounds(5500, 6000, None)
    ('at least 1,000 people', '30%', '5,500 to 6,000')
    """
    if low is None and high is None:
        return ""
    if low is not None and high is not None:
        told = number(low) if low == high else f"{number(low)} to {number(high)}"
    else:
        told = f"at least {number(low)}" if low is not None else f"at most {number(high or 0)}"
    if not unit:
        return told
    written = UNITS.get(unit, unit)
    return f"{told}%" if written == "%" else f"{told} {written}"


def figure(value: Figure) -> str:
    """A figure with its measure: `at least 1,000 people killed`."""
    told = about(value)
    return f"{told} ({measure(value.measure)})" if told else ""


def about(value: Figure) -> str:
    """The bounds of a figure, with a word where both are only about so: an open bound says so itself."""
    told = bounds(value.low, value.high, value.unit)
    is_about = value.approximate and value.low is not None and value.high is not None
    return f"about {told}" if is_about else told


def estimate(value: Estimate | None) -> str:
    """The low, best and high of a position, none of them an average."""
    if value is None:
        return ""
    told = bounds(value.low, value.high, value.unit)
    if value.best is not None and not value.low == value.best == value.high:
        best = f"best {bounds(value.best, value.best, value.unit)}"
        return f"{told}, {best}" if told else best
    return told


def side(name: str) -> str:
    """A party as readers write it.

    >>> side("north_korea"), side("west")
    ('North Korea', 'the West')
    """
    written = name.replace("_", " ")
    return (
        "the West" if written == "west" else written[:1].upper() + " ".join(w.capitalize() for w in written.split())[1:]
    )


def count(number_of: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "report"), count(3, "story", "stories")
    ('1 report', '3 stories')
    """
    return f"{number_of:,} {one if number_of == 1 else many or one + 's'}"


def measure(name: str) -> str:
    """What a figure measures, as readers write it."""
    return {"killed_or_wounded": "killed or wounded"}.get(name, name)


def period_of(start: date, end: date) -> str:
    """A period between two dates."""
    return period(Period(start.isoformat(), end.isoformat()))

"""Tells quotation marks from apostrophes, inches and feet, and which way each mark points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from twosource.knowledge import table
from twosource.model import Record

__all__ = ["Mark", "marks_in"]

DIGRAPHS = {"``": "open", "''": "close", '"""': "either", '""': "either"}
"""Double marks as typewriters and the Penn Treebank write them, and straight ones that a table's export doubled."""

AROUND = "([{<—–-/…"
"""What may stand before an opening mark besides white space and other marks."""


class Mark(Record, frozen=True):
    """A quotation mark: where, of which family, and whether it can open or close a quotation at that place.

    `sure` is False where a single mark may as well be an apostrophe.
    """

    start: int
    end: int
    family: str
    opens: bool
    closes: bool
    sure: bool = True


@cache
def _families() -> dict[str, tuple[str, str]]:
    """The family and the direction of every mark."""
    marks = table("quotes")["marks"]
    return {mark: (family, way) for family, ways in marks.items() for mark, way in ways.items()}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join([*DIGRAPHS, f"[{re.escape(''.join(_families()))}]"]))


@cache
def _elisions() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in table("quotes")["elisions"])
    return re.compile(rf"(?:{words})(?!\w)|\d0s?\b", re.I)


def marks_in(text: str, start: int, end: int) -> Iterator[Mark]:
    """The quotation marks of a paragraph, in order.

    >>> text = "The gun’s crew said “no”."
    >>> [(mark.start, mark.opens, mark.closes) for mark in marks_in(text, 0, len(text))]
    [(20, True, False), (23, False, True)]
    """
    for match in _pattern().finditer(text, start, end):
        mark = _read(text, match.start(), match.end(), start, end)
        if mark is not None:
            yield mark


def _read(text: str, at: int, stop: int, start: int, end: int) -> Mark | None:
    sign = text[at:stop]
    family, way = ("double", DIGRAPHS[sign]) if sign in DIGRAPHS else _families()[sign]
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    if family == "single":
        return _single(text, at, before, after, way, end)
    # A mark with space before it and a word after it opens, whatever its shape; the reverse closes.
    left = before.isspace() or before in AROUND or before in _families()
    right = after.isspace() or not (after.isalnum() or after in "$€£#@([{…" or after in _families())
    if sign == '"' and before.isdigit() and _in_feet(text, at, start):
        return None
    if way == "either":
        opens, closes = left and not after.isspace(), not left or right
        if (not left and not right) or (before.isspace() and after.isspace()):
            opens = closes = True  # within a word, or set off as tokenisers do: the stack decides
    else:
        wrong_way = (left and not right) if way == "close" else (right and not left)
        # Turned the wrong way it may still be meant as drawn: what is open already decides.
        opens, closes = way == "open" or wrong_way, way == "close" or wrong_way
        if way == "open" and at == start:
            opens, closes = True, False
    return Mark(at, stop, family, opens, closes)


def _single(text: str, at: int, before: str, after: str, way: str, end: int) -> Mark | None:
    """A single mark, unless it is plainly an apostrophe: within a word, or before an elision."""
    if before.isalnum() and after.isalnum():
        return None
    if before.isdigit() and way == "either" and (after.isdigit() or after.isspace()):
        return None
    if after.isalnum() and not before.isalnum():
        if _elisions().match(text, at + 1, end):
            return None
        return Mark(at, at + 1, "single", before.isspace() or before in AROUND or before in _families(), False)
    opens = way == "open" and not after.isspace()
    closes = not opens and not before.isspace()
    if not opens and not closes:
        return None
    # After an s it may be a plural's apostrophe: the soldiers’ families.
    return Mark(at, at + 1, "single", opens, closes, sure=not (before in "sSzx" and after.isspace()))


def _in_feet(text: str, at: int, start: int) -> bool:
    """True for the second half of 6'2" and 6’2”."""
    return re.search(r"\d['’]\s?\d{1,2}\Z", text[max(start, at - 6) : at]) is not None

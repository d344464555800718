"""Finds datelines: "GENEVA, May 3 (Newswire) -" at the head of a story is neither source nor content."""

from __future__ import annotations

import re

__all__ = ["LONGEST", "dateline"]

LONGEST = 80
"""Characters within which a dateline ends."""
_WORD = r"[A-ZÀ-Ý][\w.'’/-]{1,24}"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,2}}(?:, [A-Z][\w.'’ -]{{1,25}}?)?"
_DAY = r"[\w., ]{0,24}\d[\w., ]{0,12}"
_AGENCY = r"[\w., ]{0,24}\([^)\n]{2,30}\)"
_CAPITALS = r"[A-ZÀ-Ý]{3}[A-ZÀ-Ý ]*"
_DASH = r"\s*(?:—|–|--|\ufffd| [-_] )\s*"
_DATELINE = re.compile(
    rf"(?:(?:{_PLACE},? ?(?:{_DAY}|{_AGENCY})|{_CAPITALS}(?:, {_PLACE})?){_DASH}"
    rf"|{_CAPITALS}(?:, {_PLACE})?,? {_DAY}: "
    rf"|{_CAPITALS}(?:, {_PLACE})? \([A-Z][A-Za-z]{{1,12}}\) )(?=[A-Z\"“])"
)
"""A place, perhaps a day and an agency in brackets, then a dash; a place in capitals with an agency needs no dash."""
_END = re.compile(r"[—–\ufffd]|--| [-_] |: |\) ")
"""One of these ends every dateline; most sentences have none."""


def dateline(text: str) -> int:
    """The length of a dateline at the beginning of a text, 0 where there is none.

    >>> dateline("GENEVA, May 3 (Newswire) - Talks began"), dateline("Three – no more – came")
    (27, 0)
    """
    head = text[:LONGEST]
    found = _DATELINE.match(head) if _END.search(head) else None
    return found.end() if found else 0

"""One spelling for finding: text without case, accents and punctuation, its words between single spaces."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

ACCENTS = range(0x0300, 0x0370)
"""Combining marks of Latin, Greek and Cyrillic. Those of other scripts (vowel signs, say) make other words and stay."""

SEPARATOR = "|"
"""Stands between the names of a list; `fold` leaves none in a name, so that no phrase reaches across."""


def fold(text: str) -> str:
    """The words of a text as they are compared, with a space on either side of each.

    Scripts that set no spaces between words are cut into characters, so that a part of a name is found in them too.

    >>> fold("Zelenský’s  NEW plan")
    ' zelensky s new plan '
    >>> fold("国防部")
    ' 国 防 部 '
    """
    out: list[str] = []
    for char in unicodedata.normalize("NFKD", text).casefold():
        code = ord(char)
        if code < 128:
            out.append(char if char.isalnum() else " ")
        elif code in ACCENTS:
            continue
        elif unicodedata.category(char)[0] not in "LNM":
            out.append(" ")
        elif unicodedata.east_asian_width(char) in "WF":
            out.append(f" {char} ")
        else:
            out.append(char)
    words = "".join(out).split()
    return f" {' '.join(words)} " if words else ""


def fold_all(names: Iterable[str]) -> str:
    """Several names in one string in which each can be found whole.

    >>> fold_all(["Kursk Oblast", "Sudzha"])
    ' kursk oblast | sudzha '
    """
    return SEPARATOR.join(folded for name in names if (folded := fold(name)))

"""Compares names: surnames, the word a body is called by, spellings of one name."""

from __future__ import annotations

from difflib import SequenceMatcher

from twosource.reading.speakers import lists
from twosource.reading.speakers.sides import core
from twosource.reading.speakers.words import NAMES

__all__ = ["alike", "core_of", "firm", "head_of", "numbered", "same_medium", "surname"]


def same_medium(one: str, other: str) -> bool:
    """True where two names are those of one medium, with or without "The"."""
    plain = [name.lower().removeprefix("the ").replace(" ", "") for name in (one, other)]
    return plain[0] == plain[1]


def head_of(name: str) -> str:
    """The word that a body is called by: the last before "of" or "for"."""
    parts = name.lower().split()
    for index, part in enumerate(parts):
        if part in ("of", "for", "in", "at") and index:
            return parts[index - 1]
    return parts[-1] if parts else ""


def firm(name: str) -> bool:
    """True of common words for a body of any name: "company", "telecommunications company"."""
    return name.islower() and head_of(name) in lists.grammar("cast", "firms")


def core_of(name: str | None) -> frozenset[str]:
    """The words of a name that tell it from others, cut to five letters (Russia's and Russian are one)."""
    return core(NAMES[name or ""])


def numbered(part: str) -> bool:
    return part[:1].isdigit()


def alike(one: str, other: str) -> bool:
    """True of two spellings of one first name (Victor, Viktor)."""
    return SequenceMatcher(None, one.lower(), other.lower()).ratio() > 0.75


def surname(name: str) -> str:
    """The last word of a name in lower case, without an article before it (Assad for al-Assad)."""
    last = name.split()[-1].lower() if name.split() else ""
    for article in ("al-", "el-", "ul-"):
        last = last.removeprefix(article)
    return last

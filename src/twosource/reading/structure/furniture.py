"""Knows the lines of a page that are no part of the article, by phrases and patterns kept as data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from twosource.knowledge import table
from twosource.model.report import BoilerplateKind
from twosource.reading.structure.bylines import is_byline
from twosource.reading.structure.stamps import is_stamp

__all__ = ["furniture_kind", "is_section", "opens_trailing", "plain"]

SHORT = 240
"""Characters of a line that begins with a phrase of `starts`: longer ones are paragraphs that happen to begin so."""

LONG = 1500
"""A notice or plea is never longer; it bounds the work on texts that stand in one line."""

TRAILING = ".:;!?*»>→›-–—|"
EMPTY = re.compile(r"[\W_]+")
WORD = re.compile(r"[\w'’@+-]+")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+(?: ?\?\S+)?")
"""An address that stands alone: whoever pastes an article leaves it above or below."""


def plain(line: str) -> str:
    """A line as the tables write it.

    >>> plain("  Don’t  miss: ")
    "don't miss"
    """
    low = " ".join(line.casefold().replace("’", "'").replace("‘", "'").split())
    return low.strip(" •·|-–—").rstrip(TRAILING + " ")


@cache
def _classes() -> tuple[Mapping[str, Any], ...]:
    return tuple(table("furniture")["class"])


@cache
def _whole() -> Mapping[str, BoilerplateKind]:
    kinds: dict[str, BoilerplateKind] = {}
    for one in _classes():
        for phrase in (*one.get("whole", ()), *one.get("trailing", ())):
            kinds.setdefault(plain(phrase), one["kind"])
    return kinds


@cache
def _trailing() -> frozenset[str]:
    return frozenset(plain(phrase) for one in _classes() for phrase in one.get("trailing", ()))


@cache
def _starts() -> Mapping[str, list[tuple[str, BoilerplateKind]]]:
    """Phrases by their first letter, in the order of the table."""
    out: dict[str, list[tuple[str, BoilerplateKind]]] = {}
    for one in _classes():
        for phrase in one.get("starts", ()):
            out.setdefault(phrase[:1], []).append((phrase, one["kind"]))
    return out


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], BoilerplateKind], ...]:
    return tuple((re.compile(p), one["kind"]) for one in _classes() for p in one.get("pattern", ()))


@cache
def _some_pattern() -> re.Pattern[str]:
    """All patterns as one, which says at one go that none fits."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _patterns()))


@cache
def _holds() -> Mapping[str, list[tuple[str, BoilerplateKind]]]:
    """Phrases by their longest word, so that a line is searched only for those whose word it has."""
    out: dict[str, list[tuple[str, BoilerplateKind]]] = defaultdict(list)
    for one in _classes():
        for phrase in one.get("holds", ()):
            out[max(WORD.findall(phrase), key=len)].append((phrase, one["kind"]))
    return out


@cache
def _pleas() -> Mapping[str, list[str]]:
    out: dict[str, list[str]] = defaultdict(list)
    for phrase in table("furniture")["plea"]:
        out[max(WORD.findall(phrase), key=len)].append(phrase)
    return out


def is_section(line: str) -> bool:
    """True for the name of a section, as it stands above a headline: `World`."""
    return len(line) < 40 and plain(line) in _sections()


@cache
def _sections() -> frozenset[str]:
    return frozenset(table("furniture")["sections"])


def opens_trailing(line: str) -> bool:
    """True for a heading after which only furniture and other stories follow: `Related Posts`."""
    return len(line) < SHORT and plain(line) in _trailing()


def furniture_kind(line: str) -> BoilerplateKind | None:
    """What kind of furniture a line is; None where it may be the article's.

    >>> [furniture_kind(line) for line in ("Share this:", "By Ana Novak, 3 May 2024", "The shelling went on.")]
    ['share', 'byline', None]
    >>> furniture_kind("https://example.org/dam-holds")
    'navigation'
    """
    if len(line) > LONG:
        return None
    if not EMPTY.sub("", line):
        return "other"
    if ADDRESS.fullmatch(line.strip()):
        return "navigation"
    low = plain(line)
    if low in _whole():
        return _whole()[low]
    if is_stamp(line) or is_byline(line):
        return "byline"
    if len(low) <= SHORT:
        for phrase, kind in _starts().get(low[:1], ()):
            if low.startswith(phrase) and _fits(line, phrase):
                return kind
        for pattern, kind in _patterns() if len(low) <= 120 and _some_pattern().fullmatch(low) else ():
            if pattern.fullmatch(low):
                return kind
    words = set(WORD.findall(low))
    for word in words & _holds().keys():
        for phrase, kind in _holds()[word]:
            if phrase in low:
                return kind
    return "promotion" if _pleads(low, words) else None


def _fits(line: str, phrase: str) -> bool:
    """A label with a colon may be followed by anything; other beginnings must not be those of a quotation."""
    return phrase.endswith(":") or line[:1] not in "\"“‘'«„"


def _pleads(low: str, words: Iterable[str]) -> bool:
    """True where a line holds two words of a plea and speaks to the reader."""
    found = {phrase for word in set(words) & _pleas().keys() for phrase in _pleas()[word] if phrase in low}
    if len(found) < (2 if len(low) < 400 else 3):
        return False
    spoken = re.search(r"\b(?:you|your|us|our|we)\b", low) is not None
    quoted = any(mark in low for mark in '"“„«')
    return spoken and not quoted

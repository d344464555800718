"""Toponyms that no list has: a village is a place though nobody knows where it lies.

They are taken only where the text itself says that they are places ("the village of Dremna", "Tolm, a railway town in
…", "Lower Oreva Province"), and then wherever the same name stands. Latitude and longitude stay None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from twosource.knowledge import table
from twosource.model import Layout, PlaceMention

_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
_BEFORE_NAME = 30
"""Characters before a bare name that are looked at for a word that makes it somebody's or something else's."""


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    words = table("places_unlisted")
    town, unit = "|".join(words["settlement"]), "|".join(words["unit"])
    return (
        (re.compile(rf"\b(?:{town}) of ({_NAME})"), "PPL"),
        (re.compile(rf"\b({_NAME}), an? (?:[\w-]+ ){{0,4}}?(?:{town})\b"), "PPL"),
        (re.compile(rf"\b(?:in|near|outside|around|from|of|to|for|over) (?:the )?(?:{town}) ({_NAME})"), "PPL"),
        (re.compile(rf"\b({_NAME}) (?:{unit})\b"), "ADM"),
    )


@cache
def _no_place() -> re.Pattern[str]:
    words = table("places_unlisted")
    titles, bodies = "|".join(words["titles"]), "|".join(words["bodies"])
    return re.compile(rf"(?:\b(?:{titles})\.? ?$)|(?:^(?: [A-Z][\w’'-]+)* (?:{bodies})\b)")


def unlisted(layout: Layout, found: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Mentions of toponyms that the gazetteer does not know, in order, none over a mention that it does.

    >>> from twosource.model import Document
    >>> from twosource.reading.structure import lay_out
    >>> text = "Two people died in the village of Zzarnov. Zzarnov was shelled."
    >>> [place.name for place in unlisted(lay_out(Document(None, text)), ())]
    ['Zzarnov', 'Zzarnov']
    """
    named: dict[str, str] = {}
    for pattern, feature in _patterns():
        for match in pattern.finditer(layout.text):
            name = match.group(1).removesuffix("’s").removesuffix("'s")
            full = match.group() if feature == "ADM" else name
            if feature == "ADM" and name.split()[-1].rstrip("’'") in table("places_unlisted")["offices"]:
                continue  # "the Fire Department"
            named.setdefault(full, feature)
    if not named:
        return ()
    taken = sorted((place.start, place.end) for place in found)
    return tuple(_mentions(layout.text, named, taken))


def _mentions(text: str, named: dict[str, str], taken: Sequence[tuple[int, int]]) -> Iterator[PlaceMention]:
    longest_first = sorted(named, key=lambda name: (-len(name), name))
    pattern = re.compile(r"(?<![\w’'-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")
    at = 0
    for match in pattern.finditer(text):
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at < len(taken) and taken[at][0] < match.end():
            continue
        before = text[max(0, match.start() - _BEFORE_NAME) : match.start()]
        after = text[match.end() : match.end() + _BEFORE_NAME]
        if _no_place().search(before) or _no_place().match(after):
            continue
        feature = named[match.group()]
        yield PlaceMention(
            match.start(),
            match.end(),
            name=match.group(),
            feature=feature,
            admin1=match.group() if feature == "ADM" else None,
            use="literal",
            confidence=UNLISTED,
            reason="the text says that it is a place; no list of places has it",
        )


UNLISTED = 0.5
"""Confidence of a place that only the text vouches for: that it is one is likely, where it lies is not known."""

"""Finds short forms of names: "the Provincial Disaster Management Authority (PDMA)"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.speakers.words import Word

__all__ = ["short_form", "shorts"]

_SMALL = frozenset(("of", "the", "for", "and", "in", "on", "to", "a", "an", "'s", "'", "&"))
_LONGEST = 12
"""Words of a full name at most, small ones counted."""


def shorts(found: Sequence[Word]) -> list[tuple[str, str]]:
    """Short forms in brackets, each with the full name before it whose initials it is.

    >>> from twosource.reading.speakers.words import words
    >>> shorts(words("the Office of the Flood Relief Council (OFRC) said"))
    [('OFRC', 'Office of the Flood Relief Council')]
    """
    out: list[tuple[str, str]] = []
    if not any(word.text == "(" for word in found):
        return out
    for index in range(2, len(found) - 1):
        short = found[index]
        if found[index - 1].text != "(" or found[index + 1].text != ")" or not 2 <= len(short.text) <= 8:
            continue
        if not short_form(short.text):
            continue
        full = _full(found[max(0, index - 1 - _LONGEST) : index - 1], short.text)
        if full:
            text = ""
            for place, word in enumerate(full):
                glued = place and full[place - 1].end == word.start
                text += ("" if not text or glued else " ") + word.text
            out.append((short.text, text))
    return out


def short_form(text: str) -> bool:
    """True of letters that stand for a name: "PDMA", and "MoD", "GenDef", where most are capitals or two are.

    >>> [short_form(text) for text in ("PDMA", "MoD", "Major", "2nd")]
    [True, True, False, False]
    """
    return text.isupper() or (
        text.isalpha() and len(text) <= 6 and text[0].isupper() and any(map(str.isupper, text[1:]))
    )


def _full(before: Sequence[Word], short: str) -> Sequence[Word]:
    """The shortest run of words before the bracket whose initials spell the short form."""
    for start in range(len(before) - 2, -1, -1):
        run = before[start:]
        if run[0].lower in _SMALL or not run[0].plain:
            continue
        initials = "".join(word.text[0].upper() for word in run if word.lower not in _SMALL and word.plain)
        every = "".join(word.text[0].upper() for word in run if word.plain)
        if short.upper() in (initials, every):
            return run
    return []

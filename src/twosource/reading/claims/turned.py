"""Mends attributions whose source stands behind the verb: "said its spokesman, X, but Y said"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Attribution, Span
from twosource.reading.claims.cutting import has_verb
from twosource.reading.claims.page import Page
from twosource.reading.speakers import Word, describe, grammar
from twosource.reading.speakers.words import part

__all__ = ["behind_according", "inverted", "one_of_two"]

_JOINTS = frozenset(("and", "but", "while", "whereas", "although", "though"))
_NEAR = 3
"""Characters between a verb and its source: a space, perhaps a comma or a mark of quotation."""
_SOURCE = 160
"""Characters behind "according to" among which the name of the source ends."""
_VERB = 30
"""Characters of a reporting verb at most, with what stands before it."""


def one_of_two(page: Page, one: Attribution) -> Attribution:
    """Of "said X, but Y said" as the source of either verb only the one beside it."""
    if len(one.source) != 1 or not one.cue:
        return one
    source = one.source[0]
    found = page.words(source)
    joint = next((i for i in range(1, len(found) - 1) if found[i].lower in _JOINTS and found[i - 1].text == ","), None)
    if joint is None or joint < 2:
        return one
    before = page.words(Span(max(0, source.start - _VERB), source.start))
    after = page.words(Span(source.end, min(len(page.text), source.end + _VERB)))
    verbs = grammar("missed", "told")
    behind = next((word for word in after if word.plain), None)
    if not before or before[-1].lower not in verbs or behind is None or behind.lower not in verbs:
        return one
    if one.cue[-1].end <= source.start:
        return one.replace(source=(Span(source.start, found[joint - 2].end),))
    return one.replace(source=(Span(found[joint + 1].start, source.end),))


def behind_according(page: Page, one: Attribution) -> Attribution:
    """Of "…, according to X" X as the source, whatever was found."""
    if len(one.cue) != 1 or not page.words(one.cue[0]) or page.words(one.cue[0])[0].lower != "according":
        return one
    cue = one.cue[0]
    number = page.sentence_number(cue.start)
    if number is None or (one.source and 0 <= one.source[0].start - cue.end <= _NEAR):
        return one
    behind = Span(cue.end, min(page.layout.sentences[number].end, cue.end + _SOURCE))
    found: Sequence[Word] = page.words(behind)
    if found and found[0].lower == "to":
        found = part(found, 1, len(found))
    end = next((i for i, word in enumerate(found) if i and not word.plain and word.lower not in ("'s", "'", "-")), 0)
    if not end or has_verb(found[:end]) or describe(found[:end]).form in ("none", "pronoun"):
        return one
    return one.replace(source=(Span(found[0].start, found[end - 1].end),))


def inverted(page: Page, one: Attribution) -> Attribution:
    """Of "The list is wrong, said its keeper, X" the keeper as the source, though the content was found to hold him."""
    if not one.cue or len(one.content) < 2 or one.mode == "direct":
        return one
    cue = one.cue[-1]
    last = one.content[-1]
    if not 0 < last.start - cue.end <= _NEAR or last.start <= one.content[0].start:
        return one
    if one.source and one.source[0].start > cue.start:
        return one
    found = page.words(last)
    number = page.sentence_number(cue.start)
    named = describe(found)
    if number is None or named.form not in ("person", "role") or has_verb(found):
        return one
    ends = page.text[last.end : page.layout.sentences[number].end].strip(' .”"')
    return one.replace(source=(last,), content=one.content[:-1]) if not ends else one

"""Mends attributions in which a medium was taken for who speaks: "X was quoted by Lot as saying Y"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Attribution, Span
from twosource.reading.claims.cutting import has_verb
from twosource.reading.claims.page import Page
from twosource.reading.claims.silence import silent
from twosource.reading.claims.told import Telling, counted, denying, quoted, speaks, voiced
from twosource.reading.speakers import Word, medium_in
from twosource.reading.speakers.words import span_of

__all__ = ["quoted_by", "told_through"]

_LONG = 600
"""Characters of a sentence that are looked at: one without an end stays linear."""


def quoted_by(page: Page, one: Attribution) -> Attribution | None:
    """Of "X was quoted by Lot as saying Y" what X says; None of what takes the words for X as said.

    An attribution that has no part in such a sentence stays as it is.
    """
    anchor = (one.cue or one.source or one.content)[0].start
    number = page.sentence_number(anchor)
    if number is None:
        return one
    sentence = page.layout.sentences[number]
    end = min(sentence.end, sentence.start + _LONG)
    if " as " not in page.text[sentence.start : end]:
        return one
    telling = quoted(page.words(Span(sentence.start, end)))
    if telling is None:
        return one
    source, cue, told = telling
    said, named = span_of(told), span_of(source)
    if any(named.contains(span) for span in one.content):
        return None
    reported = Span(cue.start, said.start) if said.start > cue.start else Span(cue.start, sentence.end)
    if not any(reported.contains(span) for span in (*one.source, *one.cue)):
        return one
    return one.replace(source=(named,), cue=(Span(cue.start, cue.end),), content=(said,), mode="indirect")


def told_through(page: Page, one: Attribution) -> Attribution:
    """Of "X dismissed fears that Y, Lot reported" what X says: Lot only carried it."""
    if len(one.source) != 1 or len(one.content) != 1:
        return one
    if not _medium(page.words(one.source[0])) and not _quotes(page, one.source[0]):
        return one
    found = page.words(_clause(page, one))
    telling = denying(found) or voiced(found) or counted(found) or _silence(found)
    if telling is None or not telling[0] or not speaks(page, telling[0]) or _medium(telling[0]):
        return one
    source, cue, told = telling
    return one.replace(source=(span_of(source),), cue=(Span(cue.start, cue.end),), content=(span_of(told),))


def _quotes(page: Page, source: Span) -> bool:
    """True of a source that was cut out of 'rejected as "an invention" a report that'."""
    return any(mark in source.cut(page.text)[1:-1] for mark in '"“”')


def _clause(page: Page, one: Attribution) -> Span:
    """The content, from the head of the sentence on where the medium is named behind it."""
    content, source = one.content[0], one.source[0]
    number = page.sentence_number(content.start)
    if number is None or (source.start < content.end and not _quotes(page, source)):
        return content
    return Span(max(page.layout.sentences[number].start, content.start - _LONG), content.end)


def _medium(found: Sequence[Word]) -> bool:
    return medium_in(found) is not None


def _silence(found: Sequence[Word]) -> Telling | None:
    """The telling of "X declined to comment": all of it is told of X."""
    quiet = silent(found)
    if quiet is None or not quiet[1] or has_verb(found[: quiet[1]]):
        return None
    return found[: quiet[1]], found[quiet[1]], found

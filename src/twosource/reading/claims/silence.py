"""Makes claims of what was not said and could not be checked: "declined to comment", "could not verify"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Span, Stance
from twosource.model.layout import Sentence
from twosource.reading.claims.cutting import first_verb, lead, trim
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import first_of
from twosource.reading.speakers import OUTLET, Word, describe, grammar
from twosource.reading.speakers.words import remembered

__all__ = ["said_nothing", "silences", "silent"]

_SUBJECT = 9
"""Words of a subject and its verb at most."""
_CHECKED = frozenset(("verified", "confirmed", "checked", "corroborated"))
_NONE = frozenset(("neither", "none", "nothing", "no", "nor"))
_STOPS = frozenset((",", ";", "—", "–", "("))
_NOBODY = frozenset(("it", "there", "this", "that", "which", "these", "those", "they", "none"))


@remembered
def silent(found: Sequence[Word]) -> tuple[Stance, int, int] | None:
    """The stance of a refusal or of a failed check, and the words that say it.

    >>> from twosource.reading.speakers import words
    >>> silent(words("The army declined to comment."))
    ('decline', 2, 5)
    """
    for stance in ("cannot_verify", "decline"):
        hit = first_of(found, "stances", stance, "words")
        if hit is not None:
            return ("cannot_verify" if stance == "cannot_verify" else "decline"), hit[0], hit[1]
    return _neither(found)


def _neither(found: Sequence[Word]) -> tuple[Stance, int, int] | None:
    """The words of "neither side's account could be verified": the "not" stands before the subject."""
    lows = [word[3] for word in found]
    if "be" not in lows:
        return None
    for index in range(1, len(found) - 2):
        if lows[index] not in ("could", "can") or lows[index + 1] != "be":
            continue
        end = next((i for i in range(index + 2, min(index + 5, len(found))) if found[i].lower in _CHECKED), None)
        before = {word.lower for word in found[max(0, index - _SUBJECT) : index]}
        if end is not None and before & _NONE:
            return "cannot_verify", index, end + 1
    return None


def silences(page: Page, sentence: Sentence, found: Sequence[Word]) -> Draft | None:
    """The claim of a sentence of the outlet's own that tells of a silence; None where it does not."""
    hit = silent(found)
    if hit is None:
        return None
    stance, start, end = hit
    begin = _begin(found, start)
    stop = next((i for i in range(end, len(found)) if found[i].text in _STOPS), len(found))
    content = trim(page.text, found[begin].start, found[stop - 1].end)
    if content is None:
        return None
    draft = Draft((content,), sentence, _subject(page, sentence, found, begin, start, end, stance))
    draft.stance = stance
    draft.cue = (Span(found[start].start, found[end - 1].end),)
    draft.because("stance", f"phrase of {stance}", page.text[found[start].start : found[end - 1].end])
    return draft


def _begin(found: Sequence[Word], start: int) -> int:
    """Where the clause of the silence begins."""
    begin = lead(found)
    for index in range(start - 1, begin, -1):
        if found[index].lower in ("but", "while", "although", "though", "and") and found[index - 1].text == ",":
            return index + 1
        if found[index].text == ";":
            return index + 1
    return begin


def _told_of(page: Page, sentence: Sentence) -> int | None:
    """The body that the sentence before, in the same paragraph, has for its subject."""
    number = page.sentence_number(sentence.start)
    before = page.layout.sentences[number - 1] if number else None
    if before is None or before.paragraph != sentence.paragraph:
        return None
    found = page.words(before)
    verb = first_verb(found[:_SUBJECT]) or 0
    named = describe(found[:verb]) if verb else None
    if named is None or named.form != "body" or not any(word.capital for word in found[1:verb]):
        return None
    return page.cast.resolve((Span(found[0].start, found[verb - 1].end),), Span(before.start, before.end))


def _subject(
    page: Page, sentence: Sentence, found: Sequence[Word], begin: int, start: int, end: int, stance: Stance
) -> int | None:
    """Who was silent; None where it is the outlet or nobody in particular."""
    if found[start].lower == "without":
        return page.cast.last_speaker(found[start].start)
    if stance == "cannot_verify" and any(word.lower in grammar("silence", "passive") for word in found[start:end]):
        return None
    before = list(found[begin:start])
    comma = max((i for i, word in enumerate(before) if word.text == ","), default=-1)
    named = before[comma + 1 :] if comma + 1 < len(before) else before[:comma]
    active = stance == "decline" and len(named) == 1 and named[0].lower in ("it", "they")
    if active:
        told = _told_of(page, sentence)
        if told is not None:
            return None if told == OUTLET else told
    if not active and (not named or (named[0].lower in _NOBODY and len(named) == 1)):
        after = next((i for i in range(end, min(end + 4, len(found))) if found[i].lower in ("from", "by")), None)
        if after is None or after + 1 >= len(found):
            return (
                None if not named or named[0].lower in ("it", "there") else page.cast.last_speaker(found[start].start)
            )
        named = list(found[after + 1 : after + 7])
    who = page.cast.resolve((Span(named[0].start, named[-1].end),), Span(sentence.start, sentence.end))
    return None if who == OUTLET else who


def said_nothing(content: Sequence[Word]) -> bool:
    """True of "said nothing after …", "said little about …": nobody's words. Those of "nothing had changed" are."""
    if content[0].lower not in ("nothing", "little"):
        return False
    return len(content) == 1 or content[1].lower in grammar("sifting", "after_nothing")

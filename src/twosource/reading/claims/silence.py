"""Makes claims of what was not said and could not be checked: "declined to comment", "could not verify"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Span, Stance
from twosource.model.layout import Sentence
from twosource.reading.claims.cutting import first_verb, lead, trim
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import first_of
from twosource.reading.claims.relays import carriers_in
from twosource.reading.speakers import OUTLET, Word, describe, grammar
from twosource.reading.speakers.words import remembered

__all__ = ["said_nothing", "silences", "silent"]

_SUBJECT = 9
"""Words of a subject and its verb at most."""
_CHECKED = frozenset(("verified", "confirmed", "checked", "corroborated"))
_NONE = frozenset(("neither", "none", "nothing", "no", "nor"))
_STOPS = frozenset((",", ";", "—", "–", "("))
_SHORTENED = {"can't": "can", "cannot": "can", "won't": "will", "shan't": "shall"}
"""What stands before "not" in a word that does not keep all its letters."""
_TO = frozenset(("to", "for", "with", "at"))
_JOINTS = frozenset(("and", "but"))
_NOBODY = frozenset(("it", "there", "this", "that", "which", "these", "those", "they", "none"))


@remembered
def silent(found: Sequence[Word]) -> tuple[Stance, int, int] | None:
    """The stance of a refusal or of a failed check, and the words that say it.

    >>> from twosource.reading.speakers import words
    >>> silent(words("The army declined to comment."))
    ('decline', 2, 5)
    """
    return _phrased(found) or _neither(found) or _unanswered(found) or _bared(found)


def _phrased(found: Sequence[Word]) -> tuple[Stance, int, int] | None:
    """The words of a listed phrase."""
    for stance in ("cannot_verify", "decline"):
        hit = first_of(found, "stances", stance, "words")
        if hit is not None:
            return ("cannot_verify" if stance == "cannot_verify" else "decline"), hit[0], hit[1]
    return None


def _bared(found: Sequence[Word]) -> tuple[Stance, int, int] | None:
    """The same in other dress: "couldn't" for "could not", with "yet" or "immediately" between the words."""
    bare: list[Word] = []
    places: list[int] = []
    for place, word in enumerate(found):
        low = word.lower
        if low in grammar("silence", "adverbs"):
            continue
        if low.endswith("n't") or low == "cannot":
            verb = _SHORTENED.get(low, low[:-3])
            bare += (word._replace(text=verb, lower=verb), word._replace(text="not", lower="not"))
            places += (place, place)
        else:
            bare.append(word)
            places.append(place)
    if not bare or places == list(range(len(found))):
        return None
    hit = _phrased(bare) or _neither(bare)
    return None if hit is None else (hit[0], places[hit[1]], places[hit[2] - 1] + 1)


def _unanswered(found: Sequence[Word]) -> tuple[Stance, int, int] | None:
    """The words of "calls to the firm were not answered": the refusal stands behind those who were asked."""
    asked = _asked(found)
    hit = None if asked is None else first_of(found[asked:], "stances", "unanswered", "words")
    if asked is None or hit is None or hit[0] > 2 * _SUBJECT:
        return None
    return "decline", asked + hit[0], asked + hit[1]


def _asked(found: Sequence[Word]) -> int | None:
    """Where the calls or questions stand: of "phone calls to the firm" the calls."""
    first = None
    for index, word in enumerate(found):
        if word.lower in grammar("silence", "asked"):
            if index + 1 < len(found) and found[index + 1].lower in _TO:
                return index
            first = index if first is None else first
    return first


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


def silences(page: Page, sentence: Sentence, found: Sequence[Word]) -> list[Draft]:
    """The claims of a sentence of the outlet's own that tells of a silence, or of two by two that are asked."""
    out: list[Draft] = []
    at = lead(found)
    while (hit := silent(found[at:])) is not None:
        stance, start, end = hit[0], at + hit[1], at + hit[2]
        begin = _begin(found, start, at)
        stop = next((i for i in range(end, len(found)) if _stops(found, i)), len(found))
        content = trim(page.text, found[begin].start, found[stop - 1].end)
        at = stop + 1
        if content is None:
            continue
        draft = Draft((content,), sentence, _subject(page, sentence, found, begin, start, end, stance))
        draft.stance = stance
        draft.cue = (Span(found[start].start, found[end - 1].end),)
        if draft.who is not None:
            after = Span(content.end, sentence.end)
            draft.carriers = carriers_in(page, (after,), draft.who) if after.end > after.start else ()
        draft.because("stance", f"phrase of {stance}", page.text[found[start].start : found[end - 1].end])
        out.append(draft)
        if stop == len(found) or found[stop].lower not in _JOINTS:
            break
    return out


def _begin(found: Sequence[Word], start: int, begin: int) -> int:
    """Where the clause of the silence begins."""
    for index in range(start - 1, begin, -1):
        if found[index].lower in ("but", "while", "although", "though", "and") and found[index - 1].text == ",":
            return index + 1
        if found[index].text == ";":
            return index + 1
    return begin


def _stops(found: Sequence[Word], index: int) -> bool:
    """True of a mark, or of "and" and "but", behind which something else is told; what is joined by "or" goes on."""
    after = found[index + 1].lower if index + 1 < len(found) else ""
    if found[index].lower in _JOINTS:
        again = silent(found[index + 1 : index + 1 + _SUBJECT])
        told = after in grammar("missed", "said") | grammar("missed", "told")
        return told or (again is not None and again[1] > 0 and after not in grammar("silence", "auxiliaries"))
    return found[index].text in _STOPS and not (found[index].text == "," and after in ("or", "nor"))


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
    asked = _asked(found[begin:start])
    asked = None if asked is None else begin + asked
    if asked is not None and asked + 2 < start and found[asked + 1].lower in _TO:
        named = _without_auxiliaries(found[asked + 2 : start])
        if named[-1].text == ",":  # "calls to Ana Ruiz, the manager,"
            named.pop()
        who = page.cast.resolve((Span(named[0].start, named[-1].end),), Span(sentence.start, sentence.end))
        return None if who == OUTLET else who
    if stance == "cannot_verify" and any(word.lower in grammar("silence", "passive") for word in found[start:end]):
        return None
    before = list(found[begin:start])
    comma = max((i for i, word in enumerate(before) if word.text == ","), default=-1)
    named = before[comma + 1 :] if comma + 1 < len(before) else before[:comma]
    named = _without_auxiliaries(named)
    if len(named) == 2 and named[0].lower in grammar("missed", "said") and named[1].lower in ("it", "they"):
        head = next((i for i, word in enumerate(before) if word.text == ","), len(before) - 2)
        named = before[:head]  # "The agency, which was there, said it could not establish"
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


def _without_auxiliaries(named: Sequence[Word]) -> list[Word]:
    """Of "the police have" only "the police"."""
    kept = list(named)
    while len(kept) > 1 and kept[-1].lower in grammar("silence", "auxiliaries"):
        kept.pop()
    return kept

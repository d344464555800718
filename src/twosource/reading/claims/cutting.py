"""Cuts contents: trims marks and small words at the ends, parts what says two things."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate

from twosource.knowledge import table
from twosource.model import Span
from twosource.reading.forms import Forms
from twosource.reading.speakers import Phrases, Word, grammar
from twosource.reading.speakers.words import part, remembered

__all__ = ["clauses", "first_verb", "has_verb", "is_verb", "lead", "stamp", "trim", "unquote"]

_AUXILIARY, _VERB, _POSSESSIVE, _DETERMINER = 1, 2, 4, 8
"""Of a word: an auxiliary; a verb; "'s", which may be one; an article or the like, after which no verb comes."""

_QUOTES = "\"“”„«»‘’'`"
_JOINTS = frozenset(("but", "while", "whereas", "and", "though", "although", "yet", "with", "or"))
_SUBJECTLESS = frozenset(("and", "but", "or", "yet"))

_PAIRS = frozenset(("both", "between"))
_AHEAD = 12
"""Words behind a joint among which the verb of a second clause must stand."""

_NOTE = re.compile(r"\[\d{1,3}\]\Z")
"""The number of a footnote at the end of a stretch."""


def is_verb(word: Word) -> bool:
    """True of an auxiliary, a common finite verb, or a past form in -ed."""
    return bool(_SORTS[word[2]] & (_VERB | _POSSESSIVE))


def _sort(text: str) -> int:
    """What a word is for the cutting: any of the marks above, added up."""
    low = text.lower().replace("’", "'")
    marks = _AUXILIARY if low in grammar("cutting", "auxiliaries") else 0
    marks |= _DETERMINER if low in grammar("describe", "determiners") else 0
    verb = (
        marks & _AUXILIARY
        or low in grammar("cutting", "verbs")
        or low.endswith(("'m", "'re", "'ve", "'ll", "n't"))
        or (len(low) > 4 and low.endswith("ed") and low not in grammar("cutting", "not_ed") and not text[0].isupper())
    )
    if verb:
        marks |= _POSSESSIVE if low == "'s" else _VERB
    return marks


_SORTS = Forms(_sort)


def first_verb(found: Sequence[Word]) -> int | None:
    """The index of the first verb that is more than "'s"."""
    for index, word in enumerate(found):
        if _SORTS[word[2]] & _VERB:
            return index
    return None


@remembered
def has_verb(found: Sequence[Word]) -> bool:
    """True where some words hold a finite verb.

    >>> from twosource.reading.speakers.words import words
    >>> has_verb(words("a partial retreat")), has_verb(words("battles are ongoing"))
    (False, True)
    """
    noun = False  # after "the", "claim" and "attack" are no verbs; after "that", "is" is one
    for word in found:
        sort = _SORTS[word[2]]
        if sort & _VERB and (not noun or sort & _AUXILIARY):
            return True
        noun = bool(sort & _DETERMINER)
    return False


def trim(text: str, start: int, end: int) -> Span | None:
    """A stretch without outer quotation marks, commas, "that" and the last full stop; None where nothing is left.

    >>> trim("He said that “it burned.”", 8, 25)
    Span(start=14, end=23)
    """
    before = None
    while (start, end) != before:
        before = (start, end)
        while start < end and (text[start].isspace() or text[start] in ",;:.—–-)]…•·*▪■◦"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–([…-"):
            end -= 1
        if text[end - 1 : end] == "]" and (mark := _NOTE.search(text, max(start, end - 5), end)) is not None:
            end = mark.start()
        if text[start : start + 5] == "that ":
            start += 5
        if end - start > 1 and text[end - 1] == "." and not _abbreviated(text, start, end):
            end -= 1
        start, end = unquote(text, start, end)
    return Span(start, end) if end > start and any(char.isalnum() for char in text[start:end]) else None


def unquote(text: str, start: int, end: int) -> tuple[int, int]:
    """Drops a pair of marks around a stretch, and a mark at one end that has no fellow inside."""
    while end - start > 1 and text[start] in _QUOTES and not _closes_inside(text, start, end):
        start += 1
    while end - start > 1 and text[end - 1] in _QUOTES and not _opens_inside(text, start, end):
        if text[end - 1] in "’'" and text[end - 2].isalpha() and "‘" not in text[start:end]:
            break
        end -= 1
    return start, end


def clauses(found: Sequence[Word], *, heading: bool = False) -> list[Sequence[Word]]:
    """Parts some words at semicolons and at joints between two clauses that each have a verb; headings at "as" too.

    >>> from twosource.reading.speakers.words import words
    >>> [c[0].text for c in clauses(words("They left the south, but the centre is held"))]
    ['They', 'the']
    """
    cuts: list[tuple[int, int]] = []
    depth = 0
    for index, word in enumerate(found):
        if word.text in ("“", "("):
            depth += 1
        elif word.text in ("”", ")"):
            depth = max(0, depth - 1)
        if depth or index == 0:
            continue
        if word.text == ";":
            cuts.append((index, index + 1))
        elif word.lower in _JOINTS and found[index - 1].text in (",", "—", "–"):
            cuts.append((index - 1, index + 1))
        elif (
            word.lower in ("but", "while", "whereas")
            or (heading and word.lower == "as")
            or (word.lower == "and" and _starts_clause(found[index + 1 : index + 9]))
        ):
            cuts.append((index, index + 1))
    if not cuts:
        return [found] if found else []
    verbs = list(accumulate((bool(_SORTS[word[2]] & _VERB) for word in found), initial=0))
    cuts = [cut for cut in cuts if not any(word.lower in _PAIRS for word in found[max(0, cut[0] - 4) : cut[0]])]
    parts = []
    begin = 0
    for stop, go in cuts:
        ahead = min(len(found), go + _AHEAD)
        long = stop - begin >= 3 and len(found) - go >= 3
        second = go < len(found) and found[go].lower == "that" and verbs[ahead] > verbs[go]
        if long and (second or verbs[stop] > verbs[begin]) and verbs[ahead] > verbs[go]:
            parts.append(part(found, begin, stop))
            begin = go
    parts.append(part(found, begin, len(found)) if begin else found)
    return [each for each in parts if each]


def merged(parts: list[Sequence[Word]], alike: Callable[[Sequence[Word], Sequence[Word]], bool]) -> list[list[Word]]:
    """Puts neighbours together again that say one kind of thing."""
    out: list[list[Word]] = []
    for each in parts:
        if out and alike(out[-1], each):
            out[-1] += each
        else:
            out.append(list(each))
    return out


def stamp(found: Sequence[Word]) -> int:
    """How many words the time at the head of a live blog's entry takes: "09:12", "14.30 –".

    >>> from twosource.reading.speakers.words import words
    >>> stamp(words("14.30 – Rebels enter")), stamp(words("14 rebels"))
    (4, 0)
    """
    if len(found) < 5 or found[1].text not in ".:" or found[2].start != found[1].end:
        return 0
    hour, minute = found[0].text, found[2].text
    clock = hour.isdecimal() and minute.isdecimal() and len(minute) == 2 and int(hour) < 24 and int(minute) < 60
    return 3 + (found[3].text in "–—-:|") if clock else 0


def lead(found: Sequence[Word]) -> int:
    """How many words at the head of a sentence belong to the telling ("However,", "In response,")."""
    at = stamp(found)
    phrases = _leads()
    while at < len(found):
        hit = phrases.at(found, at)
        if hit is None:
            break
        comma = hit.end < len(found) and found[hit.end].text in (",", ":")
        if not comma and found[at].lower not in ("and", "but", "yet", "still", "so"):
            break
        at = hit.end + comma
    return at


@cache
def _leads() -> Phrases[str]:
    return Phrases({phrase: phrase for phrase in table("comment")["lead"]})


def _starts_clause(found: Sequence[Word]) -> bool:
    """True where a subject and a verb follow: "and the north is held"."""
    if len(found) < 3:
        return False
    if found[0].lower in ("that", "he", "she", "they", "it", "we", "i", "there", "now") and has_verb(found[1:5]):
        return True
    nominal = found[0].capital or found[0].lower in ("the", "a", "an", "its", "his", "her", "their", "our")
    for index, word in enumerate(found[1:7], 1):
        if word.lower in grammar("cutting", "auxiliaries") and word.lower != "'s":
            return nominal and index > 0
        if not word.plain and word.lower != "'s":
            return False
    return False


def _abbreviated(text: str, start: int, end: int) -> bool:
    """True where the last full stop belongs to "U.S." or the like."""
    word = text[start : end - 1].rsplit(None, 1)[-1] if text[start : end - 1].split() else ""
    return "." in word and len(word) < 6 and not any(char.isdigit() for char in word)


def _closes_inside(text: str, start: int, end: int) -> bool:
    """True where the mark that opens a stretch closes before its end, so that it belongs to a word in it."""
    mark = text[start]
    close = {"“": "”", "«": "»", "„": "“", "‘": "’"}.get(mark, mark)
    at = text.find(close, start + 1, end)
    return 0 <= at < end - 1 and text[at + 1 : end].strip(" .,;:!?" + _QUOTES) != ""


def _opens_inside(text: str, start: int, end: int) -> bool:
    """True where the mark that closes a stretch was opened inside it."""
    mark = text[end - 1]
    opening = {"”": "“", "»": "«", "’": "‘"}.get(mark, mark)
    return text.rfind(opening, start, end - 1) > start

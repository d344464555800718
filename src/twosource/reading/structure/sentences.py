"""Cuts paragraphs into sentences by rules; the abbreviations are data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from twosource.knowledge import table
from twosource.model import Paragraph
from twosource.model.layout import Sentence

__all__ = ["sentences_of"]

STOP = re.compile(
    r"(?P<stop>(?<![.!?…])[.!?…]++(?:[ \xa0]\.){0,3}|[。！？؟۔।]++)(?P<close>(?:[\"”’»›)\]}]|''|'){0,4}"
    r"(?:\[\d{1,3}\]){0,9})(?P<space>\s++)"
)
"""Where a sentence may end: stops, closing marks, numbers of footnotes, white space."""

WORD_BEFORE = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]*\Z")
TITLE = re.compile(r"[^\W\d_][\w’'-]*")
OPENERS = "\"“„«‹‘'([{`—–-•"
LONGEST_WORD = 24
"""No abbreviation is longer; it bounds how far we look back."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("abbreviations")[name])


def sentences_of(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Sentence, ...]:
    """The sentences of every paragraph, in order; none runs over the end of a paragraph.

    >>> text = "Gen. A. Novak met U.S. officers on Jan. 27. He said 1.5 tonnes had come."
    >>> [s.cut(text) for s in sentences_of(text, [Paragraph(0, len(text))])]
    ['Gen. A. Novak met U.S. officers on Jan. 27.', 'He said 1.5 tonnes had come.']
    """
    return tuple(
        Sentence(start, end, paragraph=index)
        for index, paragraph in enumerate(paragraphs)
        for start, end in _cut(text, paragraph.start, paragraph.end)
    )


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in STOP.finditer(text, start, end):
        if match.end() < end and match.start() > at and _ends(text, match, at, end):
            yield at, match.end("close")
            at = match.end()
    if at < end:
        yield at, end


def _ends(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """True where the stop ends its sentence."""
    after = match.end()
    stop = match["stop"]
    first = text[after]
    bare = after
    while bare < min(end, after + 4) and text[bare] in OPENERS + " ":
        bare += 1
    letter = text[bare] if bare < end else first
    if letter.islower():
        return False
    following = TITLE.match(text, bare, min(end, bare + LONGEST_WORD))
    word_after = following.group() if following else ""
    if match["close"] and stop[-1] in "!?…" and _is_reporting(text, bare, end):
        return False
    if stop != ".":
        return stop[-1] not in "…." or letter.isupper() or letter.isdigit() or not letter.isalnum()
    if match["close"]:
        return True
    before = WORD_BEFORE.search(text, max(start, match.start() - LONGEST_WORD), match.start())
    return _after_period(before.group() if before else "", word_after, letter, text, match.start(), start)


def _after_period(word: str, after: str, letter: str, text: str, stop: int, start: int) -> bool:
    """True where the period after `word` ends the sentence, given the word that comes after."""
    low = word.casefold()
    if not word:
        # "3. The third" at the start of a line numbers it; "in 2014. The" ends a sentence.
        return not (text[start:stop].strip("( ").isdigit() and stop - start <= 4)
    starts = after in _words("starters")
    if len(word) == 1 and word.isupper() and word != "I":
        return starts and after not in ("A", "I")
    if word[0].islower() and "." not in word and low not in _words("small"):
        return True  # "fell ill.", "in mass." are words here, not Illinois and Massachusetts
    if low in _words("before_name"):
        return False
    if low in _words("before_number"):
        return not letter.isdigit()
    if low in _words("either"):
        return starts or not after
    return not ("." in word and len(word.replace(".", "")) <= 4) or starts


def _is_reporting(text: str, at: int, end: int) -> bool:
    """True for the reporting clause after a quoted question or cry: “Why?” Novak asked."""
    words = re.findall(r"\w+", text[at : min(end, at + 60)])[:4]
    verbs = _words("reporting")
    return any(word in verbs for word in words[1:4]) and not any(word in _words("starters") for word in words[:1])

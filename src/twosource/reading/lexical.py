"""Words, numerals and marks with their offsets, and look-ups in the word lists of data files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from twosource.knowledge import table
from twosource.reading.forms import Forms

# A numeral keeps its thousands separators (comma, or a no-break or thin space) and decimals; a word its apostrophe; the
# rest are single marks. Hyphens are marks of their own, so that "14-15,000" and "400-kilometer" come apart.
NUMBER = r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
PATTERN = re.compile(rf"{NUMBER}|{WORD}|\S")
KIND = re.compile(rf"(?P<number>{NUMBER})|(?P<word>{WORD})")
DASHES = frozenset("-–—‐‑−")


class Token(NamedTuple):
    """One word, numeral or mark. `low` is in lower case with straight apostrophes; `glued`: no space is before.

    `is_dash` is True for any hyphen or dash, `is_capital` where it begins with a capital letter.
    """

    start: int
    end: int
    raw: str
    low: str
    kind: str
    glued: bool
    is_dash: bool
    is_capital: bool


_new = tuple.__new__


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens between two offsets.

    >>> [token.raw for token in tokenize("1,000-strong force", 0, 18)]
    ['1,000', '-', 'strong', 'force']
    """
    tokens: list[Token] = []
    find, last = text.find, start
    for raw in PATTERN.findall(text, start, end):
        first = find(raw, last)  # between two of them there is nothing but white space
        after = first + len(raw)
        low, kind, dash, capital = _FORMS[raw]
        tokens.append(_new(Token, (first, after, raw, low, kind, first == last and bool(tokens), dash, capital)))
        last = after
    return tokens


def _form(raw: str) -> tuple[str, str, bool, bool]:
    """A token's lower case, its kind, and whether it is a dash and capital."""
    match = KIND.match(raw)
    kind = (match.lastgroup if match else None) or "mark"
    return raw.lower().replace("’", "'"), kind, raw in DASHES, raw[:1].isupper()


_FORMS = Forms(_form)


class Tokens:
    """The tokens of a text's sentences, each cut once for all steps that ask for them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._kept: dict[tuple[int, int], list[Token]] = {}

    def of(self, start: int, end: int) -> list[Token]:
        """The tokens between two offsets; whoever gets them changes nothing."""
        known = self._kept.get((start, end))
        if known is None:
            known = self._kept[start, end] = tokenize(self.text, start, end)
        return known


class Phrases:
    """A set of phrases, each with a value, that are looked up at a place in a list of tokens; the longest wins."""

    def __init__(self, entries: dict[str, str]) -> None:
        self._entries = {tuple(phrase_words(phrase)): value for phrase, value in entries.items()}
        self.openings = frozenset(phrase[0] for phrase in self._entries if phrase)
        """The words with which a phrase begins."""
        self._from = _lengths(self._entries, 0)
        self._to = _lengths(self._entries, -1)

    def at(self, words: list[str], place: int) -> tuple[int, str] | None:
        """How many words of the longest phrase begin at `place`, and its value."""
        for length in self._from.get(words[place], ()) if place < len(words) else ():
            value = self._entries.get(tuple(words[place : place + length])) if place + length <= len(words) else None
            if value is not None:
                return length, value
        return None

    def before(self, words: list[str], place: int) -> tuple[int, str] | None:
        """How many words of the longest phrase end just before `place`, and its value."""
        for length in self._to.get(words[place - 1], ()) if 0 < place <= len(words) else ():
            value = self._entries.get(tuple(words[place - length : place])) if length <= place else None
            if value is not None:
                return length, value
        return None


def _lengths(phrases: Iterable[tuple[str, ...]], end: int) -> dict[str, tuple[int, ...]]:
    """By the word at one end of phrases, how many words the phrases have, the longest first."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        if phrase:
            found.setdefault(phrase[end], set()).add(len(phrase))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


@cache
def phrase_words(phrase: str) -> tuple[str, ...]:
    """A phrase of a data file cut as a text is cut; a phrase of plain words, as most are, without the pattern."""
    words = phrase.split(" ")
    if all(map(str.isalpha, words)):
        return tuple(map(str.lower, words))
    return tuple(token.low for token in tokenize(phrase, 0, len(phrase)))


@cache
def word_set(name: str, key: str, inner: str | None = None) -> frozenset[str]:
    """A list of words of a data file, which stands there as one string.

    >>> "kilometer" in word_set("counted", "words", "stop")
    False
    """
    value = table(name)[key]
    return frozenset((value[inner] if inner else value).split())

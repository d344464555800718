"""Cuts a text into tokens and gives each a class: the alphabet in which the rules for time expressions are written.

Every class is one character of a string as long as the text has tokens, so that a rule over tokens is a regular
expression over that string. Words without a class are all the same character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from twosource.knowledge import table
from twosource.model import Span
from twosource.reading.forms import Forms

__all__ = ["Lexicon", "Tokens", "lexicon", "tokenize"]

SHAPES = ("word", "gap", "day", "year", "figure", "clock", "date", "decade", "nth", "poss")
MARKS = {",": "comma", "-": "dash", "–": "dash", "—": "long", ".": "dot", "(": "open", ")": "close", "/": "slash"}
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#%&;:<=>@_~"
"""The characters that stand for classes; none has a meaning in a regular expression or inside brackets."""

# First stands what most tokens are: words that begin neither "a.m.", "p.m." nor "o'clock".
TOKEN = re.compile(
    r"""(?P<plain>[^\W\d_APOapo][^\W\d_]*)
    |(?P<date>\b\d{4}-\d{2}-\d{2}(?!\d)|\b\d{1,2}(?P<sign>[./])\d{1,2}(?P=sign)(?:\d{4}|\d{2})\b)
    |(?P<clock>\b\d{1,2}:\d{2}(?::\d{2})?\b)
    |(?P<decade>(?:\b(?:1[5-9]|20)|['’])\d0['’]?s\b)
    |(?P<nth>\b\d{1,3}(?:st|nd|rd|th)\b)
    |(?P<clipped>['’]\d\d\b)
    |(?P<number>\d{1,15}(?:,\d{3})*(?:\.\d+)?)
    |(?P<meridiem>\b[APap]\.\ ?[Mm]\b\.?|(?<=\d)[AaPp][Mm]\b)
    |(?P<oclock>\bo['’]clock\b)
    |(?P<poss>['’][sS]?\b|['’](?=\s))
    |(?P<word>[^\W\d_]+)
    |(?P<gap>\n[^\S\n]*\n\s*)
    |(?P<mark>[^\w\s])""",
    re.VERBOSE,
)
MONEY = "$£€¥₴₽#"


class Lexicon(NamedTuple):
    """The classes of words: `classes[word]` and `values[word]`, and each class's character."""

    classes: dict[str, str]
    values: dict[str, str]
    letters: dict[str, str]
    cased: frozenset[str]
    shy: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The words of the data file times.toml."""
    read = table("times")
    names = [*SHAPES, *dict.fromkeys(MARKS.values()), *read["words"]]
    letters = dict(zip(names, LETTERS, strict=False))
    classes: dict[str, str] = {}
    values: dict[str, str] = {}
    for name, groups in read["words"].items():
        for value, words in groups.items():
            for word in words:
                classes[word] = letters[name]
                values[word] = value
    cased = frozenset(word for word, letter in classes.items() if letter in {letters[n] for n in read["cased"]})
    return Lexicon(classes, values, letters, cased, frozenset(read["shy"]))


class Tokens(NamedTuple):
    """A text's tokens: `codes[i]` is the class of the token at `spans[i]`."""

    text: str
    codes: str
    spans: list[tuple[int, int]]

    def word(self, index: int) -> str:
        """A token's words in lower case; "" beyond the ends."""
        if not 0 <= index < len(self.spans):
            return ""
        start, end = self.spans[index]
        return self.text[start:end].lower()

    def span(self, first: int, last: int) -> Span:
        """The stretch from one token to before another."""
        return Span(self.spans[first][0], self.spans[last - 1][1])


def number_class(text: str, match: re.Match[str]) -> str:
    """What a number in figures may be by its size and its neighbours: a day, a year, or only a figure."""
    start, end = match.span()
    figures = match.group()
    if (text[start - 1 : start] in MONEY and start) or (text[end : end + 1] in "%°" and end < len(text)):
        return "word"
    if text[end : end + 1].isalpha() and text[end : end + 2].lower() not in ("am", "pm"):
        return "word"
    if text[start - 1 : start].isalnum() and start:
        return "word"
    if not figures.isdecimal() or not figures.isascii():
        return "figure" if figures.isascii() else "word"
    if len(figures) == 4:
        return "year" if 1000 <= int(figures) <= 2100 else "figure"
    if len(figures) <= 2 and 1 <= int(figures) <= 31:
        return "day"
    return "figure"


def word_class(word: str) -> str:
    """The character of a word's class."""
    known = lexicon()
    low, plain = word.lower(), known.letters["word"]
    return plain if low in known.cased and not word[0].isupper() else known.classes.get(low, plain)


_CLASSES = Forms(word_class)


def tokenize(text: str) -> Tokens:
    """The tokens of a text with their classes.

    >>> tokens = tokenize("since 3 May")
    >>> [tokens.word(i) for i in range(len(tokens.spans))]
    ['since', '3', 'may']
    """
    letters = lexicon().letters
    codes: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "plain" or kind == "word":
            code = _CLASSES[match[0]]
        elif kind == "number":
            code = letters[number_class(text, match)]
        elif kind == "mark":
            code = letters[MARKS.get(match.group(), "word")]
        elif kind == "clipped":
            code = letters["year"]
        else:
            code = letters[kind or "word"]
        codes.append(code)
        spans.append(match.span())
    return Tokens(text, "".join(codes), spans)


def values(tokens: Tokens, indexes: Iterable[int]) -> list[str]:
    """The values of tokens: the lexicon's for its words, the token itself for others."""
    known = lexicon().values
    words = (tokens.word(index) for index in indexes)
    return [known.get(word, word) for word in words]

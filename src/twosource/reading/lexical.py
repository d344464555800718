"""Words, numerals and marks with their offsets, and look-ups in the word lists of data files."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from twosource.knowledge import table

# A numeral keeps its thousands separators (comma, or a no-break or thin space) and decimals; a word its apostrophe; the
# rest are single marks. Hyphens are marks of their own, so that "14-15,000" and "400-kilometer" come apart.
PATTERN = re.compile(
    r"(?P<number>\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<mark>\S)"
)
DASHES = frozenset("-–—‐‑−")


class Token(NamedTuple):
    """One word, numeral or mark. `low` is in lower case with straight apostrophes; `glued`: no space is before."""

    start: int
    end: int
    raw: str
    low: str
    kind: str
    glued: bool

    @property
    def is_dash(self) -> bool:
        """True for any hyphen or dash."""
        return self.raw in DASHES

    @property
    def is_capital(self) -> bool:
        """True where it begins with a capital letter."""
        return self.raw[:1].isupper()


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens between two offsets.

    >>> [token.raw for token in tokenize("1,000-strong force", 0, 18)]
    ['1,000', '-', 'strong', 'force']
    """
    tokens: list[Token] = []
    last = -1
    for match in PATTERN.finditer(text, start, end):
        raw = match.group()
        low = raw.lower().replace("’", "'")
        tokens.append(Token(match.start(), match.end(), raw, low, match.lastgroup or "mark", match.start() == last))
        last = match.end()
    return tokens


class Phrases:
    """A set of phrases, each with a value, that are looked up at a place in a list of tokens; the longest wins."""

    def __init__(self, entries: dict[str, str]) -> None:
        self._entries = {tuple(phrase_words(phrase)): value for phrase, value in entries.items()}
        self._longest = max(map(len, self._entries), default=0)

    def at(self, words: list[str], place: int) -> tuple[int, str] | None:
        """How many words of the longest phrase begin at `place`, and its value."""
        for length in range(min(self._longest, len(words) - place), 0, -1):
            value = self._entries.get(tuple(words[place : place + length]))
            if value is not None:
                return length, value
        return None

    def before(self, words: list[str], place: int) -> tuple[int, str] | None:
        """How many words of the longest phrase end just before `place`, and its value."""
        for length in range(min(self._longest, place), 0, -1):
            value = self._entries.get(tuple(words[place - length : place]))
            if value is not None:
                return length, value
        return None


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

"""The rules for time expressions, compiled once: patterns over word classes from the data file times_rules.toml."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from twosource.errors import KnowledgeError
from twosource.knowledge import table
from twosource.reading.times.tokens import Tokens, lexicon

__all__ = ["Match", "after", "next_match"]

NAME = re.compile(r"[a-z]+")
RUN = 4
"""How often * and + repeat at most, so that a run of words costs no more than its length; nobody writes more."""
OPERATORS = re.compile(r"[\s()|?*+]*")


class Match(NamedTuple):
    """Tokens `first` to before `last`, and the reading that their rule asks for."""

    tokens: Tokens
    first: int
    last: int
    reading: str

    def get(self, *names: str) -> list[str]:
        """The values of the tokens of some classes, in order: the lexicon's, or the word itself."""
        known = lexicon()
        wanted = {known.letters[name] for name in names}
        words = (self.tokens.word(i) for i in range(self.first, self.last) if self.tokens.codes[i] in wanted)
        return [known.values.get(word, word) for word in words]

    def one(self, *names: str) -> str | None:
        """The first of those values."""
        found = self.get(*names)
        return found[0] if found else None

    def has(self, *names: str) -> bool:
        """True where one of the tokens is of such a class."""
        letters = lexicon().letters
        return any(letters[name] in self.tokens.codes[self.first : self.last] for name in names)

    def words(self) -> list[str]:
        """The tokens in lower case."""
        return [self.tokens.word(i) for i in range(self.first, self.last)]


def compiled(pattern: str, sets: dict[str, list[str]]) -> str:
    """A pattern of class names as a regular expression over class letters."""
    letters = lexicon().letters
    if OPERATORS.fullmatch(NAME.sub("", pattern)) is None:
        raise KnowledgeError(f"times_rules.toml: the pattern {pattern!r} holds more than names and ( ) | ? * +")

    def letter(found: re.Match[str]) -> str:
        names = sets.get(found.group(), [found.group()])
        try:
            return "[" + "".join(letters[name] for name in names) + "]"
        except KeyError as error:
            raise KnowledgeError(f"times_rules.toml: the pattern {pattern!r} names no class: {error}") from error

    bounded = NAME.sub(letter, pattern).replace(" ", "").replace("(", "(?:")
    return bounded.replace("*", f"{{0,{RUN}}}").replace("+", f"{{1,{RUN}}}")


class Grammar(NamedTuple):
    """All rules as one expression, a group for each, the reading of each, and the classes with which one may begin."""

    expression: re.Pattern[str]
    readings: tuple[str, ...]
    opening: re.Pattern[str]


@cache
def grammar() -> Grammar:
    """The rules of the data file."""
    read = table("times_rules")
    sets: dict[str, list[str]] = read["sets"]
    rules: list[dict[str, str]] = read["rule"]
    joined = "|".join(f"({compiled(rule['pattern'], sets)})" for rule in rules)
    skipped = "".join(lexicon().letters[name] for name in read["never_first"])
    return Grammar(re.compile(joined), tuple(rule["reading"] for rule in rules), re.compile(f"[^{skipped}]"))


@lru_cache(2)
def fits(codes: str) -> tuple[list[int], list[tuple[int, str]]]:
    """Every token of a text at which a rule fits, in order, each with the token behind and the reading.

    What fits at a token hangs on nothing before it, so that all who look through a text share one search.
    """
    expression, readings, opening = grammar()
    starts: list[int] = []
    found: list[tuple[int, str]] = []
    for place in opening.finditer(codes):
        first = place.start()
        match = expression.match(codes, first)
        if match is not None and match.lastindex is not None:
            starts.append(first)
            found.append((max(match.end(), first + 1), readings[match.lastindex - 1]))
    return starts, found


def next_match(tokens: Tokens, start: int) -> Match | None:
    """The first place from a token on where a rule fits; None where there is none.

    >>> from twosource.reading.times.tokens import tokenize
    >>> tokens = tokenize("two weeks ago, on Friday")
    >>> next_match(tokens, 0).reading, next_match(tokens, 3).reading
    ('ago', 'weekday')
    """
    starts, found = fits(tokens.codes)
    at = bisect_left(starts, start)
    return Match(tokens, starts[at], *found[at]) if at < len(starts) else None


def after(match: Match, read: bool) -> int:
    """Where to look on: behind the match, or, where its words were no such time after all, at its second token.

    A date that does not exist is left whole, lest the "February" of 31 February be taken for a month.
    """
    return match.last if read or match.reading in WHOLE else match.first + 1


WHOLE = frozenset({"month_day", "day_span", "night_span", "figures_date", "clock"})

"""Whether the words around a time expression look back or forward.

No parser: the verb form nearest before the expression in its sentence decides, else the nearest after it.
Good enough for what it serves, the choice between last Friday and next Friday.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from twosource.knowledge import table
from twosource.reading.times.tokens import Tokens

__all__ = ["Tense", "tense_at"]

Tense = Literal["past", "future"]
REACH = 14
"""Tokens looked at on each side: news clauses with their time expression are seldom longer."""
BESIDE = 3
"""Tokens after the expression in which a verb is its own: "on Sunday issued", "on Friday, it will"."""
PREPOSITIONS = frozenset({"on", "by", "in", "until", "at", "late", "early", "next", "this", "the", "from"})
CLAUSES = frozenset({"and", "but", "or", "while", "when", "that", "which", "who", "because", "as", "if", "where"})


@cache
def cues() -> tuple[dict[str, Tense], frozenset[str]]:
    """The words that show tense, and the verbs of saying among them."""
    read = table("times")["tense"]
    found: dict[str, Tense] = dict.fromkeys(read["future"], "future")
    return found | dict.fromkeys(read["past"], "past"), frozenset(read["saying"])


def tense_of(word: str) -> Tense | None:
    """The tense that a word shows; regular past forms are told by their ending."""
    known = cues()[0].get(word)
    if known is None and len(word) > 4 and word.endswith("ed") and not word.endswith("eed"):
        return "past"
    return known


def scan(tokens: Tokens, indexes: range, beside: bool = False) -> Tense | None:
    """The first tense shown by tokens in the order given, up to the sentence's end.

    `beside` looks no farther than the clause, and passes over verbs of saying: "on Friday said it will".
    """
    for index in indexes:
        word = tokens.word(index)
        if word in ".!?" or word.isspace() or (beside and word in CLAUSES):
            return None
        found = tense_of(word)
        if found and not (beside and word in cues()[1]):
            return found
    return None


def just_before(tokens: Tokens, first: int) -> Tense | None:
    """The tense of the verb that the expression follows at once: "ruled Wednesday", "to resume on Monday"."""
    index = first - 1
    if tokens.word(index) == "as":
        return "future" if tokens.word(index - 1) in ("soon", "early") else None
    if tokens.word(index) in PREPOSITIONS:
        index -= 1
    if tokens.word(index - 1) == "to" and tokens.word(index).isalpha() and not tense_of(tokens.word(index)):
        return "past" if tense_of(tokens.word(index - 2)) == "past" else "future"
    return "future" if tokens.word(index - 1) == "be" else tense_of(tokens.word(index))


def tense_at(tokens: Tokens, first: int, last: int) -> Tense | None:
    """The tense of the clause around the tokens from `first` to before `last`; None where nothing shows it.

    >>> from twosource.reading.times.tokens import tokenize
    >>> tense_at(tokenize("They will meet on Friday"), 4, 5), tense_at(tokenize("They met on Friday"), 3, 4)
    ('future', 'past')
    """
    end = len(tokens.spans)
    found = just_before(tokens, first) or scan(tokens, range(last, min(last + BESIDE, end)), beside=True)
    if found is None and tokens.word(first - 1) in ("by", "until", "till"):
        return "future"
    found = found or scan(tokens, range(first - 1, max(first - REACH, -1), -1))
    return found or scan(tokens, range(last, min(last + REACH, end)))

"""Finds the words that name one known person: "the commander", "rebel leader Orlan", "his wife", "him"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from twosource.reading.figures.bounds import Bounded
from twosource.reading.figures.counted import counted, is_plural, names_person
from twosource.reading.lexical import Token, word_set

LONGEST = 7
"""A known person's phrase has so few words: "the senior Taliban improvised explosive device facilitator"."""


def names(tokens: list[Token], words: list[str]) -> Iterator[str]:
    """The names that a sentence shows to be a person's: "leader, Alaudin", "a man named Wali", "Petrenko, a driver".

    >>> from twosource.reading.lexical import tokenize
    >>> tokens = tokenize("A driver named Petrenko was held.", 0, 33)
    >>> list(names(tokens, [token.low for token in tokens]))
    ['petrenko']
    """
    for place in range(1, len(tokens)):
        if not tokens[place].is_capital or not is_name(tokens, place) or is_name(tokens, place - 1):
            continue
        before = place - 1
        if words[before] in (",", "“", '"') and before:
            before -= 1
        titled = is_single(tokens, words, before) or words[before] in word_set("known", "naming")
        after = place
        while after < len(tokens) and is_name(tokens, after):
            after += 1
        told = words[after : after + 1] == [","] and _describes(tokens, words, after + 1)
        if titled or told:
            yield from words[place:after]


def is_name(tokens: list[Token], place: int) -> bool:
    token = tokens[place]
    if token.kind != "word" or not token.is_capital or token.low in word_set("known", "calendar"):
        return False
    return token.low not in word_set("counted", "words", "stop")


def is_single(tokens: list[Token], words: list[str], place: int) -> bool:
    """True for a noun that names one person."""
    return tokens[place].kind == "word" and _single(words[place], tokens[place].is_capital)


@lru_cache(1 << 15)
def _single(word: str, capital: bool) -> bool:
    if word in word_set("known", "never") or word.endswith("'s"):
        return False
    return word in word_set("known", "also") or (names_person(word, capital) and not is_plural(word))


def _describes(tokens: list[Token], words: list[str], place: int) -> bool:
    """True where "a leader of …", "the mayor" begins: what stands behind a person's name."""
    if words[place : place + 1] not in (["a"], ["an"], ["the"]):
        return False
    return any(is_single(tokens, words, at) for at in range(place + 1, min(place + LONGEST, len(tokens))))


def speaks_of_one(tokens: list[Token], words: list[str], named: frozenset[str]) -> bool:
    """True where a sentence tells of a single person, to whom a pronoun of the next may point."""
    return any(word in named or is_single(tokens, words, place) for place, word in enumerate(words))


def past_name(tokens: list[Token], words: list[str], at: int, named: frozenset[str]) -> int:
    """Behind the name that only says who it was: "killed a leader, Wali, and …"."""
    name = at + (words[at : at + 1] == [","])
    if name >= len(tokens) or words[name] not in named or not is_name(tokens, name):
        return at
    while name < len(tokens) and is_name(tokens, name):
        name += 1
    return name


def person_from(
    tokens: list[Token], words: list[str], at: int, named: frozenset[str]
) -> tuple[int, int, int | None] | None:
    """The known person whose phrase begins at `at`: its first token, the token after it, its noun."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return None
    word = words[at]
    if word == "him":
        return at, at + 1, None
    if word in named and tokens[at].is_capital:
        end = at
        while end < len(tokens) and is_name(tokens, end):
            end += 1
        return None if words[end - 1].endswith("'s") or is_single(tokens, words, end - 1) else (at, end, None)
    begins = word in word_set("known", "determiners")
    thing = counted(tokens, words, Bounded(at, at, at + begins, 1, 1, False, "article"))
    head = thing.head
    if head is None or head - at >= LONGEST or not is_single(tokens, words, head):
        follows = begins and words[at + 1 : at + 2] and is_single(tokens, words, at + 1)
        return (at, at + 2, at + 1) if follows and words[at + 2 : at + 3] in ([","], ["."], []) else None
    if words[head + 1 : head + 2] and words[head + 1].endswith("'s"):
        return None
    if begins:
        return at, head + 1, head
    name = head + 2 if words[head + 1 : head + 2] == [","] else head + 1
    return (at, head + 1, head) if name < len(tokens) and words[name] in named else None


def person_to(
    tokens: list[Token], words: list[str], end: int, named: frozenset[str]
) -> tuple[int, int, int | None] | None:
    """The known person whose phrase ends before `end`."""
    if end < 1:
        return None
    if words[end - 1] in named and tokens[end - 1].is_capital and not words[end - 1].endswith("'s"):
        first = end - 1
        while first and is_name(tokens, first - 1):
            first -= 1
        while first and is_single(tokens, words, first - 1):
            first -= 1
        if first and words[first - 1] == "the":
            first -= 1
        return first, end, None
    if not is_single(tokens, words, end - 1):
        return None
    for at in range(end - 2, max(-1, end - 1 - LONGEST), -1):
        if words[at] in word_set("known", "determiners"):
            return at, end, end - 1
        if tokens[at].kind == "number" or words[at] in word_set("counted", "words", "stop") | {"of", "one", ","}:
            return None
    return None

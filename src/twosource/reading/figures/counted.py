"""Finds what a number counts: the unit or the noun behind it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.knowledge import table
from twosource.reading.figures.bounds import Bounded
from twosource.reading.figures.numerals import is_metre
from twosource.reading.lexical import Phrases, Token, word_set

REACH = 8
"""How many words a counted noun may stand behind its number: "45 newly arrived East Utopian infantry soldiers"."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: what it measures, the unit that figures are given in, and the factor to it."""

    measure: str
    unit: str
    factor: float
    round: bool = False
    inexact: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts. `last` is the token after it; `head` its noun; `person` None where nothing is named."""

    last: int
    head: int | None = None
    person: bool | None = None
    unit: Unit | None = None
    singular: bool = False


@cache
def _units() -> tuple[Phrases, tuple[Unit, ...]]:
    entries, units = {}, []
    for number, row in enumerate(table("units")["unit"]):
        marks = (row.get("round", False), row.get("inexact", False))
        units.append(Unit(row["measure"], row["unit"], row["factor"], *marks))
        entries.update(dict.fromkeys(row["words"], str(number)))
    return Phrases(entries), tuple(units)


@cache
def _persons() -> frozenset[str]:
    return word_set("persons", "words") | word_set("counted", "people")


@cache
def _plural_people() -> frozenset[str]:
    return word_set("counted", "people")


def singular_of(word: str) -> str:
    """A plural word without its ending, as far as rules go.

    >>> singular_of("deputies"), singular_of("policemen"), singular_of("nurses")
    ('deputy', 'policeman', 'nurse')
    """
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def is_person(token: Token) -> bool:
    """True for a noun that names people: of WordNet's list, or a demonym ("Bangladeshis", "Ukrainians")."""
    return names_person(token.low, token.is_capital)


@lru_cache(1 << 15)
def names_person(low: str, capital: bool) -> bool:
    """True for a word in lower case that names people; with `capital` it may be a demonym."""
    word = low.removesuffix("'s").rstrip("'")
    if word.endswith("ed"):  # WordNet has "the pursued" and "the accused"; in news these are verbs
        return False
    if word in _persons() or singular_of(word) in _persons():
        return True
    endings = tuple(table("counted")["demonym_endings"])
    return capital and len(word) > 5 and word.endswith(endings) and word.endswith("s")


@lru_cache(1 << 15)
def is_plural(word: str) -> bool:
    """True for a word that looks like a plural or is a collective for people."""
    if word in _plural_people():
        return not word.endswith(("man", "child", "person", "boy", "girl", "baby", "individual", "suspect", "body"))
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


def unit_at(words: list[str], place: int) -> tuple[int, Unit] | None:
    """The unit whose words begin at `place`, and the token after it."""
    phrases, units = _units()
    hit = phrases.at(words, place)
    return (place + hit[0], units[int(hit[1])]) if hit else None


def counted(tokens: list[Token], words: list[str], number: Bounded) -> Counted:
    """What stands behind a number."""
    at = number.last
    if number.core > 0 and words[number.core - 1] in table("units")["currency"]:
        return Counted(at, unit=Unit("count", table("units")["currency"][words[number.core - 1]], 1.0))
    if at < len(tokens) and tokens[at].is_dash and tokens[at].glued:
        at += 1
    unit = unit_at(words, at) if at < len(tokens) else None
    if unit is None and at + 1 < len(tokens) and word_between(words[at]):
        unit = unit_at(words, at + 1)  # "three long years"
        if unit is not None and unit[1].measure not in ("duration", "distance"):
            unit = None
    if unit is not None and not (words[at] == "m" and not tokens[at].glued and not is_metre(tokens, at)):
        return Counted(unit[0], head=unit[0] - 1, unit=unit[1])
    return _noun(tokens, words, at, number)


def word_between(word: str) -> bool:
    """True for an adjective that may stand between a number and its unit."""
    return word.endswith(("ing", "ed", "ful", "ous")) or word in word_set("counted", "words", "before_units")


def _noun(tokens: list[Token], words: list[str], at: int, number: Bounded) -> Counted:
    """The noun behind a number: the last of the first run of people, else the first plural, else nothing."""
    stop = word_set("counted", "words", "stop")
    start, plural = at, None
    if words[at : at + 1] == ["times"]:
        return Counted(at + 1, at, False)
    if words[at : at + 1] == ["of"]:
        at += 1
        while at < len(words) and words[at] in ("the", "its", "their", "those", "these", "our", "his", "my", "her"):
            at += 1
        if at < len(words) and words[at] in ("them", "whom", "which", "us"):
            return Counted(at + 1)
    end = min(len(tokens), at + REACH)
    for place in range(at, end):
        token = tokens[place]
        if token.kind == "number" or (token.kind == "mark" and not token.is_dash and token.raw not in "“”\"'‘’"):
            break
        if words[place] in stop and not _goes_on(tokens, words, place):
            break
        if words[place] in table("numbers")["units"] or (words[place] == "of" and not _goes_on(tokens, words, place)):
            break
        if is_person(token) and not _modifies(tokens, words, place, stop):
            singular = not is_plural(words[place])
            return Counted(_with_owner(words, place + 1), place, True, singular=singular)
        if plural is None and is_plural(words[place]):
            plural = place
    if plural is not None:
        return Counted(plural + 1, plural, False)
    blocked = stop | word_set("counted", "words", "not_counted")
    noun = at if at < end and tokens[at].kind == "word" and words[at] not in blocked else None
    if noun is not None and words[noun].endswith("ed") and not tokens[noun].is_capital:
        noun = None  # "two arrested", "five hanged": a verb
    if noun is None or number.kind not in ("words", "digits", "article"):
        named = noun is not None and tokens[noun].is_capital  # "multiple AK-47s"
        return Counted(min(start, len(tokens)), person=False if named else None)
    return Counted(noun + 1, noun, False, singular=True)


def _goes_on(tokens: list[Token], words: list[str], place: int) -> bool:
    """True where a phrase goes on over an "and": "Arden and East Utopian personnel"."""
    if words[place] in ("other", "more"):
        return True
    joins = words[place] in ("and", "or", "of") and 0 < place < len(tokens) - 1
    return joins and tokens[place - 1].is_capital and tokens[place + 1].is_capital


def _with_owner(words: list[str], at: int) -> int:
    """The phrase goes on over "of the same family" no further than the noun: the head alone is what is counted."""
    return at if words[at : at + 1] != ["members"] else at + 1


def _modifies(tokens: list[Token], words: list[str], place: int, stop: frozenset[str]) -> bool:
    """True where the word at `place` only qualifies a later noun: "police officers", "rebel tanks"."""
    after = place + 1
    if after < len(tokens) and tokens[after].is_dash and tokens[after].glued:
        after += 1
    if after >= len(tokens) or tokens[after].kind != "word" or words[after] in stop or words[after] == "of":
        return False
    if is_plural(words[place]) and words[place] not in ("police", "staff", "personnel", "security", "crew", "marine"):
        return is_person(tokens[after]) and is_plural(words[after])
    return is_person(tokens[after]) or is_plural(words[after])


def name_of(tokens: list[Token], words: list[str], number: Bounded, thing: Counted) -> str | None:
    """Of whom a number is said, in canonical words: "Utopian troops" of "7,000 Utopian soldiers"."""
    if thing.head is None or thing.unit is not None:
        return None
    start = number.last
    skip = word_set("counted", "words", "before_names")
    while start < thing.head and (words[start] in skip or tokens[start].kind != "word"):
        start += 1
    if words[thing.head] in ("other", "others", "more"):
        return None
    canonical = table("counted")["canonical"]
    parts = [token.raw for token in tokens[start : thing.head] if token.kind == "word"]
    head = words[thing.head]
    return " ".join([*parts, canonical.get(head, tokens[thing.head].raw)])

"""Finds single known persons who were killed, wounded or captured: "the commander", "Ivan Petrenko", "him".

A definite or named person counts as one, as "a soldier" does. Only deeds told outright are read so: in the indicative,
in a main clause, of somebody whom the sentence's own verb has as its subject or object.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from twosource.knowledge import table
from twosource.reading.figures.bounds import Bounded
from twosource.reading.figures.candidates import Candidate, Numbers
from twosource.reading.figures.counted import Counted, counted, is_person, is_plural
from twosource.reading.figures.predicates import MODAL, Predicate
from twosource.reading.lexical import Phrases, Token, word_set

DEEDS = frozenset({"killed", "wounded", "captured"})
LONGEST = 7
"""A known person's phrase has so few words: "the senior Taliban improvised explosive device facilitator"."""
APPOSITION = 22
"""So many words may stand between commas behind a name: "Jan, a leader of …, was killed"."""
LISTED = 4
"""So many persons of one list are read; longer ones are tables."""


def names(tokens: list[Token], words: list[str]) -> Iterator[str]:
    """The names that a sentence shows to be a person's: "leader, Alaudin", "a man named Wali", "Petrenko, a driver".

    >>> from twosource.reading.lexical import tokenize
    >>> tokens = tokenize("A driver named Petrenko was held.", 0, 33)
    >>> list(names(tokens, [token.low for token in tokens]))
    ['petrenko']
    """
    for place in range(1, len(tokens)):
        if not _is_name(tokens, place) or _is_name(tokens, place - 1):
            continue
        before = place - 1
        if words[before] in (",", "“", '"') and before:
            before -= 1
        titled = _is_single(tokens, words, before) or words[before] in word_set("known", "naming")
        after = place
        while after < len(tokens) and _is_name(tokens, after):
            after += 1
        told = words[after : after + 1] == [","] and _describes(tokens, words, after + 1)
        if titled or told:
            yield from words[place:after]


def _is_name(tokens: list[Token], place: int) -> bool:
    token = tokens[place]
    return token.kind == "word" and token.is_capital and token.low not in word_set("counted", "words", "stop")


def _is_single(tokens: list[Token], words: list[str], place: int) -> bool:
    """True for a noun that names one person."""
    word = words[place]
    if word in word_set("known", "never") or word.endswith("'s") or tokens[place].kind != "word":
        return False
    return word in word_set("known", "also") or (is_person(tokens[place]) and not is_plural(word))


def _describes(tokens: list[Token], words: list[str], place: int) -> bool:
    """True where "a leader of …", "the mayor" begins: what stands behind a person's name."""
    if words[place : place + 1] not in (["a"], ["an"], ["the"]):
        return False
    return any(_is_single(tokens, words, at) for at in range(place + 1, min(place + LONGEST, len(tokens))))


def find(sentence: Numbers, named: frozenset[str], spoken_of: bool) -> list[Candidate]:
    """The known persons of a sentence, as candidates of one.

    `named` are the persons' names of the text; `spoken_of`: a pronoun may point to one person told of just before.
    """
    found: dict[int, Candidate] = {}
    for by, predicate in enumerate(sentence.predicates):
        if predicate.measure not in DEEDS or not _is_told(sentence.words, predicate):
            continue
        persons = _objects(sentence, predicate, named) if _takes_object(sentence.words, predicate) else []
        start = _passive_start(sentence.words, predicate)
        if not persons and start is not None:
            persons = _subjects(sentence, start, named, spoken_of)
        for first, last, head in persons:
            number = Bounded(first, first, last if head is None else first + 1, 1, 1, False, "known")
            thing = Counted(last, head, True, singular=True)
            found.setdefault(first, Candidate(number, thing, predicate.measure, strength=1, by=by))
    return [found[first] for first in sorted(found)]


def speaks_of_one(tokens: list[Token], words: list[str], named: frozenset[str]) -> bool:
    """True where a sentence tells of a single person, to whom a pronoun of the next may point."""
    return any(word in named or _is_single(tokens, words, place) for place, word in enumerate(words))


def _takes_object(words: list[str], predicate: Predicate) -> bool:
    """False for a participle that stands before its noun: "the slain deputy"."""
    before = words[predicate.start - 1] if predicate.start else ""
    attributive = before in word_set("known", "determiners") or before in ("a", "an")
    return predicate.role in ("active", "head") or (predicate.role == "reduced" and not attributive)


@cache
def _past() -> Phrases:
    return Phrases(dict.fromkeys(table("known")["past"], "past"))


@cache
def _done() -> Phrases:
    return Phrases(dict.fromkeys(table("known")["done"], "done"))


def _is_told(words: list[str], predicate: Predicate) -> bool:
    """True where a deed is told outright: no aim, no wish, no negation, no condition, nothing of former years."""
    group = words[predicate.start : predicate.first]
    before = words[predicate.start - 1] if predicate.start else ""
    if words[predicate.first] in word_set("known", "loose"):
        return False
    if predicate.role == "head" and _done().before(words, predicate.start - (before == "the")) is None:
        return False
    if {"to", "not", "never", "had", "only", "be"}.intersection(group) or MODAL.intersection(group) or before == "to":
        return False
    if words[predicate.first].endswith("ing") and before in word_set("known", "before_gerund"):
        return False
    for place in range(max(0, predicate.start - APPOSITION), min(len(words), predicate.last + APPOSITION)):
        if _past().at(words, place) is not None:
            return False
        year = words[place]
        if place and year.isdigit() and len(year) == 4 and words[place - 1] in ("in", "since", "of", "during"):
            return False
    return True


def _objects(sentence: Numbers, predicate: Predicate, named: frozenset[str]) -> list[tuple[int, int, int | None]]:
    """ "Killed the commander", "killing Wali and his driver"."""
    words, persons, at = sentence.words, [], predicate.last
    if not _may_begin(words, predicate.start):
        return []
    starts = {candidate.number.first: candidate.thing.last for candidate in sentence.candidates}
    for _ in range(LISTED):
        person = _person_from(sentence.tokens, words, at, named)
        if person is not None:
            persons.append(person)
            at = person[1]
        elif at in starts:
            at = starts[at]
        else:
            break
        at = _past_name(sentence.tokens, words, at, named)
        at += words[at : at + 2] == [",", "and"]
        if words[at : at + 1] != ["and"]:
            break
        at += 1
    return persons


def _past_name(tokens: list[Token], words: list[str], at: int, named: frozenset[str]) -> int:
    """Behind the name that only says who it was: "killed a leader, Wali, and …"."""
    name = at + (words[at : at + 1] == [","])
    if name >= len(tokens) or words[name] not in named or not _is_name(tokens, name):
        return at
    while name < len(tokens) and _is_name(tokens, name):
        name += 1
    return name


def _may_begin(words: list[str], start: int) -> bool:
    """False behind "who", "after …" and the like, and behind "the bombing that": these tell what is known already."""
    for at in range(start - 1, max(-1, start - 9), -1):
        word = words[at]
        if word in (",", ";", ":", "."):
            return True
        if word == "who":
            return False
        if word in ("that", "which"):
            return not _definite_before(words, at)
        if word in word_set("known", "subordinate"):
            return False
    return True


def _definite_before(words: list[str], at: int) -> bool:
    for back in range(at - 1, max(-1, at - LONGEST), -1):
        if words[back] in ("a", "an", "another"):
            return False
        if words[back] in ("the", "that", "this", "his", "their", ","):
            return True
    return True


def _person_from(
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
        while end < len(tokens) and _is_name(tokens, end):
            end += 1
        return None if words[end - 1].endswith("'s") or _is_single(tokens, words, end - 1) else (at, end, None)
    begins = word in word_set("known", "determiners")
    thing = counted(tokens, words, Bounded(at, at, at + begins, 1, 1, False, "article"))
    head = thing.head
    if head is None or head - at >= LONGEST or not _is_single(tokens, words, head):
        follows = begins and words[at + 1 : at + 2] and _is_single(tokens, words, at + 1)
        return (at, at + 2, at + 1) if follows and words[at + 2 : at + 3] in ([","], ["."], []) else None
    if words[head + 1 : head + 2] and words[head + 1].endswith("'s"):
        return None
    if begins:
        return at, head + 1, head
    name = head + 2 if words[head + 1 : head + 2] == [","] else head + 1
    return (at, head + 1, head) if name < len(tokens) and words[name] in named else None


def _passive_start(words: list[str], predicate: Predicate) -> int | None:
    """Where a passive verb group begins; that of "was engaged and killed" with its first verb."""
    if predicate.role == "passive":
        return predicate.start
    at = predicate.start
    joined = predicate.role == "reduced" and at > 2 and words[at - 1] == "and" and words[at - 2].endswith("ed")
    return at - 3 if joined and words[at - 3] in ("was", "were") else None


def _subjects(
    sentence: Numbers, start: int, named: frozenset[str], spoken_of: bool
) -> list[tuple[int, int, int | None]]:
    """ "The commander was killed", "Wali and his driver were killed", "he was detained"."""
    words, at = sentence.words, start
    if not at:
        return []
    if words[at - 1] == "and":
        at = _shared_subject(sentence, at, named)
    ends = {candidate.thing.last: candidate.number.first for candidate in sentence.candidates}
    persons: list[tuple[int, int, int | None]] = []
    if words[at - 1] in ("he", "she"):
        return [(at - 1, at, None)] if spoken_of and _opens(words, at - 1) else []
    if words[at - 1] == ",":
        at = _before_apposition(words, at - 1)
    for _ in range(LISTED):
        person = _person_to(sentence.tokens, words, at, named)
        if person is not None:
            persons.append(person)
            at = person[0]
        elif at in ends:
            at = ends[at]
        else:
            break
        if at < 2 or words[at - 1] not in ("and", ","):
            break
        at -= 2 if words[at - 2 : at] == [",", "and"] else 1
    return persons if persons and _opens(words, min(at, persons[-1][0])) else []


def _shared_subject(sentence: Numbers, start: int, named: frozenset[str]) -> int:
    """Behind the subject that opens a sentence and that an "and was killed" shares; else `start`."""
    words = sentence.words
    if start > APPOSITION or {"that", "which", "who", "while", "but", "as", "when", ":", ";"}.intersection(
        words[:start]
    ):
        return start
    if words[0] in ("he", "she"):
        return 1
    person = _person_from(sentence.tokens, words, 0, named)
    return person[1] if person is not None and words[person[1]] not in ("and", "of", "in", "for") else start


def _opens(words: list[str], first: int) -> bool:
    """True where a clause of its own begins at `first`."""
    if not first:
        return True
    before = words[first - 1]
    return before in (
        ",",
        ";",
        ":",
        "and",
        "that",
        "said",
        "but",
        ")",
        "“",
        '"',
        "-",
        "–",
        "—",
        "reports",
        "both",
        "says",
    )


def _before_apposition(words: list[str], comma: int) -> int:
    for at in range(comma - 1, max(0, comma - APPOSITION), -1):
        if words[at] == "," and words[at + 1] in (
            "a",
            "an",
            "the",
            "who",
            "known",
            "also",
            "identified",
            "named",
            "whose",
        ):
            return at
    return comma


def _person_to(
    tokens: list[Token], words: list[str], end: int, named: frozenset[str]
) -> tuple[int, int, int | None] | None:
    """The known person whose phrase ends before `end`."""
    if end < 1:
        return None
    if words[end - 1] in named and tokens[end - 1].is_capital and not words[end - 1].endswith("'s"):
        first = end - 1
        while first and _is_name(tokens, first - 1):
            first -= 1
        while first and _is_single(tokens, words, first - 1):
            first -= 1
        if first and words[first - 1] == "the":
            first -= 1
        return first, end, None
    if not _is_single(tokens, words, end - 1):
        return None
    for at in range(end - 2, max(-1, end - 1 - LONGEST), -1):
        if words[at] in word_set("known", "determiners"):
            return at, end, end - 1
        if tokens[at].kind == "number" or words[at] in word_set("counted", "words", "stop") | {"of", "one", ","}:
            return None
    return None

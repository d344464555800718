"""Finds single known persons who were killed, wounded or captured: "the commander", "Ivan Petrenko", "him".

A definite or named person counts as one, as "a soldier" does. Only deeds told outright are read so: in the indicative,
in a main clause, of somebody whom the sentence's own verb has as its subject or object.
"""

from __future__ import annotations

from functools import cache

from twosource.knowledge import table
from twosource.reading.figures.bounds import Bounded
from twosource.reading.figures.candidates import Candidate, Numbers
from twosource.reading.figures.counted import Counted
from twosource.reading.figures.persons import LONGEST, past_name, person_from, person_to
from twosource.reading.figures.predicates import MODAL, Predicate
from twosource.reading.lexical import Phrases, word_set

DEEDS = frozenset({"killed", "wounded", "captured"})
APPOSITION = 22
"""So many words may stand between commas behind a name: "Jan, a leader of …, was killed"."""
LISTED = 4
"""So many persons of one list are read; longer ones are tables."""


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
        person = person_from(sentence.tokens, words, at, named)
        if person is not None:
            persons.append(person)
            at = person[1]
        elif at in starts:
            at = starts[at]
        else:
            break
        at = past_name(sentence.tokens, words, at, named)
        at += words[at : at + 2] == [",", "and"]
        if words[at : at + 1] != ["and"]:
            break
        at += 1
    return persons


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
        person = person_to(sentence.tokens, words, at, named)
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
    person = person_from(sentence.tokens, words, 0, named)
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

"""Finds the words that say what happened to the counted: killed, wounded, missing, captured, deployed …"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.knowledge import table
from twosource.reading.figures.counted import is_person, is_plural
from twosource.reading.lexical import Phrases, Token, word_set

BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "gets", "got", "get"])
HAVE = frozenset(["has", "have", "had", "having"])
MODAL = frozenset(["will", "would", "can", "could", "may", "might", "shall", "should", "must", "did", "does", "do"])
TAKING = frozenset({"took", "take", "takes", "taking"})
QUOTES = frozenset("\"“”'‘’")
MEASURES = ("killed_or_wounded", "killed", "wounded", "missing", "captured", "displaced", "deployed", "population")
"""In the order in which they are looked up: the compound before its parts."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that gives counted things their measure. `start` is where its verb group begins.

    `role`: active (its object follows), passive, intransitive and state (its subject stands before), reduced ("two
    soldiers killed in …": either), noun (the number stands just before), head (the number follows).
    """

    start: int
    first: int
    last: int
    measure: str
    role: str


@cache
def _triggers() -> Phrases:
    entries: dict[str, str] = {}
    read = table("measures")
    for measure in reversed(MEASURES):
        for role in ("intransitive", "states", "verbs", "participles"):
            entries.update(dict.fromkeys(read[measure][role], f"{measure} {role}"))
    return Phrases(entries)


@cache
def _nouns() -> Phrases:
    read = table("measures")
    return Phrases({noun: measure for measure in reversed(MEASURES) for noun in read[measure]["nouns"]})


@cache
def _heads() -> Phrases:
    read = table("measures")
    return Phrases({head: measure for measure in reversed(MEASURES) for head in read[measure]["heads"]})


def noun_at(words: list[str], place: int) -> tuple[int, str] | None:
    """A noun such as "deaths" that begins at `place`: its length and its measure."""
    return _nouns().at(words, place)


def is_adverb(word: str) -> bool:
    """True for words that may stand within a verb group."""
    return (
        word in word_set("counted", "words", "adverbs")
        or word in QUOTES
        or (word.endswith("ly") and len(word) > 3)
        or word in BE
        or word in HAVE
        or word in MODAL
    )


def predicates(tokens: list[Token], words: list[str]) -> list[Predicate]:
    """Every such word of a sentence, in order."""
    found: list[Predicate] = []
    place, openings = 0, _openings()
    while place < len(tokens):
        if words[place] not in openings:
            place += 1
            continue
        head = _heads().at(words, place)
        if head is not None:
            found.append(Predicate(place, place, place + head[0], head[1], "head"))
        hit = _triggers().at(words, place) or _custody(words, place) or _refuge(tokens, words, place)
        if hit is None or (head is not None and head[0] > hit[0]):
            place += head[0] if head is not None else 1
            continue
        measure, kind = hit[1].split()
        last = place + hit[0]
        start, role = _role(words, place, kind)
        compound = _compound(words, last, measure)
        if compound is not None:
            last, measure = compound
        found.append(Predicate(start, place, last, measure, role))
        place = last
    return found


@cache
def _openings() -> frozenset[str]:
    """The words at which one of them may begin: most words of a text are none."""
    return _heads().openings | _triggers().openings | TAKING | {"in"} | word_set("measures", "refuge", "verbs")


def _custody(words: list[str], place: int) -> tuple[int, str] | None:
    """ "Took the two drivers into custody": a verb that its last words make a capture."""
    if words[place] not in TAKING:
        return None
    behind = words[place + 1 : place + 12]
    for at, word in enumerate(behind):
        if word in (",", ";", ":", "and"):
            return None
        if behind[at : at + 2] == ["into", "custody"] or word in ("prisoner", "hostage", "captive"):
            return 1, "captured verbs"
    return None


def _refuge(tokens: list[Token], words: list[str], place: int) -> tuple[int, str] | None:
    """ "Moved to schools", "staying in 11 shelters", and right behind people "in 11 shelters"."""
    ends = word_set("measures", "refuge", "places")
    if words[place] == "in" and place and is_person(tokens[place - 1]) and is_plural(words[place - 1]):
        for at in range(place + 1, min(place + 4, len(words))):
            if words[at] in ends and (at + 1 == len(words) or tokens[at + 1].kind == "mark"):
                return 1, "displaced states"
        return None
    if words[place] not in word_set("measures", "refuge", "verbs") or words[place + 1 : place + 2] == ["by"]:
        return None
    if words[place + 1 : place + 2] == ["to"]:
        ends |= word_set("measures", "refuge", "moved_to")
    elif words[place] in ("sleeping", "sleep", "slept", "camping"):
        ends |= word_set("measures", "refuge", "makeshift")
    elif words[place + 1 : place + 2] not in (["in"], ["into"], ["at"]):
        return None
    return (1, "displaced participles") if ends.intersection(words[place + 2 : place + 6]) else None


def _compound(words: list[str], at: int, measure: str) -> tuple[int, str] | None:
    """ "Killed or seriously wounded", "injured and, in some cases, killed": one number counts both.

    "Killed or captured" is neither the one nor the other: such a number is a count.
    """
    if measure not in ("killed", "wounded", "captured") or words[at : at + 1] not in (["or"], ["and"], ["/"]):
        return None
    after = at + 1
    while after < len(words) and words[after].endswith("ly"):
        after += 1
    hit = _triggers().at(words, after)
    if hit is None:
        return None
    other, kind = hit[1].split()
    if kind in ("participles", "states") and {measure, other} == {"killed", "wounded"}:
        return after + hit[0], "killed_or_wounded"
    if {measure, other} == {"killed", "captured"} and words[at] != "and":
        return after + hit[0], "count"
    return None


def _role(words: list[str], place: int, kind: str) -> tuple[int, str]:
    """Where the verb group of a word begins, and how it takes its counted things."""
    start, passive, aux = place, False, False
    while start > 0 and place - start < 8 and is_adverb(words[start - 1]):
        start -= 1
        if words[start] == "to" and not passive:
            passive, kind = False, "verbs" if kind == "participles" and "have" in words[start:place] else kind
            break
        passive = passive or words[start] in BE
        aux = aux or words[start] in HAVE or words[start] in MODAL
    if kind == "verbs":
        return start, "active"
    if kind == "intransitive":
        if words[start : start + 2] == ["to", "have"]:  # "are now known to have died"
            while start > 0 and place - start < 8 and is_adverb(words[start - 1]):
                start -= 1
        return start, "intransitive"
    if kind == "states":
        return start, "passive" if passive else "reduced"
    if passive:
        return start, "passive"
    return (start, "active") if aux and words[place] != "been" else (start, "reduced")

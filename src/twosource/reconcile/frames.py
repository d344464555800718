"""What a claim says happened, as a state of a matter: the data file frames.toml, compiled once."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import Literal

from twosource.knowledge import table
from twosource.model import Record

Verdict = Literal["conflict", "agree", "compatible", "revision"]


class Matter(Record, frozen=True):
    """What a question can be asked about, and how it is put; `untold` where no claim tells a state of it."""

    id: str
    types: tuple[str, ...]
    question: str
    place_question: str | None = None
    untold: str | None = None


class State(Record, frozen=True):
    """A state of a matter and the words that tell it; states of one `aspect` answer one question."""

    id: str
    matter: str
    pattern: str
    negated: bool = False
    aspect: str | None = None


class Found(Record, frozen=True):
    """A state told by some words, and whether a negation stands before it."""

    state: str
    matter: str
    start: int
    end: int
    negated: bool
    aspect: str | None = None


@cache
def matters() -> Mapping[str, Matter]:
    """The matters by id."""
    return {row["id"]: Matter.from_dict(row) for row in table("frames")["matter"]}


def fate(tolls: Collection[str]) -> str:
    """What became of the people whom some tolls count, in words.

    >>> fate({"missing"}), fate({"wounded", "killed"}), fate(())
    ('are missing', 'were killed or wounded', 'were killed, wounded or captured')
    """
    told: Mapping[str, str] = table("frames")["fates"]
    return told.get(" ".join(sorted(tolls)), told["all"])


def magnitude_question() -> str:
    """How the question of a quake's strength is put."""
    asked: str = table("frames")["magnitude"]["question"]
    return asked


@cache
def _of_magnitude(name: str) -> re.Pattern[str]:
    return re.compile(table("frames")["magnitude"][name])


def magnitude(words: str, lead: str = "") -> float | None:
    """The magnitude of a quake that some words give, themselves or after the words that lead to them.

    >>> magnitude("a magnitude-6.3 quake"), magnitude("it was 6.1", "its magnitude as 6.5, then that it was 6.1")
    (6.3, 6.1)
    """
    found = _of_magnitude("told").search(words.lower())
    if found is None and _of_magnitude("spoken_of").search(lead.lower()):
        found = _of_magnitude("bare").search(words.lower())
    return float(next(group for group in found.groups() if group)) if found else None


def of_forces(words: str) -> bool:
    """True of words that tell of a force, and not of people at large.

    >>> of_forces("200 soldiers were killed"), of_forces("200 people were killed")
    (True, False)
    """
    return re.search(rf"\b(?:{'|'.join(table('frames')['forces'])})\b", words.lower()) is not None


@cache
def behind_a_people() -> str:
    """The pattern of what may stand behind the name of a people: "(Norran) marines", "mountain troops", "civilians"."""
    rows = table("frames")
    return rf"(?:(?:[\w-]+ ){{0,2}}?(?:{'|'.join((*rows['forces'], *rows['folk']))}))"


@cache
def _states() -> tuple[tuple[State, re.Pattern[str]], ...]:
    found = []
    for row in table("frames")["state"]:
        pattern = "|".join(row["words"])
        found.append(
            (
                State(row["id"], row["matter"], pattern, row.get("negated", False), row.get("aspect")),
                re.compile(pattern),
            )
        )
    return tuple(found)


@cache
def _negation() -> re.Pattern[str]:
    return re.compile(table("frames")["negations"])


@cache
def _unsaid() -> re.Pattern[str]:
    return re.compile(table("frames")["unsaid"])


@cache
def _verdicts() -> Mapping[tuple[str, str], frozenset[Verdict]]:
    held: dict[tuple[str, str], set[Verdict]] = {}
    rows = table("frames")["relations"]
    kinds: tuple[Verdict, ...] = ("conflict", "agree", "compatible", "revision")
    for kind in kinds:
        for a, b in rows[kind]:
            held.setdefault((a, b), set()).add(kind)
            if kind != "revision":
                held.setdefault((b, a), set()).add(kind)
    return {pair: frozenset(kinds) for pair, kinds in held.items()}


SAME = {"left": "gone"}
"""States of two matters that are one thing: a force that has left is gone from where it was."""


NOT = "not_"
"""Stands before a state that some words deny."""


def plain(state: str) -> str:
    """A state without its negation."""
    return state.removeprefix(NOT)


def speak(a: str, b: str) -> bool:
    """True where two states of one matter bear on each other, be they told or denied.

    >>> speak("not_taken", "not_held"), speak("taken", "taken")
    (True, False)
    """
    return bool(_of_plain(plain(a), plain(b)) or _of_plain(plain(b), plain(a)))


def verdicts(a: str, b: str) -> frozenset[Verdict]:
    """How two states of one matter can stand to each other; `revision` reads from a to b.

    >>> sorted(verdicts("taken", "held")), sorted(verdicts("not_taken", "taken")), sorted(verdicts("not_taken", "held"))
    (['conflict'], ['conflict'], ['agree'])
    """
    told = _of_plain(plain(a), plain(b))
    if a.startswith(NOT) == b.startswith(NOT):
        return told if a == plain(a) else told - {"conflict"}
    if same(plain(a), plain(b)):
        tried = plain(a) in table("frames")["relations"]["tried"]
        return frozenset({"compatible" if tried else "conflict"})
    return frozenset({"agree"}) if "conflict" in told else frozenset()


def _of_plain(a: str, b: str) -> frozenset[Verdict]:
    held = _verdicts()
    plain = held.get((a, b), frozenset())
    return plain | held.get((SAME.get(a, a), SAME.get(b, b)), frozenset())


NEGATION_REACH = 60
"""Characters before a word in which a negation still speaks of it: about one clause."""


def states_in(words: str, *, matter: str | None = None) -> tuple[Found, ...]:
    """The states that some words tell, those that come first in the data file first, one a state.

    >>> [found.state for found in states_in("their forces captured the village after heavy fighting")]
    ['taken', 'fighting']
    >>> states_in("the department does not list the dead")
    ()
    """
    lower = words.lower()
    found = []
    for state, pattern in _states():
        if matter is not None and state.matter != matter:
            continue
        for match in pattern.finditer(lower):
            before = lower[max(0, match.start() - NEGATION_REACH) : match.start()]
            clause = re.split(r"[,;:.]| but | and that ", before)[-1]
            negated = bool(_negation().search(clause))
            if (state.negated and not negated) or (negated and _unsaid().search(clause)):
                continue
            found.append(Found(state.id, state.matter, match.start(), match.end(), negated, state.aspect))
            break
    return tuple(found)


def verdicts_of_one_doer(a: str | None, b: str | None) -> bool:
    """True where two states conflict even of one and the same doer: nobody both advances and is repelled.

    >>> verdicts_of_one_doer("advancing", "repelled"), verdicts_of_one_doer("taken", "held")
    (True, False)
    """
    pairs = {frozenset(pair) for pair in table("frames")["relations"]["conflict_of_one_doer"]}
    return a is not None and b is not None and frozenset((a, b)) in pairs


def same(a: str | None, b: str | None) -> bool:
    """True where two states are one, be they of two matters.

    >>> same("left", "gone"), same("taken", "held")
    (True, False)
    """
    return a is not None and b is not None and SAME.get(a, a) == SAME.get(b, b)


@cache
def _revised() -> re.Pattern[str]:
    return re.compile("|".join(table("frames")["relations"]["revised"]))


def revises(words: str) -> bool:
    """True where words say that a figure takes the place of an earlier one.

    >>> revises("the service lowered the death toll to 31")
    True
    """
    return bool(_revised().search(words.lower()))


def negated(words: str) -> bool:
    """True where some words deny or withhold something.

    >>> negated("the statement did not name the place"), negated("the statement named the place")
    (True, False)
    """
    return bool(_negation().search(words.lower()))


@cache
def _degrees() -> tuple[tuple[str, re.Pattern[str]], ...]:
    held = table("frames")["degrees"]
    return tuple((name, re.compile("|".join(held[name]))) for name in ("part", "whole"))


def degree(words: str) -> str | None:
    """How much of a place some words speak of: `part` or `whole`; None where they do not say.

    >>> degree("only the northern outskirts have been taken"), degree("they hold the whole of the town")
    ('part', 'whole')
    """
    lower = words.lower()
    return next((name for name, pattern in _degrees() if pattern.search(lower)), None)

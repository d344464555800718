"""Verb groups: a reporting verb with its auxiliaries, negation and adverbs, as "has repeatedly denied"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from twosource.knowledge import table
from twosource.reading.attribution.lexicon import Form, Verb, forms_of, verbs
from twosource.reading.attribution.words import Word, closed_class

Voice = Literal["finite", "passive", "participle", "infinitive"]


@cache
def nouns() -> frozenset[str]:
    """Bare and third-person forms that are nouns as often as verbs: "reports", "plan"."""
    return frozenset(form for lemma in table("cues")["morphology"]["nouns"].split() for form, _ in forms_of(lemma))


LEADING = 3
"""A headline's subject has no more words: "Norland claims capture of hill"."""


class Group(NamedTuple):
    """A reporting verb in its group: words `start` to `end` (exclusive), the verb itself at `head`."""

    verb: Verb
    start: int
    head: int
    end: int
    voice: Voice
    negated: bool


def groups(words: Sequence[Word]) -> list[Group]:
    """The groups of all words that may be reporting verbs, in order."""
    table = verbs()
    found = []
    for i, word in enumerate(words):
        if word.kind == "quote":
            continue
        entries = table.get(word.low)
        if entries:
            group = _group(words, i, entries)
            if group is not None:
                found.append(group)
    return found


def _group(words: Sequence[Word], at: int, entries: tuple[tuple[Verb, frozenset[Form]], ...]) -> Group | None:
    for verb, forms in entries:
        end = at + 1 + len(verb.particle)
        if verb.particle and tuple(w.low for w in words[at + 1 : end]) != verb.particle:
            continue
        start, lows = _auxiliaries(words, at)
        voice = _voice(words, at, start, lows, forms)
        if voice is None:
            return None
        if voice == "infinitive":
            start = _passing(words, start)
            voice = "finite" if start < at - 1 and words[start].low != "to" else "infinitive"
            while start and (words[start - 1].kind == "auxiliary" or words[start - 1].kind == "adverb"):
                start -= 1
        negated = any(low in closed_class("negations") for low in lows)
        return Group(verb, start, at, end, voice, negated)
    return None


def _auxiliaries(words: Sequence[Word], at: int) -> tuple[int, list[str]]:
    """Where the group begins, and its auxiliaries and adverbs."""
    start = at
    while start and at - start < 6:
        before = words[start - 1]
        if before.kind in ("auxiliary", "adverb"):
            start -= 1
        elif (before.low == "to" and start == at) or before.low == "not":
            start -= 1
            if before.low == "to":
                break
        elif (
            before.kind == "possessive"
            and start >= 2
            and (words[start - 2].kind == "subject" or start < at or words[at].low.endswith("ing"))
        ):
            start -= 1
        else:
            break
    # An adverb that begins a sentence belongs to no group.
    while (
        start < at
        and words[start].kind == "adverb"
        and (start == 0 or words[start - 1].kind in ("comma", "conjunction"))
        and start == 0
    ):
        start += 1
    return start, [w.low for w in words[start:at]]


def _voice(words: Sequence[Word], at: int, start: int, lows: list[str], forms: frozenset[Form]) -> Voice | None:
    helpers = [low for low in lows if words[start + lows.index(low)].kind in ("auxiliary", "possessive")]
    before = words[start - 1] if start else None
    if "to" in lows:
        return "infinitive" if "base" in forms else None
    if "ing" in forms:
        if any(low in closed_class("be") for low in helpers):
            return "finite"
        if before is not None and before.kind in ("determiner", "possessive"):
            return None
        return "participle"
    if helpers:
        last = helpers[-1]
        if last in closed_class("be"):
            return "passive" if "participle" in forms else None
        if last in closed_class("have"):
            return "finite" if "participle" in forms else None
        return "finite" if "base" in forms else None
    if (
        before is not None
        and before.kind in ("determiner", "possessive", "preposition")
        and before.low not in closed_class("quantities")
    ):
        return None
    if "past" not in forms and words[at].low in nouns():
        after = words[at + 1] if at + 1 < len(words) else None
        if after is None or before is None or not _verbal(after, before, start):
            return None
    if "past" in forms or "s" in forms:
        return "finite"
    # A bare form has a plural or a pronoun before it, else it is a noun ("the state report").
    if before is None:
        return None
    plural = (
        before.kind == "number"
        or (before.low.endswith("s") and before.kind in ("word", "name"))
        or before.low
        in (
            "they",
            "we",
            "i",
            "you",
            "who",
            "people",
            "police",
            *closed_class("quantities"),
        )
    )
    that = at + 1 < len(words) and words[at + 1].low == "that"
    plainly = words[at].low == "say" and before.kind in ("word", "name", "past", "close")
    return "finite" if plural or that or plainly or before.kind == "comma" else None


def _verbal(after: Word, before: Word, start: int) -> bool:
    """True where a form that may be a noun is a verb by what surrounds it ("Norland claims | the hill")."""
    if after.low in ("that", "to") or after.kind in ("determiner", "subject", "quote", "colon", "name"):
        return True
    return after.kind == "word" and before.kind == "name" and start <= LEADING


def _passing(words: Sequence[Word], start: int) -> int:
    """Takes in what passes the subject on: "went on" before "to say"."""
    i = start - 1
    if i > 0 and words[i].low in ("on", "back"):
        i -= 1
    return i if i >= 0 and words[i].low in closed_class("passing") else start

"""The numbers of a sentence on their way to be figures: which are parts of which, and what their own nouns say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from twosource.knowledge import table
from twosource.reading.figures.bounds import Bounded
from twosource.reading.figures.counted import Counted
from twosource.reading.figures.predicates import BE, HAVE, MODAL, is_adverb, noun_at, predicates
from twosource.reading.lexical import Phrases, Token

CLAUSE = frozenset({";", ":", "but", "while", "whereas", "although", "though"})
SUBJECT, REDUCED, OBJECT, LISTED, HEAD, NOUN = 5, 6, 7, 3, 4, 9
"""How strongly each way of joining binds; the strongest wins. Found by reading: a noun right behind its number
("15 deaths") is never wrong, a list ("killed two soldiers in the town and three in …") sometimes."""


@dataclass(slots=True)
class Candidate:
    """A number on its way to be a figure."""

    number: Bounded
    thing: Counted
    measure: str | None = None
    strength: int = 0
    by: int | None = None
    whole: int | None = None
    """The index of the candidate that it is a part of: two of "six, including two children"."""
    base: bool = False
    """It is what another number is a part of: 6,500 of "700 of the 6,500"."""
    purpose: bool = False
    beside: bool = False
    """It stands in a list behind somebody who is no figure: "the commander and two guards"."""
    marks: list[str] = field(default_factory=list)

    def offer(self, measure: str, strength: int, by: int) -> bool:
        """Takes a measure where it binds more strongly than what is known; True where it was taken."""
        plain = self.measure == "killed_or_wounded" and measure in ("killed", "wounded")
        if strength < self.strength or (strength == self.strength and not plain):  # "were shot and died"
            return False
        self.measure, self.strength, self.by = measure, strength, by
        return True

    @property
    def countable(self) -> bool:
        """True where it may count people: they are named, or nothing is."""
        return self.thing.unit is None and self.thing.person is not False


class Numbers:
    """A sentence's tokens, numbers and predicates, and what the numbers are to each other."""

    def __init__(self, tokens: list[Token], words: list[str], candidates: list[Candidate]) -> None:
        self.tokens, self.words, self.candidates = tokens, words, candidates
        self.predicates = predicates(tokens, words)
        self.including = _including()

    def start_of(self, candidate: Candidate) -> int:
        """Where the words begin that give a number its measure: the verb before it, or the number itself."""
        first = candidate.number.first
        return first if candidate.by is None or candidate.by < 0 else min(first, self.predicates[candidate.by].start)

    def _bases(self) -> None:
        """ "700 of the 6,500 marines": the second is what the first is a part of."""
        for one, two in zip(self.candidates, self.candidates[1:], strict=False):
            between = self.words[one.number.last : two.number.first]
            if (
                self.words[one.thing.last : two.number.first] == ["of"]
                and one.thing.head is not None
                and one.thing.person
            ):
                two.base = True  # "members of two families"
                continue
            if one.number.part_of_next or (between[:1] == ["of"] and len(between) <= 3 and not one.thing.unit):
                two.base = True
                if one.thing.person is None or one.thing.head is None:
                    one.thing = replace(one.thing, person=two.thing.person)
                    one.marks.append("of next")

    def _parts(self) -> None:
        """Marks the numbers after "including" as parts of the nearest whole before, and "five of them"."""
        for index, candidate in enumerate(self.candidates):
            if index == 0:
                continue
            whole = index - 1
            while whole > 0 and (
                self.candidates[whole].whole is not None
                or self.candidates[whole].base
                or not self.candidates[whole].countable
            ):
                whole -= 1
            before = self.candidates[whole]
            if self._after_including(index) or self._follows_part(index):
                if before.countable and (before.number.high or 10**9) > (candidate.number.low or 0):
                    candidate.whole = whole
            elif self._of_them(candidate) and self._near(before, candidate) and not self._has_predicate(candidate):
                candidate.whole = whole if before.countable else None

    def _after_including(self, index: int) -> bool:
        """True where "including" stands a few words before, with no other number, verb or end of clause between."""
        first = self.candidates[index].number.first
        floor = max(self.candidates[index - 1].thing.last, first - 12)
        for place in range(first, floor - 1, -1):
            if self.including.before(self.words, place) is not None:
                return True
            before = self.words[place - 1] if place else ";"
            if before in BE or before in MODAL or before in HAVE or before in CLAUSE or before == ",":
                return False
        return False

    def _of_them(self, candidate: Candidate) -> bool:
        return self.words[candidate.number.last : candidate.number.last + 2] in (["of", "them"], ["of", "whom"])

    def _near(self, one: Candidate, two: Candidate) -> bool:
        return not CLAUSE.intersection(self.words[one.number.last : two.number.first])

    def _follows_part(self, index: int) -> bool:
        """True where a number goes on the list of parts: "including two women and three children"."""
        before, candidate = self.candidates[index - 1], self.candidates[index]
        between = self.words[before.thing.last : candidate.number.first]
        if (
            before.whole is None
            or len(between) > 4
            or not between
            or between[0] not in ("and", ",", "as", "with", "along")
        ):
            return False
        if candidate.number.kind == "article":
            return True
        return not self._has_predicate(candidate)

    def _has_predicate(self, candidate: Candidate) -> bool:
        """True where a number's phrase is followed by a verb of its own: "and seven others were injured"."""
        at = candidate.thing.last
        while at < len(self.words) and is_adverb(self.words[at]) and self.words[at] not in BE | HAVE | MODAL:
            at += 1
        if at < len(self.words) and self.words[at] in BE | HAVE | MODAL:
            return True
        return any(p.first == at and p.role not in ("head", "active") for p in self.predicates)

    def _noun(self, candidate: Candidate) -> None:
        """ "15 deaths", "the 4,000 wounded", "four wounded soldiers", "12 civilians dead"."""
        if candidate.thing.unit is not None:
            return
        number, thing = candidate.number, candidate.thing
        wide = thing.singular and number.kind != "article"  # "a sniper killed Dr. Vesk"
        last = max(thing.last + (1 if wide or thing.person is False else 0), number.last + 1)
        if self.words[number.last : number.last + 2] == ["of", "the"]:
            last = max(last, number.last + 3)
        for place in range(number.last, min(last, len(self.words))):
            hit = noun_at(self.words, place)
            if hit is None:
                continue
            whole_word = thing.head is None or place + hit[0] > thing.head
            if place + hit[0] <= last or whole_word or thing.person:
                among = hit[1] == "wounded" and "of" in self.words[number.last : place]
                joined = candidate.offer(hit[1], HEAD if among else NOUN, -1)  # "four of the wounded have since died"
                if joined and thing.person is False:
                    candidate.thing = replace(thing, person=True)
                return
        for predicate in self.predicates:
            inside = number.last <= predicate.first and thing.head is not None and predicate.last <= thing.head
            if inside and thing.person and predicate.role == "reduced":
                candidate.offer(predicate.measure, NOUN, -1)


@cache
def _including() -> Phrases:
    return Phrases(dict.fromkeys(table("counted")["words"]["including"], "part"))

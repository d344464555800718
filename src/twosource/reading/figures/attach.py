"""Gives each number its measure: joins numbers to the words that say what happened to the counted."""

from __future__ import annotations

from functools import cache

from twosource.reading.figures.candidates import CLAUSE, HEAD, LISTED, OBJECT, REDUCED, SUBJECT, Candidate, Numbers
from twosource.reading.figures.persons import is_name, is_single
from twosource.reading.figures.predicates import BE, HAVE, MODAL, Predicate, is_adverb
from twosource.reading.lexical import word_set

REACH = 60
"""How many words a subject may stand before its verb: relative clauses and lists of victims are long."""


class Sentence(Numbers):
    """The numbers of a sentence while they are joined to its predicates."""

    def attach(self) -> None:
        """Joins everything."""
        self._bases()
        for candidate in self.candidates:
            self._noun(candidate)
        self._parts()
        for number, predicate in enumerate(self.predicates):
            if predicate.role == "head":
                self._right(number, predicate, HEAD, reach=9)
            elif predicate.role == "active":
                if not self._right(number, predicate, OBJECT, reach=4) and not self._beside(number, predicate):
                    self._alongside(number, predicate)
            elif predicate.role == "intransitive" and self._is_meant(predicate):
                continue  # "called for them to surrender" tells no deed
            elif predicate.role in ("passive", "intransitive"):
                self._left(number, predicate)
                self._alongside(number, predicate)
            elif not (
                self._right(number, predicate, OBJECT, reach=2, only_next=True)
                or self._inverted(number, predicate)
                or self._beside(number, predicate)
            ):
                self._reduced(number, predicate)
                self._alongside(number, predicate)
        for candidate in self.candidates:
            if candidate.whole is not None and candidate.countable:
                whole = self.candidates[candidate.whole]
                if whole.measure is not None and candidate.offer(whole.measure, LISTED, whole.by or 0):
                    continue
                if candidate.measure != whole.measure:
                    candidate.whole = None
        for candidate in self.candidates:
            self._settle(candidate)

    def _settle(self, candidate: Candidate) -> None:
        """Weighs a verb that is said of much else, or of losses, against the noun that is counted."""
        if candidate.by is None or candidate.by < 0 or candidate.measure is None:
            return
        predicate = self.predicates[candidate.by]
        verb, head = self.words[predicate.first], candidate.thing.head
        noun = None if head is None else self.words[head]
        if verb in word_set("measures", "loss", "verbs"):
            if candidate.measure == "killed" and noun in word_set("measures", "loss", "forces"):
                candidate.measure = "killed_or_wounded"
        elif candidate.measure != predicate.measure:
            return
        elif verb in word_set("measures", "persons_only", "forces_words"):
            if noun not in word_set("measures", "persons_only", "forces"):
                candidate.measure = None
            return
        single = verb in word_set("measures", "persons_only", "many") and candidate.number.kind == "article"
        thing = verb in word_set("measures", "persons_only", "words") and candidate.thing.person is not True
        if single or thing:
            candidate.measure = None

    def _right(self, by: int, predicate: Predicate, strength: int, reach: int, only_next: bool = False) -> bool:
        """Joins the numbers that follow: object and list of objects, or what stands behind "death toll of"."""
        at, index = predicate.last, self._next(predicate.last)
        if index is None:
            return False
        candidate = self.candidates[index]
        gap = self.words[at : candidate.number.first]
        if len(gap) > reach or CLAUSE.intersection(gap) or self._crosses(at, candidate.number.first, by):
            return False
        between = word_set("measures", "between", "words")
        if strength != HEAD and any(not is_adverb(word) and word not in between for word in gap):
            return False
        if strength != HEAD and "and" in gap and predicate.measure not in ("killed", "wounded"):
            return False
        unnamed = predicate.measure == "population" and candidate.thing.unit is None
        if not (candidate.countable or unnamed) or (only_next and self._has_predicate(candidate) and gap):
            return False
        if only_next and candidate.number.kind == "article" and BE.intersection(gap):
            return False  # "one of those held is a leader" tells of nobody more
        taken = candidate.offer(predicate.measure, strength, by)
        candidate.purpose = self._is_purpose(predicate)
        self._list(by, index, predicate.measure, candidate.purpose)
        return taken

    def _beside(self, by: int, predicate: Predicate) -> bool:
        """ "Detained the commander and two guards": the number stands in a list that begins without one."""
        index = self._next(predicate.last)
        if index is None:
            return False
        at, candidate = predicate.last, self.candidates[index]
        gap = self.words[at : candidate.number.first]
        if not 2 <= len(gap) <= 9 or gap[-1] != "and" or candidate.thing.person is not True:
            return False
        definite = gap[0] in word_set("counted", "words", "definite") or gap[0] in ("him", "them")
        if not (definite or self.tokens[at].is_capital) or any(
            self.tokens[at + n].kind != "word" for n in range(len(gap))
        ):
            return False
        if any(word in BE or word in HAVE or word in MODAL for word in gap) or self._has_predicate(candidate):
            return False
        if candidate.number.kind == "bare" or self._crosses(at, candidate.number.first, by):
            return False
        taken = candidate.beside = candidate.offer(predicate.measure, LISTED, by)
        candidate.purpose = self._is_purpose(predicate)
        self._list(by, index, predicate.measure, candidate.purpose)
        return taken

    def _inverted(self, by: int, predicate: Predicate) -> bool:
        """ "Also killed in the raid were ten guards": the subject behind its verb."""
        if any(word != "also" for word in self.words[: predicate.first]):
            return False
        index = self._next(predicate.last)
        if index is None or not 0 < self.candidates[index].number.first - predicate.last <= REACH // 4:
            return False
        candidate = self.candidates[index]
        if self.words[candidate.number.first - 1] not in BE or not candidate.countable:
            return False
        taken = candidate.offer(predicate.measure, SUBJECT, by)
        self._list(by, index, predicate.measure)
        return taken

    def _is_purpose(self, predicate: Predicate) -> bool:
        """ "To capture a leader", "aimed at killing": what is meant, not what was done."""
        if predicate.role == "head":
            return bool(_unmade().intersection(self.words[max(0, predicate.start - 3) : predicate.start]))
        return (
            predicate.start > 0 and self.words[predicate.start - 1] in ("to", "at", "of", "for")
        ) or "to" in self.words[predicate.start : predicate.first]

    def _is_meant(self, predicate: Predicate) -> bool:
        """True of "to surrender"; not of "to have drowned", which tells what is known or feared."""
        before = self.words[max(0, predicate.start - 1) : predicate.first]
        return "to" in before and not HAVE.intersection(before)

    def _alongside(self, by: int, predicate: Predicate) -> None:
        """ "He was killed along with his two sons": who shares the fate of the subject."""
        behind = self.words[predicate.last : predicate.last + 10]
        at = next((i for i, word in enumerate(behind) if word in ("alongside", "along", "together")), None)
        index = self._next(predicate.last)
        if at is None or index is None or ({",", ";", "but"}.intersection(behind[:at]) and at > 4):
            return
        candidate = self.candidates[index]
        gap = self.words[predicate.last + at : candidate.number.first]
        if len(gap) <= 5 and candidate.countable and not self._crosses(predicate.last, candidate.number.first, by):
            alone = not any(other.by == by for other in self.candidates)
            candidate.beside = candidate.offer(predicate.measure, LISTED, by) and alone
            self._list(by, index, predicate.measure)

    def _list(self, by: int, index: int, measure: str, purpose: bool = False) -> None:
        """Goes along a list of objects: "two soldiers, a policeman and, in the next village, three civilians"."""
        for follower in range(index + 1, len(self.candidates)):
            before, candidate = self.candidates[follower - 1], self.candidates[follower]
            start, end = before.thing.last, candidate.number.first
            gap = self.words[start:end]
            joined = gap and (gap[-1] in ("and", ",", "plus", "&", "with", "as") or gap[0] in ("and", ","))
            if not joined or len(gap) > 14 or CLAUSE.intersection(gap) or self._crosses(start, end, by):
                return
            if any(word in BE or word in HAVE or word in MODAL for word in gap) or not candidate.countable:
                return
            if gap[0] == "and" and len(gap) > 1 and gap[1].endswith(("ed", "en")):
                return  # "killed 40,000 and driven three million from their homes"
            if self._has_predicate(candidate) or candidate.base:
                return
            if len(gap) > 4 and candidate.thing.person is None and candidate.number.kind == "article":
                return
            if candidate.offer(measure, LISTED, by):
                candidate.purpose = purpose

    def _crosses(self, start: int, end: int, by: int) -> bool:
        """True where another predicate stands between two places."""
        return any(start <= p.first < end for n, p in enumerate(self.predicates) if n != by and p.role != "head")

    def _next(self, place: int) -> int | None:
        return next((i for i, c in enumerate(self.candidates) if c.number.first >= place), None)

    def _reduced(self, by: int, predicate: Predicate) -> None:
        """ "Two soldiers killed and five others wounded", "leaving 12 dead": the number just before."""
        last = next(
            (i for i in range(len(self.candidates) - 1, -1, -1) if self.candidates[i].number.last <= predicate.start),
            None,
        )
        if last is None or self._has_object(predicate):
            return
        candidate = self.candidates[last]
        gap = self.words[candidate.thing.last : predicate.start]
        if self.words[candidate.number.last : predicate.first] in (["of", "the"], ["of", "those"]):
            candidate.offer(predicate.measure, HEAD, by)  # "four of the wounded have since died"
            return
        if candidate.base and len(gap) <= 1:
            candidate.offer(predicate.measure, REDUCED, by)
            return
        parts = candidate.whole is not None
        if len(gap) > 4 and not parts:
            self._left(by, predicate, strength=LISTED)
            return
        if any(word in BE or word in MODAL for word in gap) or CLAUSE.intersection(gap):
            return
        self._left(by, predicate, strength=REDUCED)

    def _has_object(self, predicate: Predicate) -> bool:
        """True of "two gunmen killed Dr. Vesk", "killed their guard": who stands before the verb is no victim."""
        at = predicate.last
        if at >= len(self.words) or self.tokens[predicate.first].is_capital:
            return False
        if self.words[at] in ("him", "them", "himself", "themselves"):
            return True
        if self.words[at] in word_set("known", "determiners"):
            behind = range(at + 1, min(at + 4, len(self.words)))
            return any(is_single(self.tokens, self.words, place) for place in behind)
        return is_name(self.tokens, at)

    def _left(self, by: int, predicate: Predicate, strength: int = SUBJECT) -> None:
        """Joins the subject: the nearest number of people before the verb, its parts, what is joined to it."""
        floor = max(0, predicate.start - REACH)
        taken: int | None = None
        bare: int | None = None
        for index in range(len(self.candidates) - 1, -1, -1):
            candidate = self.candidates[index]
            if candidate.number.last > predicate.start or not candidate.countable or candidate.base:
                continue
            if candidate.number.first < floor:
                break
            fits = self._may_be_subject(candidate, predicate, by)
            if taken is None and candidate.number.kind == "bare" and fits:
                bare = index if bare is None else bare
                continue
            if not fits and taken is None and self._of_them(candidate):
                continue  # "one of whom was pregnant"
            if not (fits if taken is None else self._joined(candidate, self.candidates[taken])):
                break
            candidate.offer(predicate.measure, strength, by)
            taken = index
            if strength == REDUCED and self._of_them(candidate) and candidate.thing.last == predicate.start:
                return  # "430 people, 61 of them wounded"
        if taken is None and bare is not None:
            self.candidates[bare].offer(predicate.measure, strength, by)

    def _may_be_subject(self, candidate: Candidate, predicate: Predicate, by: int) -> bool:
        """False where another finite verb or a clause stands between a number and the verb group."""
        start, end = candidate.thing.last, predicate.start
        gap = self.words[start:end]
        if {";", ":", "but", ".", "said", "says", "told", "saying"}.intersection(gap) or "that" in gap[1:]:
            return False
        relative = any(
            word in ("who", "that", "which", "whom", "whose") for word in (gap[:4] if "," in gap[:2] else gap[:2])
        )
        relative = relative or "whom" in gap
        finite = sum(word in BE or word in MODAL or word in ("has", "had", "have") for word in gap)
        others = [
            p
            for n, p in enumerate(self.predicates)
            if n != by and start <= p.first < end and p.role != "head" and p.measure != "killed_or_wounded"
        ]
        if any(p.role in ("passive", "intransitive") for p in others) and not relative:
            return False
        if (
            any(p.role == "active" for p in others)
            and not relative
            and len(others)
            and others[-1].measure != "deployed"
        ):
            return False
        return finite == 0 or (relative and finite <= 2)

    def _joined(self, one: Candidate, two: Candidate) -> bool:
        """True where two numbers of a subject belong together: a list, or a whole and its parts."""
        if two.whole is not None and self.candidates[two.whole] is one:
            return True
        if two.whole is not None and one.whole == two.whole:
            return True
        if one.whole is not None and two.whole is None:
            return False
        gap = self.words[one.thing.last : two.number.first]
        if any(word in BE or word in HAVE or word in MODAL for word in gap) or len(gap) > 8:
            return False
        start, end = one.thing.last, two.number.first
        if any(start <= p.first < end for p in self.predicates):
            return False
        return bool(gap) and (gap[-1] in ("and", ",", "or", "with", "as") or gap[0] in ("and", ","))


@cache
def _unmade() -> frozenset[str]:
    return word_set("counted", "words", "unmade")

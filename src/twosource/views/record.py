"""What became of what a source or an outlet said: every case, and no score.

Whether a source is good is for people to judge. A case says what was said, what came of it, and where both stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from twosource.model import ClaimRef, Question, Record, Relation

if TYPE_CHECKING:
    from twosource.ledger import Store

CaseKind = Literal["confirmed", "denied", "revised", "dropped_hedge", "dropped_limit", "dropped_source", "overstated"]
DROPPED: tuple[tuple[CaseKind, tuple[str, ...]], ...] = (
    ("dropped_limit", ("limit",)),
    ("dropped_hedge", ("doubt", "hedge")),
    ("dropped_source", ("source", "speaker")),
)
"""What is gone, by the words of the relation's reason."""


class Case(Record, frozen=True):
    """One case: the claim, what it came to, and the claim that shows it."""

    kind: CaseKind
    claim: ClaimRef
    other: ClaimRef
    question: str
    about: str
    said: str | None
    then: str | None
    reason: str


class TrackRecord(Record, frozen=True):
    """What became of what one source or outlet said. `open` are claims of which nothing has come yet."""

    name: str
    claims: int
    in_questions: int
    open: int
    counts: dict[str, int]
    cases: tuple[Case, ...]


def track_record(store: Store, name: str, as_of: datetime | None = None) -> TrackRecord:
    """The record of whoever has these words in the name: a source by what it said, an outlet by what it printed."""
    said = [ClaimRef(row.report, row.claim) for row in store.claims(source=name, as_of=as_of)]
    printed = [ClaimRef(row.report, row.claim) for row in store.printed_by(name, as_of)]
    return record_of(store, name, said, printed, as_of)


def record_of(
    store: Store, name: str, said: Iterable[ClaimRef], printed: Iterable[ClaimRef], as_of: datetime | None = None
) -> TrackRecord:
    """What became of some claims that were said and of some that were printed, by the questions of now or of then."""
    mine, theirs = set(said), set(printed)
    cases: list[Case] = []
    settled: set[ClaimRef] = set()
    asked = store.questions_with({*mine, *theirs}, as_of)
    rows = store.bearings({ref for question in asked for ref in question.claims()})
    for question in asked:
        found = [*_of_source(question, mine, rows), *_of_outlet(question, theirs, rows)]
        cases += found
        settled |= {case.claim for case in found if case.kind in ("confirmed", "denied", "revised")}
    inside = {ref for question in asked for ref in question.claims()} & mine
    cases = list(dict.fromkeys(cases))
    cases.sort(key=lambda case: (case.then or "", case.kind, case.claim, case.other))
    counts = Counter(str(case.kind) for case in cases)
    return TrackRecord(name, len(mine), len(inside), len(inside - settled), dict(sorted(counts.items())), tuple(cases))


Claims = dict[ClaimRef, tuple[str, str]]
"""The day and the stance of claims."""


def _of_source(question: Question, mine: set[ClaimRef], rows: Claims) -> Iterator[Case]:
    group = {
        ref: number
        for number, held in enumerate(question.independent_sources.groups)
        if held.certain
        for ref in held.claims
    }
    for refs in _together(question):
        for ref in refs & mine & group.keys():
            later = [other for other in sorted(refs) if group.get(other, group[ref]) != group[ref]]
            borne = [other for other in later if _day(rows, other) > _day(rows, ref) != ""]
            if borne:
                first = min(borne, key=lambda other: (_day(rows, other), other))
                yield _case("confirmed", ref, first, question, rows, "an independent source says so later")
    for relation in question.relations:
        if relation.kind == "revision" and relation.a in mine:
            yield _case("revised", relation.a, relation.b, question, rows, relation.reason)
        if relation.kind == "conflict":
            for ref, other in ((relation.a, relation.b), (relation.b, relation.a)):
                if ref in mine and _stance(rows, other) == "deny" != _stance(rows, ref):
                    yield _case("denied", ref, other, question, rows, relation.reason)


def _together(question: Question) -> Iterator[set[ClaimRef]]:
    """Claims that bear each other out: those of one position, and pairs that agree."""
    for position in question.positions:
        yield set(position.claims)
    for relation in question.relations:
        if relation.kind == "agree":
            yield {relation.a, relation.b}


def _of_outlet(question: Question, printed: set[ClaimRef], rows: Claims) -> Iterator[Case]:
    for relation in question.relations:
        if relation.kind == "overstates" and relation.b in printed:
            yield _case(_dropped(relation), relation.b, relation.a, question, rows, relation.reason)


def _dropped(relation: Relation) -> CaseKind:
    said = relation.reason.rpartition(":")[2]
    return next((kind for kind, words in DROPPED if any(word in said for word in words)), "overstated")


def _case(kind: CaseKind, ref: ClaimRef, other: ClaimRef, question: Question, rows: Claims, why: str) -> Case:
    return Case(kind, ref, other, question.id, question.text, _day(rows, ref) or None, _day(rows, other) or None, why)


def _day(rows: Claims, ref: ClaimRef) -> str:
    """When a claim was said, or, where that is not known, published; empty where neither is."""
    return rows[ref][0] if ref in rows else ""


def _stance(rows: Claims, ref: ClaimRef) -> str | None:
    return rows[ref][1] if ref in rows else None

#!/usr/bin/env python3
"""Checks that what the sample expects stands in the sample's own reports, word for word and without loose ends.

    python samples/check.py [FOLDER]

It prints one line a fault and exits 1 if there is any. It reads `expected/` and `reports/` and runs nothing of
twosource; the terms alone (types, measures, stances …) come from `twosource.model`, so that the two cannot drift apart.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from twosource.model import (
    DIRECTED,
    Basis,
    Certainty,
    ClaimType,
    Measure,
    Part,
    RelationKind,
    SourceKind,
    Stance,
    Status,
)

Side = Literal["varenia", "kelmaria", "sorovia"]
PlaceKind = Literal["settlement", "admin1", "river", "region"]
When = str | tuple[str | None, str | None] | None
NOTICE = "This report is invented."
UNNAMED = "unnamed outlet"
SILENT: frozenset[Stance] = frozenset({"decline", "cannot_verify"})
"""Who only declines, or cannot verify, asserts nothing and is in no group."""


class Shape(msgspec.Struct, forbid_unknown_fields=True):
    """A record of `expected/`: a field that nobody knows is a fault."""


class ItemExpected(Shape):
    """A story of a digest: its heading and the first words of its body."""

    heading: str
    begins: str
    kind: Literal["story", "teaser"]


class ReportExpected(Shape):
    """What is to be known of a report as a whole."""

    id: str
    outlet: str | None
    published: str | None
    published_known: Basis
    published_range: When
    title: str | None
    boilerplate: list[str]
    items: list[ItemExpected]
    note: str | None = None


class PlaceExpected(Shape):
    """A place of a claim; invented places have no coordinates."""

    text: str
    name: str
    lat: None
    lon: None
    kind: PlaceKind
    admin1: str | None
    inherited: bool = False


class FigureExpected(Shape):
    """A figure of a claim with its bounds."""

    text: str
    measure: Measure
    low: float | None
    high: float | None
    unit: str
    approximate: bool
    of: str


class ClaimExpected(Shape):
    """One attributed statement, as a careful editor reads it."""

    id: str
    report: str
    content: str | list[str]
    cue: str | None
    source: str | None
    source_name: str
    source_kind: SourceKind
    source_org: str | None
    side: Side | None
    relay: list[str]
    direct: bool
    stance: Stance
    certainty: Certainty
    hedges: list[str]
    scope: str | None
    type: ClaimType
    said: When
    when: When
    places: list[PlaceExpected]
    figures: list[FigureExpected]
    part: Part = "body"
    nth: int = 1
    note: str | None = None

    def spans(self) -> list[str]:
        """The stretches of the content, in order."""
        return [self.content] if isinstance(self.content, str) else self.content

    def own_voice(self) -> bool:
        """True where the outlet says it itself."""
        return self.source_name == "outlet"


class PositionExpected(Shape):
    """One answer and the claims that give it."""

    answer: str
    claims: list[str]


class RelationExpected(Shape):
    """How two claims stand to each other."""

    a: str
    b: str
    kind: RelationKind
    note: str | None = None


class GroupExpected(Shape):
    """Names that count as one source."""

    names: list[str]
    reason: str | None

    def certain(self) -> bool:
        """True where the group counts among the certainly independent."""
        return not (self.reason or "").startswith("at most: ")


class IndependenceExpected(Shape):
    """How many independent sources, certainly and at most."""

    count: int
    at_most: int
    groups: list[GroupExpected]


class QuestionExpected(Shape):
    """What several claims are about."""

    id: str
    text: str
    type: ClaimType
    claims: list[str]
    positions: list[PositionExpected]
    relations: list[RelationExpected]
    independent_sources: IndependenceExpected
    sides: list[Side]
    status: Status
    note: str | None = None


def in_order(spans: list[str], text: str) -> bool:
    """True where the spans stand in the text one after the other.

    >>> in_order(["Troops", "left"], "Troops, he said, left"), in_order(["left", "Troops"], "Troops left")
    (True, False)
    """
    at = 0
    for span in spans:
        found = text.find(span, at)
        if found < 0:
            return False
        at = found + len(span)
    return True


def is_when(value: When) -> bool:
    """True for null, an ISO day, and a range of which at most one end is open.

    >>> is_when("2026-03-04"), is_when((None, "2026-03-04")), is_when((None, None)), is_when("March 4")
    (True, True, False, False)
    """
    if value is None:
        return True
    ends = (value,) if isinstance(value, str) else tuple(end for end in value if end is not None)
    try:
        days = [date.fromisoformat(end) for end in ends]
    except ValueError:
        return False
    return bool(days) and days == sorted(days)


def report_faults(report: ReportExpected, text: str) -> Iterator[str]:
    """What is wrong with what is expected of a report as a whole."""
    where = f"report {report.id}"
    if NOTICE not in text:
        yield f"{where}: it does not say that it is invented"
    if not (is_when(report.published) and is_when(report.published_range)):
        yield f"{where}: published is no date"
    for line in [*report.boilerplate, *([report.title] if report.title else [])]:
        if line not in text:
            yield f"{where}: not in the text: {line!r}"
    for item in report.items:
        if not in_order([item.heading, item.begins], text):
            yield f"{where}: item not in the text: {item.heading!r}"


def claim_faults(claim: ClaimExpected, outlet: str, text: str) -> Iterator[str]:
    """What is wrong with a claim by itself."""
    spans = claim.spans()
    lines = text.splitlines()
    words = [claim.cue, claim.source, claim.scope, *claim.hedges]
    if not spans or any(not span or span != span.strip() for span in spans):
        yield "content is empty or padded"
    elif not any(in_order(spans, line) for line in lines):
        yield f"content does not stand in one paragraph: {spans}"
    elif text.count(spans[0]) < claim.nth:
        yield f"content does not occur {claim.nth} times"
    yield from (f"not in the text: {word!r}" for word in words if word is not None and word not in text)
    if claim.relay[-1:] != [outlet]:
        yield "the relay does not end in the outlet"
    if claim.own_voice() != (claim.source_kind == "outlet") or claim.own_voice() != (len(claim.relay) == 1):
        yield "own voice: name, kind and relay disagree"
    if not claim.own_voice() and claim.relay[0] != claim.source_name:
        yield "the relay does not begin with the source"
    carriers = [name for name in claim.relay[:-1] if name != "unspecified"]
    yield from (f"relay name not in the text: {name!r}" for name in carriers if name not in text)
    if not (is_when(claim.said) and is_when(claim.when)):
        yield "said or when is no date"
    yield from part_faults(claim, "\n".join(spans), text)


def part_faults(claim: ClaimExpected, content: str, text: str) -> Iterator[str]:
    """What is wrong with a claim's places and figures."""
    for place in claim.places:
        if place.text not in (text if place.inherited else content):
            yield f"place not where it is said to stand: {place.text!r}"
        if place.inherited and place.text in content:
            yield f"place marked inherited though the content names it: {place.text!r}"
    for figure in claim.figures:
        ends = [end for end in (figure.low, figure.high) if end is not None]
        if figure.text not in content:
            yield f"figure not in the content: {figure.text!r}"
        if not ends or ends != sorted(ends):
            yield f"figure without bounds, or with bounds the wrong way round: {figure.text!r}"


def question_faults(question: QuestionExpected, claims: dict[str, ClaimExpected]) -> Iterator[str]:
    """What is wrong with a question: loose claims, relations between strangers, groups that do not add up."""
    placed = [claim for position in question.positions for claim in position.claims]
    if sorted(placed) != sorted(set(question.claims)):
        yield "the positions do not share out the claims"
    missing = [claim for claim in question.claims if claim not in claims]
    if missing:
        yield f"no such claim: {missing}"
        return
    if not question.text.endswith("?"):
        yield "the text is no question"
    pairs: set[frozenset[str]] = set()
    for relation in question.relations:
        pair = frozenset((relation.a, relation.b))
        if len(pair) < 2 or not pair <= set(placed) or pair in pairs:
            yield f"relation to itself, to a stranger, or given twice: {relation.a} {relation.b}"
        if relation.kind in DIRECTED and not relation.note:
            yield f"{relation.kind} without a note: {relation.a} {relation.b}"
        pairs.add(pair)
    yield from group_faults(question, [claims[claim] for claim in question.claims])
    due = status_due(question, claims)
    if question.status != due:
        yield f"status {question.status}, by the rules {due}"


def group_faults(question: QuestionExpected, claims: list[ClaimExpected]) -> Iterator[str]:
    """What is wrong with the independent sources and the sides of a question."""
    live = [claim for claim in claims if claim.stance not in SILENT]
    named = {claim.source_name for claim in live if not claim.own_voice()}
    outlets = {claim.relay[-1] for claim in live if claim.own_voice() and claim.part == "body"}
    told = question.independent_sources
    grouped = [name for group in told.groups for name in group.names]
    if len(grouped) != len(set(grouped)):
        yield "a source in two groups"
    if not named <= set(grouped) <= named | outlets:
        yield f"groups and sources differ: {sorted(named ^ set(grouped))}"
    if any(len(group.names) > 1 and not group.reason for group in told.groups):
        yield "several names in a group without a reason"
    if told.at_most != len(told.groups) or told.count != sum(group.certain() for group in told.groups):
        yield "count, at_most and groups disagree"
    sides = {claim.side for claim in claims if claim.side}
    if sides != set(question.sides):
        yield f"sides {question.sides}, of the claims {sorted(sides)}"


def status_due(question: QuestionExpected, claims: dict[str, ClaimExpected]) -> Status:
    """The first status whose rule holds; a denial is one where what is laid to a side is denied by that side."""
    kinds = {relation.kind for relation in question.relations}
    told = [claims[claim] for claim in question.claims]
    live = [claim for claim in told if claim.stance not in SILENT]
    if any(claim.stance == "deny" for claim in live):
        return "denied"
    if "conflict" in kinds:
        return "disputed"
    if "revision" in kinds:
        return "revised"
    if any(len(backing(question, position, claims)) > 1 for position in agreeing(question)):
        return "corroborated"
    silent = any(claim.stance == "cannot_verify" for claim in told)
    return "unverified" if silent or all(claim.source_kind == "anonymous" for claim in live) else "single_source"


def agreeing(question: QuestionExpected) -> list[set[str]]:
    """The positions as sets of claims, those that agree or are one statement taken together."""
    merged = [set(position.claims) for position in question.positions]
    for relation in question.relations:
        if relation.kind in ("agree", "same_statement"):
            touched = [claims for claims in merged if relation.a in claims or relation.b in claims]
            merged = [claims for claims in merged if claims not in touched] + [set().union(*touched)]
    return merged


def backing(question: QuestionExpected, position: set[str], claims: dict[str, ClaimExpected]) -> list[GroupExpected]:
    """The certain groups that take a position."""
    live = [claims[claim] for claim in position if claims[claim].stance not in SILENT]
    names = {claim.relay[-1] if claim.own_voice() else claim.source_name for claim in live if claim.part == "body"}
    return [group for group in question.independent_sources.groups if group.certain() and names & set(group.names)]


def _text_of(folder: Path, report: str) -> str:
    return next((folder / "reports").glob(f"{report}.*")).read_text(encoding="utf-8")


def faults(folder: Path) -> list[str]:
    """Every fault of the sample in a folder that holds `reports/` and `expected/`, one line each."""
    expected = folder / "expected"
    reports = msgspec.json.decode((expected / "reports.json").read_bytes(), type=list[ReportExpected])
    lines = (expected / "claims.jsonl").read_bytes().splitlines()
    claims = [msgspec.json.decode(line, type=ClaimExpected) for line in lines]
    questions = msgspec.json.decode((expected / "questions.json").read_bytes(), type=list[QuestionExpected])
    texts = {report.id: _text_of(folder, report.id) for report in reports}
    outlets = {report.id: report.outlet or UNNAMED for report in reports}
    found = [fault for report in reports for fault in report_faults(report, texts[report.id])]
    found += twice("report", [report.id for report in reports])
    found += twice("claim", [claim.id for claim in claims])
    found += twice("question", [question.id for question in questions])
    for claim in claims:
        if claim.report not in texts or not claim.id.startswith(f"{claim.report}-"):
            found.append(f"claim {claim.id}: no such report: {claim.report}")
        else:
            told = claim_faults(claim, outlets[claim.report], texts[claim.report])
            found += [f"claim {claim.id}: {fault}" for fault in told]
    known = {claim.id: claim for claim in claims}
    for question in questions:
        found += [f"question {question.id}: {fault}" for fault in question_faults(question, known)]
    return found


def twice(what: str, ids: list[str]) -> list[str]:
    """A fault for every id that is given twice.

    >>> twice("claim", ["001-01", "001-01", "001-02"])
    ['claim 001-01: the id is given twice']
    """
    return [f"{what} {one}: the id is given twice" for one in sorted(set(ids)) if ids.count(one) > 1]


def main() -> int:
    """Checks the folder that is named, or the one that this file stands in."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    try:
        found = faults(folder)
    except (msgspec.MsgspecError, OSError) as error:
        found = [f"expected/ cannot be read: {error}"]
    for fault in found:
        print(fault)
    print("clean" if not found else f"{len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

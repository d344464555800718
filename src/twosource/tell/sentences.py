"""The key sentences of a story: each is made of what its claims say, and says who says it.

Only verbatim words, the names of the claims' sources and outlets, and the dates on which they spoke go into a
sentence; `is_supported` then holds each number and each name against the cited claims, and what does not pass is told
more plainly or not at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from twosource.model import Claim, ClaimRef, Measure, Position, Question, RelationKind, Report, Sentence, Status, Story
from twosource.tell import wording
from twosource.tell.index import Index
from twosource.tell.voices import voice

MOST = 10
"""Sentences of one story: what a reader takes in before the questions themselves."""
ENOUGH = 5
"""From so many sentences on, none tells any more what one source alone says."""
TIER: dict[Status, int] = {
    "disputed": 0,
    "denied": 0,
    "revised": 0,
    "unverified": 1,
    "corroborated": 1,
    "single_source": 2,
}
TOLL: tuple[Measure, ...] = ("killed", "wounded", "killed_or_wounded")
FEWEST = 4
"""A claim of fewer words says nothing without another beside it."""
LENGTH = 170
"""Characters of quoted words in a sentence; the whole of them stands under the question."""

_NUMBER = re.compile(r"\d[\d,]*")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]{3,}")


def sentences(story: Story, reports: Iterable[Report]) -> tuple[Sentence, ...]:
    """The key sentences of a story, the disputed and the changed first; none decides who is right.

    Every sentence names the claims that it rests on; its figures, names and dates stand in them. The claims that
    `reports` does not hold are passed over.
    """
    index = Index(reports)
    questions = sorted(in_order(story.questions), key=_place)
    made: dict[str, Sentence] = {}
    used: set[ClaimRef] = set()
    for question in questions:
        if len(made) >= (ENOUGH if question.status == "single_source" else MOST):
            break
        sentence = _sentence(question, index, used)
        if sentence is None or sentence.text in made:
            continue
        used.update(sentence.claims)
        made[sentence.text] = sentence
    return tuple(made.values())


def in_order(questions: Iterable[Question]) -> list[Question]:
    """Questions as a brief tells them: the disputed and the changed first, single sources last.

    Within each of these, what most reports speak of comes first.
    """

    def rank(question: Question) -> tuple[int, int, int]:
        return TIER[question.status], -_reach(question), -len(set(question.claims()))

    return sorted(questions, key=rank)


def _place(question: Question) -> tuple[int, int]:
    """Where the sentence of a question stands: figures of dead and wounded among the disputed."""
    counts = question.type == "casualties" and len(question.positions) > 2
    tier = 0 if counts and question.status != "single_source" else TIER[question.status]
    return tier, -_reach(question)


def _reach(question: Question) -> int:
    """How many reports speak of a question."""
    return len({ref.report for ref in question.claims()})


def is_supported(sentence: Sentence, index: Index) -> bool:
    """True where each number and capitalised name of a sentence stands in the claims that it cites or their reports."""
    held = [index.at(ref) for ref in sentence.claims if ref in index]
    facts = " ".join(f"{report.words(claim)} {_facts(report, claim)}" for report, claim in held)
    whole = facts + " ".join(report.text for report, _ in held)
    names = set(_NAME.findall(sentence.text)) - set(wording.MONTHS)
    return bool(held) and _numbers(sentence.text) <= _numbers(facts) and all(name in whole for name in names)


def _facts(report: Report, claim: Claim) -> str:
    days = [day for p in (claim.said, claim.when, report.published) if p for day in (p.start, p.end)]
    figures = [report.figures[i].to_dict() for i in claim.figures if 0 <= i < len(report.figures)]
    return json.dumps([days, claim.relay, figures, report.outlet], ensure_ascii=False)


def _numbers(text: str) -> set[str]:
    return {found.replace(",", "").lstrip("0") for found in _NUMBER.findall(text)}


def _sentence(question: Question, index: Index, used: set[ClaimRef]) -> Sentence | None:
    """The first telling of a question that its claims support."""
    for refs, text in _tellings(question, index):
        if used.issuperset(refs):
            continue
        sentence = Sentence(text[:1].upper() + text[1:], refs)
        if is_supported(sentence, index):
            return sentence
    return None


def _tellings(question: Question, index: Index) -> Iterator[tuple[tuple[ClaimRef, ...], str]]:
    """Ways to tell a question, the fullest first."""
    if question.status in ("disputed", "denied"):
        for a, b in (*_pairs(question, index, "conflict")[:6], *_across(question, index)):
            yield (a, b), f"{_says(index, a)}; against this {_says(index, b)}."
    if question.status == "revised":
        for refs in _chains(question, index):
            yield refs, f"{'; later '.join(_says(index, ref) for ref in refs)}."
    if question.type == "casualties":
        for refs in _figures(question, index):
            yield refs, f"Side by side, not averaged: {'; '.join(_says(index, ref) for ref in refs)}."
    if question.status == "corroborated":
        for a, b in _agreeing(question, index):
            yield (a, b), f"{_says(index, a)}; {_says(index, b)}, independently."
    if question.status == "unverified":
        for a, b in _doubted(question, index):
            yield (a, b), f"{_says(index, a)}; {voice(index, b).name} could not verify it."
    for position in question.positions:
        for ref in (ref for ref in _best(position, index) if len(index.words(ref).split()) >= FEWEST):
            yield (ref,), f"{_says(index, ref, alone=question.status == 'single_source')}."


def _says(index: Index, ref: ClaimRef, alone: bool = False) -> str:
    """Who said what, when, through whom: words between quotation marks are the speaker's, others the report's."""
    report, claim = index.at(ref)
    who = voice(index, ref)
    words = wording.shorten(index.words(ref), LENGTH).rstrip(" .,;")
    told = wording.quote(words) if index.is_direct(ref) else words
    when = wording.when_said(claim.said) if claim.said and claim.said.start and claim.said.end else ""
    verb = "reported" if who.own and claim.stance == "assert" else wording.STANCE_PAST[claim.stance]
    name = f"{who.name} alone" if alone and not who.own else who.name
    carrier = "" if who.own else f" ({wording.clean(report.outlet or '') or 'an unnamed outlet'})"
    return f"{' '.join(part for part in (name, verb, when) if part)}: {told}{carrier}"


def _weight(ref: ClaimRef, index: Index) -> tuple[bool, bool, bool, bool]:
    """What may best stand for a position: a statement in the body, by somebody named, on a known day."""
    claim = index.at(ref)[1]
    source = index.source(ref)
    silent = claim.stance in ("decline", "cannot_verify")
    unnamed = source is None or source.kind == "anonymous"
    dated = bool(claim.said and claim.said.start and claim.said.start == claim.said.end)
    return silent, claim.part not in (None, "body"), unnamed, not dated


def _best(position: Position, index: Index) -> list[ClaimRef]:
    """The claims of a position that may stand for it, the best first."""
    return sorted(
        (ref for ref in index.held(position.claims) if index.words(ref)), key=lambda ref: _weight(ref, index)
    )[:3]


def _pairs(question: Question, index: Index, kind: RelationKind) -> list[tuple[ClaimRef, ClaimRef]]:
    """The ends of the relations of one kind, the best first; of a conflict the denial comes second."""
    ends = [(r.a, r.b) for r in question.relations if r.kind == kind and r.a in index and r.b in index]
    told = [pair for pair in ends if all(index.words(ref) for ref in pair)]
    told.sort(key=lambda pair: sorted((_weight(ref, index) for ref in pair), reverse=True))
    return [(b, a) if kind == "conflict" and index.at(a)[1].stance == "deny" else (a, b) for a, b in told]


def _chains(question: Question, index: Index) -> Iterator[tuple[ClaimRef, ...]]:
    """What changed, step by step: one claim of each position along the revisions, the earliest first."""
    place = {ref: n for n, position in enumerate(question.positions) for ref in position.claims}
    pairs = _pairs(question, index, "revision")
    newer = {b for _, b in pairs}
    steps: dict[int, ClaimRef] = {}
    for ref in sorted((ref for pair in pairs for ref in pair), key=lambda ref: _weight(ref, index)):
        steps.setdefault(place.get(ref, -1), ref)
    named = [ref for ref in steps.values() if not any(_weight(ref, index)[:3])]
    chain = named if len(named) > 1 else list(steps.values())
    chain.sort(key=lambda ref: (_said(ref, index), ref in newer))
    if len(chain) > 2:
        yield chain[0], chain[-2], chain[-1]
    if len(chain) > 1:
        yield chain[0], chain[-1]


def _said(ref: ClaimRef, index: Index) -> str:
    said = index.at(ref)[1].said
    return (said.end or said.start or "") if said else ""


def _across(question: Question, index: Index) -> Iterator[tuple[ClaimRef, ClaimRef]]:
    """The best claims of two positions, for a dispute whose relations are not named."""
    best = [refs[0] for refs in (_best(position, index) for position in question.positions) if refs]
    if len(best) > 1:
        yield best[0], best[1]


def _figures(question: Question, index: Index) -> Iterator[tuple[ClaimRef, ...]]:
    """Claims with a figure, one from each position, at least two."""
    found: list[ClaimRef] = []
    for position in question.positions:
        found += [ref for ref in _best(position, index) if _is_toll(ref, index)][:1]
    for most in (4, 3, 2):
        if len(found) >= most:
            yield tuple(found[:most])


def _is_toll(ref: ClaimRef, index: Index) -> bool:
    """True where a claim numbers the dead or wounded."""
    report, claim = index.at(ref)
    figures = (report.figures[n] for n in claim.figures if 0 <= n < len(report.figures))
    return any(f.measure in TOLL and (f.low is not None or f.high is not None) for f in figures)


def _agreeing(question: Question, index: Index) -> Iterator[tuple[ClaimRef, ClaimRef]]:
    """Two claims of one position from two certain groups."""
    group_of = {
        name: n for n, group in enumerate(question.independent_sources.groups) if group.certain for name in group.names
    }
    for position in question.positions:
        first: tuple[int, ClaimRef] | None = None
        for ref in _by_body(index.held(position.claims), index):
            claim = index.at(ref)[1]
            group = next((group_of[name] for name in _names(ref, index) if name in group_of), None)
            if group is None or claim.stance not in ("assert", "acknowledge", "deny"):
                continue
            if first is None:
                first = (group, ref)
            elif first[0] != group:
                yield first[1], ref
                break


def _names(ref: ClaimRef, index: Index) -> Sequence[str]:
    report, claim = index.at(ref)
    source = index.source(ref)
    return [source.name] if source else [name for name in (report.outlet, *claim.relay) if name]


def _by_body(refs: Sequence[ClaimRef], index: Index) -> list[ClaimRef]:
    return sorted(refs, key=lambda ref: index.at(ref)[1].part not in (None, "body"))


def _doubted(question: Question, index: Index) -> Iterator[tuple[ClaimRef, ClaimRef]]:
    """A claim, and the claim of whoever could not verify it."""
    doubts = [ref for ref in index.held(question.claims()) if index.at(ref)[1].stance == "cannot_verify"]
    for position in question.positions:
        for ref in _best(position, index)[:1]:
            if doubts and index.at(ref)[1].stance not in ("cannot_verify", "decline"):
                yield ref, doubts[0]

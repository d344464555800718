"""Shows one thing whole, and explains a claim: its words, what set each field, and what it was compared with."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.errors import NotFoundError
from twosource.model import Brief, Claim, ClaimRef, Position, Question, Relation, Report, Story
from twosource.tell import wording
from twosource.tell.blocks import circumstances, report_line
from twosource.tell.index import Index
from twosource.tell.report import report_text
from twosource.tell.terminal import text
from twosource.tell.view import line_of
from twosource.tell.voices import voice

TOLD = {
    "conflict": ("conflicts with", "conflicts with"),
    "agree": ("agrees with", "agrees with"),
    "compatible": ("is compatible with", "is compatible with"),
    "same_statement": ("is the same statement as", "is the same statement as"),
    "revision": ("is revised by", "revises"),
    "overstates": ("is overstated by", "overstates"),
}
"""How a relation reads from its first end, and from its second."""


def claim_ref(name: str, brief: Brief) -> ClaimRef:
    """The claim that a name means: `REPORT/CLAIM`, the report by its id, the start of it, or its label in the brief.

    Raises `NotFoundError`.
    """
    report_name, _, claim_id = name.rpartition("/")
    index = Index(brief.reports)
    for report in brief.reports:
        named = report_name in (report.id, index.labels[report.id]) or (
            len(report_name) > 3 and report.id.startswith(report_name)
        )
        if named and ClaimRef(report.id, claim_id) in index:
            return ClaimRef(report.id, claim_id)
    raise NotFoundError(f"no claim is called {name!r}; `twosource claims` lists them as REPORT/CLAIM")


def show(name: str, brief: Brief, width: int | None = None) -> tuple[str, ...]:
    """A story, question, report or claim, whole, by its id. Raises `NotFoundError`."""
    for story in brief.stories:
        if name == story.id:
            return _told(brief, story, width)
        for question in story.questions:
            if name == question.id:
                return _told(brief, story.replace(questions=(question,), sentences=()), width)
    for report in brief.reports:
        if name in (report.id, report.origin):
            return tuple(report_text(report, width).splitlines())
    if "/" in name:
        return explain(claim_ref(name, brief), brief)
    raise NotFoundError(f"nothing is called {name!r}; `twosource stories`, `questions` and `claims` list what there is")


def _told(brief: Brief, story: Story, width: int | None) -> tuple[str, ...]:
    reports = tuple(report for report in brief.reports if report.id in story.reports)
    return tuple(text(Brief(reports, (story,)), width).splitlines())


def explain(ref: ClaimRef, brief: Brief) -> tuple[str, ...]:
    """Why a claim stands as it does: its words, the rule or model behind each field, and every comparison.

    Raises `NotFoundError` where the brief does not hold the claim.
    """
    index = Index(brief.reports)
    if ref not in index:
        raise NotFoundError(f"no claim is called {ref.report}/{ref.claim!s}; `twosource claims` lists them")
    report, claim = index.at(ref)
    lines = [f"{index.mark(ref)} {wording.quote(index.words(ref))}", f"in {report_line(report)}"]
    who = voice(index, ref)
    line = line_of(ref, who, (), index)
    lines.append(f"{who.name}{f' ({who.detail})' if who.detail else ''} {', '.join(circumstances(line))}")
    lines += ["", "Fields", *_fields(report, claim)]
    lines += ["", f"Read by {report.made_by or 'an unnamed reader'}"]
    placed = [(s, q, p) for s in brief.stories for q in s.questions for p in q.positions if ref in p.claims]
    for story, question, position in placed:
        lines += ["", *_placed(story, question, position, ref, index)]
    if not placed:
        lines += ["", "In no question: it was compared with nothing."]
    return tuple(lines)


def _fields(report: Report, claim: Claim) -> Iterator[str]:
    """The fields of a claim with what set them."""
    places = [report.places[n].name for n in claim.places if 0 <= n < len(report.places)]
    figures = [wording.figure(report.figures[n]) for n in claim.figures if 0 <= n < len(report.figures)]
    source = report.source_of(claim)
    values = {
        "source": source.name if source else "the outlet itself",
        "relay": " → ".join(claim.relay),
        "stance": claim.stance,
        "certainty": claim.certainty,
        "hedges": ", ".join(span.cut(report.text) for span in claim.hedges),
        "scope": ", ".join(span.cut(report.text) for span in claim.scope),
        "type": claim.type,
        "plover": claim.plover or "",
        "said": wording.period(claim.said),
        "when": wording.period(claim.when),
        "places": ", ".join(places),
        "figures": ", ".join(figures),
        "part": claim.part or "",
        "confidence": "" if claim.confidence is None else f"{claim.confidence:.2f}",
    }
    why: dict[str, list[str]] = {}
    for reason in claim.reasons:
        words = f": {wording.quote(wording.clean(reason.words))}" if reason.words else ""
        why.setdefault(reason.field, []).append(f"{wording.clean(reason.rule)}{words}")
    for name, value in values.items():
        if value or name in why:
            because = f"  ← {'; '.join(why.get(name, []))}" if name in why else ""
            yield f"  {name:<10}  {wording.clean(value) or '–'}{because}"
    for name in why.keys() - values.keys():
        yield f"  {wording.clean(name):<10}  {'; '.join(why[name])}"


def _placed(story: Story, question: Question, position: Position, ref: ClaimRef, index: Index) -> Iterator[str]:
    """The question that a claim was set into, why there, and each comparison in it."""
    yield f"In {story.id} “{wording.clean(story.title)}”"
    status = wording.standing(question.status, question.independent_sources.count)
    why = wording.clean(question.status_reason or "") or wording.STATUS_MEANS[question.status]
    yield f"under {question.id} “{wording.clean(question.text)}”: {status}, {why}"
    reason = f" ({wording.clean(position.reason)})" if position.reason else ""
    yield f"with the answer “{wording.clean(position.answer)}”{reason}"
    for group in question.independent_sources.groups:
        if ref in group.claims or voice(index, ref).name in group.names:
            counted = "certainly independent" if group.certain else "at most"
            why = f": {wording.clean(group.reason)}" if group.reason else ""
            yield f"  counted as {wording.clean(wording.listed(group.names))}, {counted}{why}"
    for relation in question.relations:
        if ref in (relation.a, relation.b):
            yield f"  {_compared(relation, ref, index)}"


def _compared(relation: Relation, ref: ClaimRef, index: Index) -> str:
    first = ref == relation.a
    other = relation.b if first else relation.a
    why = f", because {wording.clean(relation.reason)}" if relation.reason else ""
    told = TOLD[relation.kind][0 if first else 1]
    if other not in index:
        return f"{told} {other.report}/{other.claim}, which is not here{why}"
    words = wording.quote(wording.shorten(index.words(other), 120))
    return f"{told} {voice(index, other).name} {index.mark(other)}: {words}{why}"

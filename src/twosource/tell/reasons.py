"""Explains a question: why its claims are in it, how they stand to each other, how its sources were counted."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.model import Brief, Question
from twosource.tell import wording
from twosource.tell.explain import TOLD
from twosource.tell.index import Index
from twosource.tell.voices import voice


def explain_question(question: Question, brief: Brief) -> tuple[str, ...]:
    """Why a question stands as it does, as lines."""
    index = Index(brief.reports)
    status = wording.standing(question.status, question.independent_sources.count)
    lines = [question.text, f"Status: {status}" + (f", for {question.status_reason}" if question.status_reason else "")]
    for number, position in enumerate(question.positions, 1):
        lines += ["", f"Position {number}: {wording.quote(position.answer)}"]
        if position.reason:
            lines.append(f"  its claims are taken together for: {position.reason}")
        lines += [f"  {index.mark(ref)} {voice(index, ref).name}: {index.words(ref)}" for ref in position.claims]
    lines += ["", "How the claims stand to each other", *(_relations(question, index) or ["  nothing to say"])]
    counted = question.independent_sources
    lines += ["", f"Independent sources: {counted.count} certain, {counted.at_most} at most"]
    for group in counted.groups:
        certain = "counts" if group.certain else "may count"
        lines.append(f"  {certain}: {', '.join(group.names)}" + (f" ({group.reason})" if group.reason else ""))
    return tuple(lines)


def _relations(question: Question, index: Index) -> list[str]:
    def told() -> Iterator[str]:
        for relation in question.relations:
            verb = TOLD[relation.kind][0]
            yield f"  {index.mark(relation.a)} {verb} {index.mark(relation.b)}: {relation.reason}"

    return list(told())

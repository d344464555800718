"""A question: positions side by side, each claim with all that bears on it, relations, independence, and history."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.desk import queries
from twosource.desk.asked import Asked, instant, paged
from twosource.model import ClaimRef, Grade, Group, Position, Question, Relation, Report
from twosource.tell.index import Index
from twosource.tell.view import Line, line_of
from twosource.tell.voices import voice

SHOWN = 5
"""Claims of one position that stand on the page before the rest is one click away."""

RELATIONS = 24
TOLD_FIRST = ("conflict", "revision", "overstates", "agree", "same_statement", "compatible")
"""What changes how an answer is to be read comes first; what merely may hold beside each other is folded away."""

OPENED = 36
"""Reports that are opened for one page: about a third of a millisecond each."""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as the page shows it."""

    ref: ClaimRef
    line: Line
    outlet: str
    grade: Grade | None


@dataclass(frozen=True, slots=True)
class Column:
    """A position with its first claims."""

    number: int
    position: Position
    said: tuple[Said, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation with both its ends as lines; an end that is not opened has none."""

    relation: Relation
    a: Line | None
    b: Line | None


@dataclass(frozen=True, slots=True)
class Counted:
    """A group of names that count once, with its claims among those of the question."""

    number: int
    group: Group
    claims: int


def view(asked: Asked) -> dict[str, object]:
    """The values of the page."""
    story, question = asked.desk.question(str(asked.request.path_params["question"]), asked.at)
    shown = [ref for position in question.positions for ref in position.claims[:SHOWN]]
    ordered = sorted(question.relations, key=lambda relation: TOLD_FIRST.index(relation.kind))
    offset = asked.number("pairs", 0)
    page = paged(ordered[offset : offset + RELATIONS + 1], RELATIONS, offset)
    ends = [ref for relation in page.items for ref in (relation.a, relation.b)]
    ids = list(dict.fromkeys(ref.report for ref in [*shown, *ends]))[:OPENED]
    index = Index(asked.desk.store.reports(ids=ids, current=False))
    with asked.desk.store.looking() as connection:
        home = queries.story_bodies(connection, asked.at, [story]).get(story)
        past = queries.history(connection, question.id, asked.at)
    ties = [Tie(r, _line(r.a, index), _line(r.b, index)) for r in page.items]
    groups = question.independent_sources.groups
    return {
        "question": question,
        "story": home,
        "columns": [_column(n, position, question, index) for n, position in enumerate(question.positions, 1)],
        "ties": [tie for tie in ties if tie.relation.kind != "compatible"],
        "loose": [tie for tie in ties if tie.relation.kind == "compatible"],
        "pairs": page,
        "pairs_from": offset,
        "related": len(question.relations),
        "groups": [Counted(n, group, len(set(group.claims))) for n, group in enumerate(groups, 1)],
        "outlets": {row.name for row in asked.desk.outlets(asked.as_of, asked.at)},
        "history": [(was, instant(was.known_from)) for was in reversed(past)],
        "claims": len(set(question.claims())),
        "reports": len({ref.report for ref in question.claims()}),
    }


def _line(ref: ClaimRef, index: Index) -> Line | None:
    return line_of(ref, voice(index, ref), (), index) if ref in index else None


def _column(number: int, position: Position, question: Question, index: Index) -> Column:
    grades = {grade.claim: grade for grade in question.grades}
    refs = [ref for ref in position.claims if ref in index][:SHOWN]
    said = [Said(ref, _told(ref, index), _outlet(index.at(ref)[0]), grades.get(ref)) for ref in refs]
    return Column(number, position, tuple(said), len(position.claims) - len(said))


def _told(ref: ClaimRef, index: Index) -> Line:
    return line_of(ref, voice(index, ref), (), index)


def _outlet(report: Report) -> str:
    return report.outlet or "an unnamed outlet"

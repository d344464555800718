"""What a brief shows, before it takes a form: text, Markdown and HTML are all made from these views.

Here it is decided what stands first, which alike claims fold into one line, and that nothing is told twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from twosource.model import Brief, ClaimRef, ClaimType, Position, Question, Report, Spans, Stance, Status, Story
from twosource.tell import wording
from twosource.tell.account import Note, notes
from twosource.tell.index import Index, Mark
from twosource.tell.sentences import in_order, sentences
from twosource.tell.voices import Voice, voice

HEADING = 72
"""Characters of an answer that is the very words of a line beneath it, where they stand in full."""
MAX_LINES = 6
"""Lines under one position before the rest is folded into marks: more than a reader compares at a glance."""


@dataclass(frozen=True, slots=True)
class Line:
    """One voice that holds a position: who, through whom, when, how sure, within which limits, and the words."""

    voice: Voice
    mark: Mark
    words: str
    direct: bool
    stance: Stance
    verb: str
    said: str
    when: str
    certainty: str
    hedges: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    part: str = ""
    also: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Folded:
    """A voice whose words already stand elsewhere, with the marks that lead to this telling of them."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class PositionView:
    """An answer with those who give it."""

    key: str
    answer: str
    estimate: str
    lines: tuple[Line, ...]
    folded: tuple[Folded, ...] = ()
    refs: tuple[ClaimRef, ...] = ()

    @property
    def anchor(self) -> str:
        """The HTML id of the position."""
        return f"q{self.key.replace('.', '-')}"

    @property
    def heading(self) -> str:
        """The answer, with the bounds of its figures where it does not name them itself."""
        told = self.answer or "no answer put into words"
        if any(line.words == told for line in self.lines):
            told = wording.shorten(told, HEADING)
        numbers = re.findall(r"\d[\d,.]*", self.estimate)
        return f"{told} ({self.estimate})" if any(number not in told for number in numbers) else told


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with its positions and its line of account."""

    number: str
    anchor: str
    text: str
    type: ClaimType
    status: Status
    positions: tuple[PositionView, ...]
    account: tuple[Note, ...]
    certain: int
    at_most: int
    sides: str
    asked: Question

    @property
    def is_lone(self) -> bool:
        """True where one line says all: one voice, one position, nothing to set beside it."""
        lines = [line for position in self.positions for line in position.lines]
        alone = len(lines) == 1 and not any(position.folded for position in self.positions)
        return alone and self.at_most <= 1 and len(self.account) <= 1 and self.status in ("single_source", "unverified")


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A key sentence and the marks of what it rests on."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story as a brief tells it."""

    number: int
    anchor: str
    title: str
    period: str
    reports: tuple[Report, ...]
    outlets: str
    sentences: tuple[SentenceView, ...]
    questions: tuple[QuestionView, ...]
    story: Story

    @property
    def full(self) -> tuple[QuestionView, ...]:
        """The questions that have more to them than one line."""
        return tuple(question for question in self.questions if not question.is_lone)

    @property
    def lone(self) -> tuple[QuestionView, ...]:
        """The questions that one line answers."""
        return tuple(question for question in self.questions if question.is_lone)


@dataclass(frozen=True, slots=True)
class BriefView:
    """A whole brief, ready to be told in any form."""

    index: Index
    stories: tuple[StoryView, ...]
    headline: str


@dataclass(slots=True)
class _Told:
    """What a brief has said so far, so that it says nothing twice."""

    words: set[tuple[str, str]] = field(default_factory=set)

    def again(self, who: Voice, words: str) -> bool:
        """True where this voice's words were told before; from now on they were."""
        key = (who.key, words.casefold())
        if key in self.words:
            return True
        self.words.add(key)
        return False


def view(brief: Brief) -> BriefView:
    """Everything that a brief shows, in its order."""
    index = Index(brief.reports)
    told = _Told()
    stories = tuple(_story(n, story, index, told) for n, story in enumerate(brief.stories, 1))
    outlets = {report.outlet for report in index.reports.values() if report.outlet}
    counted = (wording.count(len(index.reports), "report"), wording.count(len(outlets), "outlet"))
    headline = f"{counted[0]} from {counted[1]}, {wording.count(len(stories), 'story', 'stories')}"
    return BriefView(index, stories, headline)


def _story(number: int, story: Story, index: Index, told: _Told) -> StoryView:
    reports = tuple(index.reports[key] for key in story.reports if key in index.reports)
    questions = in_order(story.questions)
    told_sentences = story.sentences or sentences(story, reports)
    return StoryView(
        number,
        f"s{number}",
        wording.clean(story.title) or "Untitled story",
        wording.period(story.period) or "no date known",
        reports,
        outlets_of(reports),
        tuple(SentenceView(wording.clean(s.text), distinct(index.marks(s.claims))) for s in told_sentences),
        tuple(_question(f"{number}.{n}", question, index, told) for n, question in enumerate(questions, 1)),
        story,
    )


def outlets_of(reports: Iterable[Report]) -> str:
    """The outlets of some reports, each with how many reports it has where it has several."""
    counted: dict[str, int] = {}
    for report in reports:
        name = wording.clean(report.outlet or "") or "no outlet named"
        counted[name] = counted.get(name, 0) + 1
    names = [
        name if n == 1 else f"{name} ({n})" for name, n in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return wording.listed(names, 8)


def _question(number: str, question: Question, index: Index, told: _Told) -> QuestionView:
    count = question.independent_sources
    positions = (
        _position(f"{number}{_letter(n)}", position, index, told) for n, position in enumerate(question.positions)
    )
    return QuestionView(
        number,
        f"q{number.replace('.', '-')}",
        wording.clean(question.text),
        question.type,
        question.status,
        tuple(position for position in positions if position.lines or position.folded),
        notes(question, index),
        count.count,
        count.at_most,
        wording.listed([wording.side(wording.clean(name)) for name in question.sides]),
        question,
    )


def _letter(n: int) -> str:
    """a, b, … z, then a2, b2, …"""
    letter = chr(ord("a") + n % 26)
    return letter if n < 26 else f"{letter}{n // 26 + 1}"


def _position(key: str, position: Position, index: Index, told: _Told) -> PositionView:
    groups: dict[tuple[object, ...], list[ClaimRef]] = {}
    voices: dict[ClaimRef, Voice] = {}
    for ref in sorted(index.held(position.claims), key=lambda ref: _rank(ref, index)):
        voices[ref] = voice(index, ref)
        claim = index.at(ref)[1]
        groups.setdefault((voices[ref].key, claim.stance, claim.certainty, claim.said), []).append(ref)
    lines: list[Line] = []
    folded: dict[str, list[Mark]] = {}
    for refs in groups.values():
        fresh = [ref for ref in refs if not told.again(voices[ref], index.words(ref))]
        if fresh and len(lines) < MAX_LINES:
            lines.append(line_of(fresh[0], voices[fresh[0]], [ref for ref in refs if ref != fresh[0]], index))
        else:
            folded.setdefault(voices[refs[0]].name, []).extend(index.marks(refs))
    return PositionView(
        key,
        wording.clean(position.answer),
        wording.estimate(position.estimate),
        tuple(lines),
        tuple(Folded(name, tuple(marks)) for name, marks in folded.items()),
        tuple(voices),
    )


def _rank(ref: ClaimRef, index: Index) -> tuple[bool, str]:
    """Body before headings, then by the day it was said; reports keep their order."""
    claim = index.at(ref)[1]
    said = claim.said
    return claim.part not in (None, "body"), (said.start or said.end or "9999") if said else "9999"


def line_of(ref: ClaimRef, who: Voice, others: Iterable[ClaimRef], index: Index) -> Line:
    """A claim as one line; `others` are told by their marks alone."""
    report, claim = index.at(ref)
    when = wording.period(claim.when) if claim.when and claim.when != claim.said else ""
    return Line(
        who,
        index.mark(ref),
        index.words(ref),
        index.is_direct(ref),
        claim.stance,
        "wrote" if who.own and claim.stance == "assert" else wording.STANCE_PAST[claim.stance],
        wording.when_said(claim.said),
        when,
        claim.certainty,
        _cut(report.text, claim.hedges),
        _cut(report.text, claim.scope),
        claim.part if claim.part and claim.part != "body" else "",
        distinct(index.marks(others), index.mark(ref)),
    )


def distinct(marks: Iterable[Mark], but: Mark | None = None) -> tuple[Mark, ...]:
    """Marks that read differently from each other and from one: two to one paragraph tell a reader nothing more."""
    found: dict[str, Mark] = {}
    for mark in marks:
        if but is None or str(mark) != str(but):
            found.setdefault(str(mark), mark)
    return tuple(found.values())


def _cut(text: str, spans: Spans) -> tuple[str, ...]:
    """The words of spans, each once."""
    return tuple(dict.fromkeys(wording.shorten(wording.clean(span.cut(text)), 160) for span in spans))

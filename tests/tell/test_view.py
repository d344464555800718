"""What folds, what comes first, what is told once."""

from __future__ import annotations

from twosource.model import (
    Brief,
    Claim,
    ClaimRef,
    Independence,
    Period,
    Position,
    Question,
    Report,
    Source,
    Span,
    Story,
)
from twosource.tell.view import MAX_LINES, distinct, view

from . import factory

SHOWN = view(factory.brief())


def test_marks_to_one_paragraph_are_told_once() -> None:
    marks = SHOWN.index.marks((factory.ref(1, 4), factory.ref(1, 1), factory.ref(1, 5), factory.ref(1, 2)))
    assert [str(mark) for mark in distinct(marks)] == ["[001 ¶6]", "[001 ¶3]", "[001 ¶4]"]
    assert [str(mark) for mark in distinct(marks, marks[0])] == ["[001 ¶3]", "[001 ¶4]"]


def test_a_claim_told_before_is_told_by_its_mark() -> None:
    schools = next(question for question in SHOWN.stories[0].questions if question.text == "Will it snow?")
    (position,) = schools.positions
    assert position.lines == ()
    assert [(folded.name, [str(mark) for mark in folded.marks]) for folded in position.folded] == [
        ("weather service", ["[R3 ¶7]"])
    ]


def test_what_one_voice_alone_says_stands_apart() -> None:
    assert [question.text for question in SHOWN.stories[0].lone] == ["Did trucks cross the border?", "Who else spoke?"]


def test_many_voices_fold() -> None:
    words = [f"Speaker {n} says it." for n in range(20)]
    text = "\n".join(words)
    starts = [text.index(line) for line in words]
    report = Report(
        "r",
        "1.txt",
        text,
        sources=tuple(Source(f"s{n}", f"Speaker {n}", "person") for n in range(20)),
        claims=tuple(Claim(f"c{n}", (Span(at, at + len(words[n])),), source=f"s{n}") for n, at in enumerate(starts)),
    )
    refs = tuple(ClaimRef("r", f"c{n}") for n in range(20))
    question = Question("q", "What?", "other", "disputed", (Position("it", refs),), (), Independence(20, 20))
    (shown,) = view(Brief((report,), (Story("s", "t", ("r",), (), Period(), (question,)),))).stories
    (position,) = shown.questions[0].positions
    assert len(position.lines) == MAX_LINES
    assert len(position.folded) == 20 - MAX_LINES


def test_a_denial_stands_apart_from_what_the_same_voice_asserts() -> None:
    kelmar = next(question for question in SHOWN.stories[0].questions if question.text == "Who controls Kelmar?")
    assert [line.stance for line in kelmar.positions[1].lines] == ["deny", "assert", "assert"]

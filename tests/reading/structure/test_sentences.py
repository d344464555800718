from __future__ import annotations

import pytest

from twosource.model import Paragraph
from twosource.reading.structure.sentences import sentences_of


def cut(text: str) -> list[str]:
    return [s.cut(text) for s in sentences_of(text, [Paragraph(0, len(text))])]


@pytest.mark.parametrize(
    "sentences",
    [
        ["He came on Jan. 27.", "She left on Feb. 3."],
        ["The bridge fell.[1]", "Two men died.[2][13]", "“Nobody came.”[4]", "That was all.[5]"],
        ["The list [2] names 40. [sic] men were there."],
        ["Gen. Ana Novak and Lt. Col. J. R. Bok spoke.", "Nobody else did."],
        ["The U.S. Army came.", "It left."],
        ["They went to the U.S.", "The others stayed."],
        ["At 5 p.m. Monday it rained.", "At 6 p.m.", "The rain stopped."],
        ["It grew by 3.5 percent to $1.2 million.", "Then it fell."],
        ["“We won’t go.”", "He said no more."],
        ["“Why now?” Novak asked.", "Nobody knew."],
        ["He said: “No.”", "She agreed."],
        ["The quote… from a closed session… is not true.", "It was denied."],
        ["He waited…", "Nobody came."],
        ["Is it over?", "Yes!", "It is."],
        ["He met Ivan P. Novak in St. Ives.", "They talked."],
        ["No. 5 reactor was shut.", "The rest ran."],
        ["Acme Inc. said so.", "The court agreed."],
        ["In 2014.", "Then came 2015."],
        ["They lost 40 lorries by March 10.[9]", "The staff claimed more.[10][11]", "Neither figure is checked."],
        ["He wrote to [the mayor] about version 2.[3] of the plan."],
        ["1. The first point is this.", "It holds."],
        ["(They had left.)", "He stayed."],
        ["Он ушёл.", "Она осталась."],
        ["He fell ill.", "Novak left."],
        ["E.g. rice and flour came.", "More is needed."],
        ["See example.org for more.", "It helps."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


def test_no_space_no_end() -> None:
    assert cut("version 2.0.1 of example.org/a.b?c.d") == ["version 2.0.1 of example.org/a.b?c.d"]


def test_never_across_paragraphs() -> None:
    text = "They came and\nThe rest left"
    found = sentences_of(text, [Paragraph(0, 13), Paragraph(14, 27)])
    assert [(s.cut(text), s.paragraph) for s in found] == [("They came and", 0), ("The rest left", 1)]

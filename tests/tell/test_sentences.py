"""Key sentences: each stands on its claims, none decides, none comes twice."""

from __future__ import annotations

import re

from twosource.model import Period, Sentence, Story
from twosource.tell import sentences
from twosource.tell.index import Index
from twosource.tell.sentences import is_supported

from . import factory

BRIEF = factory.brief()


def told() -> list[Sentence]:
    return [sentence for story in BRIEF.stories for sentence in sentences(story, BRIEF.reports)]


def test_every_number_and_name_stands_in_what_is_cited() -> None:
    index = Index(BRIEF.reports)
    assert len(told()) > 6
    for sentence in told():
        held = [index.at(ref) for ref in sentence.claims]
        facts = " ".join(report.text + str(report.to_dict()["claims"]) + str(report.outlet) for report, _ in held)
        numbers = {n.replace(",", "").lstrip("0") for n in re.findall(r"\d[\d,]*", facts + str(held))}
        assert {n.replace(",", "").lstrip("0") for n in re.findall(r"\d[\d,]*", sentence.text)} <= numbers
        assert is_supported(sentence, index)


def test_a_sentence_with_a_foreign_number_or_name_is_not_supported() -> None:
    index = Index(BRIEF.reports)
    cited = (factory.ref(1, 1),)
    assert is_supported(Sentence("The marines appear to have left, Jonas Veld said on 3 March 2031", cited), index)
    assert not is_supported(Sentence("Some 77 marines appear to have left", cited), index)
    assert not is_supported(Sentence("The marines left, said Xaver", cited), index)
    assert not is_supported(Sentence("The marines left", ()), index)


def test_what_changed_is_told_in_its_order() -> None:
    first = sentences(BRIEF.stories[0], BRIEF.reports)[0].text
    assert first.index("3 March 2031") < first.index("9 March 2031") < first.index("The marines came back")


def test_a_denial_stands_against_the_words_that_it_denies() -> None:
    text = next(s.text for s in sentences(BRIEF.stories[0], BRIEF.reports) if "Ilse Marn" in s.text)
    assert text.startswith("Ilse Marn said on 5 March 2031: “without talks")
    assert "against this State Watch denied" in text


def test_figures_stand_side_by_side() -> None:
    text = next(s.text for s in sentences(BRIEF.stories[0], BRIEF.reports) if s.text.startswith("Side by side"))
    assert [text.index(figure) for figure in ("1,000", "4,000", "11,000 to 12,000")] == sorted(
        text.index(figure) for figure in ("1,000", "4,000", "11,000 to 12,000")
    )


def test_no_sentence_comes_twice() -> None:
    texts = [sentence.text for sentence in told()]
    assert len(texts) == len(set(texts))


def test_a_story_whose_reports_are_missing_has_no_sentences() -> None:
    assert sentences(BRIEF.stories[0], ()) == ()
    assert sentences(Story("s", "t", (), (), Period()), BRIEF.reports) == ()

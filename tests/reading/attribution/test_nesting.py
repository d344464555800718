"""Speech within speech: what the rules add to the one layer that the encoder gives."""

from __future__ import annotations

from twosource.model import Attribution, Span, Spans
from twosource.reading.attribution.nesting import nested, passed_over, untangled

TEXT = "Lake Radio reported that the general said the fort had fallen."


def span(words: str) -> Spans:
    at = TEXT.index(words)
    return (Span(at, at + len(words)),)


OUTER = Attribution("a1", span("Lake Radio"), span("reported"), span("the general said the fort had fallen"))
INNER = Attribution("a2", span("the general"), span("said"), span("the fort had fallen"))


def test_the_inner_one_is_added() -> None:
    assert nested([OUTER], [OUTER, INNER]) == [INNER]


def test_the_outer_one_is_added() -> None:
    assert nested([INNER], [OUTER, INNER]) == [OUTER]


def test_what_stands_apart_is_not() -> None:
    aside = Attribution("a3", (Span(100, 104),), (Span(105, 109),), (Span(110, 140),))
    assert nested([OUTER], [aside]) == []


def test_the_same_words_told_through_two_are_two() -> None:
    through = Attribution("a3", (Span(70, 75),), (Span(64, 69),), span("the fort had fallen"))
    assert nested([INNER], [through]) == [through]


def test_a_crossed_link_is_put_right() -> None:
    text_says = Attribution("a1", (Span(40, 45),), (Span(20, 24),), (Span(0, 18),))
    says = Attribution("r1", (Span(25, 30),), (Span(20, 24),), (Span(0, 18),))
    according = Attribution("r2", (Span(40, 45),), (Span(32, 39),), (Span(0, 18),))
    assert untangled([text_says], [says, according]) == [says, according]
    assert untangled([says], [says, according]) == [says]


def test_what_the_encoder_passed_over_is_taken_from_the_rules() -> None:
    apart = Attribution("a3", (Span(100, 104),), (Span(105, 109),), (Span(110, 140),))
    nameless = Attribution("a4", (), (Span(205, 209),), (Span(210, 240),))
    assert passed_over([OUTER], [OUTER, INNER, apart, nameless]) == [apart]

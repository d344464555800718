"""Speech within speech: what the rules add to the one layer that the encoder gives."""

from __future__ import annotations

from twosource.model import Attribution, Span, Spans, cut_all
from twosource.reading.attribution.nesting import completed, nested, passed_over, untangled

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


def told(text: str, source: str, cue: str, content: str) -> Attribution:
    parts = (text.index(words) for words in (source, cue, content))
    spans = [Span(at, at + len(words)) for at, words in zip(parts, (source, cue, content), strict=True)]
    return Attribution("a0", (spans[0],), (spans[1],), (spans[2],))


def test_a_circumstance_is_completed_by_the_words_that_it_leads_in() -> None:
    text = "Mr Lund added that during a visit to Tolm, Mayor Berg said that the bridge was gone."
    outer = told(text, "Mr Lund", "added", "that during a visit to Tolm,")
    inner = told(text, "Mayor Berg", "said", "that the bridge was gone")
    whole, same = completed([outer, inner], text)
    assert cut_all(text, whole.content) == "that during a visit to Tolm, Mayor Berg said that the bridge was gone"
    assert same == inner


def test_words_of_its_own_are_left_as_they_are() -> None:
    text = "Mr Lund added that the road was cut, Mayor Berg said that the bridge was gone."
    outer = told(text, "Mr Lund", "added", "that the road was cut,")
    inner = told(text, "Mayor Berg", "said", "that the bridge was gone")
    assert completed([outer, inner], text) == [outer, inner]

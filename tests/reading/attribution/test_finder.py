"""What holds of the attributions of any text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.model import Layout, cut_all
from twosource.reading.attribution import find, trace

LayOut = Callable[[str], Layout]
PIECES = (
    "said", "told", "he", "the mayor", "Ana", "Lesk", "that", ",", ".", ":", "“", "”", "according to", "to", "citing",
    "reportedly", "is", "believed", "was", "who", "and", "but", "claims", "“We left,”", "adding", "\n", "(", ")", "—",
    "'s", "on Friday", "vowed", "denied", "not", "of", "in", "report", "asked", "whether", "?", "é", "\u200b", "12",
)  # fmt: skip
newsy = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
@given(st.one_of(newsy, st.text(max_size=120)))
def test_nothing_raises_and_spans_are_sound(plain_layout: LayOut, text: str) -> None:
    for attribution in find(plain_layout(text)):
        assert attribution.content
        assert attribution.cue
        for spans in (attribution.source, attribution.cue, attribution.content):
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(newsy)
def test_reading_twice_gives_the_same(plain_layout: LayOut, text: str) -> None:
    assert find(plain_layout(text)) == find(plain_layout(text))


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“We left,” he said.", "direct"),
        ("He said “we left.”", "direct"),
        ("He said they had “left for good.”", "mixed"),
        ("He said they had left.", "indirect"),
    ],
)
def test_mode(plain_layout: LayOut, text: str, mode: str) -> None:
    assert [attribution.mode for attribution in find(plain_layout(text))] == [mode]


def test_a_quotation_runs_on_over_paragraphs(plain_layout: LayOut) -> None:
    text = "“We left,” he said. “It was late.”\n“Nobody saw us.”\nThe village is empty."
    (attribution,) = find(plain_layout(text))
    assert cut_all(text, attribution.content) == "“We left,” … “It was late.” … “Nobody saw us.”"


def test_the_words_may_follow_in_the_next_paragraph(plain_layout: LayOut) -> None:
    text = "The mayor said:\n“Nobody saw us.”"
    (attribution,) = find(plain_layout(text))
    assert cut_all(text, attribution.content) == "“Nobody saw us.”"


@pytest.mark.parametrize(
    "text",
    [
        "The “special operation” goes on.",
        "The state of the road is poor.",
        "Two of the claims were old.",
        "He ran home.",
        "",
    ],
)
def test_what_attributes_nothing(plain_layout: LayOut, text: str) -> None:
    assert find(plain_layout(text)) == ()


def test_ids_follow_the_text(plain_layout: LayOut) -> None:
    found = find(plain_layout("He said the road is shut. She said the road is open."))
    assert [attribution.id for attribution in found] == ["a1", "a2"]
    assert found[0].content[0].start < found[1].content[0].start


def test_trace_tells_class_and_rule(plain_layout: LayOut) -> None:
    (traced,) = trace(plain_layout("The army denied that the village had fallen."))
    assert (traced.kind, traced.rule) == ("deny", "clause|deny")

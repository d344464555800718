"""Figures in whole texts: offsets, bounds, names, repeats; and that nothing raises."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Document, Layout
from twosource.reading import figures
from twosource.reading.structure import lay_out

PIECES = """at least more than between and 5 14-15,000 two dozen hundreds of soldiers killed wounded were was km % $ ( )
, . ; including others no not from to half the a people square miles 2014 Jan. 27 -year-old 3-1 by rose per day ’ “"""
WORDS = st.sampled_from(PIECES.split())
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))


@given(TEXTS)
def test_offsets_cut_and_bounds_are_ordered(text: str) -> None:
    found = figures.find(Layout(text))
    for figure in found:
        assert 0 <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end].strip()
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        for other in (figure.same_as, figure.part_of):
            assert other is None or (0 <= other < len(found) and found[other] != figure)
    assert [f.start for f in found] == sorted(f.start for f in found)


def test_of_whom_in_canonical_words() -> None:
    (figure,) = figures.find(Layout("At least 700 Utopian soldiers were killed."))
    assert figure.of == "Utopian troops"
    assert figure.unit == "people"


def test_words_are_cut_with_their_bounds_and_noun() -> None:
    text = "Officials say that at least 700 Utopian soldiers were killed."
    (figure,) = figures.find(Layout(text))
    assert text[figure.start : figure.end] == "at least 700 Utopian soldiers"


def test_conversion_that_does_not_agree_is_two_figures() -> None:
    found = figures.find(Layout("It covers 500 square kilometers (486 square miles)."))
    assert [round(f.low or 0) for f in found] == [500, 1259]


def test_vague_mention_points_to_the_exact_one() -> None:
    found = figures.find(Layout("Several insurgents were detained.\nIn all eight insurgents were detained."))
    assert [(f.low, f.same_as) for f in found] == [(3, 1), (8, None)]


def test_part_is_marked_as_part_and_left_out_of_sums() -> None:
    whole, part = figures.find(Layout("Six people, including two children, were killed."))
    assert (whole.same_as, part.same_as, part.part_of) == (None, 0, 0)


def test_denied_number_is_marked() -> None:
    denied, true = figures.find(Layout("Not 300 miners but 20 to 40 miners were killed."))
    assert (denied.high, denied.denied) == (300, True)
    assert (true.low, true.high, true.denied) == (20, 40, False)


def test_furniture_is_passed_over() -> None:
    layout = lay_out(Document(None, "Twelve people were killed."))
    marked = layout.replace(paragraphs=tuple(p.replace(furniture=True) for p in layout.paragraphs))
    assert figures.find(layout)
    assert not figures.find(marked)


def test_time_grows_with_length_only() -> None:
    text = "At least 12 people were killed and 30 others, including 5 children, wounded "
    start = time.process_time()
    figures.find(Layout(text * 300))
    short = time.process_time() - start
    start = time.process_time()
    figures.find(Layout(text * 3000))
    assert time.process_time() - start < 40 * short + 1

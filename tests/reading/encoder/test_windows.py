"""Windows: every piece of what is read stands in just one, in order, and none is too long."""

from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Document, Layout, Span
from twosource.reading.encoder.pieces import pieces_of
from twosource.reading.encoder.windows import LONGEST, START, STOP, read_paragraphs, windows_of
from twosource.reading.structure import lay_out

LENGTHS = st.lists(st.integers(1, 700), max_size=8)


@given(LENGTHS, st.integers(2, LONGEST))
def test_each_piece_once(lengths: list[int], first: int) -> None:
    text = "\n\n".join("word " * length for length in lengths)
    pieces = pieces_of(Layout(text))
    paragraphs, at = [], 0
    for length in lengths:
        paragraphs.append(Span(at, at + 5 * length))
        at += 5 * length + 2
    windows = list(windows_of(pieces, paragraphs, first=first))
    held = list(chain.from_iterable(w.at[w.at >= 0].tolist() for w in windows))
    assert held == list(range(len(pieces.ids)))
    for window in windows:
        assert len(window.ids) <= LONGEST + 1
        assert window.ids[0] == START
        assert window.ids[-1] == STOP


def test_a_long_paragraph_is_cut_where_a_sentence_ends() -> None:
    text = "The river rose again in the night and took the lower road. " * 40
    layout = lay_out(Document(None, text))
    pieces = pieces_of(layout)
    windows = list(windows_of(pieces, read_paragraphs(layout), layout.sentences))
    assert len(windows) > 1
    for window in windows:
        last = window.at[window.at >= 0][-1]
        assert text[pieces.starts[last] : pieces.ends[last]] == "."


def test_furniture_is_passed_over() -> None:
    layout = lay_out(
        Document(None, "Dam fails\n\nThe dam failed on Monday.\n\nShare this on Facebook\n\nSubscribe now")
    )
    read = [span.cut(layout.text) for span in read_paragraphs(layout)]
    assert "The dam failed on Monday." in read
    assert "Subscribe now" not in read

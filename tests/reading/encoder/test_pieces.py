"""Pieces: offsets into the text as it stands, case and quotation of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Document, Layout
from twosource.reading.encoder.pieces import CAPITAL, CAPITALS, LOWER, MIXED, OTHER, pieces_of
from twosource.reading.structure import lay_out


@given(st.text(max_size=200))
def test_pieces_stand_in_order_within_any_text(text: str) -> None:
    pieces = pieces_of(Layout(text))
    last = 0
    for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True):
        assert last <= start < end <= len(text)
        last = start
    assert len(pieces.ids) == len(pieces.cases) == len(pieces.quotes)


@pytest.mark.parametrize(
    ("word", "case"),
    [("dam", LOWER), ("Dam", CAPITAL), ("DAM", CAPITALS), ("McDam", MIXED), ("12", OTHER), ("Élodie", CAPITAL)],
)
def test_the_case_of_a_word_is_that_of_all_its_pieces(word: str, case: int) -> None:
    assert set(pieces_of(Layout(word)).cases.tolist()) == {case}


def test_quoted_words_are_known() -> None:
    text = "The mayor said: “We lost the bridge.” Nobody answered."
    pieces = pieces_of(lay_out(Document(None, text)))
    quoted = [text[a:b] for a, b, q in zip(pieces.starts, pieces.ends, pieces.quotes, strict=True) if q]
    assert quoted == ["We", "lost", "the", "bridge", "."]

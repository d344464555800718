"""Decoding: the best sequence in which no inside stands without its begin."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from twosource.reading.encoder.decode import spans

SCORES = st.integers(1, 40).flatmap(
    lambda n: arrays(np.float32, (n, 5), elements=st.floats(-8, 8, width=32, allow_nan=False))
)


@given(SCORES)
def test_spans_are_in_order_and_apart(scores: npt.NDArray[np.float32]) -> None:
    found = spans(scores, [(0, len(scores))])
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(scores)
        assert one.kind in (0, 1)
        assert 0 < one.sure <= 1
        end = one.end


def test_an_inside_without_a_begin_is_mended() -> None:
    scores = np.array([[0, 3, 4], [0, 0, 5], [5, 0, 0]], np.float32)
    (found,) = spans(scores, [(0, 3)])
    assert (found.start, found.end) == (0, 2)


def test_spans_do_not_cross_paragraphs() -> None:
    scores = np.array([[0, 5, 0], [0, 0, 5], [0, 1, 5], [0, 0, 5]], np.float32)
    found = spans(scores, [(0, 2), (2, 4)])
    assert [(one.start, one.end) for one in found] == [(0, 2), (2, 4)]


def test_transitions_tip_the_balance() -> None:
    scores = np.array([[0, 4, 0], [1, 0.8, 0.9], [0, 0, 4]], np.float32)
    steps = np.zeros((3, 3), np.float32)
    assert len(spans(scores, [(0, 3)], steps)) == 1
    steps[2, 2] = -9
    assert [(one.start, one.end) for one in spans(scores, [(0, 3)], steps)] != [(0, 3)]


def test_paragraphs_side_by_side_decode_as_alone() -> None:
    dice = np.random.default_rng(3)
    scores = dice.normal(size=(60, 7)).astype(np.float32) * 3
    rows = [(0, 7), (7, 30), (30, 31), (31, 60)]
    together = [(one.start, one.end, one.kind) for one in spans(scores, rows)]
    apart = [(one.start, one.end, one.kind) for row in rows for one in spans(scores, [row])]
    assert together == sorted(apart)

"""The network: the right weights, a reading that depends on its text alone, and nothing that raises."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.errors import BrokenInstallError
from twosource.model import Document
from twosource.reading.encoder import encode, session
from twosource.reading.structure import lay_out

TEXT = "Dam fails above the town\n\nAt least 12 people were killed, Civil Protection spokesman Ivo Halas said."


def test_the_weights_are_those_of_the_card() -> None:
    held = session.card()["sha256"]
    assert isinstance(held, dict)
    for name in ("encoder.onnx", "heads.npz"):
        assert hashlib.sha256((session.DATA / name).read_bytes()).hexdigest() == held[name]


def test_damaged_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "card", lambda: {"sha256": {"heads.npz": "0" * 64}})
    session.weights.cache_clear()
    with pytest.raises(BrokenInstallError, match="install twosource anew"):
        session.weights()


def test_a_reading_is_the_same_after_others_and_among_them() -> None:
    layout = lay_out(Document(None, TEXT))
    alone = encode(layout)
    encode(lay_out(Document(None, "Something else entirely. " * 400)))
    with ThreadPoolExecutor(3) as pool:
        others = list(pool.map(encode, [layout] * 6))
    for other in others:
        assert np.array_equal(alone.hidden, other.hidden)
        assert np.array_equal(alone.tags["roles"], other.tags["roles"])


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_encoded(text: str) -> None:
    encoded = encode(lay_out(Document(None, text)))
    assert len(encoded.hidden) == len(encoded.pieces.ids)
    assert all(len(scores) == len(encoded.hidden) for scores in encoded.tags.values())


def test_ranges_hold_the_words() -> None:
    encoded = encode(lay_out(Document(None, TEXT)))
    start = TEXT.index("Ivo Halas")
    a, b = encoded.range_of(start, start + 9)
    assert TEXT[encoded.pieces.starts[a] : encoded.pieces.ends[b - 1]] == "Ivo Halas"
    assert encoded.range_of(len(TEXT), len(TEXT) + 3)[0] == len(encoded.pieces.ids)

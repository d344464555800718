"""Linking: each content to its cue, each cue to its source."""

from __future__ import annotations

from twosource.model import Document
from twosource.reading.encoder import encode
from twosource.reading.encoder.linking import linked
from twosource.reading.encoder.session import weights
from twosource.reading.encoder.sureness import FEATURES, features, sureness
from twosource.reading.structure import lay_out

TEXT = (
    "The army withdrew from the valley, Defense Minister Ana Ruiz said on Monday. "
    "Two people were killed in the retreat, according to the Red Cross."
)


def test_each_has_its_own_source() -> None:
    encoded = encode(lay_out(Document(None, TEXT)))
    found = linked(encoded, weights()["steps"])

    def words(start: int, end: int) -> str:
        return TEXT[encoded.pieces.starts[start] : encoded.pieces.ends[end - 1]]

    sources = {
        words(one.cue.start, one.cue.end): one.source and words(one.source.start, one.source.end) for one in found
    }
    assert "Ana Ruiz" in str(sources["said"])
    assert "Red Cross" in str(sources["according to"])


def test_sureness_is_a_probability_of_named_features() -> None:
    encoded = encode(lay_out(Document(None, TEXT)))
    found = linked(encoded)
    assert len(weights()["sure"]) == len(FEATURES) == len(features(encoded, found[0]))
    assert all(0 < value < 1 for value in sureness(encoded, found))
    assert len(sureness(encoded, [])) == 0


def test_nothing_is_linked_where_nothing_is_said() -> None:
    assert linked(encode(lay_out(Document(None, "")))) == []

"""The small heads: certainty of events, kinds of claims, words within a claim."""

from __future__ import annotations

import pytest

from twosource.model import Document, Span
from twosource.reading.encoder import encode
from twosource.reading.encoder.heads import Claimed, kinds, marks
from twosource.reading.structure import lay_out


@pytest.mark.parametrize(
    ("text", "content", "cue", "kind"),
    [
        ("The ministry said 40 soldiers were killed in the ambush.", "40 soldiers were killed", "said", "casualties"),
        ("The president dismissed the army chief, the palace said.", "dismissed the army chief", "said", "personnel"),
        ("The palace fired rockets at the port, it said.", "fired rockets at the port", "said", "attack"),
    ],
)
def test_the_type_of_plain_statements(text: str, content: str, cue: str, kind: str) -> None:
    encoded = encode(lay_out(Document(None, text)))
    at, said = text.index(content), text.index(cue)
    (found,) = kinds(encoded, [([Span(at, at + len(content))], [Span(said, said + len(cue))])])
    assert found is not None
    assert sum(found.types.values()) == pytest.approx(1, abs=1e-3)
    assert max(found.types, key=found.types.__getitem__) == kind


def test_a_denial_is_told_from_a_saying() -> None:
    text = "The army denied that it had shelled the market. The army said that it had shelled the depot."
    encoded = encode(lay_out(Document(None, text)))
    denied, said = kinds(encoded, [([Span(21, 46)], [Span(9, 20)]), ([Span(67, 91)], [Span(57, 61)])])
    assert denied is not None
    assert said is not None
    assert denied.stances["deny"] > said.stances["deny"]


def test_words_that_were_not_read_have_no_kind() -> None:
    encoded = encode(lay_out(Document(None, "")))
    assert kinds(encoded, [([Span(0, 0)], [])]) == [None]
    assert kinds(encoded, []) == []
    assert Claimed(encoded).share([Span(0, 0)]) == 0.0
    assert marks(encoded) == {"hedge": [], "limit": []}


def test_hedges_are_marked() -> None:
    text = "The drone probably came from the north, the general said."
    found = marks(encode(lay_out(Document(None, text))))
    assert [span.cut(text) for span in found["hedge"]] == ["probably"]

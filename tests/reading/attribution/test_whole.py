"""All attributions of a text, by the encoder and the rules together."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Document, cut_all
from twosource.reading import attribution
from twosource.reading.encoder import encode
from twosource.reading.structure import lay_out


def read(text: str) -> list[tuple[str, str, str]]:
    layout = lay_out(Document(None, text))
    return [
        (cut_all(text, one.source), cut_all(text, one.cue), cut_all(text, one.content))
        for one in attribution.find(layout, encode(layout))
    ]


def test_a_plain_saying() -> None:
    text = "The dam was never inspected, the water board's director, Ana Brandt, told reporters on Friday."
    ((source, cue, content),) = read(text)
    assert "Ana Brandt" in source
    assert "told" in cue
    assert content.startswith("The dam was never inspected")


def test_two_layers() -> None:
    text = "Lake Radio reported on Monday that the general had said that the northern fort had fallen to the rebels."
    found = read(text)
    assert any("Lake Radio" in source for source, _, _ in found)
    assert any("general" in source and "fort" in content for source, _, content in found)


def test_how_much_is_quoted() -> None:
    text = "“We lost the bridge and the road,” the mayor said. The mayor said the bridge was lost."
    layout = lay_out(Document(None, text))
    assert [one.mode for one in attribution.find(layout, encode(layout))] == ["direct", "indirect"]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    layout = lay_out(Document(None, text))
    for one in attribution.find(layout, encode(layout)):
        for part in (*one.source, *one.cue, *one.content):
            assert 0 <= part.start < part.end <= len(text)

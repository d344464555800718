"""A plain layout for invented texts, so that these tests hang on no other part of reading."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from twosource.model import Layout, Paragraph, Quotation, Span
from twosource.model.layout import Sentence


def lay_out(text: str) -> Layout:
    """Lines are paragraphs, curly marks quote, and a full stop before a blank ends a sentence."""
    paragraphs, sentences, quotations = [], [], []
    for line in re.finditer(r"\S[^\n]*", text):
        paragraphs.append(Paragraph(line.start(), line.end(), number=len(paragraphs) + 1))
        for match in re.finditer(r"“([^“”]+)”", line.group()):
            at = line.start() + match.start()
            outer = Span(at, line.start() + match.end())
            quotations.append(Quotation(at + 1, outer.end - 1, outer=outer))
        for match in re.finditer(r"\S.*?(?:[.!?]”?(?=\s+[A-Z“]|$)|$)", line.group()):
            at = line.start() + match.start()
            sentences.append(Sentence(at, line.start() + match.end(), paragraph=len(paragraphs) - 1))
    return Layout(text, paragraphs=tuple(paragraphs), sentences=tuple(sentences), quotations=tuple(quotations))


@pytest.fixture
def plain_layout() -> Callable[[str], Layout]:
    """The function that lays an invented text out."""
    return lay_out

"""Lays a text out: furniture, title, items, paragraphs, sentences, quotations."""

from __future__ import annotations

import re

from twosource.model import Document, Item, Layout, Paragraph
from twosource.model.layout import Sentence

__all__ = ["lay_out"]


def lay_out(document: Document) -> Layout:
    """The layout of a document's text."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    for match in re.finditer(r"\S[^\n\r]*\S|\S", document.text):
        paragraphs.append(Paragraph(match.start(), match.end(), number=len(paragraphs) + 1))
        for part in re.finditer(r"\S.*?[.!?]+[\"”’)]*(?=\s|$)|\S.*\S|\S", match.group(), re.S):
            start = match.start() + part.start()
            sentences.append(Sentence(start, match.start() + part.end(), paragraph=len(paragraphs) - 1))
    items = (Item(0, len(document.text)),)
    return Layout(document.text, paragraphs=tuple(paragraphs), sentences=tuple(sentences), items=items)

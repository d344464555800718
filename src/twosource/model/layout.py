"""How a text is laid out: paragraphs, their parts and items, sentences and quotations.

The first step of reading makes a `Layout`; all later steps read it. It is not part of the public JSON.
"""

from __future__ import annotations

from twosource.model.base import Record, Span, Spans
from twosource.model.report import Boilerplate, Item, Part, Skipped


class Paragraph(Span, frozen=True):
    """A paragraph without the white space around it; `number` counts from 1 in the order of the text."""

    number: int = 0
    item: int = 0
    part: Part = "body"
    furniture: bool = False


class Sentence(Span, frozen=True):
    """A sentence without the white space around it; `paragraph` indexes `Layout.paragraphs`."""

    paragraph: int = 0


class Quotation(Span, frozen=True):
    """Quoted words without their marks. `closed` is False where the closing mark is missing."""

    outer: Span = Span(0, 0)
    closed: bool = True


class Layout(Record, frozen=True):
    """A text and how it is laid out. Everything holds offsets into `text`, in order, and none overlaps its like."""

    text: str
    title: Span | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    items: tuple[Item, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    byline: Spans = ()

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds an offset."""
        return next((p for p in self.paragraphs if p.start <= offset < p.end), None)

"""How a text is laid out: paragraphs, their parts and items, sentences and quotations.

The first step of reading makes a `Layout`; all later steps read it. It is not part of the public JSON.
"""

from __future__ import annotations

from bisect import bisect_right

from twosource.model.base import Record, Span, Spans
from twosource.model.report import Boilerplate, Item, Part, Skipped


class Paragraph(Span, frozen=True):
    """A paragraph without the white space around it; `number` counts from 1 in the order of the text.

    `item` indexes `Layout.items`. `furniture` is True where the whole paragraph is boilerplate.
    """

    number: int = 0
    item: int = 0
    part: Part = "body"
    furniture: bool = False


class Sentence(Span, frozen=True):
    """A sentence without the white space around it; `paragraph` indexes `Layout.paragraphs`."""

    paragraph: int = 0


class Quotation(Span, frozen=True):
    """Quoted words without their marks; `outer` holds the marks too, where they are there.

    A quotation lies within one paragraph. One that runs over several paragraphs is one `Quotation` a paragraph, and
    `continues` is True in all but the last. `closed` is False where the closing mark is missing, be it by that custom
    or by mistake. `depth` is 0 for an outermost quotation and 1 for one inside it; those of one depth do not overlap.
    """

    outer: Span = Span(0, 0)
    closed: bool = True
    depth: int = 0
    continues: bool = False


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
        index = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
        if index < 0 or offset >= self.paragraphs[index].end:
            return None
        return self.paragraphs[index]

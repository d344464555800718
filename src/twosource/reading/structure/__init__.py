"""Lays a text out: furniture, title, items, paragraphs, sentences, quotations."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Boilerplate, Document, Layout, Paragraph, Part, Span
from twosource.reading.structure.items import Cut, items_of
from twosource.reading.structure.lines import blocks_of, lines_of
from twosource.reading.structure.pieces import Piece, pieces_of
from twosource.reading.structure.quotations import quotations_of
from twosource.reading.structure.sentences import sentences_of

__all__ = ["lay_out"]


def lay_out(document: Document) -> Layout:
    """The layout of a document's text.

    >>> text = "Bridge falls in the flood\\n\\nBy Ana Novak\\n\\nThe bridge fell. Nobody was hurt."
    >>> layout = lay_out(Document(None, text))
    >>> layout.title.cut(layout.text), [sentence.cut(layout.text) for sentence in layout.sentences[2:]]
    ('Bridge falls in the flood', ['The bridge fell.', 'Nobody was hurt.'])
    """
    text = document.text
    marked = _clean(document.boilerplate, len(text))
    pieces, top = pieces_of(text, blocks_of(text, lines_of(text)), document.title, marked)
    cut = items_of(text, pieces, top)
    paragraphs = _paragraphs(pieces, cut)
    quotations, skipped = quotations_of(text, paragraphs)
    return Layout(
        text,
        title=None if top is None else Span(pieces[top].start, pieces[top].end),
        paragraphs=paragraphs,
        sentences=sentences_of(text, paragraphs),
        quotations=quotations,
        items=cut.items,
        boilerplate=_boilerplate(marked, pieces),
        skipped=skipped,
        byline=tuple(Span(piece.start, piece.end) for piece in pieces if piece.kind == "byline"),
    )


def _paragraphs(pieces: Sequence[Piece], cut: Cut) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            piece.start,
            piece.end,
            number=index + 1,
            item=cut.of_piece[index],
            part=_part(piece, index, cut),
            furniture=piece.kind is not None,
        )
        for index, piece in enumerate(pieces)
    )


def _part(piece: Piece, index: int, cut: Cut) -> Part:
    if index in cut.teaser and piece.part in ("body", "heading"):
        return "teaser"
    return "heading" if index in cut.headings and piece.part == "body" else piece.part


def _clean(marked: Sequence[Boilerplate], length: int) -> list[Boilerplate]:
    """What the extractor marked, in order, within the text and without overlap."""
    out: list[Boilerplate] = []
    for span in sorted(marked, key=lambda b: (b.start, b.end)):
        start = max(span.start, out[-1].end if out else 0)
        if start < min(span.end, length):
            out.append(Boilerplate(start, min(span.end, length), kind=span.kind))
    return out


def _boilerplate(marked: Sequence[Boilerplate], pieces: Sequence[Piece]) -> tuple[Boilerplate, ...]:
    """What the extractor marked and, beside it, the furniture found in the text."""
    out, at = list(marked), 0
    for piece in pieces:
        if piece.kind is None:
            continue
        while at < len(marked) and marked[at].end <= piece.start:
            at += 1
        if at == len(marked) or marked[at].start >= piece.end:
            out.append(Boilerplate(piece.start, piece.end, kind=piece.kind))
    return tuple(sorted(out, key=lambda b: b.start))

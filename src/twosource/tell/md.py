"""A brief as Markdown (CommonMark); every mark stands as it does in text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from twosource.model import Brief
from twosource.tell.blocks import Block, Kind, Piece, blocks
from twosource.tell.view import view

BEFORE: dict[Kind, str] = {
    "headline": "# ",
    "story": "\n## ",
    "heading": "\n### ",
    "about": "\n",
    "question": "\n### ",
    "position": "\n",
    "line": "- ",
    "note": "\n> ",
    "item": "- ",
    "paragraph": "\n",
}
_SPECIAL = re.compile(r"([\\`*_\[\]|~$#])")


def escape(text: str) -> str:
    """Text in which Markdown and HTML find nothing to act on.

    >>> escape("<b> *x* [y](z)")
    '&lt;b&gt; \\\\*x\\\\* \\\\[y\\\\](z)'
    """
    return _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def markdown(brief: Brief) -> str:
    """The brief as Markdown.

    >>> markdown(Brief((), ()))
    '# 0 reports from 0 outlets, 0 stories\\n'
    """
    return render(blocks(view(brief)))


def render(told: Iterable[Block]) -> str:
    """Blocks as Markdown."""
    lines: list[str] = []
    last: Kind | None = None
    for block in told:
        gap = "\n" if block.kind in ("line", "item") and last not in ("line", "item") else ""
        lines.append(gap + BEFORE[block.kind] + "".join(_piece(piece, block.kind) for piece in block.pieces).strip())
        last = block.kind
    return "\n".join(lines) + "\n"


def _piece(piece: Piece, kind: Kind) -> str:
    """A piece; strong words bold, but for those in headings."""
    bare = piece.text.strip()
    if piece.style == "mark" or not bare:
        return piece.text
    told = escape(piece.text)
    if piece.style == "strong" and kind not in ("question", "heading", "story"):
        written = escape(bare)
        return told.replace(written, f"**{written}**", 1)
    if piece.style == "status":
        return f"({told.lower()})"
    return told

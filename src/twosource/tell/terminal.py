"""A brief as text for a terminal, a mail or a pipe."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from typing import Literal

from rich.console import Console
from rich.text import Text

from twosource.model import Brief
from twosource.tell.blocks import Block, Kind, Piece, Style, blocks
from twosource.tell.view import view

STYLES: dict[Style, str] = {
    "plain": "",
    "strong": "bold",
    "words": "",
    "mark": "cyan",
    "status": "bold magenta",
    "faint": "dim",
    "label": "dim",
}
INDENT: dict[Kind, int] = {"about": 3, "item": 3, "question": 3, "position": 3, "line": 9, "note": 3, "paragraph": 3}
HANG: dict[Kind, int] = {"item": 2, "position": 6, "line": 2, "note": 6, "question": 4, "paragraph": 5}
GAP: tuple[Kind, ...] = ("story", "heading", "question")
"""Kinds before which a line is left empty."""
JOINER = "\ue000"
"""Stands for the space within a mark while lines are cut, so that none is cut in two."""
NARROWEST = 40
"""Below this width, indents leave nothing to read."""


def text(brief: Brief, width: int | None = None, colour: bool = False) -> str:
    """The brief as text, wrapped at `width` columns (None: one line for each statement).

    `colour` adds the terminal's colours; nothing is told by colour alone.

    >>> text(Brief((), ()))
    '0 reports from 0 outlets, 0 stories\\n'
    """
    return render(blocks(view(brief)), width, colour)


def render(told: Iterable[Block], width: int | None = None, colour: bool = False) -> str:
    """Blocks as lines of text."""
    if width is None and not colour:
        return "".join(_plain(block) for block in told)
    out = StringIO()
    columns = max(width or 0, NARROWEST)
    system: Literal["standard"] | None = "standard" if colour else None
    console = Console(file=out, width=columns, force_terminal=colour, color_system=system, legacy_windows=False)
    for block in told:
        if block.kind in GAP:
            out.write("\n")
        styled = Text.assemble(*((_joined(piece), STYLES[piece.style]) for piece in block.pieces))
        if block.kind == "item":
            styled = Text("• ") + styled
        if block.kind in ("headline", "story", "heading"):
            styled.stylize("bold")
        for line in _wrapped(styled, block.kind, console, width):
            console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)
    return out.getvalue().replace(JOINER, " ")


def _plain(block: Block) -> str:
    gap = "\n" if block.kind in GAP else ""
    return f"{gap}{' ' * INDENT.get(block.kind, 0)}{'• ' if block.kind == 'item' else ''}{str(block).rstrip()}\n"


def _joined(piece: Piece) -> str:
    return piece.text.replace(" ", JOINER) if piece.style == "mark" else piece.text


def _wrapped(styled: Text, kind: Kind, console: Console, width: int | None) -> list[Text]:
    """The block indented and, where there is a width, cut into lines of at most that many columns."""
    indent, hang = INDENT.get(kind, 0), HANG.get(kind, 0)
    if width is None:
        return [Text(" " * indent) + styled]
    room = max(width, NARROWEST) - indent - hang
    lines = styled.wrap(console, room)
    for line in lines:
        line.rstrip()
    return [Text(" " * (indent if n == 0 else indent + hang)) + line for n, line in enumerate(lines)]

"""Cuts a text into lines, and lines into paragraphs; what a mail program wrapped is put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from twosource.model import Span

__all__ = ["Block", "Line", "blocks_of", "lines_of"]

BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
"""What Unicode and Python's `str.splitlines` take for the end of a line."""

INVISIBLE = " \t\xa0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters that may stand around a line's words though `str.isspace` does not know them all."""

BULLET = re.compile(r"(?:[•◦▪■●‣⁃∙·►▶➤✔✓*–—-]|\(?\d{1,2}[.)])[ \t\xa0]+(?=\S)")
"""The mark of a list's entry."""

NARROWEST, WIDEST = 45, 100
"""Text wrapped by programs stands at 60 to 80 columns; narrower is a table, wider is not wrapped."""

WRAPPED = 0.7
"""The share of line ends that must look wrapped; lists and texts of one sentence a line stay below a half."""


class Line(Span, frozen=True):
    """A line's words. `gap` is True where a blank line or the start of the text is before it."""

    gap: bool = False
    indent: int = 0
    bullet: bool = False


class Block(Span, frozen=True):
    """A paragraph's words: one line, or several that were wrapped. `gap` and `bullet` are its first line's."""

    gap: bool = False
    bullet: bool = False


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start] in INVISIBLE or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in INVISIBLE or text[end - 1].isspace()):
        end -= 1
    return start, end


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold words.

    >>> [line.cut("One.\\r\\n\\u2028 Two. ") for line in lines_of("One.\\r\\n\\u2028 Two. ")]
    ['One.', 'Two.']
    """
    lines: list[Line] = []
    gap, at = True, 0
    for stop in (*(match.span() for match in BREAK.finditer(text)), (len(text), len(text))):
        start, end = _strip(text, at, stop[0])
        if start < end:
            bullet = BULLET.match(text, start, end) is not None
            lines.append(Line(start, end, gap=gap, indent=start - at, bullet=bullet))
            gap = False
        else:
            gap = True
        at = stop[1]
    return lines


def blocks_of(text: str, lines: Sequence[Line]) -> list[Block]:
    """The paragraphs: each line one, unless the text is wrapped.

    A text is wrapped where lines are of one width and end because the next word did not fit.
    """
    width = _width(text, lines)
    if width is None:
        return [Block(line.start, line.end, gap=line.gap, bullet=line.bullet) for line in lines]
    return list(_joined(text, lines, width))


def _joined(text: str, lines: Sequence[Line], width: int) -> Iterator[Block]:
    held: list[Line] = []
    for line in lines:
        if held and not _runs_on(text, held, line, width):
            yield Block(held[0].start, held[-1].end, gap=held[0].gap, bullet=held[0].bullet)
            held = []
        held.append(line)
    if held:
        yield Block(held[0].start, held[-1].end, gap=held[0].gap, bullet=held[0].bullet)


def _runs_on(text: str, held: Sequence[Line], line: Line, width: int) -> bool:
    """True where `line` is the next line of the paragraph that the held lines begin."""
    if line.gap or line.bullet:
        return False
    indented = line.indent > held[-1].indent and not held[0].bullet
    return not indented and _full(text, held[-1], line, width)


def _full(text: str, line: Line, after: Line, width: int) -> bool:
    """True where the first word after a line would not have fitted on it."""
    word = re.match(r"\S+", text[after.start : min(after.end, after.start + WIDEST)])
    return line.end - line.start + line.indent + 1 + (word.end() if word else 0) > width


def _width(text: str, lines: Sequence[Line]) -> int | None:
    """The column at which a text is wrapped, None where it is not."""
    lengths = sorted(line.end - line.start + line.indent for line in lines)
    if len(lengths) < 2 or lengths[(len(lengths) - 1) * 19 // 20] > WIDEST:
        return None
    # One line in twenty may stick out: an address that could not be broken.
    longest = max(length for length in lengths if length <= WIDEST)
    if longest < NARROWEST:
        return None
    width = int(longest * 0.88)  # a program that justifies or counts otherwise breaks up to an eighth early
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap and not b.bullet]
    full = [(a, b) for a, b in pairs if _full(text, a, b, width)]
    middle = [a for a, _ in full if text[a.end - 1] not in '.!?:”"…']
    if not pairs or len(full) < WRAPPED * len(pairs) or len(middle) < WRAPPED * len(full):
        return None
    return width

"""Packs paragraphs into the windows that the encoder reads at one go, each piece in one window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from twosource.model import Layout, Span
from twosource.reading.encoder.pieces import Numbers, Pieces

LONGEST = 128
"""Pieces of a window. Longer ones cost more a piece (attention grows with the square) and link no better."""

START, STOP = 101, 102
"""`[CLS]` and `[SEP]`: a window begins with the one, each paragraph ends with the other."""


class Window(NamedTuple):
    """A row of pieces with the marks between paragraphs; `rows` gives the paragraphs as ranges of the text's pieces."""

    ids: Numbers
    cases: Numbers
    quotes: Numbers
    rows: tuple[tuple[int, int], ...]

    @property
    def at(self) -> Numbers:
        """The number of each piece in the text, -1 for marks."""
        made = np.full(len(self.ids), -1)
        place = 1
        for a, b in self.rows:
            made[place : place + b - a] = np.arange(a, b)
            place += b - a + 1
        return made


def read_paragraphs(layout: Layout) -> list[Span]:
    """What the encoder reads of a text: all paragraphs but furniture, captions again included."""
    return [
        Span(p.start, p.end) for p in layout.paragraphs if not p.furniture or p.part == "caption"
    ]  # fmt: skip


def windows_of(
    pieces: Pieces, paragraphs: Sequence[Span], sentences: Sequence[Span] = (), first: int = LONGEST
) -> Iterator[Window]:
    """The windows of a text. `first` shortens the first one: training draws it anew so that cuts fall elsewhere.

    A paragraph that does not fit is begun in a window of its own, and cut where a sentence ends, else anywhere.
    """
    room = first
    rows: list[tuple[int, int]] = []
    for a, b in _ranges(pieces, paragraphs, sentences):
        if rows and b - a + 1 > room:
            yield _window(pieces, rows)
            room, rows = LONGEST, []
        rows.append((a, b))
        room -= b - a + 1
    if rows:
        yield _window(pieces, rows)


def _ranges(pieces: Pieces, paragraphs: Sequence[Span], sentences: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Each paragraph as a range of pieces, long ones in parts that fit a window."""
    ends = np.searchsorted(pieces.starts, [s.end for s in sentences]) if sentences else np.empty(0, np.int64)
    starts = np.searchsorted(pieces.starts, [p.start for p in paragraphs])
    stops = np.searchsorted(pieces.starts, [p.end for p in paragraphs])
    for a, b in zip(starts.tolist(), stops.tolist(), strict=True):
        while b - a > LONGEST - 2:
            fits = ends[(ends > a + LONGEST // 4) & (ends <= a + LONGEST - 2)]
            cut = int(fits[-1]) if len(fits) else a + LONGEST - 2
            yield a, cut
            a = cut
        if b > a:
            yield a, b


def _window(pieces: Pieces, rows: Sequence[tuple[int, int]]) -> Window:
    length = 1 + sum(b - a + 1 for a, b in rows)
    ids, cases, quotes = np.full(length, STOP), np.zeros(length, np.int64), np.zeros(length, np.int64)
    ids[0] = START
    place = 1
    for a, b in rows:
        end = place + b - a
        ids[place:end] = pieces.ids[a:b]
        cases[place:end] = pieces.cases[a:b]
        quotes[place:end] = pieces.quotes[a:b]
        place = end + 1
    return Window(ids, cases, quotes, tuple(rows))

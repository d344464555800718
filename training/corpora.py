"""Turns the corpora into rows of pieces with what each head is to learn; a head learns only where a corpus tells."""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from training.markup import MarkedClaim, Passage
from training.markup import passages as marked
from twosource.model import Document, Layout, Span
from twosource.reading.encoder.labels import CERTAINTIES, ENTITIES, MARKS, ROLES, STANCES, TYPES
from twosource.reading.encoder.pieces import Numbers, Pieces, pieces_of
from twosource.reading.encoder.windows import LONGEST, Window, read_paragraphs, windows_of
from twosource.reading.structure import lay_out

HELD_OUT = 17
"""One document in so many of a training corpus is kept back, to set thresholds and to stop in time."""

UNKNOWN = -100
"""A label that teaches nothing: the corpus does not say."""

PACK = 9
"""Passages that stand together at most: about as many paragraphs as two windows hold."""

Offsets = tuple[int, int]


class Text(NamedTuple):
    """A text with its labels, one array a head; a head that the corpus does not teach is missing."""

    id: str
    layout: Layout
    pieces: Pieces
    labels: dict[str, Numbers]
    facts: npt.NDArray[np.float32] | None
    links: list[tuple[int, int]]
    """Content start to cue start, by piece."""
    origins: list[tuple[int, int]]
    """Cue start to source start, by piece; -1 for none."""
    spans: list[tuple[list[Offsets], list[Offsets], int, int, int]]
    """Claims: content and cue as ranges of pieces, type, stance, certainty."""
    paragraphs: list[Span]


def held_out(name: str) -> bool:
    """True for the documents that training never sees."""
    return zlib.crc32(name.encode()) % HELD_OUT == 1


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)


def _range(pieces: Pieces, span: Offsets) -> Offsets | None:
    """The pieces that overlap a span of the text."""
    a = int(np.searchsorted(pieces.ends, span[0], "right"))
    b = int(np.searchsorted(pieces.starts, span[1], "left"))
    return (a, b) if a < b else None


def _paint(labels: Numbers, found: Offsets | None, begin: int) -> None:
    if found is not None:
        labels[found[0]] = begin
        labels[found[0] + 1 : found[1]] = begin + 1


def _text(text: str, *, whole: bool = False) -> tuple[Layout, Pieces, list[Span]]:
    layout = lay_out(Document(None, text))
    paragraphs = [Span(0, len(text))] if whole else [Span(p.start, p.end) for p in layout.paragraphs]
    return layout, pieces_of(layout), paragraphs


def attributions(path: Path) -> Iterator[Text]:
    """PolNeAR: source, cue, content and their links."""
    for number, row in enumerate(_rows(path)):
        layout, pieces, paragraphs = _text(row["text"])
        tags = np.zeros(len(pieces.ids), np.int64)
        links, origins = [], []
        for part in ("content", "source", "cue"):
            for one in row["attributions"]:
                for span in one[part]:
                    _paint(tags, _range(pieces, tuple(span)), ROLES.index(part) * 2 + 1)
        for one in row["attributions"]:
            cue = _range(pieces, tuple(one["cue"][0])) if one["cue"] else None
            if cue is None:
                continue
            source = _range(pieces, tuple(one["source"][0])) if one["source"] else None
            origins.append((cue[0], source[0] if source else -1))
            for span in one["content"]:
                content = _range(pieces, tuple(span))
                if content:
                    links.append((content[0], cue[0]))
        yield Text(f"{row['id']}#{number}", layout, pieces, {"roles": tags}, None, links, origins, [], paragraphs)


def factuality(path: Path) -> Iterator[Text]:
    """UW and MEANTIME: which words are events, and how certain."""
    for row in _rows(path):
        layout, pieces, paragraphs = _text(row["text"], whole=True)
        facts = np.full(len(pieces.ids), np.nan, np.float32)
        events = np.zeros(len(pieces.ids), np.int64)
        if "MEANTIME" in row["id"]:
            events[:] = UNKNOWN
        for event in row["events"]:
            found = _range(pieces, (event["start"], event["end"]))
            if found:
                facts[found[0]] = event["factuality"]
                events[found[0]] = 1
                events[found[0] + 1 : found[1]] = UNKNOWN
        yield Text(row["id"], layout, pieces, {"events": events}, facts, [], [], [], paragraphs)


def entities(path: Path) -> Iterator[Text]:
    """re3d: persons, organisations, places and the rest; of nested ones the longest."""
    for row in _rows(path):
        layout, pieces, paragraphs = _text(row["text"])
        tags = np.zeros(len(pieces.ids), np.int64)
        spans = sorted({(e["start"], e["end"], e["type"]) for e in row["entities"]}, key=lambda e: e[0] - e[1])
        taken = np.zeros(len(row["text"]) + 1, bool)
        for start, end, kind in spans:
            if kind in ENTITIES and not taken[start:end].any():
                taken[start:end] = True
                _paint(tags, _range(pieces, (start, end)), ENTITIES.index(kind) * 2 + 1)
        yield Text(row["id"], layout, pieces, {"entities": tags}, None, [], [], [], paragraphs)


def places(path: Path) -> Iterator[Text]:
    """GeoWebNews and LGL: place names with coordinates (1, 2), and uses of them without (UNKNOWN)."""
    for row in _rows(path):
        if zlib.crc32(row["id"].encode()) % 5 == 0:
            continue
        layout, pieces, paragraphs = _text(row["text"])
        tags = np.zeros(len(pieces.ids), np.int64)
        for place in row["places"]:
            found = _range(pieces, (place["start"], place["end"]))
            if found and place["lat"] is None:
                tags[found[0] : found[1]] = UNKNOWN
            else:
                _paint(tags, found, 1)
        yield Text(row["id"], layout, pieces, {"places": tags}, None, [], [], [], paragraphs)


def invented(paths: Iterable[Path], dice: random.Random, packings: int = 3) -> Iterator[Text]:
    """The project's own passages: claims with type, stance and certainty, hedges and limits.

    Each stands once by itself and then several times among others, as the paragraphs of a report do: what is learnt
    from single passages alone does not hold within a page.
    """
    held = [passage for path in paths for passage in marked(path) if not held_out(passage.id)]
    yield from map(_passage, held)
    for turn in range(packings):
        dice.shuffle(held)
        rest, number = list(held), 0
        while rest:
            number += 1
            size = dice.randint(2, PACK)
            yield _passage(joined(f"packed-{turn}-{number}", rest[:size]))
            rest = rest[size:]


def joined(name: str, parts: Sequence[Passage]) -> Passage:
    """Several passages as the paragraphs of one text."""
    text = ""
    claims: list[MarkedClaim] = []
    for part in parts:
        text += "\n\n" if text else ""
        claims.extend(claim.moved(len(text)) for claim in part.claims)
        text += part.text
    return Passage(name, text, claims)


def _passage(passage: Passage) -> Text:
    layout, pieces, paragraphs = _text(passage.text)
    claims, marks = np.zeros(len(pieces.ids), np.int64), np.zeros(len(pieces.ids), np.int64)
    spans = []
    links: list[tuple[int, int]] = []
    origins: list[tuple[int, int]] = []
    for claim in passage.claims:
        content = [r for r in (_range(pieces, s) for s in claim.content) if r]
        cue = [r for r in (_range(pieces, s) for s in claim.cue) if r]
        if not content:
            continue
        for found in content:
            _paint(claims, found, 1)
        for name, held in (("hedge", claim.hedges), ("limit", claim.scope)):
            for span in held:
                _paint(marks, _range(pieces, span), MARKS.index(name) * 2 + 1)
        source = [r for r in (_range(pieces, s) for s in claim.source) if r]
        if cue:
            links.extend((part[0], cue[0][0]) for part in content)
            origins.append((cue[0][0], source[0][0] if source else -1))
        spans.append(
            (content, cue, TYPES.index(claim.type), STANCES.index(claim.stance), CERTAINTIES.index(claim.certainty))
        )
    labels = {"claims": claims, "marks": marks}
    return Text(passage.id, layout, pieces, labels, None, links, origins, spans, paragraphs)


def windows(text: Text, first: int = LONGEST) -> Iterator[Window]:
    """The windows of a text as reading makes them."""
    return windows_of(text.pieces, text.paragraphs or read_paragraphs(text.layout), text.layout.sentences, first)


def gold_attributions(path: Path) -> Iterator[list[tuple[set[int], set[int]]]]:
    """For each row of PolNeAR the characters of content and source of its attributions."""
    for row in _rows(path):
        yield [(_all(one["content"]), _all(one["source"])) for one in row["attributions"]]


def _all(spans: Iterable[list[int]]) -> set[int]:
    return {c for start, end in spans for c in range(start, end)}

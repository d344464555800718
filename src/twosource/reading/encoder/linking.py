"""Joins what the encoder tagged: each content to its cue, each cue to its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from twosource.reading.encoder.decode import Found, spans
from twosource.reading.encoder.labels import ROLES
from twosource.reading.encoder.session import Encoded, Reals, weights

__all__ = ["Linked", "linked"]

SOURCE, CUE, CONTENT = range(3)
assert ROLES == ("source", "cue", "content")

SHORTEST = 5
"""Characters of a content at least; shorter ones are slips."""


class Linked(NamedTuple):
    """An attribution in pieces: `contents` in order, one cue, a source or none, and what speaks for it.

    `joined` is the probability of the weakest link from a content to the cue, `named` that of the link to the source.
    """

    contents: tuple[Found, ...]
    cue: Found
    source: Found | None
    joined: float
    named: float


def linked(encoded: Encoded, transitions: Reals | None = None) -> list[Linked]:
    """The attributions of a text, in the order of their cues. Links stay within a window."""
    found = spans(encoded.tags["roles"], encoded.rows, transitions)
    out: list[Linked] = []
    at = 0
    for start, end in encoded.windows:
        while at < len(found) and found[at].start < start:
            at += 1
        inside = []
        while at < len(found) and found[at].start < end:
            inside.append(found[at])
            at += 1
        out.extend(_window(encoded, inside))
    return out


def _window(encoded: Encoded, found: Sequence[Found]) -> list[Linked]:
    contents = [one for one in found if one.kind == CONTENT and _length(encoded, one) >= SHORTEST]
    cues = [one for one in found if one.kind == CUE]
    sources = [one for one in found if one.kind == SOURCE]
    if not contents or not cues:
        return []
    to_cue = _softmax(_scores(encoded, contents, cues, 0))
    held: dict[int, list[tuple[Found, float]]] = defaultdict(list)
    for number, content in enumerate(contents):
        best = int(to_cue[number].argmax())
        held[best].append((content, float(to_cue[number, best])))
    used = sorted(held)
    to_source = _softmax(_scores(encoded, [cues[n] for n in used], sources, 2))
    out = []
    for row, number in enumerate(used):
        best = int(to_source[row].argmax())
        pairs = held[number]
        source = sources[best - 1] if best else None
        joined = min(sure for _, sure in pairs)
        out.append(Linked(tuple(one for one, _ in pairs), cues[number], source, joined, float(to_source[row, best])))
    return out


def _length(encoded: Encoded, one: Found) -> int:
    return encoded.ends[one.end - 1] - encoded.starts[one.start]


def _side(encoded: Encoded, ones: Sequence[Found], part: int) -> Reals:
    """The projections of the first pieces of spans on one side of the link scores."""
    held = weights()
    width = len(held["none"])
    columns = slice(part * width, (part + 1) * width)
    vectors = encoded.hidden[[one.start for one in ones]].astype(np.float32)
    made: Reals = vectors @ held["links"][:, columns] + held["links_bias"][columns]
    return made


def _scores(encoded: Encoded, ones: Sequence[Found], others: Sequence[Found], part: int) -> Reals:
    """How well each of some spans goes with each of some others; of sources the first column is none at all."""
    right = _side(encoded, others, part + 1) if others else np.zeros((0, len(weights()["none"])), np.float32)
    if part == 2:
        right = np.concatenate([weights()["none"][None], right])
    made: Reals = _side(encoded, ones, part) @ right.T / np.sqrt(np.float32(len(weights()["none"])))
    return made


def _softmax(scores: Reals) -> Reals:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    made: Reals = raised / raised.sum(1, keepdims=True)
    return made

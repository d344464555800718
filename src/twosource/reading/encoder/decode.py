"""From scores of tags to spans: the best sequence in which no inside stands without its begin (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.reading.encoder.session import Reals

FORBIDDEN = -1e4
"""Score of an inside that follows nothing of its kind."""

CHUNK = 512
"""Longest sequence decoded at one go: longer paragraphs are cut, which costs a span and keeps memory small."""


class Found(NamedTuple):
    """A span in pieces, of a kind (its number in the head's names), with the mean probability of its tags."""

    start: int
    end: int
    kind: int
    sure: float


def spans(scores: Reals, rows: Sequence[tuple[int, int]], transitions: Reals | None = None) -> list[Found]:
    """The spans that a head of begin and inside tags finds, in the order of the text.

    `transitions[a, b]` is added where tag b follows tag a.

    >>> scores = np.array([[5, 0, 0], [0, 5, 0], [0, 0, 5], [5, 0, 0]], np.float32)
    >>> [(found.start, found.end) for found in spans(scores, [(0, 4)])]
    [(1, 3)]
    """
    cut = [(a, min(a + CHUNK, end)) for start, end in rows for a in range(start, end, CHUNK)]
    cut = [(a, b) for a, b in cut if _anything(scores[a:b])]
    if not cut:
        return []
    logs = _log_softmax(np.concatenate([scores[a:b] for a, b in cut]))
    paths = _viterbi(logs, [b - a for a, b in cut], _steps(scores.shape[1], transitions))
    out: list[Found] = []
    at = 0
    for a, b in cut:
        out.extend(_read(paths[at : at + b - a], logs[at : at + b - a], a))
        at += b - a
    return sorted(out)


def _anything(scores: Reals) -> bool:
    """True where some tag comes near to the one for nothing: most paragraphs of a report without sources do not."""
    return bool((scores[:, 1:].max(1, initial=FORBIDDEN) > scores[:, 0] - 2).any())


def _log_softmax(scores: Reals) -> Reals:
    shifted = scores - scores.max(1, keepdims=True)
    out: Reals = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    return out


def _steps(size: int, transitions: Reals | None) -> Reals:
    steps = np.zeros((size, size), np.float32) if transitions is None else transitions.astype(np.float32).copy()
    for inside in range(2, size, 2):
        for before in range(size):
            if before not in (inside, inside - 1):
                steps[before, inside] = FORBIDDEN
    return steps


def _viterbi(logs: Reals, lengths: Sequence[int], steps: Reals) -> npt.NDArray[np.int64]:
    """The best tags of several sequences laid end to end, all sequences decoded side by side."""
    longest, size = max(lengths), logs.shape[1]
    starts = np.cumsum([0, *lengths[:-1]])
    padded = np.zeros((len(lengths), longest, size), np.float32)
    for i, (start, length) in enumerate(zip(starts, lengths, strict=True)):
        padded[i, :length] = logs[start : start + length]
    back = np.zeros((len(lengths), longest, size), np.int8)
    best = padded[:, 0].copy()
    best[:, 2::2] = FORBIDDEN
    ends = np.array(lengths) - 1
    last = np.where(ends == 0, best.argmax(1), 0)
    for t in range(1, longest):
        ways = best[:, :, None] + steps[None]
        back[:, t] = ways.argmax(1)
        best = ways.max(1) + padded[:, t]
        last = np.where(ends == t, best.argmax(1), last)
    path = np.zeros(len(logs), np.int64)
    for i, (start, length) in enumerate(zip(starts, lengths, strict=True)):
        tag, rows = int(last[i]), back[i]
        for t in range(length - 1, -1, -1):
            path[start + t] = tag
            tag = int(rows[t, tag])
    return path


def _read(path: npt.NDArray[np.int64], logs: Reals, offset: int) -> list[Found]:
    out = []
    begins = np.flatnonzero(path % 2 == 1)
    for begin in begins.tolist():
        inside = path[begin] + 1
        end = begin + 1
        while end < len(path) and path[end] == inside:
            end += 1
        sure = float(np.exp(logs[np.arange(begin, end), path[begin:end]].mean()))
        out.append(Found(offset + begin, offset + end, int(path[begin] - 1) // 2, sure))
    return out

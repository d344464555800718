"""From scores of tags to spans: the best sequence in which no inside stands without its begin (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

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
    sure = logs[np.arange(len(paths)), paths]
    out: list[Found] = []
    at = 0
    for a, b in cut:
        out.extend(_read(paths[at : at + b - a], sure[at : at + b - a], a))
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


def _viterbi(logs: Reals, lengths: Sequence[int], steps: Reals) -> list[int]:
    """The best tags of several sequences laid end to end, all sequences decoded side by side."""
    longest, size = max(lengths), logs.shape[1]
    padded = np.zeros((len(lengths), longest, size), np.float32)
    padded[np.arange(longest) < np.array(lengths)[:, None]] = logs
    back = np.zeros((len(lengths), longest, size), np.int64)
    best = np.zeros_like(padded)
    best[:, 0] = padded[:, 0]
    best[:, 0, 2::2] = FORBIDDEN
    ways = np.empty((len(lengths), size, size), np.float32)
    for t in range(1, longest):
        np.add(best[:, t - 1, :, None], steps, out=ways)
        ways.argmax(1, out=back[:, t])
        np.maximum.reduce(ways, 1, out=best[:, t])
        best[:, t] += padded[:, t]
    last = best[np.arange(len(lengths)), np.array(lengths) - 1].argmax(1).tolist()
    path: list[int] = []
    for tag, length, rows in zip(last, lengths, back, strict=True):
        tags = []
        for row in reversed(rows[:length].tolist()):
            tags.append(tag)
            tag = row[tag]
        path += reversed(tags)
    return path


def _read(path: Sequence[int], sure: Reals, offset: int) -> list[Found]:
    """The spans of one sequence; `sure` holds the logarithms of its tags' probabilities."""
    out = []
    begins = [place for place, tag in enumerate(path) if tag % 2 == 1]
    for begin in begins:
        inside = path[begin] + 1
        end = begin + 1
        while end < len(path) and path[end] == inside:
            end += 1
        mean = np.add.reduce(sure[begin:end]) / (end - begin)
        out.append(Found(offset + begin, offset + end, (path[begin] - 1) // 2, float(np.exp(mean))))
    return out

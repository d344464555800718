"""The small heads beside the network: how certain an event is, and what kind of claim a stretch of words makes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from twosource.model import Certainty, ClaimType, Span, Stance
from twosource.reading.encoder.decode import spans
from twosource.reading.encoder.labels import CERTAINTIES, MARKS, STANCES, TYPES
from twosource.reading.encoder.session import Encoded, Reals, weights

__all__ = ["Claimed", "Kinds", "facts", "kinds", "marks"]


T = TypeVar("T", bound=np.floating)


class Kinds(NamedTuple):
    """The probabilities of a claim's types, stances and certainties."""

    types: dict[ClaimType, float]
    stances: dict[Stance, float]
    certainties: dict[Certainty, float]


def facts(encoded: Encoded, places: Sequence[int]) -> Reals:
    """How certain the events at some pieces are, from -3 (surely not) to 3 (surely), after UW (Lee et al. 2015)."""
    held = weights()
    hidden = encoded.hidden[list(places)].astype(np.float32)
    inner = _gelu(hidden @ held["facts"] + held["facts_bias"])
    found: Reals = np.clip((inner @ held["facts_out"] + held["facts_out_bias"])[:, 0], -3, 3)
    return found


def kinds(encoded: Encoded, claims: Sequence[tuple[Sequence[Span], Sequence[Span]]]) -> list[Kinds | None]:
    """What kind of claim each content makes, said with its cue; None where none of its words was read by the encoder.

    All claims of a text go through the head at one go.
    """
    held = weights()
    width = encoded.hidden.shape[1]
    rows = np.zeros((len(claims), 2 * width), np.float32)
    for row, (content, cue) in zip(rows, claims, strict=True):
        _mean(encoded, content, row[:width])
        _mean(encoded, cue, row[width:])
    inner = _gelu(rows @ held["claim"] + held["claim_bias"])
    types, stances, certainties = (
        _softmax(inner @ held[name] + held[f"{name}_bias"]).tolist() for name in ("types", "stances", "certainties")
    )
    return [
        Kinds(
            dict(zip(TYPES, types[number], strict=True)),
            dict(zip(STANCES, stances[number], strict=True)),
            dict(zip(CERTAINTIES, certainties[number], strict=True)),
        )
        if read
        else None
        for number, read in enumerate(np.any(rows[:, :width], 1).tolist())
    ]


class Claimed:
    """How much of a stretch of a text stands in claims."""

    def __init__(self, encoded: Encoded) -> None:
        scores = np.ascontiguousarray(encoded.tags["claims"])
        self._encoded = encoded
        self._none = _softmax(scores)[:, 0].copy()
        self._read = [0, *np.cumsum(np.any(scores, 1)).tolist()]

    def share(self, content: Iterable[Span]) -> float:
        """The mean probability with which the pieces of a stretch stand in a claim; 0 where none was read."""
        ranges = [self._encoded.range_of(span.start, span.end) for span in content]
        if not any(self._read[b] > self._read[a] for a, b in ranges):
            return 0.0
        none = _joined([self._none[a:b] for a, b in ranges])
        return float(1 - np.add.reduce(none) / len(none))


def marks(encoded: Encoded) -> dict[str, list[Span]]:
    """The hedges and limits of a whole text, by name, in its order."""
    out: dict[str, list[Span]] = {name: [] for name in MARKS}
    pieces = encoded.pieces
    for one in spans(encoded.tags["marks"], encoded.rows):
        out[MARKS[one.kind]].append(Span(int(pieces.starts[one.start]), int(pieces.ends[one.end - 1])))
    return out


def _mean(encoded: Encoded, stretches: Iterable[Span], out: Reals) -> None:
    """Writes the mean of the vectors of some stretches; where there are none, `out` stays as it is."""
    ranges = [encoded.range_of(span.start, span.end) for span in stretches]
    vectors = [encoded.hidden[a:b] for a, b in ranges if b > a]
    if vectors:
        held = _joined(vectors).astype(np.float32)
        np.add.reduce(held, 0, out=out)
        out /= len(held)


def _joined(parts: list[npt.NDArray[T]]) -> npt.NDArray[T]:
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def _gelu(x: Reals) -> Reals:
    """The tanh form of GELU: within .001 of the one that training used."""
    made: Reals = 0.5 * x * (1 + np.tanh(np.float32(0.7978846) * (x + np.float32(0.044715) * x * x * x)))
    return made


def _softmax(scores: Reals) -> Reals:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    made: Reals = raised / raised.sum(-1, keepdims=True)
    return made

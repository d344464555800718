"""The small heads beside the network: how certain an event is, and what kind of claim a stretch of words makes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from twosource.model import Certainty, ClaimType, Span, Stance
from twosource.reading.encoder.decode import spans
from twosource.reading.encoder.labels import CERTAINTIES, MARKS, STANCES, TYPES
from twosource.reading.encoder.session import Encoded, Reals, weights

__all__ = ["Kinds", "claimed", "facts", "kinds", "marks"]


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


def kinds(encoded: Encoded, content: Iterable[Span], cue: Iterable[Span] = ()) -> Kinds | None:
    """What kind of claim a content makes, said with a cue; None where none of its words was read by the encoder."""
    said, how = _mean(encoded, content), _mean(encoded, cue)
    if said is None:
        return None
    held = weights()
    row = np.concatenate([said, np.zeros_like(said) if how is None else how])
    inner = _gelu(row @ held["claim"] + held["claim_bias"])
    types, stances, certainties = (
        _softmax(inner @ held[name] + held[f"{name}_bias"]).tolist() for name in ("types", "stances", "certainties")
    )
    return Kinds(
        dict(zip(TYPES, types, strict=True)),
        dict(zip(STANCES, stances, strict=True)),
        dict(zip(CERTAINTIES, certainties, strict=True)),
    )


def claimed(encoded: Encoded, content: Iterable[Span]) -> float:
    """The mean probability with which the pieces of a stretch stand in a claim; 0 where none was read."""
    ranges = [encoded.range_of(span.start, span.end) for span in content]
    scores = np.concatenate([encoded.tags["claims"][:0], *(encoded.tags["claims"][a:b] for a, b in ranges)])
    if not len(scores) or not scores.any():
        return 0.0
    return float(1 - _softmax(scores)[:, 0].mean())


def marks(encoded: Encoded) -> dict[str, list[Span]]:
    """The hedges and limits of a whole text, by name, in its order."""
    out: dict[str, list[Span]] = {name: [] for name in MARKS}
    pieces = encoded.pieces
    for one in spans(encoded.tags["marks"], encoded.rows):
        out[MARKS[one.kind]].append(Span(int(pieces.starts[one.start]), int(pieces.ends[one.end - 1])))
    return out


def _mean(encoded: Encoded, stretches: Iterable[Span]) -> Reals | None:
    ranges = [encoded.range_of(span.start, span.end) for span in stretches]
    vectors = [encoded.hidden[a:b] for a, b in ranges if b > a]
    if not vectors:
        return None
    mean: Reals = np.concatenate(vectors).astype(np.float32).mean(0)
    return mean if mean.any() else None


def _gelu(x: Reals) -> Reals:
    """The tanh form of GELU: within .001 of the one that training used."""
    made: Reals = 0.5 * x * (1 + np.tanh(np.float32(0.7978846) * (x + np.float32(0.044715) * x * x * x)))
    return made


def _softmax(scores: Reals) -> Reals:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    made: Reals = raised / raised.sum(-1, keepdims=True)
    return made

"""How likely an attribution is one at all: a logistic sum of a dozen features, fitted on documents kept back."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from twosource.reading.encoder.linking import Linked
from twosource.reading.encoder.session import Encoded, Reals, weights

__all__ = ["FEATURES", "features", "sureness"]

FEATURES = (
    "sureness of the cue's tags", "of the weakest content's", "of the source's", "of the link to the cue",
    "of the link to the source", "a source is there", "length of the content", "length of the cue",
    "pieces between cue and content", "contents", "share of the content in quotation marks", "weakest tag of all",
)  # fmt: skip


def features(encoded: Encoded, one: Linked) -> list[float]:
    """What speaks for an attribution, in the order of FEATURES; all between -1 and about 3."""
    content = min(part.sure for part in one.contents)
    source = one.source.sure if one.source else 0.0
    size = sum(part.end - part.start for part in one.contents)
    gap = min(max(part.start - one.cue.end, one.cue.start - part.end, 0) for part in one.contents)
    quotes = encoded.pieces.quotes
    quoted = sum(int(quotes[part.start : part.end].sum()) for part in one.contents) / size
    return [
        one.cue.sure, content, source, one.joined, one.named, float(one.source is not None), float(np.log(size) / 2),
        float(np.log(one.cue.end - one.cue.start)), float(np.log1p(gap) / 2), min(len(one.contents), 4) / 2, quoted,
        min(one.cue.sure, content, source or 1.0),
    ]  # fmt: skip


def sureness(encoded: Encoded, found: Sequence[Linked]) -> Reals:
    """The probability of each attribution."""
    if not found:
        return np.zeros(0, np.float32)
    held = weights()
    rows = np.array([features(encoded, one) for one in found], np.float32)
    made: Reals = 1 / (1 + np.exp(-(rows @ held["sure"] + held["sure_bias"])))
    return made

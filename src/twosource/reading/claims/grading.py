"""How likely a claim is read right: its words, its speaker, his stance and the type all as an editor has them.

A logistic sum of readable features, fitted on the invented reports of samples/ (training/calibrate.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp, log1p

from twosource.knowledge import table
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.page import Page

__all__ = ["FEATURES", "confidence_of", "features"]

FEATURES = (
    "sureness of the attribution",
    "attribution found by a rule",
    "no attribution",
    "own voice",
    "hearsay",
    "speaker without a cue",
    "probability of the type",
    "type other",
    "probability of the stance",
    "share of the words in a claim",
    "length",
    "broken content",
    "in a heading or caption",
)
"""In the order of the weights in confidence.toml."""


def features(page: Page, draft: Draft) -> list[float]:
    """What speaks for and against a claim, each between 0 and about 2."""
    sure = draft.attribution.confidence if draft.attribution is not None else None
    kinds = draft.kinds
    return [
        sure or 0.0,
        float(draft.attribution is not None and sure is None),
        float(draft.attribution is None),
        float(draft.who is None),
        float(draft.hearsay),
        float(draft.who is not None and not draft.cue),
        kinds.types[draft.type] if kinds else 0.0,
        float(draft.type == "other"),
        kinds.stances[draft.stance] if kinds else 0.0,
        page.claimed.share(draft.content) if page.claimed is not None else 0.0,
        log1p(draft.length) / 4,
        float(len(draft.content) > 1),
        float(draft.part not in (None, "body")),
    ]


def confidence_of(page: Page, draft: Draft) -> float:
    """From 0 to 1: of the claims at .8 about eight in ten are right."""
    return round(probability(features(page, draft)), 2)


def probability(found: Sequence[float]) -> float:
    """The logistic sum of a claim's features."""
    weights, constant = _weights()
    return 1 / (1 + exp(-constant - sum(w * x for w, x in zip(weights, found, strict=True))))


@cache
def _weights() -> tuple[tuple[float, ...], float]:
    held = table("confidence")
    weights = held["weights"]
    return tuple(weights[name] for name in FEATURES), held["constant"]

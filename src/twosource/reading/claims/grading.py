"""A first, honest guess at how far a claim can be trusted to be read right."""

from __future__ import annotations

from twosource.reading.claims.draft import Draft

__all__ = ["confidence_of"]

_COSTS = {
    "hearsay": 0.1,
    "no type": 0.1,
    "split": 0.05,
    "no cue": 0.1,
    "long": 0.1,
    "inherited place": 0.05,
}
"""What each doubt takes off; guessed from where the first version erred on its development reports."""
_LONG = 320
"""Characters above which a content mostly says more than one thing."""


def confidence_of(draft: Draft) -> float:
    """From 0 to 1: less for each thing that had to be guessed."""
    doubts = {
        "hearsay": draft.hearsay,
        "no type": draft.type == "other",
        "split": len(draft.content) > 1,
        "no cue": draft.who is not None and not draft.cue,
        "long": draft.length > _LONG,
        "inherited place": bool(draft.places) and any(r.rule == "named before" for r in draft.reasons),
    }
    return round(0.9 - sum(_COSTS[name] for name, there in doubts.items() if there), 2)

"""All attributions of a text: those of the trained encoder, and what the rules know beside them."""

from __future__ import annotations

from twosource.model import Attribution, Layout, Span
from twosource.reading.attribution import finder, trained
from twosource.reading.attribution.nesting import nested, untangled
from twosource.reading.encoder import Encoded

__all__ = ["find"]


def find(layout: Layout, encoded: Encoded | None = None) -> tuple[Attribution, ...]:
    """All that the text attributes, thoughts and intentions included, in the order of the text.

    Without an encoded text the rules alone find what they can.
    """
    ruled = finder.find(layout)
    if encoded is None:
        return ruled
    found = untangled(trained.find(layout, encoded), ruled)
    found = sorted([*found, *nested(found, ruled)], key=_first)
    return tuple(one.replace(id=f"a{number}") for number, one in enumerate(found, 1))


def _first(one: Attribution) -> Span:
    return min((*one.source, *one.cue, *one.content))

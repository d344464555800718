"""All attributions of a text: those of the trained encoder, and what the rules know beside them."""

from __future__ import annotations

from twosource.model import Attribution, Layout, Span
from twosource.reading.attribution import finder, trained
from twosource.reading.attribution.lexicon import CueClass
from twosource.reading.attribution.nesting import completed, nested, passed_over, untangled
from twosource.reading.encoder import Encoded

__all__ = ["find"]

_TELLING: frozenset[CueClass] = frozenset(
    ("say", "claim", "deny", "admit", "confirm", "decline", "cannot_verify", "warn", "hearsay")
)
"""Cues by which words are handed on; thoughts, plans and judgements within another's words are his own."""


def find(layout: Layout, encoded: Encoded | None = None) -> tuple[Attribution, ...]:
    """All that the text attributes, thoughts and intentions included, in the order of the text.

    Without an encoded text the rules alone find what they can.
    """
    traced = finder.trace(layout)
    ruled = tuple(one.attribution for one in traced)
    if encoded is None:
        return ruled
    told = [one.attribution for one in traced if one.kind in _TELLING]
    heard = [one for one in trained.find(layout, encoded) if (one.confidence or 0.0) >= FIRM or not _cued(one, told)]
    found = untangled(heard, ruled)
    found = [*found, *(one for one in passed_over(found, told) if trained.hears(encoded, one))]
    found = sorted(completed([*found, *nested(found, told)], layout.text), key=_first)
    return tuple(one.replace(id=f"a{number}") for number, one in enumerate(found, 1))


FIRM = 0.58
"""How sure of an attribution the encoder must be to cut it otherwise than the rules, where they have its cue too."""


def _cued(one: Attribution, ruled: list[Attribution]) -> bool:
    return any(a.start < b.end and b.start < a.end for other in ruled for a in other.cue for b in one.cue)


def _first(one: Attribution) -> Span:
    return min((*one.source, *one.cue, *one.content))

"""Finds events, and how certain they are, as the trained encoder reads them."""

from __future__ import annotations

import numpy as np

from twosource.model import Event, Layout
from twosource.reading.encoder.heads import facts
from twosource.reading.encoder.session import Encoded
from twosource.reading.events.codes import code_of

__all__ = ["find"]

LEAST = -1.0
"""Difference of the scores of event and none from which a word counts as one: rather one too many, for an event that
nobody asks for costs nothing and a missed one is gone."""


def find(layout: Layout, encoded: Encoded) -> tuple[Event, ...]:
    """The events of a text, in its order, each with its factuality from -3 to 3."""
    scores = encoded.tags["events"]
    places = np.flatnonzero(scores[:, 1] - scores[:, 0] > LEAST)
    places = places[scores[places].any(1)]
    if not len(places):
        return ()
    certain = facts(encoded, places.tolist())
    out = []
    end = 0
    for place, value in zip(places.tolist(), certain.tolist(), strict=True):
        start = encoded.starts[place]
        if start < end:
            continue
        end = encoded.ends[_last(encoded, place) - 1]
        word = layout.text[start:end]
        out.append(Event(start, end, code_of(word.lower()), round(value, 2)))
    return tuple(out)


def _last(encoded: Encoded, place: int) -> int:
    """Behind the last piece of the word that begins at a piece."""
    starts, ends, cases = encoded.starts, encoded.ends, encoded.pieces.cases
    place += 1
    while place < len(starts) and starts[place] == ends[place - 1] and cases[place] and cases[place - 1]:
        place += 1
    return place

"""Attributions as the trained encoder finds them: spans from its tags, joined by its links, mended at their edges."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np

from twosource.model import Attribution, Layout, Span, Spans
from twosource.model.report import Mode
from twosource.reading.encoder.decode import Found
from twosource.reading.encoder.labels import ROLES
from twosource.reading.encoder.linking import linked
from twosource.reading.encoder.session import Encoded, weights
from twosource.reading.encoder.sureness import sureness

__all__ = ["find", "hears"]


def find(layout: Layout, encoded: Encoded) -> tuple[Attribution, ...]:
    """All that the text attributes, thoughts and intentions included, in the order of the text."""
    quoted = _Quoted(layout)
    drafts = []
    held = linked(encoded, weights()["steps"])
    least = float(weights()["sure_least"][0])
    for one, sure in zip(held, sureness(encoded, held).tolist(), strict=True):
        if sure < least:
            continue
        content = tuple(_span(encoded, part) for part in one.contents)
        source = (_span(encoded, one.source),) if one.source else ()
        cue = (_span(encoded, one.cue),)
        drafts.append(Attribution("a0", source, cue, content, quoted.mode(content), round(sure, 3)))
    drafts.sort(key=lambda draft: min((*draft.source, *draft.cue, *draft.content)))
    return tuple(draft.replace(id=f"a{number}") for number, draft in enumerate(drafts, 1))


HEARD = 0.1
"""The least probability of a cue, and of content, from which the encoder hears something of an attribution."""


def hears(encoded: Encoded, one: Attribution) -> bool:
    """Whether the encoder hears something of an attribution that the rules found, though not enough to find it."""
    for part, spans in (("cue", one.cue), ("content", one.content)):
        first = 2 * ROLES.index(part) + 1
        scores = np.concatenate([encoded.tags["roles"][slice(*encoded.range_of(s.start, s.end))] for s in spans])
        if not len(scores):
            return False
        odds = np.exp(scores - scores.max(-1, keepdims=True))
        likely = odds[:, first : first + 2].sum(-1) / odds.sum(-1)
        if (likely.max() if part == "cue" else likely.mean()) < HEARD:
            return False
    return True


def _span(encoded: Encoded, one: Found) -> Span:
    return Span(encoded.starts[one.start], encoded.ends[one.end - 1])


class _Quoted:
    """How much of a stretch stands in quotation marks."""

    def __init__(self, layout: Layout) -> None:
        self._text = layout.text
        self._outer = [q.outer for q in layout.quotations if q.depth == 0]
        self._starts = [span.start for span in self._outer]

    def mode(self, content: Spans) -> Mode:
        """Direct where all words are quoted, mixed where some are."""
        quoted = words = 0
        for span in content:
            words += _letters(self._text, span)
            at = max(0, bisect_right(self._starts, span.start) - 1)
            for outer in self._outer[at:]:
                if outer.start >= span.end:
                    break
                both = Span(max(outer.start, span.start), min(outer.end, span.end))
                quoted += _letters(self._text, both) if both.end > both.start else 0
        if quoted == words:
            return "direct"
        return "mixed" if quoted else "indirect"


def _letters(text: str, span: Span) -> int:
    return sum(map(str.isalnum, text[span.start : span.end]))

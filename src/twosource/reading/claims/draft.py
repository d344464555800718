"""A claim in the making: the content and who says it; the other steps add the rest."""

from __future__ import annotations

from dataclasses import dataclass, field

from twosource.model import About, Attribution, Certainty, ClaimType, Part, Period, Reason, Spans, Stance
from twosource.model.layout import Sentence
from twosource.reading.encoder.heads import Kinds

__all__ = ["Draft"]


@dataclass(slots=True)
class Draft:
    """A claim in the making. `who` is a number in the cast, None for the outlet's own voice.

    `frame` is what the sentence says around the content: there stand the cue, the carriers, the day it was said. Words
    that are `doubted` tell nothing that the rules know, and stay only where the encoder knows what they tell.
    """

    content: Spans
    sentence: Sentence
    who: int | None = None
    attribution: Attribution | None = None
    cue: Spans = ()
    frame: Spans = ()
    carriers: tuple[str, ...] = ()
    stance: Stance = "assert"
    certainty: Certainty = "certain"
    hedges: Spans = ()
    scope: Spans = ()
    type: ClaimType = "other"
    plover: str | None = None
    said: Period | None = None
    said_stated: bool = False
    when: Period | None = None
    places: tuple[int, ...] = ()
    figures: tuple[int, ...] = ()
    item: int = 0
    part: Part | None = None
    about: About | None = None
    hearsay: bool = False
    doubted: bool = False
    kinds: Kinds | None = None
    reasons: list[Reason] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1].end

    @property
    def length(self) -> int:
        """How many characters the content has."""
        return sum(span.end - span.start for span in self.content)

    def holds(self, offset: int) -> bool:
        """True where an offset lies in the content."""
        return any(span.start <= offset < span.end for span in self.content)

    def because(self, what: str, rule: str, words: str | None = None) -> None:
        """Notes which rule set a field, and the words it went by."""
        self.reasons.append(Reason(what, rule, words))

"""What a rule finds: an attribution within one unit, in word numbers."""

from __future__ import annotations

from typing import NamedTuple

from twosource.reading.attribution.lexicon import CueClass
from twosource.reading.attribution.nouns import Range


class Found(NamedTuple):
    """An attribution within a unit; `rule` and `lemma` name what found it, `open` that its words follow the unit."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    kind: CueClass
    rule: str
    lemma: str = ""
    open: bool = False

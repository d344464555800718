"""Finds who says what: source, cue and content, as PolNeAR (Newell et al. 2018) understands them.

`find` is all that reading needs. The trained encoder finds most; the rules add what stands within another's words or
around them. `trace` gives what the rules alone find, each with the class of its cue and the rule that found it;
`classify` gives the class of any cue's words.
"""

from __future__ import annotations

from twosource.reading.attribution.cues import CueClass, classify
from twosource.reading.attribution.finder import Traced, trace
from twosource.reading.attribution.whole import find

__all__ = ["CueClass", "Traced", "classify", "find", "trace"]

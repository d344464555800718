"""Finds who says what: source, cue and content, as PolNeAR (Newell et al. 2018) understands them.

`find` is all that reading needs. `trace` gives each attribution with the class of its cue and the rule that found it;
`classify` gives the class of any cue's words.
"""

from __future__ import annotations

from twosource.reading.attribution.cues import CueClass, classify
from twosource.reading.attribution.finder import Traced, find, trace

__all__ = ["CueClass", "Traced", "classify", "find", "trace"]

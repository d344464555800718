"""Finds predicates and event nouns: their PLOVER code and how certain they are, after UW (Lee et al. 2015)."""

from __future__ import annotations

from twosource.reading.events.codes import codes
from twosource.reading.events.finder import find

__all__ = ["codes", "find"]

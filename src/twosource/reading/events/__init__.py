"""Finds predicates and event nouns: their PLOVER code and how certain they are."""

from __future__ import annotations

from twosource.reading.events.finder import codes, find

__all__ = ["codes", "find"]

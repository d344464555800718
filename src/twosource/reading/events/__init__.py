"""Finds events and says how certain each is, after UW (Lee et al. 2015), with PLOVER codes."""

from __future__ import annotations

from twosource.reading.events.trained import find

__all__ = ["find"]

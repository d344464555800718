"""Finds numbers with their bounds, what they measure and of whom."""

from __future__ import annotations

from twosource.reading.figures.finder import find

__all__ = ["find"]

"""Finds who says what: source, cue and content."""

from __future__ import annotations

from twosource.model import Attribution, Layout

__all__ = ["find"]


def find(layout: Layout) -> tuple[Attribution, ...]:
    """All that the text attributes, thoughts and intentions included, in the order of the text."""
    return ()

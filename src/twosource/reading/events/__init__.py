"""Finds predicates and event nouns: their PLOVER code and how certain they are."""

from __future__ import annotations

from twosource.model import Event, Layout

__all__ = ["find"]


def find(layout: Layout) -> tuple[Event, ...]:
    """The events of a text."""
    return ()

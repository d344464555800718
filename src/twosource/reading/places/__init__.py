"""Finds toponyms and says where they lie."""

from __future__ import annotations

from twosource.model import Layout, PlaceMention

__all__ = ["find"]


def find(layout: Layout, *, home: str | None = None) -> tuple[PlaceMention, ...]:
    """Every toponym mention of a text. `home` is the ISO 3166 code of the outlet's country, where known."""
    return ()

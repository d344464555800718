"""Finds time expressions and says which days they mean."""

from __future__ import annotations

from twosource.model import Layout, Published, TimeMention
from twosource.reading.times.published import publication
from twosource.reading.times.resolve import resolve
from twosource.reading.times.tokens import tokenize

__all__ = ["find"]


def find(layout: Layout, published: Published) -> tuple[tuple[TimeMention, ...], Published]:
    """The time expressions of a text, resolved, and the day of publication, inferred where it was not given.

    >>> layout = Layout("The ministry said on Friday that two people had been killed since last week.")
    >>> mentions, _ = find(layout, Published("2025-01-31", "2025-01-31", "given"))
    >>> [(m.type, m.value, m.from_, m.to) for m in mentions]
    [('DATE', '2025-01-31', '2025-01-31', '2025-01-31'), ('DATE', '2025-W04', '2025-01-20', '2025-01-31')]
    """
    tokens = tokenize(layout.text)
    if published.basis not in ("given", "metadata") or not published:
        published = publication(layout, tokens)
    return resolve(tokens, published), published

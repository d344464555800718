"""Finds the sentence before another one: whom it tells of is whom a pronoun or "its spokesman" means."""

from __future__ import annotations

import re

from twosource.model import Span

__all__ = ["paragraph_before", "sentence_before"]

_FARTHEST = 600
"""Characters that are looked back over."""
_STOP = re.compile(r"[.!?][\"”’)]* |[”\"] ")


def sentence_before(text: str, start: int) -> Span | None:
    """The sentence that ends right before an offset in the same paragraph; None where the offset opens it.

    >>> sentence_before("The police say no. It rained. Their spokesman left.", 30)
    Span(start=19, end=30)
    """
    low = max(text.rfind("\n", 0, start) + 1, start - _FARTHEST)
    if not text[low:start].strip():
        return None
    ends = [match.end() for match in _STOP.finditer(text, low, start) if match.end() < start]
    return Span(ends[-1] if ends else low, start)


def paragraph_before(text: str, start: int) -> int | None:
    """Where the paragraph begins that stands before the one that an offset opens; None where it opens none.

    >>> paragraph_before("Ana Ruiz left.\\n\\nShe said no.", 16)
    0
    """
    end = len(text[max(0, start - _FARTHEST) : start].rstrip()) + max(0, start - _FARTHEST)
    if start == 0 or "\n" not in text[end:start]:
        return None
    return text.rfind("\n", 0, end) + 1

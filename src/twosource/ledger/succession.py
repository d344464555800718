"""Which story or question became which: an id that was ever given leads on to what has its items or claims now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Literal, TypeVar

from twosource.model import Record, Story

How = Literal["renamed", "merged", "split"]
K = TypeVar("K", bound=Hashable)


class Succession(Record, frozen=True):
    """That `old` is now called `new`, or was joined to it, or gave it a part."""

    kind: Literal["story", "question"]
    how: How
    old: str
    new: str


def successions(
    olds: Sequence[Story], news: Sequence[Story], before: Mapping[tuple[str, int], str]
) -> list[Succession]:
    """What became of the stories and questions that are replaced. `before` is the story that each item was in."""
    homes = {(item.report, item.item): story.id for story in olds for item in story.items}
    now = {(item.report, item.item): story.id for story in news for item in story.items}
    found = [Succession("story", how, old, new) for how, old, new in _moves({**homes, **before}, now)]
    asked = {ref: question.id for story in olds for question in story.questions for ref in question.claims()}
    asks = {ref: question.id for story in news for question in story.questions for ref in question.claims()}
    return found + [Succession("question", how, old, new) for how, old, new in _moves(asked, asks)]


def _moves(before: Mapping[K, str], now: Mapping[K, str]) -> Iterable[tuple[How, str, str]]:
    """How the groups of some members became other groups of them."""
    shared = Counter((before[member], now[member]) for member in before.keys() & now.keys())
    parts: dict[str, set[str]] = {}
    whole: dict[str, set[str]] = {}
    for old, new in shared:
        parts.setdefault(old, set()).add(new)
        whole.setdefault(new, set()).add(old)
    for old in sorted(parts):
        heir = old if old in parts[old] else min(parts[old], key=lambda new: (-shared[old, new], new))
        for new in sorted(parts[old]):
            if new == old:
                continue
            if new == heir:
                yield "merged" if len(whole[new]) > 1 else "renamed", old, new
            else:
                yield "split", old, new

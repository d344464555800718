"""Puts a person's judgements over what was worked out: in the order in which they were given, the later one wins.

A judgement whose items or claims are not there (the report was taken out, say) does nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from twosource.model import ClaimRef, ItemRef, Judgement
from twosource.reconcile.gist import Gist
from twosource.reconcile.stories import ItemGist, Key

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

JOINING = frozenset({"merge_stories", "move_item", "merge_questions", "move_claim"})
ON_QUESTIONS = frozenset({"merge_questions", "move_claim"})


def active(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that hold: those that were not withdrawn, in their order.

    >>> given = Judgement(1, "review", "Ana", "2031-03-05")
    >>> active([given, Judgement(2, "withdraw", "Ana", "2031-03-06", withdraws=1)])
    []
    """
    held = sorted(judgements, key=lambda judgement: judgement.number)
    gone = {judgement.withdraws for judgement in held if judgement.kind == "withdraw"}
    return [judgement for judgement in held if judgement.kind != "withdraw" and judgement.number not in gone]


def links(judgements: Iterable[Judgement]) -> list[tuple[Key, Key]]:
    """Pairs of items that a judgement puts together, so that one unit holds both."""
    return [pair for judgement in judgements if judgement.kind in JOINING for pair in _pairs(judgement)]


def thread_links(judgements: Iterable[Judgement]) -> list[tuple[Key, Key]]:
    """Pairs of items whose stories a judgement on questions ties to one thread."""
    return [pair for judgement in judgements if judgement.kind in ON_QUESTIONS for pair in _pairs(judgement)]


def _pairs(judgement: Judgement) -> Iterator[tuple[Key, Key]]:
    items = [*judgement.items, *([judgement.to_item] if judgement.to_item else [])]
    for other in items[1:]:
        yield (items[0].report, items[0].item), (other.report, other.item)


def of_stories(stories: Iterable[Sequence[ItemGist]], judgements: Iterable[Judgement]) -> list[list[ItemGist]]:
    """Stories as a person put them together, took them apart, and moved items between them."""
    held = [list(story) for story in stories]
    for judgement in judgements:
        if judgement.kind == "merge_stories":
            _merge(held, judgement.items, _item)
        elif judgement.kind == "split_story":
            _move(held, judgement.items, None, _item)
        elif judgement.kind == "move_item":
            _move(held, judgement.items, judgement.to_item, _item)
    return held


def of_questions(groups: Iterable[Sequence[Gist]], judgements: Iterable[Judgement]) -> list[list[Gist]]:
    """Questions as a person put them together, took them apart, and moved claims between them."""
    held = [list(group) for group in groups]
    for judgement in judgements:
        if judgement.kind == "merge_questions":
            _merge(held, judgement.claims, _claim)
        elif judgement.kind == "split_question":
            _move(held, judgement.claims, None, _claim)
        elif judgement.kind == "move_claim":
            _move(held, judgement.claims, judgement.to_claim, _claim)
    return held


def _item(item: ItemGist) -> ItemRef:
    return ItemRef(item.report, item.item)


def _claim(gist: Gist) -> ClaimRef:
    return gist.ref


def _merge(groups: list[list[T]], members: Sequence[K], name: Callable[[T], K]) -> None:
    """Makes one group of all that hold one of the members."""
    wanted = set(members)
    hit = [group for group in groups if any(name(thing) in wanted for thing in group)]
    for group in hit[1:]:
        hit[0].extend(group)
        groups.remove(group)


def _move(groups: list[list[T]], members: Sequence[K], target: K | None, name: Callable[[T], K]) -> None:
    """Takes the members out of their groups and puts them into the target's, or into one of their own."""
    wanted = set(members)
    home = None
    if target is not None:
        home = next((group for group in groups if any(name(thing) == target for thing in group)), None)
        if home is None:
            return
    moved = [thing for group in groups if group is not home for thing in group if name(thing) in wanted]
    if not moved:
        return
    for group in groups:
        if group is not home:
            group[:] = [thing for thing in group if name(thing) not in wanted]
    if home is None:
        groups.append(moved)
    else:
        home.extend(moved)
    groups[:] = [group for group in groups if group]


def label(judgements: Iterable[Judgement], kind: str, members: Iterable[ItemRef | ClaimRef]) -> str | None:
    """The name that a person last gave to a story or question that holds one of the members."""
    held = set(members)
    told = [j.value for j in judgements if j.kind == kind and held & {*j.items, *j.claims}]
    return told[-1] if told else None

"""Groups items of reports into stories: by the names, places and rare words that they share, within some weeks.

How alike two items are depends on the two alone. Items that are alike enough are tied; whatever hangs together by ties
is a unit, and stories are made within a unit. So a new report changes the units that it is tied to and no other, and
the answer depends on the set of reports and not on the order in which they came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from twosource.model import Period, Record, Report, Span
from twosource.reconcile import rarity, words
from twosource.reconcile.cluster import Pair, clusters
from twosource.reconcile.matching import days_apart


class ItemGist(Record, frozen=True):
    """What an item is about: its names and stems, when it was published, and the towns that its claims are about."""

    report: str
    item: int
    stems: frozenset[str]
    names: frozenset[str]
    published: Period
    size: int
    towns: frozenset[str] = frozenset()


Key = tuple[str, int]
"""An item by its report's id and its number there."""

WEEKS = 45
"""Days between two reports after which they tell two stories, however alike (two earthquakes a year apart)."""

ONE_STORY = 0.15
"""Mean likeness from which two groups of items tell one story; chosen on ECB+ topics 1 to 35 outside the test fold."""

TIES = (0.18, 0.26, 0.36, 0.5)
"""Likeness from which two items are tied, on each level after the first. On the first a town that both are about ties
them too. A unit is looked for on the first level; where it would be too large, on the next."""

LEVELS = len(TIES) + 1

MOST_ITEMS = 1000
"""Items of the largest unit but on the last level: grouping them takes a second or two. A war that is told every day
hangs together on the first levels; on the later ones its battles come apart."""

RAREST = 16
"""Words by which an item is found: 98 in 100 pairs that are to be tied share one of them, and 95 two (ECB+)."""

SHARED = 2
"""Of those words two must be shared: one alone is too often a name that is in every report."""


class Thread(Record, frozen=True):
    """Stories near enough to each other that a claim of one may answer a question of another."""

    stories: tuple[tuple[ItemGist, ...], ...]


def item_gists(report: Report) -> list[ItemGist]:
    """The gists of a report's stories; teasers and summaries tell of other items or other reports, and are left out."""
    held: dict[Span | int, ItemGist] = {}
    published = Period(report.published.start, report.published.end)
    stories = any(item.kind == "story" for item in report.items)
    for number, item in enumerate(report.items):
        if item.kind != "story" and stories:
            continue
        text = report.text[item.start : item.end]
        stems, names = words.stems(text), words.names(text)
        key = item.heading if item.heading is not None else number
        before = held.get(key)
        if before is not None:  # a teaser stood in the middle of the story
            stems, names, size = stems | before.stems, names | before.names, before.size + item.end - item.start
            held[key] = before.replace(stems=stems, names=names, size=size)
        else:
            held[key] = ItemGist(report.id, number, stems, names, published, item.end - item.start)
    return list(held.values())


def keys(item: ItemGist) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What an item is found by: its rarest words, of which two must be shared, and its towns, of which one will do."""
    stems, names = rarity.norm(item.stems) ** 2, rarity.norm(item.names) ** 2
    weighed = [(rarity.square(word) / stems, f"s:{word}") for word in item.stems]
    weighed += [(rarity.square(name) / names, f"n:{name}") for name in item.names]
    rarest = sorted(weighed, key=lambda pair: (-pair[0], pair[1]))[:RAREST]
    return tuple(key for _, key in rarest), tuple(f"t:{town}" for town in sorted(item.towns))


def alike(a: ItemGist, b: ItemGist) -> float:
    """How alike two items are, from 0 to 1: the mean of the likeness of their stems and of their names."""
    return 0.5 * (_cosine(a.stems, b.stems) + _cosine(a.names, b.names))


def _cosine(a: frozenset[str], b: frozenset[str]) -> float:
    shared = a & b
    if not shared:
        return 0.0
    return sum(rarity.square(word) for word in sorted(shared)) / (rarity.norm(a) * rarity.norm(b))


def tie(a: ItemGist, b: ItemGist, by_words: bool) -> int:
    """On how many levels two items are tied; a tie on one level is a tie on those before it.

    `by_words` is false for a pair that does not share enough of its rarest words.
    """
    if days_apart(a.published, b.published) > WEEKS:
        return 0
    near = alike(a, b) if by_words else 0.0
    tied = 1 + sum(near >= least for least in TIES)
    return tied if tied > 1 or a.towns & b.towns else 0


def components(size: int, ties: Iterable[tuple[int, int]]) -> list[int]:
    """For each of 0 to size - 1 the least number that it hangs together with.

    >>> components(4, [(3, 1), (1, 3)])
    [0, 1, 2, 1]
    """
    root = list(range(size))

    def head(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for a, b in ties:
        low, high = sorted((head(a), head(b)))
        root[high] = low
    return [head(number) for number in range(size)]


def tied_pairs(items: Sequence[ItemGist]) -> Iterator[tuple[int, int, int]]:
    """Pairs of items that are tied, and on how many levels."""
    holders: dict[str, list[int]] = {}
    for number, item in enumerate(items):
        of_words, of_towns = keys(item)
        near = Counter(other for key in of_words for other in holders.get(key, ()))
        towns = {other for key in of_towns for other in holders.get(key, ())}
        for other in sorted({o for o, shared in near.items() if shared >= SHARED} | towns):
            found = tie(items[other], item, near[other] >= SHARED)
            if found:
                yield other, number, found
        for key in (*of_words, *of_towns):
            holders.setdefault(key, []).append(number)


class Unit(Record, frozen=True):
    """Items that hang together, and the level on which they do."""

    level: int
    items: tuple[ItemGist, ...]


def units(items: Sequence[ItemGist], links: Sequence[tuple[Key, Key]] = ()) -> list[Unit]:
    """Items cut into units: each on the first level where it hangs together with not too many others.

    `links` hold pairs of items together on every level.
    """
    number = {(item.report, item.item): n for n, item in enumerate(items)}
    ties = list(tied_pairs(items))
    ties += [(number[a], number[b], LEVELS) for a, b in links if a in number and b in number]
    labels = [components(len(items), ((a, b) for a, b, found in ties if found > level)) for level in range(LEVELS)]
    sizes = [Counter(of_level) for of_level in labels]
    found: dict[tuple[int, int], list[ItemGist]] = {}
    for n, item in enumerate(items):
        level = level_of([sizes[k][labels[k][n]] for k in range(LEVELS)])
        found.setdefault((level, labels[level][n]), []).append(item)
    return [Unit(level, tuple(held)) for (level, _), held in found.items()]


def level_of(sizes: Sequence[int]) -> int:
    """The level on which an item's unit stands, from the sizes of what it hangs together with on each."""
    return next((level for level, size in enumerate(sizes) if size <= MOST_ITEMS), LEVELS - 1)


def in_order(items: Iterable[ItemGist]) -> list[ItemGist]:
    """Items by the day on which they were published, then by their ids."""
    return sorted(items, key=lambda g: (g.published.end or "9999", g.published.start or "", g.report, g.item))


def stories_in(unit: Unit) -> list[list[ItemGist]]:
    """The stories of a unit; the answer depends on the set of its items, not on their order."""
    items = in_order(unit.items)
    return [[items[n] for n in group] for group in clusters(len(items), _alike(items), ONE_STORY)]


def threads_of(
    stories: Sequence[Sequence[ItemGist]], level: int, links: Iterable[tuple[Key, Key]] = ()
) -> list[Thread]:
    """Stories tied by a town that their claims are about, so that what is said of it is set side by side.

    On later levels a town ties nothing: too much happens there. `links` tie two items' stories on any level.
    """
    home = {(item.report, item.item): n for n, story in enumerate(stories) for item in story}
    ties = [(home[a], home[b]) for a, b in links if a in home and b in home]
    if level == 0:
        ties += [(home[a], home[b]) for a, b in _by_towns(item for story in stories for item in story)]
    held: dict[int, list[tuple[ItemGist, ...]]] = {}
    for n, label in enumerate(components(len(stories), ties)):
        held.setdefault(label, []).append(tuple(stories[n]))
    return [Thread(tuple(of_thread)) for of_thread in held.values()]


def _by_towns(items: Iterable[ItemGist]) -> Iterator[tuple[Key, Key]]:
    holders: dict[str, list[ItemGist]] = {}
    for item in items:
        for town in item.towns:
            holders.setdefault(town, []).append(item)
    for town in sorted(holders):
        for a, b in pairwise(in_order(holders[town])):
            if days_apart(a.published, b.published) <= WEEKS:
                yield (a.report, a.item), (b.report, b.item)


NEGLIGIBLE = 0.02
"""Likeness below which a pair is not kept: it cannot lift a mean over the bound."""


def _alike(items: Sequence[ItemGist]) -> Iterator[Pair]:
    """Pairs of items with how alike they are, for all pairs at once."""
    totals = np.zeros(len(items), dtype=np.float64)
    spaces = [_Space([item.stems for item in items]), _Space([item.names for item in items])]
    for i, item in enumerate(items):
        totals[:] = 0.0
        for space in spaces:
            space.add_to(totals, i)
        near: list[int] = (np.flatnonzero(totals[i + 1 :] >= NEGLIGIBLE) + i + 1).tolist()
        for j in near:
            if days_apart(item.published, items[j].published) <= WEEKS:
                yield i, j, float(totals[j])


class _Space:
    """Collections of words as weighted vectors, turned round: which of them hold a word."""

    def __init__(self, documents: Sequence[frozenset[str]]) -> None:
        self.documents = documents
        holders: dict[str, list[int]] = {}
        for number, document in enumerate(documents):
            for word in document:
                holders.setdefault(word, []).append(number)
        self.holders: Mapping[str, npt.NDArray[np.int64]] = {
            word: np.array(numbers) for word, numbers in holders.items() if len(numbers) > 1
        }
        self.norms = np.array([rarity.norm(document) for document in documents])

    def add_to(self, totals: npt.NDArray[np.float64], number: int) -> None:
        """Adds half the cosine of one collection with every other."""
        row = np.zeros(len(self.documents))
        for word in sorted(self.documents[number]):
            holders = self.holders.get(word)
            if holders is not None:
                row[holders] += rarity.square(word)
        totals += 0.5 * row / (self.norms * self.norms[number])

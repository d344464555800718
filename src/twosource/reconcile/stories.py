"""Groups items of reports into stories: by the names, places and rare words that they share, within some weeks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from twosource.model import Period, Record, Report, Span
from twosource.reconcile import words
from twosource.reconcile.cluster import Pair, clusters
from twosource.reconcile.matching import days_apart


class ItemGist(Record, frozen=True):
    """What an item is about: its names and stems, and when it was published."""

    report: str
    item: int
    stems: frozenset[str]
    names: frozenset[str]
    published: Period
    size: int


WEEKS = 45
"""Days between two reports after which they tell two stories, however alike (two earthquakes a year apart)."""

ONE_STORY = 0.18
"""Mean likeness from which two groups of items tell one story; chosen on ECB+ topics 1 to 35 outside the test fold
(B-cubed F1 .933; .911 at .16, .880 at .20)."""

ONE_THREAD = 0.10
"""Mean likeness from which stories may share a question: the war of which a battle and a summit are two stories."""


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


def threads(reports: Sequence[Report]) -> list[Thread]:
    """Stories, gathered into threads. The answer depends on the set of items, not on their order."""
    items = sorted(
        (gist for report in reports for gist in item_gists(report)),
        key=lambda g: (g.published.end or "9999", g.published.start or "", g.report, g.item),
    )
    pairs = list(_alike(items))
    story_of = {item: n for n, group in enumerate(clusters(len(items), pairs, ONE_STORY)) for item in group}
    found = []
    for thread in clusters(len(items), pairs, ONE_THREAD):
        held: dict[int, list[ItemGist]] = {}
        for number in thread:
            held.setdefault(story_of[number], []).append(items[number])
        found.append(Thread(tuple(tuple(story) for story in held.values())))
    return found


COMMON_TOWN = 0.2
"""Share of threads from which a town that all speak of ties none of them: a capital is in every report."""


def tie_by_towns(found: Sequence[Thread], towns: Mapping[tuple[str, int], frozenset[str]]) -> list[Thread]:
    """Threads whose claims are about one town become one, so that what is said of it is set side by side.

    `towns` names the settlements that the claims of an item (report, number) are about.
    """
    holders: dict[str, set[int]] = {}
    for number, thread in enumerate(found):
        for story in thread.stories:
            for item in story:
                for town in towns.get((item.report, item.item), ()):
                    holders.setdefault(town, set()).add(number)
    most = max(3, COMMON_TOWN * len(found))
    root = list(range(len(found)))

    def head(number: int) -> int:
        while root[number] != number:
            number = root[number]
        return number

    for town in sorted(holders):
        first, *others = sorted(holders[town])
        if len(others) < most:
            for other in others:
                root[max(head(first), head(other))] = min(head(first), head(other))
    groups: dict[int, list[tuple[ItemGist, ...]]] = {}
    for number, thread in enumerate(found):
        groups.setdefault(head(number), []).extend(thread.stories)
    return [Thread(tuple(stories)) for stories in groups.values()]


def _alike(items: Sequence[ItemGist]) -> Iterator[Pair]:
    """Pairs of items with how alike they are: the mean of the likeness of their stems and of their names."""
    count = len(items)
    totals = np.zeros(count, dtype=np.float64)
    spaces = [_Space([item.stems for item in items]), _Space([item.names for item in items])]
    for i, item in enumerate(items):
        totals[:] = 0.0
        for space in spaces:
            space.add_to(totals, i)
        near: list[int] = (np.flatnonzero(totals[i + 1 :] >= NEGLIGIBLE) + i + 1).tolist()
        for j in near:
            if days_apart(item.published, items[j].published) <= WEEKS:
                yield i, j, float(totals[j])


NEGLIGIBLE = 0.02
"""Likeness below which a pair is not kept: it cannot lift a mean over either bound."""


class _Space:
    """Collections of words as weighted vectors, turned round: which of them hold a word."""

    def __init__(self, documents: Sequence[frozenset[str]]) -> None:
        self.documents = documents
        self.rarity = words.Rarity(documents)
        holders: dict[str, list[int]] = {}
        for number, document in enumerate(documents):
            for word in document:
                holders.setdefault(word, []).append(number)
        self.holders = {word: np.array(numbers) for word, numbers in holders.items() if len(numbers) > 1}
        self.norms = np.array([self.rarity.norm(document) or 1.0 for document in documents])

    def add_to(self, totals: npt.NDArray[np.float64], number: int) -> None:
        """Adds half the cosine of one collection with every other."""
        row = np.zeros(len(self.documents))
        for word in sorted(self.documents[number]):
            holders = self.holders.get(word)
            if holders is not None:
                row[holders] += self.rarity.square(word)
        totals += 0.5 * row / (self.norms * self.norms[number])

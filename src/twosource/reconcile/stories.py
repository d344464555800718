"""Groups items of reports into stories: by the names, places and rare words that they share, within some weeks."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Period, Record, Report
from twosource.reconcile import words
from twosource.reconcile.cluster import clusters
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
    """The gists of a report's items; a teaser stub is no story of its own and is left out."""
    held = []
    published = Period(report.published.start, report.published.end)
    whole = len(report.items) == 1
    for number, item in enumerate(report.items):
        if item.kind == "teaser" and not whole:
            continue
        text = report.text[item.start : item.end]
        stems, names = words.stems(text), words.names(text)
        held.append(ItemGist(report.id, number, stems, names, published, item.end - item.start))
    return held


def threads(reports: Sequence[Report]) -> list[Thread]:
    """Stories, gathered into threads. The answer depends on the set of items, not on their order."""
    items = sorted(
        (gist for report in reports for gist in item_gists(report)),
        key=lambda g: (g.published.start or g.published.end or "", g.report, g.item),
    )
    stems, names = words.Rarity(g.stems for g in items), words.Rarity(g.names for g in items)

    def alike(a: ItemGist, b: ItemGist) -> float:
        if days_apart(a.published, b.published) > WEEKS:
            return 0.0
        return 0.5 * stems.cosine(a.stems, b.stems) + 0.5 * names.cosine(a.names, b.names)

    story_of = {item: n for n, group in enumerate(clusters(items, alike, ONE_STORY)) for item in group}
    found = []
    for thread in clusters(items, alike, ONE_THREAD):
        held: dict[int, list[ItemGist]] = {}
        for item in thread:
            held.setdefault(story_of[item], []).append(item)
        found.append(Thread(tuple(tuple(story) for story in held.values())))
    return found

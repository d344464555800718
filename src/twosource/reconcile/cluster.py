"""Average-linkage clustering: two groups join while their claims, on average, are more likely than not one matter."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")

NEVER = -1e9
"""A likeness that no mean can make up for."""


def clusters(things: Sequence[T], likeness: Callable[[T, T], float], at_least: float) -> list[list[T]]:
    """Groups of things whose mean likeness (0 to 1) is `at_least` so much; each group and all groups in given order.

    Unweighted average linkage (Sokal and Michener 1958) over a heap. Pairs of likeness 0 are not kept, so the cost
    follows the pairs that have something in common; a likeness of `NEVER` keeps two things apart for good. Things must
    come in an order that does not depend on how they arrived: ties go to the earlier pair.

    >>> clusters([1, 2, 10, 11], lambda a, b: 1.0 if abs(a - b) < 3 else 0.0, 0.5)
    [[1, 2], [10, 11]]
    """
    members: dict[int, list[int]] = {i: [i] for i in range(len(things))}
    sums: dict[int, dict[int, float]] = {i: {} for i in range(len(things))}
    heap: list[tuple[float, int, int]] = []
    for i, a in enumerate(things):
        for j in range(i + 1, len(things)):
            value = likeness(a, things[j])
            if value:
                sums[i][j] = sums[j][i] = value
                if value >= at_least:
                    heap.append((-value, i, j))
    heapq.heapify(heap)
    fresh = len(things)
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in members or j not in members:
            continue
        joined = sorted(members.pop(i) + members.pop(j))
        links: dict[int, float] = {}
        for old in (sums.pop(i), sums.pop(j)):
            for other, value in old.items():
                if other in members:
                    links[other] = links.get(other, 0.0) + value
        members[fresh], sums[fresh] = joined, links
        for other, value in links.items():
            sums[other].pop(i, None)
            sums[other].pop(j, None)
            sums[other][fresh] = value
            mean = value / (len(joined) * len(members[other]))
            if mean >= at_least:
                heapq.heappush(heap, (-mean, min(other, fresh), max(other, fresh)))
        fresh += 1
    return [[things[i] for i in group] for group in sorted(members.values())]

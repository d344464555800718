"""Average-linkage clustering: two groups join while their members, on average, are more likely than not one matter."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

NEVER = -1e9
"""A likeness that no mean can make up for."""

Pair = tuple[int, int, float]


def clusters(size: int, pairs: Iterable[Pair], at_least: float) -> list[list[int]]:
    """Groups of 0 to size - 1 whose mean likeness (0 to 1) is `at_least` so much; in order, and each in order.

    Unweighted average linkage (Sokal and Michener 1958) over a heap. A pair that is not given has the likeness 0, so
    the cost follows the pairs that have something in common; a likeness of `NEVER` keeps two apart for good. Number
    the things in an order that does not depend on how they arrived: ties go to the earlier pair.

    >>> clusters(4, [(0, 1, 0.9), (2, 3, 0.8), (1, 2, 0.3)], 0.5)
    [[0, 1], [2, 3]]
    """
    members: dict[int, list[int]] = {i: [i] for i in range(size)}
    sums: dict[int, dict[int, float]] = {i: {} for i in range(size)}
    heap: list[tuple[float, int, int]] = []
    for i, j, value in pairs:
        sums[i][j] = sums[j][i] = value
        if value >= at_least:
            heap.append((-value, i, j))
    heapq.heapify(heap)
    fresh = size
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
                heapq.heappush(heap, (-mean, other, fresh))
        fresh += 1
    return sorted(members.values())

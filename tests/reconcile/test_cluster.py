"""Average-linkage clustering."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from twosource.reconcile.cluster import NEVER, Pair
from twosource.reconcile.cluster import clusters as numbered


def near(a: int, b: int) -> float:
    return max(0.0, 1 - abs(a - b) / 10)


def clusters(things: list[int], alike: Callable[[int, int], float], at_least: float) -> list[list[int]]:
    pairs: list[Pair] = [(i, j, alike(things[i], things[j])) for i, j in combinations(range(len(things)), 2)]
    return [[things[i] for i in group] for group in numbered(len(things), pairs, at_least)]


def test_a_chain_does_not_pull_far_ends_together() -> None:
    assert clusters([0, 4, 8, 12], near, 0.5) == [[0, 4], [8, 12]]


def test_never_is_stronger_than_any_mean() -> None:
    assert clusters([1, 2, 3], lambda a, b: NEVER if {a, b} == {1, 3} else 0.9, 0.3) == [[1, 2], [3]]


@given(st.lists(st.integers(0, 60), max_size=25))
def test_everything_is_in_one_group_once(numbers: list[int]) -> None:
    groups = clusters(numbers, near, 0.4)
    assert sorted(x for group in groups for x in group) == sorted(numbers)


@given(st.lists(st.integers(0, 60), max_size=20, unique=True))
def test_a_higher_bar_never_joins_more(numbers: list[int]) -> None:
    ordered = sorted(numbers)
    low = [set(group) for group in clusters(ordered, near, 0.3)]
    assert all(any(set(group) <= wider for wider in low) for group in clusters(ordered, near, 0.7))

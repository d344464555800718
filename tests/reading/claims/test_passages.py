"""Invented passages in many manners: who says it, through whom, with what stance. The floors may only rise."""

from __future__ import annotations

import pytest
from bench.passages import passages, rates

FLOORS = {
    "seen": {"found": 0.86, "source": 0.72, "through": 0.74, "stance": 0.76, "carried": 0.52, "marked": 0.61},
    "unseen": {"found": 0.88, "source": 0.7, "through": 0.73, "stance": 0.77, "carried": 0.46, "marked": 0.68},
}


@pytest.mark.parametrize("which", FLOORS)
def test_passages_are_read(which: str) -> None:
    read = rates(which)
    assert {name: rate for name, rate in read.items() if rate < FLOORS[which][name]} == {}


def test_there_are_enough_of_them() -> None:
    assert len(passages("seen")) > 150
    assert len(passages("unseen")) >= 60

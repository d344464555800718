"""The graded cases: each strong one must hold; the medium ones may not fall below the rate that was reached."""

from __future__ import annotations

import pytest
from bench.places import cases, fault

ALL = cases()
MEDIUM = 0.85
"""The rate of medium cases when the table was made, less a margin."""


def test_there_are_two_hundred_cases():
    assert len(ALL) >= 200


@pytest.mark.parametrize(
    "case", [c for c in ALL if c["grade"] == "strong"], ids=lambda c: f"{c['words']}: {c['text'][:40]}"
)
def test_strong_case(case: dict[str, str]):
    assert fault(case) is None


def test_medium_cases():
    medium = [case for case in ALL if case["grade"] == "medium"]
    assert sum(fault(case) is None for case in medium) >= MEDIUM * len(medium)

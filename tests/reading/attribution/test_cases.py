"""Every pattern of attribution as an invented sentence: strong ones must all be read, most of the others."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from twosource.model import Layout, cut_all
from twosource.reading.attribution import find

with (Path(__file__).parent / "cases.csv").open(encoding="utf8", newline="") as table:
    CASES = list(csv.DictReader(table))
LayOut = Callable[[str], Layout]
SHARE = {"medium": 0.9, "weak": 0.5}
"""What part of the cases of a grade must be read; the rest is known work."""


def read_right(case: dict[str, str], plain_layout: LayOut) -> bool:
    text = case["text"]
    found = [
        (cut_all(text, a.source), cut_all(text, a.cue), cut_all(text, a.content)) for a in find(plain_layout(text))
    ]
    return (case["source"], case["cue"], case["content"]) in found


@pytest.mark.parametrize("case", [case for case in CASES if case["grade"] == "strong"], ids=lambda case: case["text"])
def test_strong_cases_are_read(case: dict[str, str], plain_layout: LayOut) -> None:
    assert read_right(case, plain_layout)


@pytest.mark.parametrize("grade", ["medium", "weak"])
def test_most_other_cases_are_read(grade: str, plain_layout: LayOut) -> None:
    cases = [case for case in CASES if case["grade"] == grade]
    missed = [case["text"] for case in cases if not read_right(case, plain_layout)]
    assert 1 - len(missed) / len(cases) >= SHARE[grade], missed

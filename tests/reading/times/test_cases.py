"""The graded table of cases: every strong one holds, and the weaker ones hold as often as they did."""

import csv
from pathlib import Path

import pytest

from twosource.model import Layout, Published
from twosource.reading import times

TABLE = Path(__file__).parents[3] / "bench" / "cases" / "times.csv"
CASES = list(csv.DictReader(TABLE.read_text(encoding="utf8").splitlines()))
FLOORS = {"medium": 0.97, "weak": 0.2}


def right(case: dict[str, str]) -> bool:
    """True where the mention has the words, type, value and period of the table, or there is none where it has none."""
    day = case["published"]
    mentions, _ = times.find(Layout(case["text"]), Published(day, day, "given"))
    if not case["words"]:
        return not mentions
    want = (case["words"], case["type"], case["value"], case["from"] or None, case["to"] or None)
    text = case["text"]
    return want in [(text[m.start : m.end], m.type, m.value, m.from_, m.to) for m in mentions]


@pytest.mark.parametrize("case", [c for c in CASES if c["grade"] == "strong"], ids=lambda c: c["text"][:60])
def test_every_strong_case_is_read(case: dict[str, str]) -> None:
    assert right(case)


@pytest.mark.parametrize("grade", FLOORS)
def test_weaker_cases_are_read_as_often_as_they_were(grade: str) -> None:
    cases = [c for c in CASES if c["grade"] == grade]
    assert sum(map(right, cases)) / len(cases) >= FLOORS[grade]


def test_the_table_is_large_enough() -> None:
    assert len(CASES) >= 200

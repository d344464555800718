"""The graded cases of bench/cases/figures.csv: every strong one is read exactly."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from twosource.model import Document, Figure
from twosource.reading import figures
from twosource.reading.structure import lay_out

CASES = Path(__file__).parents[3] / "bench/cases/figures.csv"


def shown(figure: Figure) -> str:
    """A figure as the table writes it: measure, low, high, ~ where approximate, =N where it repeats figure N."""
    low, high = ("-" if side is None else str(side) for side in (figure.low, figure.high))
    about = " ~" if figure.approximate else ""
    same = "" if figure.same_as is None else f" ={figure.same_as}"
    return f"{figure.measure} {low} {high}{about}{same}"


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines))


def read(text: str) -> str:
    return "; ".join(shown(figure) for figure in figures.find(lay_out(Document(None, text))) if not figure.denied)


def test_table_is_graded_and_large() -> None:
    table = rows()
    assert len(table) >= 200
    assert {row["grade"] for row in table} == {"strong", "medium", "weak"}
    assert len({row["text"] for row in table}) == len(table)


@pytest.mark.parametrize("row", [row for row in rows() if row["grade"] == "strong"], ids=lambda row: row["text"][:60])
def test_strong_cases(row: dict[str, str]) -> None:
    assert read(row["text"]) in [choice.strip() for choice in row["figures"].split("|")]


def test_medium_cases_hold_mostly() -> None:
    medium = [row for row in rows() if row["grade"] == "medium"]
    right = sum(read(row["text"]) in row["figures"] for row in medium)
    assert right >= 0.6 * len(medium)

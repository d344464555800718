"""Labels, paragraphs and marks."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Report
from twosource.tell.index import Index, labels, paragraph_starts

from . import factory


@pytest.mark.parametrize(
    ("origins", "expected"),
    [
        (["a/000.txt", "b/001.html"], ["000", "001"]),
        (["a/000.txt", "b/000.txt"], ["R1", "R2"]),
        (["x/R2.txt", "https://x.example/story", None], ["R2", "RR2", "R3"]),
        (["a-very-long-name-of-a-file.txt", "<b>.txt", "C:\\news\\7.txt"], ["R1", "R2", "7"]),
    ],
)
def test_labels_are_short_and_unique(origins: list[str | None], expected: list[str]) -> None:
    reports = [Report(f"r{n}", origin, "") for n, origin in enumerate(origins)]
    assert list(labels(reports).values()) == expected


def test_a_line_is_a_paragraph() -> None:
    assert paragraph_starts("Title\nBy her\r\n\r\n  Body.\u2028More.\n") == [0, 6, 16, 24]


def test_wrapped_lines_are_one_paragraph() -> None:
    words = "The river rose by two metres in the night and the lower town was left before the morning came. " * 4
    text = "\n\n".join(textwrap.fill(words, 70) for _ in range(2))
    assert len(paragraph_starts(text)) == 2


@given(st.text())
def test_every_letter_stands_in_a_paragraph(text: str) -> None:
    starts = paragraph_starts(text)
    assert starts == sorted(set(starts))
    assert bool(starts) == bool(text.strip())
    index = Index((Report("r", None, text),))
    assert all(1 <= index.paragraph("r", n) <= max(1, len(starts)) for n in range(len(text)))


def test_a_mark_names_the_label_and_the_paragraph() -> None:
    index = Index(factory.brief().reports)
    assert str(index.mark(factory.ref(1, 9))) == "[001 ¶8]"
    assert index.mark(factory.ref(1, 9)).anchor == "r1-c9"
    assert index.marks((factory.ref(9, 9),)) == ()

"""Markdown: nothing of a text is acted on."""

from __future__ import annotations

from twosource.tell import markdown
from twosource.tell.md import escape

from . import factory

TOLD = markdown(factory.brief())


def test_no_markup_of_a_text_survives() -> None:
    assert "<script" not in TOLD
    assert "&lt;script&gt;" in TOLD
    assert "\\*b\\* \\[c\\](d)" in TOLD


def test_it_has_a_heading_for_each_story_and_question() -> None:
    heads = [line for line in TOLD.splitlines() if line.startswith("#")]
    assert heads[:3] == [
        "# 5 reports from 4 outlets, 2 stories",
        "## 1. Varnian marines near Kelmar",
        "### 1.1 Have the marines left? (changed)",
    ]
    assert heads[-1] == "### Reports"


def test_escape_leaves_plain_words_alone() -> None:
    assert escape("3.5 m, said “she” (twice)!") == "3.5 m, said “she” (twice)!"

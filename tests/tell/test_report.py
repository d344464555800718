"""One report marked up."""

from __future__ import annotations

import pytest

from twosource.model import Report
from twosource.tell import report_html, report_markdown, report_text

from . import factory
from .test_page import read

REPORTS = factory.brief().reports
PLAIN = report_text(REPORTS[0])


def test_the_text_carries_its_marks() -> None:
    assert (
        "¶3  [Varnian marines appear to have left one of the axes of @Kelmar district@], "
        "army spokesman {Jonas Veld} <told> the Harbour Post ~on 3 March~."
    ) in PLAIN
    assert "[#At least 1,000# of #11,000# Varnian marines have been killed]" in PLAIN


def test_its_claims_are_listed_in_the_order_of_the_text() -> None:
    listed = [line.split()[1] for line in PLAIN.splitlines() if line.startswith("   • c")]
    assert listed == ["c10", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9"]


def test_what_was_not_read_is_said() -> None:
    assert "¶1: unbalanced quotation: “Dam”" in report_text(REPORTS[3])


def test_the_page_links_claims_and_passages_both_ways() -> None:
    page = read(report_html(REPORTS[0]))
    ids = {a["id"] for _, a in page.tags if a.get("id")}
    links = {(a["href"] or "")[1:] for _, a in page.tags if (a.get("href") or "").startswith("#")}
    assert links <= ids
    assert {f"r1-c{n}" for n in range(1, 11)} | {f"l{n}" for n in range(1, 11)} <= links
    classes = {a.get("class") for tag, a in page.tags if tag == "span"}
    assert {"source", "cue", "figure", "place", "time"} <= classes
    assert [a["class"] for tag, a in page.tags if tag == "p" and a.get("class") == "furniture"] == ["furniture"] * 2


@pytest.mark.parametrize("report", [*REPORTS, Report("r", None, "")])
def test_every_report_is_told_in_every_form(report: Report) -> None:
    assert not {tag for tag, _ in read(report_html(report)).tags} & {"script", "img"}
    assert "\x1b" not in report_text(report)
    assert "<script" not in report_markdown(report)
    assert "\x1b[" in report_text(report, 80, colour=True) or not report.text

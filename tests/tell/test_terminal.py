"""Text: every question, position and mark; nothing twice; nothing that a terminal would act on."""

from __future__ import annotations

import re
from collections import Counter

from twosource.model import Brief
from twosource.tell import markdown, text

from . import factory

BRIEF = factory.brief()
PLAIN = text(BRIEF)


def test_no_line_comes_twice() -> None:
    for told in (PLAIN, markdown(BRIEF)):
        lines = Counter(line.strip() for line in told.splitlines() if line.strip())
        assert [line for line, n in lines.items() if n > 1] == []


def test_the_disputed_and_the_changed_come_first() -> None:
    order = re.findall(r"^   1\.\d .*? ([A-Z ]+)$", PLAIN, re.MULTILINE)
    assert order[:3] == ["CHANGED", "DISPUTED", "DENIED"]
    assert order[-1] == "SINGLE SOURCE"


def test_a_line_says_who_through_whom_when_how_sure_how_limited_and_the_words() -> None:
    assert (
        "Jonas Veld (spokesman, Army Command; for Ostrel) said on 3 March 2031 through Harbour Post, "
        "as probable (“appear to”), limited to “one of the axes of Kelmar district”: "
        "Varnian marines appear to have left one of the axes of Kelmar district [001 ¶3]; also [001 ¶4]"
    ) in PLAIN


def test_the_account_says_what_counts_together_who_is_silent_and_what_says_too_much() -> None:
    account = next(line for line in PLAIN.splitlines() if line.strip().startswith("1.1 account:"))
    assert "1 certain (Jonas Veld, Petra Lind, Ostrel's army and 4th Brigade, counted once: a body" in account
    assert "Jonas Veld on 3 March 2031 [001 ¶3] gives way to Jonas Veld on 9 March 2031 [R3 ¶2]" in account
    assert "The Daily Lamp [002 ¶2] widens Jonas Veld [001 ¶3]" in account
    assert "Declined to comment: chancellery [002 ¶6]. Could not verify: Harbour Post [001 ¶7]" in PLAIN


def test_labels_are_unique_and_short() -> None:
    assert re.findall(r"^   • \[(\w+)\] ", PLAIN, re.MULTILINE) == ["001", "002", "R3", "R4", "R5"]


def test_every_mark_leads_to_the_paragraph_that_holds_the_words() -> None:
    paragraphs = [line for line in BRIEF.reports[1].text.splitlines() if line.strip()]
    assert "Kelmar has fallen" in paragraphs[3]
    assert "Kelmar has fallen [002 ¶4]" in PLAIN


def test_nothing_in_a_text_moves_the_terminal() -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", PLAIN)
    assert "\x1b[" in text(BRIEF, colour=True)


def test_lines_keep_to_the_width_and_marks_whole() -> None:
    told = text(BRIEF, width=60)
    assert max(len(line) for line in told.splitlines()) <= 60
    assert re.findall(r"\[(?:\d+|R\d)$", told, re.MULTILINE) == []
    assert text(BRIEF, width=1).strip()


def test_an_address_that_is_no_web_address_is_not_printed() -> None:
    assert "javascript:" not in PLAIN
    assert "https://harbourpost.example/kelmar?a=1&b=2" in PLAIN


def test_an_empty_brief_is_told() -> None:
    assert text(Brief((), ())) == "0 reports from 0 outlets, 0 stories\n"

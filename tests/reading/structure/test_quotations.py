from __future__ import annotations

import pytest

from twosource.model import Paragraph
from twosource.model.layout import Quotation
from twosource.model.report import Skipped
from twosource.reading.structure.lines import blocks_of, lines_of
from twosource.reading.structure.quotations import quotations_of


def find(text: str) -> tuple[tuple[Quotation, ...], tuple[Skipped, ...]]:
    return quotations_of(text, [Paragraph(b.start, b.end) for b in blocks_of(text, lines_of(text))])


def words(text: str) -> list[str]:
    return [quotation.cut(text) for quotation in find(text)[0]]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"We left," he said. "All of us."', ["We left,", "All of us."]),
        ("“We left,” he said.", ["We left,"]),
        ("‘We left,’ he said.", ["We left,"]),
        ("'We left,' he said.", ["We left,"]),
        ("«Nous partons», dit-il.", ["Nous partons"]),
        ("„Wir gehen“, sagte er.", ["Wir gehen"]),
        ("„Idziemy”, powiedział.", ["Idziemy"]),
        ("”Vi går”, sade han.", ["Vi går"]),
        ("»Wir gehen«, sagte er.", ["Wir gehen"]),
        ("「行きます」と言った。", ["行きます"]),
        ("``We left,'' he said.", ["We left,"]),
        ("“He called it ‘a rout’ twice,” she said.", ["He called it ‘a rout’ twice,", "a rout"]),
        ("The town's mayor and the soldiers' wives didn't go.", []),
        ("The soldiers’ wives didn’t go in the ’90s.", []),
        ('He is 6\'2" tall, the gun a 6" one.', []),
        ("‘The soldiers’ families went,’ she said.", ["The soldiers’ families went,"]),
        ("The ‘human waves’ and the soldiers’ fear", ["human waves"]),
        ('It hit "at least 20" men.', ["at least 20"]),
        ("the “Puls” unit and “Grom”", ["Puls", "Grom"]),
        ("“We left“, he said.", ["We left"]),
    ],
)
def test_marks_of_every_family(text: str, quoted: list[str]) -> None:
    assert words(text) == quoted
    assert find(text)[1] == ()


def test_outer_span_holds_the_marks_and_depth_counts() -> None:
    text = "“He said ‘no’ then,” she said."
    outer, inner = find(text)[0]
    assert outer.outer.cut(text) == "“He said ‘no’ then,”"
    assert (outer.depth, inner.depth) == (0, 1)


def test_a_quotation_that_reopens_at_every_paragraph() -> None:
    text = "“We left at dawn.\n\n“We came back at noon,” he said."
    first, second = find(text)[0]
    assert (first.cut(text), first.closed, first.continues) == ("We left at dawn.", False, True)
    assert (second.cut(text), second.closed, second.continues) == ("We came back at noon,", True, False)
    assert find(text)[1] == ()


def test_a_quotation_that_closes_paragraphs_later() -> None:
    text = "“We left at dawn.\n\nThe road was cut.\n\nIt was hard,” Novak said. He wept."
    assert words(text) == ["We left at dawn.", "The road was cut.", "It was hard,"]
    assert [q.closed for q in find(text)[0]] == [False, False, True]
    assert find(text)[1] == ()


def test_an_unclosed_quotation_ends_at_the_reporting_clause() -> None:
    text = "“We tried to cross, but in vain,explained Novak.\n\nHe then left “the field”."
    assert words(text) == ["We tried to cross, but in vain,", "the field"]
    assert [q.closed for q in find(text)[0]] == [False, True]
    assert find(text)[1] == ()


def test_an_unclosed_quotation_without_a_clause_is_recorded() -> None:
    text = "He said “we go at once and never return.\n\nThe rest is “read on” still."
    assert words(text) == ["we go at once and never return.", "read on"]
    (skipped,) = find(text)[1]
    assert skipped.reason == "unbalanced_quotation"
    assert text[skipped.start : skipped.end] == "“we go at once and never return."


def test_a_stray_closing_mark_is_recorded_and_loses_nothing() -> None:
    text = "We go at once,” he said, and “never return” too."
    assert words(text) == ["never return"]
    assert [text[s.start : s.end] for s in find(text)[1]] == ["”"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"""We left,"" he said.', ["We left,"]),
        ("“We left in time, “Novak said. “It was late.”", ["We left in time,", "It was late."]),
        ("“We left in time. “It was late,” he said.", ["We left in time.", "It was late,"]),
        ("They were “levelled, ”writing that “all” fled.", ["levelled, ", "all"]),
        ("The title “He wrote “No” twice” stood.", ["He wrote “No” twice", "No"]),
    ],
)
def test_marks_that_are_doubled_turned_or_lost(text: str, quoted: list[str]) -> None:
    assert words(text) == quoted
    assert find(text)[1] == ()

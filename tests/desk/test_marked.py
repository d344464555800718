"""A text in pieces is the text again, whatever was found in it."""

from __future__ import annotations

from tests.desk.conftest import one_report
from twosource.desk.marked import explained, found_in, paragraphs
from twosource.model import Claim, Figure, Report, Span


def test_the_pieces_are_the_text() -> None:
    report = one_report()
    told = "".join(piece.text for paragraph in paragraphs(report) for piece in paragraph.pieces)
    assert "".join(told.split()) == "".join(report.text.split())


def test_marks_that_cross_are_cut_at_each_edge() -> None:
    figure = Figure(4, 10, "killed", 1, 1)
    report = Report("r", None, "ab cdefg hij", claims=(Claim("c1", (Span(0, 6),)),), figures=(figure,))
    pieces = paragraphs(report)[0].pieces
    assert [(piece.text, piece.claims, piece.kinds) for piece in pieces] == [
        ("ab c", ("c1",), ()),
        ("de", ("c1",), ("figure",)),
        ("fg h", (), ("figure",)),
        ("ij", (), ()),
    ]
    assert [piece.last for piece in pieces] == [(), ("c1",), (), ()]


def test_offsets_that_no_text_has_are_passed_over() -> None:
    report = Report("r", None, "ab", claims=(Claim("c1", (Span(5, 9),)),), figures=(Figure(-3, 40, "killed", 1, 1),))
    assert [piece.text for piece in paragraphs(report)[0].pieces] == ["ab"]
    assert found_in(report) == []


def test_every_mark_says_something() -> None:
    report = one_report()
    for one in found_in(report):
        assert all(told.heading and told.facts for told in explained(report, one.start, one.end))

"""What a sentence tells by the way."""

from __future__ import annotations

from tests.reading.claims.marked import parse
from twosource.model import Document, Report
from twosource.model.report import TimeMention
from twosource.reading.claims import build
from twosource.reading.structure import lay_out

TEXT = "Rebels were sent to Lutar to counter an offensive launched in August 2030."


def test_an_event_with_a_date_of_its_own() -> None:
    text, _ = parse(TEXT)
    start = text.index("August")
    time = TimeMention(start, start + 11, "DATE", "2030-08", "2030-08-01", "2030-08-31")
    layout = lay_out(Document(None, text))
    report = Report("r1", None, text, items=layout.items, times=(time,))
    _, claims = build(layout, report)
    aside = next(claim for claim in claims if report.words(claim).startswith("an offensive"))
    assert report.words(aside) == "an offensive launched in August 2030"
    assert aside.type == "attack"
    assert aside.when is not None
    assert aside.when.start == "2030-08-01"


def test_without_a_date_there_is_none() -> None:
    layout = lay_out(Document(None, TEXT))
    _, claims = build(layout, Report("r1", None, TEXT, items=layout.items))
    assert len(claims) == 1

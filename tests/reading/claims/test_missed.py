"""Reporting clauses that no attribution covers: headlines, entries of live blogs, quotations with any verb."""

from __future__ import annotations

import pytest

from twosource.model import Attribution, Document, Report, Span
from twosource.reading import figures, places, times
from twosource.reading.claims import build
from twosource.reading.structure import lay_out


def read(text: str, *found: Attribution) -> list[tuple[str | None, str]]:
    """Who says what, with no attributions but those that are given."""
    layout = lay_out(Document(None, text))
    mentions, published = times.find(layout, Document(None, text).published)
    report = Report(
        "r1", None, text, times=mentions, published=published, attributions=found,
        places=places.find(layout), figures=figures.find(layout),
    )  # fmt: skip
    sources, claims = build(layout, report)
    names = {source.id: source.name for source in sources}
    return [(names.get(claim.source or ""), report.words(claim)) for claim in claims]


BODY = "\n\nThe mill at Tol burnt on Monday and nobody has said why. The street was closed for the day."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Mill at Tol was set on fire – firefighters", ("firefighters", "Mill at Tol was set on fire")),
        ("Nobody left in the mill, says fleeing owner", None),
        ("Nine die in mill fire, police suspect arson gang", None),
        ("Nine die in mill fire, police fear", ("police", "Nine die in mill fire")),
        ("Mill burns – live updates", None),
    ],
)
def test_headlines(title: str, expected: tuple[str, str] | None) -> None:
    found = read(title + BODY)
    if expected is None:
        assert not any(name in ("live updates", "arson gang") for name, _ in found)
    else:
        assert expected in found


def test_entry_of_a_live_blog() -> None:
    text = (
        "Fire at Tol: live\n\n09:12 Police: nine people died in the mill.\n\n10.30 – Mayor Ana Ruiz: roads are closed."
    )
    found = read(text)
    assert ("Police", "nine people died in the mill") in found
    assert ("Ana Ruiz", "roads are closed") in found


def test_quotation_with_any_verb() -> None:
    found = read("“The stairs were on fire,” sobbed survivor Ada Lunt." + BODY)
    assert ("Ada Lunt", "The stairs were on fire") in found


def _span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def test_source_behind_the_verb_that_the_content_holds() -> None:
    text = "The Board met on Monday. Its list of nine dead was wrong, said its secretary, Ada Lunt."
    wrong = Attribution(
        "a1", (_span(text, "The Board"),), (_span(text, "said"),),
        (_span(text, "Its list of nine dead was wrong"), _span(text, "its secretary, Ada Lunt")),
    )  # fmt: skip
    assert ("Ada Lunt", "Its list of nine dead was wrong") in read(text, wrong)


def test_one_of_two_who_speak_in_a_sentence() -> None:
    text = "The mill was empty, said the mayor, Ana Ruiz, but the owner, Jan Bok, said that nine people died."
    both = _span(text, "the mayor, Ana Ruiz, but the owner, Jan Bok,")
    one = Attribution("a1", (both,), (Span(20, 24),), (_span(text, "The mill was empty"),))
    two = Attribution(
        "a2", (both,), (Span(text.rindex("said"), text.rindex("said") + 4),), (_span(text, "that nine people died"),)
    )
    names = [name for name, _ in read(text, one, two)]
    assert names == ["Ana Ruiz", "Jan Bok"]


def test_we_outside_quotation_marks_is_the_outlet() -> None:
    text = "In an earlier post we said that nine people died. Mayor Ana Ruiz spoke later."
    ours = Attribution("a1", (_span(text, "we"),), (_span(text, "said"),), (_span(text, "that nine people died"),))
    assert (None, "nine people died") in read(text, ours)


def test_according_to_whoever_stands_behind_it() -> None:
    text = "The mill burnt on Monday. Nine people died in it, according to the fire service."
    wrong = Attribution(
        "a1", (_span(text, "The mill"),), (_span(text, "according to"),), (_span(text, "Nine people died in it"),)
    )
    assert ("fire service", "Nine people died in it") in read(text, wrong)
    assert ("Ana Ruiz", "nine people died in the mill") in read(
        "According to the mayor, Ana Ruiz, nine people died in the mill."
    )

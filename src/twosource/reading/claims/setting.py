"""Says where a claim is set and which figures it holds."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import PlaceMention, Span
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.page import Page
from twosource.reading.speakers import grammar

__all__ = ["set_places"]

_UNSET = frozenset(("diplomacy", "sanctions", "denial", "personnel", "other"))
"""Types whose claims are seldom set at the place named before."""
_FAR = 5
"""Paragraphs looked back for the place that the talk is about."""


def set_places(page: Page, draft: Draft) -> None:
    """The literal places in the content, or where there is none the place that the paragraph speaks of."""

    literal = [number for number in page.places(draft.content) if page.place(number).use == "literal"]
    fine = [number for number in literal if not _country(page.place(number))]
    kept = fine or [number for number in literal if _gone_to(page, page.place(number))]
    if kept:
        draft.places = tuple(kept)
        draft.because("places", "named in the content")
        return
    if draft.type in _UNSET:
        return
    inherited = _before(page, draft)
    if inherited is not None:
        draft.places = (inherited,)
        draft.because("places", "named before", page.place(inherited).name)


def _before(page: Page, draft: Draft) -> int | None:
    """The nearest place named before a claim: in its sentence, its paragraph, the paragraphs before, the heading."""
    paragraph = page.paragraph(draft.sentence)
    if paragraph is None:
        return None
    same = page.places([Span(draft.sentence.start, draft.sentence.end)])
    found = _finest(page, same)
    if found is not None:
        return found
    numbers = draft.sentence.paragraph
    paragraphs = page.layout.paragraphs
    stretch = Span(paragraph.start, max(paragraph.start, draft.start))
    found = _finest(page, list(reversed(page.places([stretch]))))
    if found is not None:
        return found
    for other in reversed(paragraphs[max(0, numbers - _FAR) : numbers]):
        if other.furniture:
            continue
        if page.item(other.start) != page.item(draft.start):
            break
        found = _finest(page, list(reversed(page.places([other]))))
        if found is not None:
            return found
    item = page.report.items[page.item(draft.start)] if page.report.items else None
    if item is not None:
        return _finest(page, page.places([Span(item.start, min(item.end, item.start + 1500))]))
    return None


def _finest(page: Page, numbers: Sequence[int]) -> int | None:
    """The first place that is literal and no country."""
    for number in numbers:
        place = page.place(number)
        if place.use == "literal" and place.lat is not None and not _country(place):
            return number
    return None


def _country(place: PlaceMention) -> bool:
    return bool(place.feature and place.feature.startswith("PCL")) or place.precision == 6


def _gone_to(page: Page, place: PlaceMention) -> bool:
    """True where a country is where something goes or is: "sent to Chad"; not "Chad said"."""
    before = page.words(Span(max(0, place.start - 24), place.start))
    return bool(before) and before[-1].lower in grammar("setting", "into")

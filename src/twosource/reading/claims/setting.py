"""Says where a claim is set and which figures it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from twosource.knowledge import parties
from twosource.model import PlaceMention, Span
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.page import Page
from twosource.reading.speakers import medium_in

__all__ = ["Topics", "set_figures", "set_places"]

_UNSET = frozenset(("diplomacy", "sanctions", "denial", "personnel", "other", "forecast"))
"""Types whose claims are seldom set at the place named before."""
_TOLLS = frozenset(("killed", "wounded", "killed_or_wounded"))
_COUNTED = _TOLLS | {"missing", "captured"}
_WAR = 10_000
"""Dead or wounded from which a toll is that of a war or a country, not of the place last named."""
_HEADING = 3
"""What a mention in a heading counts: a story is about the place in its heading."""
_NAME = 40
"""Characters within which the name of a medium ends."""
_FAR = 5
"""Paragraphs looked back for the place that the talk is about."""


class Topics:
    """The place that each item is mostly about: named most often, its heading counting more."""

    def __init__(self, page: Page) -> None:
        self._topics: dict[int, int] = {}
        self._last: dict[int, tuple[int, int]] = {}
        counts: dict[int, Counter[str]] = {}
        first: dict[tuple[int, str], int] = {}
        for number, place in enumerate(page.report.places):
            if not _fine(page, number):
                continue
            paragraph = page.layout.paragraph_at(place.start)
            if paragraph is None or paragraph.furniture:
                continue
            item = page.item(place.start)
            heading = paragraph.part in ("title", "heading")
            counts.setdefault(item, Counter())[place.name] += _HEADING if heading else 1
            first.setdefault((item, place.name), number)
        for item, count in counts.items():
            name, times = count.most_common(1)[0]
            if times > 1:
                self._topics[item] = first[item, name]

    def set(self, draft: Draft, fine: Sequence[int]) -> None:
        """Notes where a claim is set; claims come in their order."""
        if fine:
            self._last[draft.item] = draft.sentence.paragraph, fine[0]

    def last(self, item: int) -> tuple[int, int] | None:
        """The paragraph and the place of the last claim of an item that was set at one."""
        return self._last.get(item)

    def of(self, item: int) -> int | None:
        """The index of the first mention of an item's place; None where no place is named twice."""
        return self._topics.get(item)


def set_figures(page: Page, draft: Draft) -> None:
    """Drops the single persons whom no number counts, unless they stand beside numbers: "a clerk dead and two hurt".

    "The mayor was killed", "the death of a teacher": who it was is what the claim says, not how many. The report's own
    list keeps them, for sums.
    """
    tolls = [number for number in draft.figures if page.figure(number).measure in _COUNTED]
    if not any(_unsaid(page, number) for number in tolls):
        return
    beside = any((page.figure(number).low or 0) > 1 for number in tolls)
    draft.figures = tuple(
        number
        for number in draft.figures
        if number not in tolls or not _unsaid(page, number) or (beside and page.figure(number).part_of is None)
    )


def _unsaid(page: Page, number: int) -> bool:
    """True of a figure of one that no word of number says: "a clerk", "the mayor", "him"."""
    figure = page.figure(number)
    said = page.words(Span(figure.start, figure.end))
    return figure.low == figure.high == 1 and not any(word.lower in ("one", "1", "single") for word in said)


def set_places(page: Page, draft: Draft, topics: Topics) -> None:
    """The literal places in the content, countries where none is finer; else the place that the story is about."""
    literal = [number for number in page.places(draft.content) if _literal(page, number)]
    fine = [number for number in literal if not _country(page.place(number))]
    kept = fine or literal
    if kept:
        draft.places = tuple(kept)
        draft.because("places", "named in the content")
        topics.set(draft, fine)
        return
    if draft.type in _UNSET or _of_a_whole_war(page, draft):
        return
    inherited = _inherited(page, draft, topics)
    if inherited is not None:
        draft.places = (inherited,)
        topics.set(draft, [inherited])
        draft.because("places", "named before", page.place(inherited).name)


def _inherited(page: Page, draft: Draft, topics: Topics) -> int | None:
    """The place of the sentence; else the story's, where the paragraph names no other; else the nearest before."""
    paragraph = page.paragraph(draft.sentence)
    if paragraph is None:
        return None
    spoken = draft.attribution.source if draft.attribution is not None else ()
    around = page.places([Span(draft.sentence.start, draft.sentence.end)])
    same = _finest(page, [n for n in around if not any(s.start <= page.place(n).start < s.end for s in spoken)])
    topic = topics.of(draft.item)
    if same is not None:
        return same
    near = topics.last(draft.item)
    if near is not None and near[0] == draft.sentence.paragraph:
        return near[1]
    if topic is not None:
        return topic
    if near is not None:
        return near[1]
    number = draft.sentence.paragraph
    stretches = [Span(paragraph.start, max(paragraph.start, draft.start))]
    stretches += [
        other for other in reversed(page.layout.paragraphs[max(0, number - _FAR) : number]) if not other.furniture
    ]
    for stretch in stretches:
        if page.item(stretch.start) != page.item(draft.start):
            break
        found = _finest(page, list(reversed(page.places([stretch]))))
        if found is not None:
            return found
    return None


def _finest(page: Page, numbers: Sequence[int]) -> int | None:
    """The first place that is literal and no country."""
    return next((number for number in numbers if _fine(page, number)), None)


def _fine(page: Page, number: int) -> bool:
    place = page.place(number)
    return not _country(place) and _literal(page, number) and not page.in_dateline(place.start)


def _literal(page: Page, number: int) -> bool:
    """True of a place as a place: no people, no government, no part of the name of a medium."""
    place = page.place(number)
    if place.use != "literal" or _of_a_party(page, place):
        return False
    found = page.words(Span(place.start, min(len(page.text), place.start + _NAME)))
    medium = medium_in(found)
    return medium is None or medium.start > 0


def _of_a_party(page: Page, place: PlaceMention) -> bool:
    """True of a place within the longer name of a party: a republic that it proclaims itself, a front, an army."""
    start = max(0, place.start - _NAME)
    found = parties.mentions(page.text[start : place.end + _NAME])
    return any(
        start + m.start <= place.start and place.end <= start + m.end and m.end - m.start > place.end - place.start
        for m in found
    )


def _of_a_whole_war(page: Page, draft: Draft) -> bool:
    """True of tolls too high for one place: they are those of a war."""
    figures = [page.figure(number) for number in draft.figures]
    return any(figure.measure in _TOLLS and (figure.low or figure.high or 0) >= _WAR for figure in figures)


def _country(place: PlaceMention) -> bool:
    return bool(place.feature and place.feature.startswith("PCL")) or place.precision == 6

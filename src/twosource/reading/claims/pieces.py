"""Parts a content into claims: one reporting clause is one, split where type, certainty, stance or figure differ."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from twosource.model import Span, Spans
from twosource.reading.claims.cutting import clauses, first_verb, has_verb, is_verb, trim
from twosource.reading.claims.kind import classify, weights
from twosource.reading.claims.modality import certainty_of
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import any_of
from twosource.reading.claims.silence import silent
from twosource.reading.speakers import Word
from twosource.reading.structure.dateline import LONGEST, dateline

__all__ = ["pieces", "subject"]

_LONG = 8
"""Words of a subject at most; what stands before the first verb of a longer stretch is more than a subject."""


_AUXILIARY = 3
"""Words from "but" to those of a silence that have no subject of their own."""
_UNDER = frozenset(("while", "as", "because", "until", "since", "before", "when"))
"""What begins a clause that says why or how long somebody is silent."""


class _Sort(NamedTuple):
    """What tells two clauses apart."""

    type: str
    certainty: str
    denied: bool
    figure: bool


def pieces(page: Page, spans: Spans) -> list[Spans]:
    """The contents of the claims that a stretch of words makes, in order."""
    found: list[Sequence[Word]] = []
    for span in spans:
        found += _clauses(page, span)
    groups: list[list[Sequence[Word]]] = []
    before: list[Sequence[Word]] = []
    for number, part in enumerate(found):
        broken = bool(groups) and not _one_stretch(spans, groups[-1][-1], part)
        if groups and (_fragments(groups[-1][-1], part) if broken else _together(page, groups[-1], part)):
            groups[-1].append(part)
        else:
            groups.append([part])
            before.append(found[number - 1] if number and not broken else [])
    made = (_content(page, spans, group, last) for group, last in zip(groups, before, strict=True))
    return [content for content in made if content]


def _clauses(page: Page, span: Span) -> list[Sequence[Word]]:
    """The clauses of a stretch, sentence by sentence, without datelines."""
    found: list[Sequence[Word]] = []
    for sentence in page.sentences(span):
        start, end = max(span.start, sentence.start), min(span.end, sentence.end)
        if start == sentence.start:
            start = min(end, start + dateline(page.text[start : min(end, start + LONGEST)]))
        kept = trim(page.text, start, end)
        if kept is None:
            continue
        paragraph = page.paragraph(sentence)
        heading = paragraph is not None and paragraph.part in ("title", "heading", "standfirst")
        found += [part for clause in clauses(page.words(kept), heading=heading) for part in _apart(clause)]
    return found


def _one_stretch(spans: Spans, last: Sequence[Word], part: Sequence[Word]) -> bool:
    """True where two clauses stand in one stretch, with no reporting words between them."""
    return any(span.start <= last[0].start and part[-1].end <= span.end for span in spans)


def _fragments(last: Sequence[Word], part: Sequence[Word]) -> bool:
    """True of two halves of one clause, broken by the reporting words: "The bridge, she said, is gone"."""
    if not has_verb(last) or not has_verb(part):
        return True
    return part[0].text[:1].islower() and part[0].lower not in ("and", "but", "so")


def subject(found: Sequence[Word]) -> Sequence[Word]:
    """The words before the first verb, where they may be a subject."""
    verb = first_verb(found[: _LONG + 1])
    return [] if verb is None else found[:verb]


def _apart(clause: Sequence[Word]) -> list[Sequence[Word]]:
    """Parts ", without giving details" and "but do not show where" from what is said."""
    hit = silent(clause)
    before = max((i for i in range(4, hit[1]) if clause[i].lower == "but"), default=0) if hit is not None else 0
    if hit is not None and hit[1] > 3 and clause[hit[1] - 1].text == ",":
        return [clause[: hit[1] - 1], clause[hit[1] :]]
    if hit is not None and before and hit[1] - before <= _AUXILIARY:
        return [clause[:before], clause[before + 1 :]]
    return [clause]


def _together(page: Page, group: list[Sequence[Word]], part: Sequence[Word]) -> bool:
    """True where a clause says the same kind of thing as the one before it."""
    last = group[-1]
    if (silent(part) is None) != (silent(last) is None):
        if silent(last) is not None and part[0].lower in _UNDER:
            return True
        return not _one_sentence(page, last, part) and "other" in (_sort(page, last).type, _sort(page, part).type)
    if len(part) < 3 or not has_verb(part):
        return True
    one, other = _sort(page, last), _sort(page, part)
    if one == other:
        return True
    vague = "other" in (one.type, other.type) and not (one.type == "forecast" or other.type == "forecast")
    return vague and one[1:] == other[1:] and _one_sentence(page, last, part)


def _one_sentence(page: Page, last: Sequence[Word], part: Sequence[Word]) -> bool:
    return page.sentence_number(last[0].start) == page.sentence_number(part[0].start)


def _sort(page: Page, found: Sequence[Word]) -> _Sort:
    span = Span(found[0].start, found[-1].end)
    measures = [page.figure(number).measure for number in page.figures([span])]
    return _Sort(
        classify(found, measures)[0],
        certainty_of(found, ())[0],
        any_of(found, "stances", "content", "deny") or any_of(found, "stances", "content", "unmade"),
        bool(measures),
    )


def _content(page: Page, spans: Spans, group: list[Sequence[Word]], before: Sequence[Word]) -> Spans:
    """The spans of a group of clauses; one without a subject borrows that of the clause before."""
    first = group[0]
    stretches = [[first[0].start, first[-1].end]]
    for last, part in pairwise(group):
        if _one_stretch(spans, last, part):
            stretches[-1][1] = part[-1].end
        else:
            stretches.append([part[0].start, part[-1].end])
    kept = tuple(cut for start, end in stretches if (cut := trim(page.text, start, end)) is not None)
    if kept and before and is_verb(first[0]) and weights(first) and _one_sentence(page, before, first):
        borrowed = subject(before)
        if borrowed and borrowed[0].plain:
            return (Span(borrowed[0].start, borrowed[-1].end), *kept)
    return kept

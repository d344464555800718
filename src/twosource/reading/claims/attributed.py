"""Makes claims of attributions: which the account keeps, who is meant, through whom it came."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.knowledge import table
from twosource.model import Attribution, Span, Spans
from twosource.model.layout import Sentence
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.kind import classify
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import any_of, first_of
from twosource.reading.claims.pieces import pieces
from twosource.reading.claims.relays import carriers_in, cited
from twosource.reading.speakers import OUTLET, Word

__all__ = ["attributed"]

_NEAR = 12
"""Earlier attributions looked at for one that holds this one: more never nest, and the reading stays linear."""


def attributed(page: Page) -> list[Draft]:
    """The claims that somebody else than the outlet makes, in the order of the text."""
    ordered = sorted(
        (one for one in page.report.attributions if one.content and (one.source or one.cue or one.mode == "direct")),
        key=lambda one: (_extent(one).start, -_extent(one).end),
    )
    drafts: list[Draft] = []
    held: list[tuple[Attribution, int | None, tuple[str, ...]]] = []
    for number, one in enumerate(ordered):
        sentence = _sentence(page, one)
        if sentence is None:
            continue
        holder = _holder(ordered, number)
        frame = _frame(sentence, one, holder)
        who, hearsay = _speaker(page, one, sentence)
        if who is None:
            continue
        carriers = carriers_in(page, frame, who)
        quoted = cited(page, frame, who)
        if quoted is not None:
            who, carriers = quoted
        carriers = _through(page, carriers, holder, held)
        held.append((one, who, carriers))
        if _swallowed(ordered, number) or not _kept(page, one):
            continue
        drafts += _drafts(page, one, sentence, who, carriers, frame, hearsay=hearsay)
    return drafts


def _extent(one: Attribution) -> Span:
    """From the first to the last character that an attribution touches."""
    spans = (*one.source, *one.cue, *one.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _sentence(page: Page, one: Attribution) -> Sentence | None:
    """The sentence of the cue, or of the source, or where the content begins."""
    anchor = (one.cue or one.source or one.content)[0].start
    number = page.sentence_number(anchor)
    if number is None:
        return None
    sentence = page.layout.sentences[number]
    paragraph = page.paragraph(sentence)
    return None if paragraph is not None and paragraph.furniture and paragraph.part != "caption" else sentence


def _holder(ordered: Sequence[Attribution], number: int) -> Attribution | None:
    """The nearest attribution in whose content this one stands whole."""
    mine = _extent(ordered[number])
    for other in reversed(ordered[max(0, number - _NEAR) : number]):
        if any(span.contains(mine) for span in other.content):
            return other
    for other in ordered[number + 1 : number + 3]:
        if any(span.contains(mine) for span in other.content) and _extent(other) != mine:
            return other
    return None


def _swallowed(ordered: Sequence[Attribution], number: int) -> bool:
    """True where another attribution inside takes up most of this one's content: only the inner is kept."""
    one = ordered[number]
    size = sum(span.end - span.start for span in one.content)
    for other in (*ordered[max(0, number - 2) : number], *ordered[number + 1 : number + _NEAR]):
        inner = _extent(other)
        inside = other is not one and inner != _extent(one) and any(span.contains(inner) for span in one.content)
        if inside and 2 * (inner.end - inner.start) > size:
            return True
    return False


def _frame(sentence: Sentence, one: Attribution, holder: Attribution | None) -> Spans:
    """The words around the content: of the sentence, or of the holder's content, without the content itself."""
    outer: Spans = (Span(sentence.start, sentence.end),)
    if holder is not None:
        outer = tuple(span for span in holder.content if any(span.contains(c) for c in one.content)) or outer
    out: list[Span] = []
    for span in outer:
        at = span.start
        for content in sorted(one.content):
            if content.start > at:
                out.append(Span(at, min(content.start, span.end)))
            at = max(at, content.end)
        if at < span.end:
            out.append(Span(at, span.end))
    return tuple(span for span in out if span.end > span.start)


def _speaker(page: Page, one: Attribution, sentence: Sentence) -> tuple[int | None, bool]:
    """Who says it, and whether it is hearsay: laid to nobody."""
    cue = [word for span in one.cue for word in page.words(span)]
    if one.source:
        return page.cast.resolve(one.source, Span(sentence.start, sentence.end)), False
    if any_of(cue, "stances", "unnamed", "words"):
        return page.cast.anonymous(), True
    if one.mode == "direct" and not cue:
        return page.cast.last_speaker(), False
    return None, False


def _through(
    page: Page,
    carriers: tuple[str, ...],
    holder: Attribution | None,
    held: Sequence[tuple[Attribution, int | None, tuple[str, ...]]],
) -> tuple[str, ...]:
    """The carriers of a statement inside another's: its own, then that other, then the other's."""
    if holder is None:
        return carriers
    for one, who, theirs in reversed(held[-_NEAR:]):
        if one is holder and who is not None and who != OUTLET:
            return tuple(dict.fromkeys((*carriers, page.cast.characters[who].name, *theirs)))
    return carriers


def _kept(page: Page, one: Attribution) -> bool:
    """False of wishes, tries and tastes, unless they tell of something that an account is about."""
    cue = [word for span in one.cue for word in page.words(span)]
    content = [word for span in one.content for word in page.words(span)]
    if len([word for word in content if word.plain]) < 2:
        return False
    if first_of(cue, "stances", "unheld", "words") is None:
        return True
    return one.mode == "direct" and classify(content)[0] != "other"


def _drafts(
    page: Page,
    one: Attribution,
    sentence: Sentence,
    who: int,
    carriers: tuple[str, ...],
    frame: Spans,
    *,
    hearsay: bool,
) -> list[Draft]:
    """The claims of one attribution."""
    out = []
    for content in pieces(page, _whole(page, one, sentence) if hearsay else one.content):
        draft = Draft(content, sentence, None if who == OUTLET else who, one, one.cue, frame, carriers)
        draft.hearsay = hearsay
        draft.because("content", "attribution" if not hearsay else "clause of the hearsay word", one.id)
        out.append(draft)
    return out


def _whole(page: Page, one: Attribution, sentence: Sentence) -> Spans:
    """Of "reportedly" the clause with the word itself; of other hearsay the content as it is."""
    cue = [word for span in one.cue for word in page.words(span)]
    if len(cue) != 1 or not one.content or not _alone(cue):
        return one.content
    spans = (*one.content, *one.cue)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return (Span(max(start, sentence.start), min(end, sentence.end)),) if end <= sentence.end else one.content


def _alone(cue: Sequence[Word]) -> bool:
    return cue[0].lower in table("stances")["unnamed"]["words"]

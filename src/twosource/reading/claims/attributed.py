"""Makes claims of attributions: which the account keeps, who is meant, through whom it came."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from twosource.knowledge import table
from twosource.model import Attribution, Span, Spans
from twosource.model.layout import Sentence
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import any_of
from twosource.reading.claims.pieces import pieces
from twosource.reading.claims.relays import carriers_in, cited, remember
from twosource.reading.claims.sifting import extent, sift
from twosource.reading.claims.spoken import in_turns, said_by_self
from twosource.reading.speakers import OUTLET, Word

__all__ = ["attributed", "outermost", "running"]

_FAR = 2500
"""Characters over which a speaker may go on in quotation marks without being named again."""
_AROUND = 2000
"""Characters around an attribution that may tell of it: no sentence is longer, and one without an end stays linear."""
_NEAR = 12
"""Earlier attributions looked at for one that holds this one: more never nest, and the reading stays linear."""


def attributed(page: Page) -> tuple[list[Draft], list[Span]]:
    """The claims that somebody else than the outlet makes, in the order of the text; and the words of all reporting."""
    ordered = _in_order(
        one
        for one in in_turns(page, page.report.attributions)
        if one.content and (one.source or one.cue or one.mode == "direct")
    )
    ordered = _in_order(sift(page, ordered))
    extents = [extent(one) for one in ordered]
    drafts: list[Draft] = []
    held: list[tuple[Attribution, int | None, tuple[str, ...]]] = []
    seen: set[tuple[int, int]] = set()
    for number, one in enumerate(ordered):
        sentence = _sentence(page, one)
        if sentence is None:
            continue
        holder = _holder(ordered, extents, number)
        frame = _frame(page, sentence, one, extents[number], holder)
        who, hearsay = _speaker(page, one, sentence)
        if who is None:
            continue
        carriers = carriers_in(page, frame, who, one.source)
        quoted = cited(page, frame, who)
        if quoted is not None:
            who, carriers = quoted
        through = _in_turn(page, sentence.start, who, _through(page, carriers, holder, held))
        item = page.item(sentence.start)
        carriers = remember(page, None if who == OUTLET else who, through, seen, item)
        held.append((one, who, carriers))
        if not _swallowed(ordered, extents, number):
            drafts += _drafts(page, one, sentence, who, carriers, frame, hearsay=hearsay)
    return drafts, [span for one in ordered for span in (*one.source, *one.cue)]


def _in_order(found: Iterable[Attribution]) -> list[Attribution]:
    """The attributions in the order of the text, one that holds another before it."""
    return sorted(found, key=lambda one: (extent(one).start, -extent(one).end))


def _sentence(page: Page, one: Attribution) -> Sentence | None:
    """The sentence of the cue, or of the source, or where the content begins."""
    anchor = (one.cue or one.source or one.content)[0].start
    number = page.sentence_number(anchor)
    if number is None:
        return None
    sentence = page.layout.sentences[number]
    paragraph = page.paragraph(sentence)
    return None if paragraph is not None and paragraph.furniture and paragraph.part != "caption" else sentence


def outermost(page: Page, draft: Draft) -> tuple[int, int, tuple[str, ...]] | None:
    """Whoever speaks around a statement: of words told by another person, that person."""
    if draft.who is None or draft.hearsay:
        return None
    for place in range(len(draft.carriers) - 1, -1, -1):
        teller = page.cast.known_person(draft.carriers[place])
        if teller is not None:
            return draft.start, teller, draft.carriers[place + 1 :]
    return draft.start, draft.who, draft.carriers


def running(page: Page, covered: Sequence[Span], spoke: Sequence[tuple[int, int, tuple[str, ...]]]) -> list[Draft]:
    """The claims of sentences that stand wholly in quotation marks with no reporting words: the last speaker goes on.

    `spoke` tells who spoke where, in order: offset, number in the cast, carriers.
    """
    out: list[Draft] = []
    starts = [span.start for span in covered]
    offsets = [offset for offset, _, _ in spoke]
    for quotation in page.layout.quotations:
        for sentence in page.sentences(quotation):
            if sentence.start < quotation.outer.start or sentence.end > quotation.outer.end:
                continue
            at = bisect_right(starts, sentence.end) - 1
            if at >= 0 and covered[at].end > sentence.start:
                continue
            place = bisect_right(offsets, sentence.start) - 1
            if place < 0 or sentence.start - spoke[place][0] > _FAR:
                continue
            _, who, carriers = spoke[place]
            for content in pieces(page, (Span(sentence.start, sentence.end),)):
                draft = Draft(content, sentence, who, carriers=carriers)
                draft.because("source", "quotation that runs on: the last speaker")
                out.append(draft)
    return out


def _holder(ordered: Sequence[Attribution], extents: Sequence[Span], number: int) -> Attribution | None:
    """The nearest attribution in whose content this one stands whole."""
    mine = extents[number]
    for other in reversed(ordered[max(0, number - _NEAR) : number]):
        if any(span.contains(mine) for span in other.content):
            return other
    for other, theirs in zip(ordered[number + 1 : number + 3], extents[number + 1 :], strict=False):
        if any(span.contains(mine) for span in other.content) and theirs != mine:
            return other
    return None


def _swallowed(ordered: Sequence[Attribution], extents: Sequence[Span], number: int) -> bool:
    """True where another attribution inside takes up most of this one's content: only the inner is kept."""
    one, mine = ordered[number], extents[number]
    size = sum([span.end - span.start for span in one.content])
    for place in (*range(max(0, number - 2), number), *range(number + 1, min(len(ordered), number + _NEAR))):
        inner = extents[place]
        if inner.end <= mine.start or inner.start >= mine.end or inner == mine or ordered[place] is one:
            continue
        if 2 * (inner.end - inner.start) > size and any(span.contains(inner) for span in one.content):
            return True
    return False


def _frame(page: Page, sentence: Sentence, one: Attribution, mine: Span, holder: Attribution | None) -> Spans:
    """The words around the content: of the sentence, or of the holder's content, without the content itself."""
    outer: Spans = (Span(sentence.start, sentence.end),)
    if holder is not None:
        outer = tuple(span for span in holder.content if any(span.contains(c) for c in one.content)) or outer
    out: list[Span] = []
    low, high = mine.start - _AROUND, mine.end + _AROUND
    for span in (Span(max(each.start, low), min(each.end, high)) for each in outer):
        at = span.start
        for content in sorted(one.content):
            if content.start > at:
                out.append(Span(at, min(content.start, span.end)))
            at = max(at, content.end)
        if at < span.end:
            out.append(Span(at, span.end))
    return tuple(_same_clause(page, span, mine) for span in out if span.end > span.start)


def _same_clause(page: Page, span: Span, mine: Span) -> Span:
    """The part of a stretch that no semicolon parts from an attribution."""
    if span.end <= mine.start:
        return Span(page.text.rfind(";", span.start, span.end) + 1 or span.start, span.end)
    mark = page.text.find(";", max(span.start, mine.end), span.end)
    return Span(span.start, mark) if mark > span.start else span


def _speaker(page: Page, one: Attribution, sentence: Sentence) -> tuple[int | None, bool]:
    """Who says it, and whether it is hearsay: laid to nobody."""
    cue = page.words_in(one.cue)
    if said_by_self(page, one.source) and (turn := page.turn(one.source[0].start)) is not None:
        return OUTLET if turn.who is None else turn.who, False
    if said_by_self(page, one.source) and not page.quotations(one.source[0]):
        return OUTLET, False
    if one.source:
        return page.cast.resolve(one.source, Span(sentence.start, sentence.end)), False
    if any_of(cue, "stances", "unnamed", "words"):
        return page.cast.anonymous(), True
    if one.mode == "direct" and not cue:
        return page.cast.last_speaker(one.content[0].start), False
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


def _in_turn(page: Page, offset: int, who: int, carriers: tuple[str, ...]) -> tuple[str, ...]:
    """The carriers of what somebody tells of another's words in a turn: the teller comes last."""
    turn = page.turn(offset)
    if turn is None or turn.who is None or turn.who == who:
        return carriers
    return tuple(dict.fromkeys((*carriers, page.cast.characters[turn.who].name)))


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
    cue = page.words_in(one.cue)
    if len(cue) != 1 or not one.content or not _alone(cue):
        return one.content
    spans = (*one.content, *one.cue)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return (Span(max(start, sentence.start), min(end, sentence.end)),) if end <= sentence.end else one.content


def _alone(cue: Sequence[Word]) -> bool:
    return cue[0].lower in table("stances")["unnamed"]["words"]

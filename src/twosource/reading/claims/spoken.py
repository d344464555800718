"""Makes claims of turns: what a speaker says in an interview, a thread or a statement with no reporting words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.knowledge import table
from twosource.model import Attribution, Span, Spans
from twosource.reading.claims.cutting import has_verb
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.page import Page
from twosource.reading.claims.pieces import pieces
from twosource.reading.claims.turns import Turn
from twosource.reading.speakers import Word, describe

__all__ = ["in_turns", "said_by_self", "spoken"]

_SELF = frozenset(("i", "we", "us", "our", "my", "me", "ours", "mine"))
_SHORT = 3
"""Words of a sentence that is said together with the next: "No.", "It could.\""""
_LEAST = 2
_NAMED = 80
"""Characters of the words for a source that stand between a label and a reporting verb at most."""


def in_turns(page: Page, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions of a text, where it is in turns without those that its labels make, none over two turns."""
    return [kept for one in attributions if (kept := _within(page, one)) is not None] if page.turns else [*attributions]


def _within(page: Page, one: Attribution) -> Attribution | None:
    anchor = (one.cue or one.source or one.content)[0].start
    turn = page.turn(anchor)
    if turn is None:
        content = tuple(span for span in one.content if page.turn(span.start) is None)
        return one.replace(content=content) if content else None
    source = tuple(Span(max(span.start, turn.begin), span.end) for span in one.source if span.end > turn.begin)
    if one.source and not source and turn.begin < anchor:  # the label was taken for whoever "says"
        number = page.sentence_number(anchor)
        start = max(turn.begin, page.layout.sentences[number].start if number is not None else 0)
        source = (Span(start, anchor),) if start + _NAMED > anchor > start + 1 else ()
    if anchor < turn.begin or (one.source and not source):
        return None
    one = one.replace(source=_unaddressed(page, source))
    content = tuple(
        Span(max(span.start, turn.begin), min(span.end, turn.end))
        for span in one.content
        if span.end > turn.begin and span.start < turn.end
    )
    if not content or (said_by_self(page, one.source) and _narrow(page, anchor, content)):
        return None
    return one.replace(content=content)


def _unaddressed(page: Page, source: Spans) -> Spans:
    """Of "Ana, the coast guard" at the head of an answer the coast guard: Ana is spoken to."""
    found = page.words(source[0]) if source else []
    if (
        len(found) < 4
        or not found[0].capital
        or found[1].text != ","
        or found[2].lower not in ("the", "a", "an", "our")
    ):
        return source
    return (Span(found[2].start, source[0].end), *source[1:])


def said_by_self(page: Page, source: Spans) -> bool:
    """True of "I", "we", "our teams" as a source."""
    return bool(source) and page.words_in(source)[0].lower in _SELF and (
        describe(page.words_in(source)).form == "pronoun"
    )  # fmt: skip


def _narrow(page: Page, anchor: int, content: Sequence[Span]) -> bool:
    """True where "I'd put it at half" holds less than half of its sentence: the sentence is the claim."""
    number = page.sentence_number(anchor)
    if number is None:
        return False
    sentence = page.layout.sentences[number]
    return 2 * sum(span.end - span.start for span in content) < sentence.end - sentence.start


def spoken(page: Page, covered: Sequence[Span]) -> list[Draft]:
    """The claims of the turns, without the words that `covered` holds, and without questions and greetings."""
    out: list[Draft] = []
    at = 0
    for turn in page.turns:
        if turn.who is None:
            continue
        while at < len(covered) and covered[at].end <= turn.start:
            at += 1
        taken = [span for span in covered[at:] if span.start < turn.end] if at < len(covered) else []
        out += _of_turn(page, turn, taken[:_MOST])
    return out


_MOST = 200
"""Covered stretches of one turn that are looked at; the reading stays linear."""


def _of_turn(page: Page, turn: Turn, taken: Sequence[Span]) -> list[Draft]:
    out: list[Draft] = []
    held: int | None = None
    for sentence in page.sentences(Span(turn.begin, turn.end)):
        start, end = max(sentence.start, turn.begin), min(sentence.end, turn.end)
        if start >= end:
            continue
        found = page.words(Span(start, end))
        plain = [word for word in found if word.plain]
        if any(span.start < end and span.end > start for span in taken) or page.text[start:end].rstrip('"”’').endswith(
            "?"
        ):
            held = None
            continue
        if held is None and 0 < len(plain) < _SHORT and end < turn.end and not page.figures([Span(start, end)]):
            held = start
            continue
        begin, held = (held if held is not None else start), None
        if not _says(page, found, plain, Span(start, end)):
            continue
        for content in pieces(page, (Span(begin, end),)):
            draft = Draft(content, sentence, turn.who)
            draft.because("source", "whose turn it is")
            out.append(draft)
    return out


def _says(page: Page, found: Sequence[Word], plain: Sequence[Word], span: Span) -> bool:
    """False of greetings, laughter and fragments."""
    if len(plain) < _LEAST:
        return False
    low = " ".join(word.lower for word in plain[:2])
    if low in table("turns")["labels"]["empty"] or plain[0].lower in table("turns")["labels"]["empty"]:
        return False
    return has_verb(found) or bool(page.figures([span])) or len(plain) >= 4

"""Makes claims of plain reporting clauses that no attribution covers, those of headings above all."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Paragraph, Span
from twosource.model.layout import Sentence
from twosource.reading.claims.cutting import has_verb, stamp
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.page import Page
from twosource.reading.claims.pieces import pieces
from twosource.reading.claims.relays import carriers_in, cited
from twosource.reading.claims.silence import said_nothing, silent
from twosource.reading.claims.told import (
    Telling,
    according,
    called,
    counted,
    denying,
    exclaimed,
    quoted,
    reckoned,
    speaks,
    trailing,
    voiced,
    worded,
)
from twosource.reading.speakers import OUTLET, Word, describe, grammar, medium_in, parties, sides_of
from twosource.reading.speakers.words import part, span_of

__all__ = ["missed"]

_SOURCE = 12
"""Words of a source at most: longer ones hold a clause of their own."""
_LABEL = 7
"""Words within which the colon behind a source stands."""
_LEAST = 4
"""Words of a reporting clause at least: source, verb, and two of what is said."""
_LINE = 110
"""Characters of a headline at most."""
_TAKEN = 40
"""Covered stretches of one sentence that are looked at."""
_HEADS = frozenset(("title", "heading", "teaser", "standfirst"))


def missed(page: Page, covered: Sequence[Span]) -> list[Draft]:
    """The claims of "X says Y" and "Y, X says" in sentences that `covered` leaves free."""
    out: list[Draft] = []
    at = 0
    for sentence in page.layout.sentences:
        while at < len(covered) and covered[at].end <= sentence.start:
            at += 1
        paragraph = page.paragraph(sentence)
        if paragraph is None or paragraph.furniture:
            continue
        stamped = stamp(page.words(sentence))
        heading = stamped > 0 or paragraph.part in _HEADS or _headline(page, paragraph)
        taken = [span for span in covered[at : at + _TAKEN] if span.start < sentence.end]
        for found in _segments(part(page.words(sentence), stamped, len(page.words(sentence))), heading=heading):
            free = [word for word in found if not taken or word.end <= taken[0].start]
            if taken and len(free) < len(found) and any(span.overlaps(span_of(found)) for span in taken):
                found = free
            if len(found) >= _LEAST and silent(found) is None:
                out += _of_segment(page, sentence, found, heading=heading)
    return out


def _headline(page: Page, paragraph: Paragraph) -> bool:
    """True of a short line by itself without a full stop: a headline in a list of them, a bullet."""
    if paragraph.end - paragraph.start > _LINE:
        return False
    text = page.text[paragraph.start : paragraph.end].rstrip("\"”’' ")
    return bool(text) and text[-1] not in ".!?:…,;"


def _segments(found: Sequence[Word], *, heading: bool) -> list[Sequence[Word]]:
    """The parts of a heading between semicolons and between two reporting clauses; a plain sentence is one."""
    if not heading:
        return [found]
    out: list[Sequence[Word]] = []
    begin = 0
    for index, word in enumerate(found):
        if word.text == ";" or (word.text == "," and _second(found[index + 1 : index + 1 + _LABEL])):
            out.append(found[begin:index])
            begin = index + 1
    return [*out, found[begin:]]


def _second(after: Sequence[Word]) -> bool:
    """True of the comma in "A claims the town, B admits a retreat"."""
    verb = next((i for i, word in enumerate(after) if word.lower in grammar("missed", "says")), None)
    return bool(verb) and after[0].capital and verb is not None and verb < len(after) - 1


def _of_segment(page: Page, sentence: Sentence, found: Sequence[Word], *, heading: bool) -> list[Draft]:
    if not heading:
        return (
            _told(page, sentence, quoted(found))
            or _told(page, sentence, denying(found))
            or _told(page, sentence, voiced(found))
            or _told(page, sentence, counted(found))
            or _leading(page, sentence, found, heading=False)
            or _told(page, sentence, trailing(found))
            or _told(page, sentence, exclaimed(found))
            or _told(page, sentence, according(found))
            or _told(page, sentence, worded(found))
            or _told(page, sentence, reckoned(found))
            or _told(page, sentence, called(found))
        )
    return (
        _labelled(page, sentence, found)
        or _trailing(page, sentence, found)
        or _dashed(page, sentence, found)
        or _leading(page, sentence, found, heading=True)
    )


def _told(page: Page, sentence: Sentence, telling: Telling | None) -> list[Draft]:
    """The claims of a telling, where its source can be one."""
    if telling is None or not telling[0] or not speaks(page, telling[0]):
        return []
    drafts = _claims(page, sentence, *telling)
    for draft in drafts:
        draft.frame = _around(sentence, telling[2])
        if draft.who is not None:
            quoted = cited(page, draft.frame, draft.who)
            draft.who, draft.carriers = quoted or (draft.who, carriers_in(page, draft.frame, draft.who))
    return drafts


def _around(sentence: Sentence, told: Sequence[Word]) -> tuple[Span, ...]:
    """The sentence without what is told: there stands the day of the telling."""
    both = (Span(sentence.start, told[0].start), Span(told[-1].end, sentence.end))
    return tuple(span for span in both if span.end > span.start)


def _trailing(page: Page, sentence: Sentence, found: Sequence[Word]) -> list[Draft]:
    """The claim of "Y, X says", as headings have it."""
    end = len(found) - (not found[-1].plain)
    turned = next((i for i in range(3, end - 1) if found[i].lower == "says" and found[i - 1].text == ","), None)
    if turned is not None and end - turned <= _LABEL:
        source = found[turned + 1 : end]
        return _claims(page, sentence, source, found[turned], found[: turned - 1]) if speaks(page, source) else []
    if end < 4 or found[end - 1].lower not in grammar("missed", "says") | grammar("missed", "trailing"):
        return []
    comma = next((i for i in range(end - 2, 2, -1) if found[i].text in (",", "—", "–", "-")), None)
    if comma is None or not 1 <= end - 1 - comma - 1 <= _SOURCE:
        return []
    return _claims(page, sentence, found[comma + 1 : end - 1], found[end - 1], found[:comma])


def _dashed(page: Page, sentence: Sentence, found: Sequence[Word]) -> list[Draft]:
    """The claim of "Dam about to break – engineers": a dash, and behind it only words for a source."""
    dash = next((i for i in range(len(found) - 2, 2, -1) if found[i].text in ("—", "–", "-")), None)
    if dash is None or len(found) - dash - 1 > _LABEL or page.text[found[dash].start - 1] != " ":
        return []
    source = found[dash + 1 :]
    said = describe(source)
    small = said.form in ("class", "anonymous", "role") or (said.form == "body" and _speaks(page, source, heading=True))
    if has_verb(source) or not (small or said.form == "person") or medium_in(source) is not None:
        return []
    return _claims(page, sentence, source, found[dash], found[:dash])


def _labelled(page: Page, sentence: Sentence, found: Sequence[Word]) -> list[Draft]:
    """The claim of "X: Y", where X can only be a source."""
    colon = next((i for i, word in enumerate(found[:_LABEL]) if word.text == ":"), None)
    if colon is None or colon == 0 or len(found) - colon < 4 or found[-1].text == "?":
        return []
    source = found[:colon]
    said = describe(source)
    speaks = said.form in ("class", "person") or (said.form in ("body", "role") and _speaks(page, source, heading=True))
    return _claims(page, sentence, source, found[colon], found[colon + 1 :]) if speaks and _known(page, source) else []


def _known(page: Page, source: Sequence[Word]) -> bool:
    """False of a bare place or topic before a colon ("Sudan: what we know")."""
    said = describe(source)
    if said.form == "body":
        party = parties().at(source, 0)
        if party is not None and party.end == len(source) and party.value.named and party.value.iso is None:
            return True
        return source[-1].lower in grammar("missed", "bodies") or page.cast.known_person(said.name) is not None
    return True


def _leading(page: Page, sentence: Sentence, found: Sequence[Word], *, heading: bool) -> list[Draft]:
    """The claims of "X says Y"; in a heading also of what follows "but says"."""
    verbs = grammar("missed", "says") if heading else grammar("missed", "said")
    at = next((i for i, word in enumerate(found[: _SOURCE + 2]) if i and _cue(found, i, verbs)), None)
    if at is None or at + 2 >= len(found):
        return []
    if found[at - 1].text == "," and has_verb(found[: at - 1]):
        return _behind(page, sentence, found, at)
    source = found[:at]
    if found[at - 1].lower in ("is", "are", "was", "were"):  # "The mayor is said to have left": nobody tells
        return []
    if found[at - 1].lower in ("has", "have", "had", "also"):
        source = found[: at - 1]
    if not _speaks(page, source, heading=heading) or any(w.text in ("“", '"', ";") for w in source):
        return []
    rest = found[at + 1 :]
    if found[at].lower in grammar("missed", "denials"):
        that = next((i for i, word in enumerate(rest) if word.lower == "that"), -1)
        rest = rest[that + 1 :]
    if not heading and found[at].lower not in ("put", "puts") and not has_verb(rest[:14]):
        return []
    out: list[Draft] = []
    again = next(
        (i for i, word in enumerate(rest[:-2]) if i and word.lower in verbs and rest[i - 1].lower in ("but", "and")),
        None,
    )
    if heading and again is not None:
        out += _claims(page, sentence, source, rest[again], rest[again + 1 :])
        rest = rest[: again - 1]
    return _claims(page, sentence, source, found[at], rest) + out


def _behind(page: Page, sentence: Sentence, found: Sequence[Word], at: int) -> list[Draft]:
    """The claims of "Nobody came, said keeper Ana Ruiz; the mill was shut": what stands before the comma."""
    end = next((i for i in range(at + 1, len(found)) if found[i].text in (",", ";", ".", "—", "–")), len(found))
    source = found[at + 1 : end]
    speaks = 0 < len(source) <= _SOURCE and _speaks(page, source, heading=False) and not has_verb(source)
    return _claims(page, sentence, source, found[at], found[: at - 1]) if speaks else []


def _cue(found: Sequence[Word], index: int, verbs: frozenset[str]) -> bool:
    """True of a reporting verb, of "denied reports that", of "put the toll at 40"."""
    low = found[index].lower
    if low in verbs:
        return True
    rest = found[index + 1 : index + 14]
    if low in grammar("missed", "denials"):
        return any(word.lower == "that" for word in rest[:-2])
    at = next((i for i, word in enumerate(rest) if word.lower == "at"), None)
    return low in ("put", "puts") and at is not None and any(word.text[:1].isdigit() for word in rest[at : at + 5])


def _speaks(page: Page, source: Sequence[Word], *, heading: bool) -> bool:
    """True where the words can only be a source: a person, a class, a role, a body with a side or a known head."""
    said = describe(source)
    if said.form in ("person", "class"):
        return True
    if said.form in ("role", "anonymous", "vessel"):
        return heading or said.form != "role" or source[0].lower in ("the", "a", "an")
    if said.form != "body":
        return False
    plain = [word for word in source if word.plain]
    known = bool(sides_of(source)) or page.cast.known_person(said.name) is not None
    return known or (len(plain) <= 6 and plain[-1].lower in grammar("missed", "bodies"))


def _claims(page: Page, sentence: Sentence, source: Sequence[Word], cue: Word, rest: Sequence[Word]) -> list[Draft]:
    rest = [*rest]
    while rest and rest[0].lower in ("that", "to", ":", ","):
        rest.pop(0)
    while rest and (rest[-1].lower in ("but", "and", "while", "though") or not rest[-1].plain):
        rest.pop()
    source = [word for word in source if word.plain or word.lower == "'s"]
    if not rest or not source or said_nothing(rest):
        return []
    who = page.cast.resolve((Span(source[0].start, source[-1].end),), Span(sentence.start, sentence.end))
    if who is None or who == OUTLET:
        return []
    out = []
    frame = tuple(sorted((Span(source[0].start, source[-1].end), Span(cue.start, cue.end))))
    for content in pieces(page, (Span(rest[0].start, rest[-1].end),)):
        draft = Draft(content, sentence, who, cue=(Span(cue.start, cue.end),), frame=frame)
        draft.because("content", "reporting verb with a known source", cue.text)
        out.append(draft)
    return out

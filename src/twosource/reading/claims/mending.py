"""Mends attributions that were cut wrongly: a source that holds the cue, a content that holds the source."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.knowledge import table
from twosource.model import Attribution, Span
from twosource.reading.claims.carried import quoted_by, told_through
from twosource.reading.claims.cutting import has_verb
from twosource.reading.claims.page import Page
from twosource.reading.claims.turned import behind_according, inverted, one_of_two
from twosource.reading.speakers import Word, describe, grammar
from twosource.reading.speakers.words import Words, part

__all__ = ["mended"]

_ANSWERS = frozenset(("deny", "denies", "admit", "admits", "say", "says", "claim", "claims", "reject", "rejects"))
_DAY = 9
"""Words of a date, or of somebody unnamed, at most."""
_LEAD = 300
"""Characters from the start of a sentence to the reporting verb of somebody unnamed at most."""
_DATE = 20
"""Characters of a date that may stand before a content which begins inside it."""
_CITED = 12
"""Words within which the name of somebody cited ends."""


def mended(page: Page, one: Attribution) -> list[Attribution]:
    """The attributions that one of them should have been."""
    quoted = quoted_by(page, one)
    if quoted is None:
        return []
    one = behind_according(page, _named_at_length(page, _from_that(page, quoted)))
    one = told_through(page, one)
    one = inverted(page, one_of_two(page, one))
    out = [each for part in _joined_source(page, one) for each in _parted(page, _mended(page, part))]
    told = _told_within(page, one)
    passed = _passed_on(page, one) if len(out) == 1 else None
    if passed is not None:
        return passed
    return out if told is None else [*out, told]


def _mended(page: Page, one: Attribution) -> Attribution:
    """Moves the bounds where a source has swallowed the cue, or a content the source."""
    one = _first_heading(page, one)
    cue = _words(page, one.cue)
    one = _cited_within(page, _around_cue(page, _unframed(page, one)))
    if len(one.source) == 1 and len(one.content) == 1:
        source = page.words(one.source[0])
        at = next((i for i, word in enumerate(source) if word.lower in grammar("sifting", "reporting") and i), None)
        if at is not None and at + 1 < len(source) and source[at + 1].start < one.content[0].start:
            return one.replace(
                source=(Span(source[0].start, source[at - 1].end),),
                cue=(Span(source[at].start, source[at].end),),
                content=(Span(source[at + 1].start, one.content[0].end),),
            )
    if any(word.lower in grammar("sifting", "citing") for word in cue) and one.content:
        named = _words(page, one.source)
        end = next((i for i, word in enumerate(named) if word.lower == "that" and i), None)
        if end is not None:
            return one.replace(source=(Span(named[0].start, named[end - 1].end),))
        content = page.words(one.content[0])
        at = next((i for i, word in enumerate(content) if word.lower == "that" and 0 < i < len(content) - 2), None)
        if at is not None and not has_verb(content[:at]):
            return one.replace(
                source=(Span(content[0].start, content[at - 1].end),),
                content=(Span(content[at + 1].start, one.content[0].end), *one.content[1:]),
            )
    return one


def _from_that(page: Page, one: Attribution) -> Attribution:
    """Of "claimed on March 6 that it fell" as a content only what follows "that"."""
    if not one.content or one.mode == "direct":
        return one
    content = page.words(one.content[0])
    at = next((i for i, word in enumerate(content[:_DAY]) if word.lower == "that"), 0)
    if at == 0 or at > len(content) - 3 or has_verb(content[:at]):
        return one
    dated = page.times([Span(max(0, content[0].start - _DATE), content[at].start)])
    if not dated or dated[-1].end < content[0].start:
        return one
    return one.replace(content=(Span(content[at + 1].start, one.content[0].end), *one.content[1:]))


def _named_at_length(page: Page, one: Attribution) -> Attribution:
    """Of "an official who asked not to be named because the inquiry is secret" the official, not the last noun."""
    number = page.sentence_number(one.source[0].start) if len(one.source) == 1 else None
    if number is None:
        return one
    sentence = page.layout.sentences[number]
    if not 0 < one.source[0].start - sentence.start < _LEAD:
        return one
    before = page.words(Span(sentence.start, one.source[0].start))
    who = next((i for i in range(len(before) - 1, 0, -1) if before[i].lower == "who"), None)
    if who is None or who > _DAY or who + 1 >= len(before) or has_verb(before[:who]):
        return one
    rest = before[who + 1 :]
    hidden = any(word.lower in grammar("sifting", "hiding") for word in rest[:3])
    return one.replace(source=(Span(before[0].start, before[who - 1].end),)) if hidden else one


def _first_heading(page: Page, one: Attribution) -> Attribution:
    """In a heading of two parts ("A claims X; B denies Y") the content ends at the semicolon."""
    number = page.sentence_number(one.content[0].start)
    paragraph = page.paragraph(page.layout.sentences[number]) if number is not None else None
    if paragraph is None or paragraph.part not in ("title", "heading") or len(one.content) != 1:
        return one
    span = one.content[0]
    semicolon = page.text.find(";", span.start, span.end)
    found = page.words(span)
    for index, word in enumerate(found[:-2]):  # "A claims the town, B denies it"
        verb = next((i for i in range(index + 2, min(index + 5, len(found) - 1)) if found[i].lower in _ANSWERS), None)
        if index > 1 and word.text == "," and verb is not None and not has_verb(found[index + 1 : verb]):
            return one.replace(content=(Span(span.start, word.start),))
    return one.replace(content=(Span(span.start, semicolon),)) if semicolon > span.start else one


def _around_cue(page: Page, one: Attribution) -> Attribution:
    """Takes the reporting clause out of a content that ran over it: “It fell,” she said. “It burned.”"""
    inner = sorted((*one.source, *one.cue))
    out: list[Span] = []
    for span in one.content:
        held = [each for each in inner if span.contains(each)]
        if not held:
            out.append(span)
            continue
        if held[0].start > span.start:
            out.append(Span(span.start, held[0].start))
        marks = (i for i in range(held[-1].end, span.end) if page.text[i] in '"“')
        again = next(marks, None)
        if again is not None and again < span.end - 1:
            out.append(Span(again, span.end))
    return one.replace(content=tuple(out)) if out and tuple(out) != one.content else one


def _cited_within(page: Page, one: Attribution) -> Attribution:
    """Of "according to the paper, citing a doctor, …" the doctor is the source."""
    if len(one.content) != 1:
        return one
    content = page.words(one.content[0])
    at = next((i for i, word in enumerate(content[:2]) if word.lower in grammar("sifting", "citing")), None)
    if at is None:
        return one
    comma = next((i for i in range(at + 2, min(len(content) - 2, at + _CITED)) if content[i].text == ","), None)
    if comma is None:
        return one
    return one.replace(
        source=(Span(content[at + 1].start, content[comma - 1].end),),
        cue=(Span(content[at].start, content[at].end),),
        content=(Span(content[comma + 1].start, one.content[0].end),),
    )


def _passed_on(page: Page, one: Attribution) -> list[Attribution] | None:
    """Of "Witnesses said it burned, the sergeant said" both: the words, and that the sergeant tells them.

    The last speaker alone was found for what the witnesses say at the head of the sentence.
    """
    if len(one.content) != 1 or len(one.source) != 1 or one.source[0].start < one.content[0].end:
        return None
    number = page.sentence_number(one.content[0].start)
    start = page.layout.sentences[number].start if number is not None else one.content[0].start
    lead: Sequence[Word] = (
        page.words(Span(start, one.content[0].start)) if 0 < one.content[0].start - start < _LEAD else []
    )
    while lead and (lead[-1].lower == "that" or not lead[-1].plain):
        lead = part(lead, 0, len(lead) - 1)
    if not 2 <= len(lead) <= _DAY or lead[-1].lower not in grammar("missed", "said"):
        return None
    if describe(part(lead, 0, len(lead) - 1)).form not in ("class", "anonymous", "person", "role", "pronoun"):
        return None
    inner = one.replace(source=(Span(lead[0].start, lead[-2].end),), cue=(Span(lead[-1].start, lead[-1].end),))
    return [one.replace(content=(Span(lead[0].start, one.content[0].end),), mode="indirect"), inner]


def _told_within(page: Page, one: Attribution) -> Attribution | None:
    """Of “(The mayor) said that it burned,” she told: the mayor's statement, which the quoted one tells."""
    if not one.content:
        return None
    content = page.words(one.content[0])
    closing = next((i for i, word in enumerate(content[:_CITED]) if word.text == ")"), None)
    opened = next((i for i, word in enumerate(content[:3]) if word.text == "("), None)
    if closing is None or opened is None or closing + 3 >= len(content) or closing - opened < 2:
        return None
    if content[closing + 1].lower not in grammar("missed", "said"):
        return None
    return one.replace(
        source=(Span(content[opened + 1].start, content[closing - 1].end),),
        cue=(Span(content[closing + 1].start, content[closing + 1].end),),
        content=(Span(content[closing + 2].start, one.content[0].end),),
        mode="indirect",
    )


def _joined_source(page: Page, one: Attribution) -> list[Attribution]:
    """Parts a source that holds a reporting clause: "the rebels deny they want a deal and" of "… say talks go on"."""
    if len(one.source) != 1:
        return [one]
    source = page.words(one.source[0])
    at = next((i for i, word in enumerate(source) if i and word.lower in grammar("missed", "says")), None)
    if at is None or at + 2 >= len(source) or source[-1].lower not in ("and", "but"):
        return [one]
    named = (Span(source[0].start, source[at - 1].end),)
    cue, content = (Span(source[at].start, source[at].end),), (Span(source[at + 1].start, source[-2].end),)
    return [one.replace(source=named, cue=cue, content=content), one.replace(source=named)]


def _parted(page: Page, one: Attribution) -> list[Attribution]:
    """Parts "said that it had left and accused the army of …": the second verb reports too, of the same source."""
    if len(one.content) != 1 or one.mode == "direct" or not one.source:
        return [one]
    content = page.words(one.content[0])
    verbs = grammar("sifting", "joined")
    for index in range(3, len(content) - 3):
        if (
            content[index].lower in verbs
            and content[index - 1].lower in ("and", "but")
            and has_verb(content[: index - 1])
        ):
            first = Span(one.content[0].start, content[index - 2].end)
            second = Span(content[index + 1].start, one.content[0].end)
            cue = (Span(content[index].start, content[index].end),)
            return [one.replace(content=(first,)), one.replace(cue=cue, content=(second,))]
    return [one]


def _unframed(page: Page, one: Attribution) -> Attribution:
    """Of "The statement came after the army" as a source only "the army"."""
    if len(one.source) != 1:
        return one
    source = page.words(one.source[0])
    verb = next((i for i, word in enumerate(source) if word.lower in table("comment")["frame_verbs"]), None)
    if verb is None:
        return one
    turn = next((i for i in range(verb, len(source) - 1) if source[i].lower in ("after", "as", "when")), None)
    return one.replace(source=(Span(source[turn + 1].start, source[-1].end),)) if turn is not None else one


def _words(page: Page, spans: Sequence[Span]) -> Words:
    return page.words_in(spans)

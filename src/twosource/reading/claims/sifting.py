"""Sifts attributions: mends those that were cut wrongly, drops those that an account does not keep."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.knowledge import table
from twosource.model import Attribution, Span
from twosource.reading.claims.cutting import has_verb
from twosource.reading.claims.kind import classify
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import any_of, first_of
from twosource.reading.claims.silence import silent
from twosource.reading.speakers import Word, bodies, describe, grammar

__all__ = ["extent", "sift"]

_NEAR = 12
"""Neighbours that an attribution is compared with: those of its sentence."""
_CITED = 12
"""Words within which the name of somebody cited ends."""
_FEW = 6
"""Words below which a content without a verb is hardly a statement."""
_SAME = 0.8
"""Share of the shorter content from which two attributions are one, cut twice."""


def sift(page: Page, ordered: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that an account keeps, mended, in their order."""
    kept: list[Attribution] = []
    for one in ordered:
        parts = [each for part in _joined_source(page, one) for each in _parted(page, _mended(page, part))]
        kept.extend(part for part in parts if _held(page, part) and not _silent(page, part))
    kept = [_without_sibling(page, kept, number) for number in range(len(kept))]
    return [one for number, one in enumerate(kept) if not _superfluous(page, kept, number)]


def extent(one: Attribution) -> Span:
    """From the first to the last character that an attribution touches."""
    spans = (*one.source, *one.cue, *one.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


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
        source = _words(page, one.source)
        end = next((i for i, word in enumerate(source) if word.lower == "that" and i), None)
        if end is not None:
            return one.replace(source=(Span(source[0].start, source[end - 1].end),))
        content = page.words(one.content[0])
        at = next((i for i, word in enumerate(content) if word.lower == "that" and 0 < i < len(content) - 2), None)
        if at is not None and not has_verb(content[:at]):
            return one.replace(
                source=(Span(content[0].start, content[at - 1].end),),
                content=(Span(content[at + 1].start, one.content[0].end), *one.content[1:]),
            )
    return one


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


def _first_heading(page: Page, one: Attribution) -> Attribution:
    """In a heading of two parts ("A claims X; B denies Y") the content ends at the semicolon."""
    number = page.sentence_number(one.content[0].start)
    paragraph = page.paragraph(page.layout.sentences[number]) if number is not None else None
    if paragraph is None or paragraph.part not in ("title", "heading") or len(one.content) != 1:
        return one
    span = one.content[0]
    semicolon = page.text.find(";", span.start, span.end)
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


def _without_sibling(page: Page, kept: Sequence[Attribution], number: int) -> Attribution:
    """Cuts a content before ", but the army said …": what is joined so is another's statement, not part of this one."""
    one = kept[number]
    last = one.content[-1]
    for other in (*kept[number + 1 : number + _NEAR], *kept[max(0, number - 2) : number]):
        mine = extent(other)
        if other.cue and other.source and last.contains(other.cue[0]) and not last.contains(mine):
            mine = other.cue[0]
        if not other.source or not last.contains(mine) or _pronoun(page, other):
            continue
        before = page.words(Span(last.start, mine.start))
        joint = len(before) > 3 and before[-1].lower in ("and", "but", "while", "though", "although")
        comma = joint and before[-2].text in (",", ";")
        if joint and ((comma and has_verb(before[:-2])) or mine == other.cue[0]):
            return one.replace(content=(*one.content[:-1], Span(last.start, before[-1 - comma].start)))
    return one


def _held(page: Page, one: Attribution) -> bool:
    """False of wishes, tries and tastes, of abstract subjects that "show" something, and of fragments."""
    content = _words(page, one.content)
    cue = _words(page, one.cue)
    source = _words(page, one.source)
    if _fragment(page, one, content) or content[0].lower in table("comment")["verbs"]:
        return False
    if source and source[0].lower in grammar("sifting", "participles"):
        return False
    if one.source and (_abstract(page, one, cue) or _nobody(source, cue)):
        return False
    if first_of(cue, "stances", "unheld", "words") is None:
        return True
    return one.mode == "direct" and classify(content)[0] != "other"


def _nobody(source: Sequence[Word], cue: Sequence[Word]) -> bool:
    """True of a source in small letters that names no body, class or role, with a cue that does not only report."""
    said = describe(source)
    if said.form == "none":
        return True
    strange = said.form == "body" and said.name.islower() and said.name.split()[-1] not in grammar("missed", "bodies")
    known = said.name.split()[-1] in bodies() if said.name else False
    return strange and not known and not any(word.lower in grammar("missed", "said") for word in cue)


def _fragment(page: Page, one: Attribution, content: Sequence[Word]) -> bool:
    """True of one word, and of a few words of the body that neither say something nor tell of a known matter."""
    plain = [word for word in content if word.plain]
    if len(plain) < 2:
        return True
    few = len(plain) < _FEW and not has_verb(content) and not page.figures(one.content)
    return few and classify(content)[0] == "other"


def _abstract(page: Page, one: Attribution, cue: Sequence[Word]) -> bool:
    """True of "This move highlights …", "The contrast suggests …": comment, not a statement of somebody's."""
    source = _words(page, one.source)
    verbs = table("comment")["verbs"]
    if not any(word.lower in verbs or word.lower in grammar("sifting", "showing") for word in cue):
        return False
    said = describe(source)
    if said.form in ("person", "role", "class", "pronoun") or any(word.capital for word in source[1:]):
        return False
    nouns = table("comment")["nouns"]
    speaking = ("vessel", "anonymous")
    if any(word.lower in nouns for word in source) and not (said.form in speaking and source[0].lower != "this"):
        return True
    return source[0].lower in ("such", "this", "these") and said.form not in speaking


def _silent(page: Page, one: Attribution) -> bool:
    """True where the cue is part of "could not verify" or "declined to comment", which are claims of their own."""
    if not one.cue:
        return False
    number = page.sentence_number(one.cue[0].start)
    if number is None:
        return False
    found = page.words(page.layout.sentences[number])
    hit = silent(found)
    if hit is None:
        return False
    said = Span(found[hit[1]].start, found[hit[2] - 1].end)
    return any(span.overlaps(said) for span in one.cue)


def _superfluous(page: Page, kept: Sequence[Attribution], number: int) -> bool:
    """True of a second cut of the same words, of hearsay and of "he believes" within another's statement."""
    one = kept[number]
    mine = extent(one)
    own = one.source or one.cue
    for place in range(max(0, number - _NEAR), min(len(kept), number + _NEAR)):
        other = kept[place]
        if place == number:
            continue
        inside = any(span.contains(mine) for span in other.content)
        if inside and mine != extent(other) and (not one.source or _pronoun(page, one)):
            return True
        if any(span.overlaps(o) for span in one.content for o in (*other.source, *other.cue)):
            continue
        twice = own and _share(one, other) >= _SAME and not any(span.contains(mine) for span in other.content)
        if twice and _rank(page, other) + (place < number) > _rank(page, one) + (number < place):
            return True
    return False


def _rank(page: Page, one: Attribution) -> int:
    """Which of two cuts is the better: one that cites somebody, then one with a source."""
    citing = any(word.lower in grammar("sifting", "citing") for word in _words(page, one.cue))
    return 4 * citing + 2 * bool(one.source)


def _pronoun(page: Page, one: Attribution) -> bool:
    return describe(_words(page, one.source)).form == "pronoun" and not any_of(
        _words(page, one.cue), "stances", "cues", "deny"
    )


def _share(one: Attribution, other: Attribution) -> float:
    """How much of the shorter content the two have in common."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content)
    sizes = [sum(span.end - span.start for span in each.content) for each in (one, other)]
    return both / max(1, min(sizes))


def _words(page: Page, spans: Sequence[Span]) -> list[Word]:
    return [word for span in spans for word in page.words(span)]

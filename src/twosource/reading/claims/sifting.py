"""Sifts attributions: drops those that an account does not keep, and second cuts of the same words."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.knowledge import table
from twosource.model import Attribution, Span
from twosource.reading.claims.cutting import has_verb
from twosource.reading.claims.kind import classify
from twosource.reading.claims.mending import mended
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import any_of, first_of
from twosource.reading.claims.silence import said_nothing, silent
from twosource.reading.speakers import Word, bodies, describe, grammar
from twosource.reading.speakers.names import head_of
from twosource.reading.speakers.words import Words

__all__ = ["extent", "sift"]

_NEAR = 12
"""Neighbours that an attribution is compared with: those of its sentence."""
_REACH = 400
"""Characters around a cue in which "could not verify" stands: most sentences are shorter."""
_NAMED = 40
"""Characters before "report" in "a newspaper report that …" at most."""
_FEW = 6
"""Words below which a content without a verb is hardly a statement."""
_SAME = 0.8
"""Share of the shorter content from which two attributions are one, cut twice."""


def sift(page: Page, ordered: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that an account keeps, mended, in their order."""
    kept: list[Attribution] = []
    for one in ordered:
        kept.extend(
            part for part in mended(page, _bare_denial(page, one)) if _held(page, part) and not _silent(page, part)
        )
    kept = _denied_reports(page, kept)
    extents = [extent(one) for one in kept]
    cut = [_without_sibling(page, kept, extents, number) for number in range(len(kept))]
    extents = [mine if new is old else extent(new) for mine, new, old in zip(extents, cut, kept, strict=True)]
    kept = cut
    return [one for number, one in enumerate(kept) if not _superfluous(page, kept, extents, number)]


def _bare_denial(page: Page, one: Attribution) -> Attribution:
    """Of "The mayor denied it." the whole sentence: what "it" is stands in another."""
    content = _words(page, one.content)
    if len(content) != 1 or content[0].lower not in ("it", "this", "that", "these", "them") or not one.source:
        return one
    if not any_of(_words(page, one.cue), "stances", "cues", "deny"):
        return one
    ends = page.text[content[0].end : content[0].end + 1] in (".", ";", "")
    return one.replace(content=(extent(one),)) if ends else one


def _denied_reports(page: Page, kept: Sequence[Attribution]) -> list[Attribution]:
    """Of "He denied a newspaper report that it fell" one attribution, his: that it fell."""
    out = list(kept)
    for number, one in enumerate(kept):
        if not any_of(_words(page, one.cue), "stances", "cues", "deny"):
            continue
        for other in kept[number + 1 : number + 3]:
            noun = len(other.cue) == 1 and other.cue[0].cut(page.text).lower() in table("stances")["disowned"]["nouns"]
            begins = other.cue and 0 <= other.cue[0].start - one.content[0].start <= _NAMED
            if noun and begins and other.content[0].start > other.cue[0].start and other in out:
                out[out.index(one)] = one.replace(content=other.content)
                out.remove(other)
                break
    return out


def extent(one: Attribution) -> Span:
    """From the first to the last character that an attribution touches."""
    spans = (*one.source, *one.cue, *one.content)
    return Span(min([span.start for span in spans]), max([span.end for span in spans]))


def _apart(one: Span, other: Span) -> bool:
    """True of two stretches that do not even touch."""
    return one.end < other.start or other.end < one.start


def _without_sibling(page: Page, kept: Sequence[Attribution], extents: Sequence[Span], number: int) -> Attribution:
    """Cuts a content before ", but the army said …": what is joined so is another's statement, not part of this one."""
    one = kept[number]
    last = one.content[-1]
    for place in (*range(number + 1, min(len(kept), number + _NEAR)), *range(max(0, number - 2), number)):
        other, mine = kept[place], extents[place]
        if _apart(mine, last):
            continue
        if other.cue and other.source and last.contains(other.cue[0]) and not last.contains(mine):
            mine = other.cue[0]
        held = last.contains(mine) or _tail(page, one, other) is not None
        if not other.source or not held or _pronoun(page, other):
            continue
        tail = _tail(page, one, other)
        if tail is not None:
            return one.replace(content=(*one.content[:-1], Span(last.start, tail)))
        before = page.words(Span(last.start, mine.start))
        joint = len(before) > 3 and before[-1].lower in ("and", "but", "while", "though", "although")
        comma = joint and before[-2].text in (",", ";")
        if joint and ((comma and has_verb(before[:-2])) or mine == other.cue[0]):
            return one.replace(content=(*one.content[:-1], Span(last.start, before[-1 - comma].start)))
    return one


def _tail(page: Page, one: Attribution, other: Attribution) -> int | None:
    """Where ", the paper reported" begins at the end of a content that the other holds too."""
    last = one.content[-1]
    named = (*one.source, *one.cue)
    if not other.source or not other.cue or not all(other.content[0].contains(span) for span in named):
        return None
    start = min(other.source[0].start, other.cue[0].start)
    if not (last.start < start and last.contains(other.source[0]) and last.contains(other.cue[-1])):
        return None
    ends = max(other.source[-1].end, other.cue[-1].end) >= last.end - 1
    comma = page.text[last.start : start].rstrip()
    return last.start + len(comma) - 1 if ends and comma.endswith(",") else None


def _held(page: Page, one: Attribution) -> bool:
    """False of wishes, tries and tastes, of abstract subjects that "show" something, and of fragments."""
    content = _words(page, one.content)
    cue = _words(page, one.cue)
    source = _words(page, one.source)
    if _fragment(page, one, content) or content[0].lower in table("comment")["verbs"]:
        return False
    if source and source[0].lower in grammar("sifting", "participles") | grammar("sifting", "asked"):
        return False
    if said_nothing(content):
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
    known = bool(said.name) and (said.name.split()[-1] in bodies() or head_of(said.name) in bodies())
    return strange and not known and not any(word.lower in grammar("missed", "said") for word in cue)


def _fragment(page: Page, one: Attribution, content: Sequence[Word]) -> bool:
    """True of one word, and of a few words of the body that neither say something nor tell of a known matter."""
    plain = [word for word in content if word.plain]
    if len(plain) < 2:
        return True
    if any_of(content, "stances", "content", "deny"):
        return False
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
    sentence = page.layout.sentences[number]
    near = Span(max(sentence.start, one.cue[0].start - _REACH), min(sentence.end, one.cue[-1].end + _REACH))
    found = page.words(near)
    hit = silent(found) if near.end > near.start else None
    if hit is None:
        return False
    said = Span(found[hit[1]].start, found[hit[2] - 1].end)
    return any(span.overlaps(said) for span in one.cue) or any(
        said.start <= span.start < said.end for span in one.source
    )


def _superfluous(page: Page, kept: Sequence[Attribution], extents: Sequence[Span], number: int) -> bool:
    """True of a second cut of the same words, of hearsay and of "he believes" within another's statement."""
    one = kept[number]
    mine = extents[number]
    own = one.source or one.cue
    for place in range(max(0, number - _NEAR), min(len(kept), number + _NEAR)):
        other = kept[place]
        if place == number or _apart(mine, extents[place]):
            continue
        inside = any(span.contains(mine) for span in other.content)
        if inside and mine != extents[place] and (not one.source or _pronoun(page, one)):
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


def _words(page: Page, spans: Sequence[Span]) -> Words:
    return page.words_in(spans)

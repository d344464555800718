"""Makes claims of the outlet's own words: those that say something an account is about, without comment and colour."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.knowledge import table
from twosource.model import Span
from twosource.model.layout import Sentence
from twosource.reading.claims.asides import asides
from twosource.reading.claims.cutting import has_verb, lead
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.kind import classify, weights
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import any_of, first_of, phrases
from twosource.reading.claims.pieces import pieces
from twosource.reading.claims.silence import silences
from twosource.reading.speakers import Word, grammar
from twosource.reading.speakers.words import span_of

__all__ = ["own_voice"]

_SHORT = 4
"""Words of a statement at least; below stand cross-heads and fragments."""
_LABEL = 9
"""Words of a label before a colon at most."""
_LONG = 9
"""Words from which a stretch is a sentence, whether or not its verb is known."""
_FORECAST = 2.0
"""What the matter of a forecast must weigh in the outlet's own voice: "will" alone is no account of anything."""
_CLEAR = 3.0
"""What a rest of a sentence, beside another's words, must weigh as to type: it is mostly colour."""


def own_voice(page: Page, covered: Sequence[Span]) -> list[Draft]:
    """The claims of the outlet's own voice. `covered` are the stretches that attributions take, in order."""
    drafts: list[Draft] = []
    at = 0
    for sentence in page.layout.sentences:
        paragraph = page.paragraph(sentence)
        while at < len(covered) and covered[at].end <= sentence.start:
            at += 1
        if paragraph is not None and paragraph.furniture and paragraph.part != "caption":
            continue
        taken = []
        for span in covered[at:]:
            if span.start >= sentence.end:
                break
            taken.append(span)
        drafts += _of_sentence(page, sentence, taken)
    return drafts


def _of_sentence(page: Page, sentence: Sentence, taken: list[Span]) -> list[Draft]:
    whole = page.words(sentence)
    free: Sequence[Word] = whole
    if taken:
        free = _outside(whole, taken)
    quiet = silences(page, sentence, free)
    if quiet:
        return quiet
    if not taken:
        return _statements(page, sentence, whole)
    out = []
    for run in _runs(free):
        if not has_verb(run) or len(run) < _SHORT + 2:
            continue
        opened = run[0].lower in grammar("own", "openings")
        first = run[0].start == sentence.start and "," in (run[-1].text, run[-2].text)
        after = page.text[max(0, run[0].start - 2) : run[0].start].strip() == ";"
        if opened or first or after:
            out += _statements(page, sentence, run[1:] if opened else run, clear=_CLEAR)
    return out


def _outside(found: Sequence[Word], taken: Sequence[Span]) -> list[Word]:
    """The words that begin in none of some stretches; both are in order."""
    out: list[Word] = []
    at = 0
    for word in found:
        while at < len(taken) and taken[at].end <= word.start:
            at += 1
        if at == len(taken) or word.start < taken[at].start:
            out.append(word)
    return out


def _runs(found: Sequence[Word]) -> list[list[Word]]:
    """Stretches of words with nothing of another's between them."""
    out: list[list[Word]] = []
    for word in found:
        if out and word.start - out[-1][-1].end <= 2:
            out[-1].append(word)
        elif word.plain:
            out.append([word])
    return out


def _statements(page: Page, sentence: Sentence, found: Sequence[Word], clear: float = 0.0) -> list[Draft]:
    """The claims that some words make."""
    found = found[lead(found) :]
    found = list(_unframed(_unlabelled(page, sentence, found)))
    while found and (found[-1].lower in ("but", "and", "while", "though", "with") or found[-1].text == ","):
        found.pop()
    paragraph = page.paragraph(sentence)
    heading = paragraph is not None and paragraph.part in ("title", "heading")
    plain = [word for word in found if word.plain]
    if len(plain) < _SHORT or found[-1].text == "?" or _comment(found):
        return []
    if len(plain) < _LONG and not has_verb(found) and not heading and max(weights(found).values(), default=0) < _CLEAR:
        return []
    out = []
    for content in pieces(page, (Span(found[0].start, found[-1].end),)):
        words = page.words_in(content)
        figures = page.figures(content)
        kind, _ = classify(words, [page.figure(number).measure for number in figures])
        weight = max(weights(words).values(), default=0)
        if weight < clear or (kind == "forecast" and weight < _FORECAST and not figures):
            continue
        doubted = kind == "other" and not figures and not any_of(words, "comment", "record")
        if doubted and (page.encoded is None or not has_verb(words)):
            continue
        draft = Draft(content, sentence, doubted=doubted)
        if any_of(words, "stances", "unnamed", "words"):
            draft.who, draft.hearsay = page.cast.anonymous(), True
            hit = first_of(words, "stances", "unnamed", "words")
            if hit is not None:
                draft.cue = (Span(words[hit[0]].start, words[hit[1] - 1].end),)
        draft.because("content", "the outlet's own words")
        out.append(draft)
    for span in asides(page, found):
        if any(tuple(draft.content) == (span,) for draft in out) or not out:
            continue
        draft = Draft((span,), sentence)
        draft.because("content", "told by the way, at a time of its own")
        out.append(draft)
    return out


def _unlabelled(page: Page, sentence: Sentence, found: Sequence[Word]) -> Sequence[Word]:
    """Of "War digest, March 6: troops leave" in a heading only what follows the label."""
    paragraph = page.paragraph(sentence)
    if paragraph is None or paragraph.part == "body":
        return found
    colon = next((i for i, word in enumerate(found[:_LABEL]) if word.text == ":"), None)
    if not colon or colon + 3 > len(found) or has_verb(found[:colon]) or page.figures([span_of(found[:colon])]):
        return found
    return found[colon + 1 :] if max(weights(found[:colon]).values(), default=0) < _CLEAR else found


def _unframed(found: Sequence[Word]) -> Sequence[Word]:
    """Of "The comments came as X" only X."""
    nouns, verbs = table("comment")["frame_nouns"], table("comment")["frame_verbs"]
    for index, word in enumerate(found[:5]):
        if word.lower in nouns and index + 2 < len(found) and found[index + 1].lower in verbs:
            rest = found[index + 2 :]
            turn = next((i for i, w in enumerate(rest[:12]) if w.lower in ("as", "after", "when")), None)
            return rest[turn + 1 :] if turn is not None else []
    return found


def _comment(found: Sequence[Word]) -> bool:
    """True of comment: an abstract subject with a verb of judgement, or one of the set phrases."""
    data = table("comment")
    for index in range(min(3, len(found))):
        if phrases("comment", "openings").at(found, index) is not None:
            return True
    hit = first_of(found[:12], "comment", "verbs")
    if hit is None:
        return False
    if found[0].lower not in data["subjects"]:
        return (
            hit[0] > 0
            and found[hit[0] - 1].lower in data["nouns"]
            and found[hit[0] - 1].lower not in data["frame_nouns"]
        )
    return hit[0] == 1 or any(word.lower in data["nouns"] for word in found[1 : hit[0]])

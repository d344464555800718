"""Says whom and what a claim is about, in the report's words."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import About, Span
from twosource.reading.claims.cutting import first_verb, is_verb
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.page import Page
from twosource.reading.claims.pieces import subject
from twosource.reading.speakers import Word, grammar

__all__ = ["about_of"]

_SET = frozenset(("control", "movement", "attack", "humanitarian", "casualties"))
_LONG = 8


def about_of(page: Page, draft: Draft) -> About | None:
    """The actor: who stands before the verb. The object: the place, or what follows the verb."""
    found = page.words_in(draft.content)
    actor = _name(subject(found))
    target = None
    inside = [n for n in draft.places if draft.holds(page.place(n).start)]
    if draft.type in _SET and inside:
        target = page.place(inside[0]).name
    if target is None:
        target = _object(found)
    return About(actor, target) if actor or target else None


def _object(found: Sequence[Word]) -> str | None:
    """The words after the verbs, up to a preposition or a mark."""
    at = first_verb(found)
    if at is None:
        return None
    while at < len(found) and (is_verb(found[at]) or found[at].lower in grammar("about", "small")):
        at += 1
    out: list[Word] = []
    for word in found[at : at + _LONG]:
        if word.lower in grammar("about", "breaks") or (not word.plain and word.lower != "'s"):
            break
        out.append(word)
    return _name(out)


def _name(found: Sequence[Word]) -> str | None:
    """Words as a name: without small words at the front."""
    kept = list(found)
    while kept and (kept[0].lower in grammar("about", "small") or not kept[0].plain):
        kept.pop(0)
    if not kept or len(kept) > _LONG:
        return None
    out = ""
    end = None
    for word in kept:
        out += ("" if end is None or end == word.start else " ") + word.text
        end = word.end
    return out


def span_of(found: Sequence[Word]) -> Span:
    """The stretch of some words."""
    return Span(found[0].start, found[-1].end)

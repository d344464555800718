"""Says who speaks in a heading: "Ministry says", "Expert:" is somebody whom the body below names."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.claims.draft import Draft
from twosource.reading.claims.page import Page
from twosource.reading.speakers import Character, grammar, parties
from twosource.reading.speakers.names import core_of
from twosource.reading.speakers.words import NAMES

__all__ = ["name_heading_sources"]

_LEAST = 0.34
"""Share of a heading's words that the body's claim must have: a third is two of six."""
_HEADS = frozenset(("title", "heading", "standfirst"))
_BEGINNING = 60
"""Body claims looked at for a title, which tells of the first story."""


def name_heading_sources(page: Page, drafts: Sequence[Draft]) -> None:
    """Gives a heading's claim the source of the body's claim that says the same, where the heading only hints at it."""
    body = [draft for draft in drafts if not _heads(page, draft) and draft.who is not None]
    by_item: dict[int, list[Draft]] = {}
    for draft in body:
        by_item.setdefault(draft.item, []).append(draft)
    known = [(draft, _key(page, draft)) for draft in body[:_BEGINNING]]
    for draft in drafts:
        if not _heads(page, draft) or draft.who is None or draft.hearsay:
            continue
        who = page.cast.characters[draft.who]
        if not _vague(who):
            continue
        mine = _key(page, draft)
        near = [(other, _key(page, other)) for other in by_item.get(draft.item, [])[:_BEGINNING]]
        best = _best(page, who, mine, near, draft) or _best(page, who, mine, known, draft)
        if best is not None:
            draft.who, draft.carriers, draft.said = best.who, best.carriers, best.said or draft.said
            draft.because("source", "the body's claim with the same words")


def _heads(page: Page, draft: Draft) -> bool:
    """True of a claim in a title, a heading or a standfirst, those of teasers too."""
    items = page.report.items
    heading = items[draft.item].heading if draft.item < len(items) else None
    return draft.part in _HEADS or (heading is not None and heading.start <= draft.start < heading.end)


def _best(
    page: Page, who: Character, mine: set[str], pool: Sequence[tuple[Draft, set[str]]], draft: Draft
) -> Draft | None:
    found: tuple[float, Draft] | None = None
    for other, theirs in pool:
        if other.who is None or other is draft or (_vague(page.cast.characters[other.who]) and other.who == draft.who):
            continue
        if who.sides and not set(who.sides) & set(page.cast.sides_of(other.who)):
            continue
        if not who.sides and _strange(page, who, other.who):
            continue
        if (draft.stance == "deny") != (other.stance == "deny"):
            continue
        share = len(mine & theirs) / max(1, len(mine))
        if share >= _LEAST and (found is None or share > found[0]):
            found = (share, other)
    return found[1] if found else None


def _strange(page: Page, who: Character, number: int) -> bool:
    """True where a heading names a state that no list knows, and the body's speaker belongs to another."""
    if who.kind != "organisation" or who.name.islower():
        return False
    other = page.cast.characters[number]
    return not core_of(who.name) & (core_of(other.name) | core_of(other.organisation))


def _key(page: Page, draft: Draft) -> set[str]:
    """The words of a content cut to four letters."""
    return {
        word.lower[:4]
        for span in draft.content
        for word in page.words(span)
        if word.plain and len(word.lower) > 2 and word.lower not in grammar("headings", "small")
    }


def _vague(who: Character) -> bool:
    """True of a state, a class, a bare role or a body in small letters: a heading's way to name somebody."""
    if who.kind == "person" and " " in who.name and not who.name.islower() and who.role != who.name:
        return who.name.split()[-1].islower()
    found = NAMES[who.name]
    if who.kind in ("collective", "anonymous") or who.name.islower() or len(found) == 1:
        return True
    hits = parties().find(found)
    return bool(hits) and sum(hit.end - hit.start for hit in hits) >= len([word for word in found if word.plain]) - 1

"""Gives a matter to claims whose own words tell none: "The station is still ours", "That was our decision"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import ClaimType
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.kind import classify
from twosource.reading.claims.page import Page

__all__ = ["settle_types"]

_NEAR = 6
"""Claims on either side that are looked at: a quotation is about what was just told, seldom about the further off."""
_LONG = 30
"""Words from which a statement that names no known matter has one of its own that no list knows."""
_HEADS = frozenset(("title", "heading", "standfirst"))


def settle_types(page: Page, drafts: Sequence[Draft]) -> None:
    """Takes the type from the neighbours, or the heading above, where a quotation or a silence tells none."""
    heads = _heads(page)
    for number, draft in enumerate(drafts):
        if draft.type != "other" or not _open(page, draft):
            continue
        found = _from_neighbours(drafts, number) or _from_heading(page, draft, heads)
        if found is not None:
            draft.type = found
            draft.because("type", "matter of what stands around it")


def _open(page: Page, draft: Draft) -> bool:
    """True of a silence, an admission, and of another's words that are quoted and short."""
    if draft.part in _HEADS or draft.part == "teaser":
        return False
    if draft.stance != "assert":
        return True
    words = sum(len(page.words(span)) for span in draft.content)
    return draft.who is not None and not draft.hearsay and words < _LONG and _quoted(page, draft)


def _quoted(page: Page, draft: Draft) -> bool:
    """True where the words stand in quotation marks."""
    return any(quotation.contains(draft.content[0]) for quotation in page.quotations(draft.content[0]))


def _from_neighbours(drafts: Sequence[Draft], number: int) -> ClaimType | None:
    """The type of the nearest claim: of the same speaker and paragraph first, then before, then of the paragraph."""
    mine = drafts[number]
    before = [other for other in reversed(drafts[max(0, number - _NEAR) : number]) if _tells(other, mine)]
    after = [other for other in drafts[number + 1 : number + 1 + _NEAR] if _tells(other, mine)]
    here = mine.sentence.paragraph
    order = (
        [other for other in before if other.who == mine.who and other.sentence.paragraph == here],
        [other for other in after if other.who == mine.who and other.sentence.paragraph == here],
        [other for other in before if other.sentence.paragraph == here],
        [other for other in before if other.sentence.paragraph >= here - 1],
        [other for other in before if other.who == mine.who],
        before if mine.stance != "assert" else [],
    )
    return next((others[0].type for others in order if others), None)


def _tells(other: Draft, mine: Draft) -> bool:
    """True of a claim of the same story that has a matter, and not one that is only yet to come."""
    return other.item == mine.item and other.type not in ("other", "forecast") and other.part not in _HEADS


def _heads(page: Page) -> list[int | None]:
    """For each paragraph the number of the heading or title above it."""
    out: list[int | None] = []
    for number, paragraph in enumerate(page.layout.paragraphs):
        out.append(number if paragraph.part in ("title", "heading") else out[-1] if out else None)
    return out


def _from_heading(page: Page, draft: Draft, heads: Sequence[int | None]) -> ClaimType | None:
    """The matter of the heading above."""
    above = heads[draft.sentence.paragraph] if draft.sentence.paragraph < len(heads) else None
    if above is None or page.item(page.layout.paragraphs[above].start) != draft.item:
        return None
    found = classify(page.words(page.layout.paragraphs[above]))[0]
    return found if found not in ("other", "forecast") else None

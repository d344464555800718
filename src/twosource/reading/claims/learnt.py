"""What the encoder knows of a claim's kind, where the rules know little or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import ClaimType
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.kind import weights
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import any_of
from twosource.reading.encoder.heads import kinds
from twosource.reading.speakers import Word, grammar

__all__ = ["believed", "learn", "set_learnt_stance", "set_learnt_type"]

_SURE_TYPE = 0.7
"""Probability from which the encoder's type counts, found on the invented reports of samples/."""
_SURE_TOLD = 0.95
"""Probability of any type but "other" from which own words that no rule knows are a claim: claims of four strangers'
stories go from F1 .83, .87, .79, .84 to .86, .90, .83, .84 (bench/strangers.py), those of the gold stay."""
_SURE_STANCE = 0.9
"""Probability from which a stance other than asserting counts: a wrong denial does more harm than a missed one."""
_MARGIN = 2.0
"""By so much the rules' first type must lead on their second to stand against the encoder: one plain word's weight."""


def learn(page: Page, drafts: Sequence[Draft]) -> None:
    """Asks the encoder once what kind of claim each is."""
    if page.encoded is not None:
        for draft, found in zip(
            drafts, kinds(page.encoded, [(each.content, each.cue) for each in drafts]), strict=True
        ):
            draft.kinds = found


def believed(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that are doubted and in which the encoder sees nothing that an account is about."""
    return [draft for draft in drafts if not draft.doubted or _told(draft) >= _SURE_TOLD]


def _told(draft: Draft) -> float:
    """How likely the claim has a type of its own."""
    return 1 - draft.kinds.types["other"] if draft.kinds is not None else 0.0


def set_learnt_stance(draft: Draft, words: Sequence[Word] = (), cue: Sequence[Word] = ()) -> None:
    """Takes the encoder's stance where no rule found one, it is sure, and the words can have that stance at all."""
    if draft.kinds is None or draft.stance != "assert":
        return
    best = max(draft.kinds.stances, key=draft.kinds.stances.__getitem__)
    if best != "assert" and draft.kinds.stances[best] >= _SURE_STANCE and _can(best, (*cue, *words)):
        draft.stance = best
        draft.because("stance", f"encoder ({draft.kinds.stances[best]:.2f})")


def _can(stance: str, found: Sequence[Word]) -> bool:
    """False of a denial with no "not" in it, or one that only tells what was not said or known, and of a defence."""
    if not found:
        return True
    if stance == "deny":
        negated = any(word.lower in grammar("stance", "negations") or word.lower.endswith("n't") for word in found)
        return negated and not any_of(found, "stances", "no_denial", "words")
    return stance != "acknowledge" or not any_of(found, "stances", "no_admission", "words")


def set_learnt_type(page: Page, draft: Draft) -> None:
    """Takes the encoder's type where it is sure and the words that the rules know do not decide."""
    if draft.kinds is None:
        return
    best: ClaimType = max(draft.kinds.types, key=draft.kinds.types.__getitem__)
    if best == draft.type or draft.kinds.types[best] < _SURE_TYPE:
        return
    sums = weights(page.words_in(draft.content), [page.figure(number).measure for number in draft.figures])
    first, second = (*sorted(sums.values(), reverse=True), 0.0, 0.0)[:2]
    if draft.type == "other" or first - second < _MARGIN:
        draft.type = best
        draft.because("type", f"encoder ({draft.kinds.types[best]:.2f})")

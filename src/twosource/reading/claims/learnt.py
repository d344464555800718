"""What the encoder knows of a claim's kind, where the rules know little or nothing."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from twosource.model import ClaimType
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.kind import weights
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import any_of
from twosource.reading.encoder.heads import kinds
from twosource.reading.speakers import Word, grammar

__all__ = ["believed", "chosen", "learn", "set_learnt_stance", "set_learnt_type"]

_SURE_TOLD = 0.95
"""Probability of any type but "other" from which own words that no rule knows are a claim: claims of four strangers'
stories go from F1 .83, .87, .79, .84 to .86, .90, .83, .84 (bench/strangers.py), those of the gold stay."""
_SURE_STANCE = 0.92
"""Probability from which a stance other than asserting counts: a wrong denial does more harm than a missed one. At .90
a claim of the gold fell to one side on one machine and to the other on the next."""
_FLOOR = -4.5
"""The logarithm of a probability counts down to here: the encoder may rule nothing out on its own."""
_WORDS = 0.5
"""How much a word's weight counts beside that logarithm. This and the next three were found on sixteen strangers'
stories: with what served the others best, each had 59.7 of 100 types right, where thresholds alone gave about 58. The
words themselves were chosen after reading those stories, so a new one gets less."""
_MOST = 6.0
"""Of the weight of words so much counts: more of the same makes nothing likelier."""
_RULED = 3.0
"""Bonus of the type that the rules chose."""
_UNKNOWN = 2.5
"""Bonus of "other", where the rules chose it: mostly they know no word."""


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


def set_learnt_stance(
    draft: Draft, words: Sequence[Word] = (), cue: Sequence[Word] = (), groups: frozenset[str] = frozenset()
) -> None:
    """Takes the encoder's stance where no rule found one, it is sure, and the words can have that stance at all."""
    if draft.kinds is None or draft.stance != "assert":
        return
    best = max(draft.kinds.stances, key=draft.kinds.stances.__getitem__)
    if best in ("deny", "acknowledge") and "civilian" in groups:
        return
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
    """Weighs what the encoder holds likely against the rules' type and the words that speak for each."""
    if draft.kinds is None:
        return
    sums = weights(page.words_in(draft.content), [page.figure(number).measure for number in draft.figures])
    best = chosen(draft.type, sums, draft.kinds.types)
    if best != draft.type:
        draft.type = best
        draft.because("type", f"encoder ({draft.kinds.types[best]:.2f})")


def chosen(ruled: ClaimType, sums: Mapping[str, float], likely: Mapping[ClaimType, float]) -> ClaimType:
    """The type for which most speaks: the rules, the words' weights and the encoder's probabilities together.

    >>> likely = {"attack": 0.8, "casualties": 0.15, "other": 0.05}
    >>> chosen("casualties", {"casualties": 4.5, "attack": 3.5}, likely), chosen("other", {}, likely)
    ('casualties', 'attack')
    """

    def speaks(name: ClaimType) -> float:
        belief = max(math.log(likely[name]), _FLOOR) if likely[name] > 0 else _FLOOR
        bonus = 0.0 if name != ruled else _UNKNOWN if name == "other" else _RULED
        words = (
            _MOST if name == ruled == "forecast" else min(sums.get(name, 0.0), _MOST)
        )  # it has a tense, and no words
        return belief + _WORDS * words + bonus

    return max(likely, key=speaks)

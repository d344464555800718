"""Says what a source does with a statement: assert it, deny it, own up to it, decline, or fail to check it."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.claims.draft import Draft
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import any_of, first_of
from twosource.reading.claims.pieces import subject
from twosource.reading.claims.silence import silent
from twosource.reading.speakers import Word, parties, sides_of
from twosource.reading.speakers.words import NAMES

__all__ = ["set_stance"]

_OWN = frozenset(("our", "its", "their", "we", "they", "his"))
_LOSS = frozenset(("casualties", "movement", "losses_materiel"))
_TROOPS = frozenset(("soldiers", "troops", "servicemen", "fighters", "officers", "marines", "personnel"))
_ARMS = frozenset(("military", "army", "forces", "navy", "guard", "defence", "defense", "brigade"))
"""What an army says of "soldiers" without more is said of its own."""
_BACK = ("withdr", "retreat", "pull", "lost", "losing", "casualt", "killed", "wounded", "died", "losses", "surrender")


def set_stance(page: Page, draft: Draft, words: Sequence[Word], cue: Sequence[Word]) -> None:
    """Sets the stance of an attributed claim, by cue, content and who speaks of whom."""
    if draft.who is None:
        return
    for name in ("deny", "acknowledge", "decline"):
        hit = first_of(cue, "stances", "cues", name)
        if hit is not None:
            draft.stance = "deny" if name == "deny" else "acknowledge" if name == "acknowledge" else "decline"
            draft.because("stance", "cue", " ".join(word.text for word in cue))
            return
    quiet = silent(words)
    if quiet is not None:
        draft.stance = quiet[0]
        draft.because("stance", f"phrase of {quiet[0]} in the content")
        return
    if any_of(words, "stances", "content", "deny"):
        draft.stance = "deny"
        draft.because("stance", "content says that it is untrue")
        return
    if first_of(words, "stances", "content", "unmade") and draft.type == "attack":
        draft.stance = "deny"
        draft.because("stance", "an attack that was not made")
        return
    if any_of(words, "stances", "content", "acknowledge"):
        draft.stance = "acknowledge"
        draft.because("stance", "owns up to a fault or loss")
        return
    around = [word for span in draft.frame if span.start < draft.start for word in page.words(span)]
    if any_of([*around[-6:], *cue], "stances", "cues", "against"):
        draft.stance = "deny"
        draft.because("stance", "warns against believing it")
        return
    if any_of(around, "stances", "cues", "deny") and any(
        word.lower in ("not", "never", "no", "didn't", "n't") for word in words[:8]
    ):
        draft.stance = "deny"
        draft.because("stance", "disputes another's word in the same sentence")
        return
    if _owns_up(page, draft, words):
        draft.stance = "acknowledge"
        draft.because("stance", "own side's loss or retreat")


def _owns_up(page: Page, draft: Draft, words: Sequence[Word]) -> bool:
    """True where somebody tells of the own side's retreat or losses."""
    if draft.who is None:
        return False
    who = page.cast.characters[draft.who]
    sides = set(who.sides)
    about = subject(words) or words[:4]
    bare = not sides_of(words) and any(word.lower in _TROOPS for word in about)
    if bare and draft.type == "casualties" and any(word.lower in _ARMS for word in NAMES[who.organisation or who.name]):
        return True
    spoken = sides_of(about)
    if not sides or not spoken or not set(spoken) <= sides:
        return False
    if any(hit.start == 0 for hit in parties().find(about)) is False and about[0].lower not in _OWN:
        return False
    rest = words[: len(about) + 6]
    return any(word.lower.startswith(_BACK) for word in rest) and not any(
        w.lower in ("inflict", "inflicting") for w in rest
    )

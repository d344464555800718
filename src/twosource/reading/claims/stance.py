"""Says what a source does with a statement: assert it, deny it, own up to it, decline, or fail to check it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from twosource.knowledge import table
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.page import Page
from twosource.reading.claims.phrases import any_of, first_of
from twosource.reading.claims.pieces import subject
from twosource.reading.claims.silence import silent
from twosource.reading.speakers import Word, grammar, parties, sides_of
from twosource.reading.speakers.words import NAMES

__all__ = ["set_stance"]

_OWN = frozenset(("our", "its", "their", "we", "they", "his"))
_LOSS = frozenset(("casualties", "movement", "losses_materiel"))
_TROOPS = frozenset(("soldiers", "troops", "servicemen", "serviceman", "fighters", "officers", "marines", "personnel"))
_ARMS = frozenset(("military", "army", "forces", "navy", "guard", "defence", "defense", "brigade"))
"""What an army says of "soldiers" without more is said of its own."""
_NOUN = 4
"""Words of a statement among which the noun stands that it is about."""
_NEAR = 9
"""Words between "his men" and what befell them at most."""
_DEALT = frozenset(("inflict", "inflicting", "inflicted", "enemy"))
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
    if _disowned(words):
        draft.stance = "deny"
        draft.because("stance", "says that another's word is wrong")
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


def _disowned(words: Sequence[Word]) -> bool:
    """True of "reports of a retreat were wrong": another's word comes first, and then what is said of it."""
    named = any(word.lower in _nouns() for word in words[:_NOUN])
    return named and any_of(words, "stances", "disowned", "words")


@cache
def _nouns() -> frozenset[str]:
    return frozenset(table("stances")["disowned"]["nouns"])


def _owns_up(page: Page, draft: Draft, words: Sequence[Word]) -> bool:
    """True where somebody tells of the own side's retreat or losses."""
    if draft.who is None:
        return False
    who = page.cast.characters[draft.who]
    sides = set(page.cast.sides_of(draft.who))
    about = subject(words) or words[:4]
    bare = not sides_of(words) and any(word.lower in _TROOPS for word in about)
    armed = any(word.lower in _ARMS for word in (*NAMES[who.organisation or who.name], *NAMES[who.role or ""]))
    if bare and armed and (draft.type == "casualties" or _went_back(words[len(about) :])):
        return True
    if armed and not sides_of(words) and draft.type == "casualties" and _suffered(words):
        return True
    if _own_loss(words):
        return True
    spoken = sides_of(about)
    if not sides or not spoken or not set(spoken) <= sides:
        return False
    if not _led_by_party(about) and about[0].lower not in _OWN:
        return False
    rest = words[: len(about) + 6]
    if any(w.lower in _DEALT for w in rest):
        return False
    left = draft.type == "movement" and any(word.lower in grammar("stance", "leaving") for word in rest)
    return left or _befell(rest) or _taken(rest)


def _suffered(words: Sequence[Word]) -> bool:
    """True of "shelling killed one serviceman": what attacks did to soldiers of whom no side is named."""
    dealt = next((i for i, word in enumerate(words) if word.lower in grammar("stance", "struck")), None)
    if dealt is None or not any(word.lower in grammar("stance", "attacks") for word in words[:dealt]):
        return False
    return any(word.lower in _TROOPS or f"{word.lower}s" in _TROOPS for word in words[dealt : dealt + _NEAR])


def _led_by_party(about: Sequence[Word]) -> bool:
    """True where a party comes first, be it counted: "at least 13 Norran soldiers"."""
    hit = parties().first(about)
    counting = grammar("stance", "counting")
    return hit is not None and all(word.lower in counting or word.text[0].isdigit() for word in about[: hit.start])


def _taken(words: Sequence[Word]) -> bool:
    """True of "were captured" and "are in captivity": what befell people, and not what they did."""
    for before, word in pairwise(words):
        if word.lower == "captured" and before.lower in grammar("stance", "passive"):
            return True
    return any(word.lower in grammar("stance", "lost") for word in words)


def _went_back(rest: Sequence[Word]) -> bool:
    """True of a verb of retreat right behind the subject."""
    return any(word.lower.startswith(("withdr", "retreat", "pulled", "abandon")) for word in rest[:4])


def _own_loss(words: Sequence[Word]) -> bool:
    """True of "31 of his men were killed" and of "its losses at 40": what a pronoun calls the speaker's own."""
    for index, word in enumerate(words[:_NEAR]):
        if word.lower not in ("his", "her", "its", "their", "our", "my"):
            continue
        noun = next((w.lower for w in words[index + 1 : index + 4] if w.lower in _own_nouns()), "")
        if noun in grammar("stance", "losses"):
            return index < 2
        rest = words[index : index + _NEAR]
        if noun and _befell(rest) and not any(w.lower in _DEALT for w in rest):
            return True
    return False


def _befell(rest: Sequence[Word]) -> bool:
    """True of a loss or a retreat; False of "had killed 3,000 soldiers", which is what somebody did."""
    return any(
        word.lower.startswith(_BACK)
        and not (word.lower in ("killed", "wounded") and before.lower in grammar("stance", "active"))
        for before, word in pairwise(rest)
    )


@cache
def _own_nouns() -> frozenset[str]:
    return grammar("stance", "units") | grammar("stance", "losses")

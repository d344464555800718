"""Says what a claim is about: one of the fourteen types, by its words and figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import get_args

from twosource.knowledge import table
from twosource.model import ClaimType, Measure, Stance
from twosource.reading.claims.cutting import first_verb
from twosource.reading.claims.phrases import any_of, first_of
from twosource.reading.speakers import Phrases, Word, grammar
from twosource.reading.speakers.lists import words_of
from twosource.reading.speakers.words import remembered

__all__ = ["classify", "weights"]

_MEASURES: dict[Measure, tuple[ClaimType, float]] = {
    "killed": ("casualties", 4),
    "wounded": ("casualties", 4),
    "killed_or_wounded": ("casualties", 4),
    "missing": ("casualties", 3),
    "captured": ("casualties", 3),
    "deployed": ("strength", 4),
    "displaced": ("humanitarian", 4),
    "area": ("control", 2),
}
"""What a figure measures tells the type nearly as well as the verb."""

_TROOPS = frozenset(("soldiers", "troops", "fighters", "servicemen", "personnel", "recruits", "mercenaries"))
_COUNTED = 2.0
"""Weight of counted troops: how many there are, unless a verb says what befell them."""
_LATER = 0.5
"""Weight of words behind the first comma, "as", "after": they tell of circumstances."""
_MOVED = 3.5
"""Weight of somebody who goes somewhere: as much as a verb that means nothing else."""
_SUBJECT = 7
"""Words before a verb of going among which the subject stands."""
_JUDGED = 5.0
"""Weight of a reporting word that blames or praises: it settles the matter, even against two words of fighting."""
_LEAST = 2.0
"""Below this sum nothing is known of the type: one word that only tips the balance."""


@cache
def _table() -> Phrases[tuple[tuple[str, float], ...]]:
    known: dict[str, dict[str, float]] = defaultdict(dict)
    for name, words in table("types")["words"].items():
        for phrase, weight in words.items():
            known[phrase][name] = weight
    return Phrases({phrase: tuple(values.items()) for phrase, values in known.items()})


def weights(found: Sequence[Word], measures: Iterable[Measure] = ()) -> dict[str, float]:
    """How much speaks for each type.

    >>> from twosource.reading.speakers import words
    >>> max(weights(words("Two people were killed")).items(), key=lambda pair: pair[1])[0]
    'casualties'
    """
    sums = defaultdict(float, _by_words(found))
    aside = sums["attack"] > 0 and _outcome(found)
    for measure in measures:
        if measure in _MEASURES:
            name, weight = _MEASURES[measure]
            sums[name] += weight * (_LATER if aside and name == "casualties" else 1)
        elif measure == "count" and any(word.lower in _TROOPS for word in found):
            sums["strength"] += _COUNTED
    return sums


@remembered
def _by_words(found: Sequence[Word]) -> dict[str, float]:
    """How much the words alone speak for each type."""
    sums: dict[str, float] = defaultdict(float)
    hits = _table().find(found)
    if hits:
        verb = first_verb(found) or 0
        turn = next((i for i in range(max(3, verb) + 1, len(found)) if _turns(found, i)), len(found))
        for hit in hits:
            for name, weight in hit.value:
                sums[name] += weight * (1 if hit.start < turn else _LATER)
    if sums.get("losses_materiel") and not any_of(found, "types", "lost", "words"):
        sums["losses_materiel"] *= _LATER
    moved = _moving(found)
    if moved is not None:
        sums[moved] += _MOVED
    return sums


def _moving(found: Sequence[Word]) -> ClaimType | None:
    """Of forces that leave or come back a movement, of people the same is a matter of aid; None where nobody moves."""
    verb = first_of(found, "types", "moving", "verbs")
    if verb is None:
        return None
    for word in reversed(found[max(0, verb[0] - _SUBJECT) : verb[0]]):
        if word.lower in words_of("types", "moving", "troops"):
            return "movement"
        if word.lower in words_of("types", "moving", "people"):
            return "humanitarian"
    return None


def _outcome(found: Sequence[Word]) -> bool:
    """True where the dead and wounded only close a sentence about something else: "hit the station, killing six"."""
    for index, word in enumerate(found):
        if word.lower in grammar("kind", "victims"):
            return False
        if word.lower in grammar("kind", "outcomes") and index and found[index - 1].text in (",", "and"):
            return True
    return False


def _turns(found: Sequence[Word], index: int) -> bool:
    """True of a word behind which circumstances are told: "as", "after", "to" of a purpose."""
    word = found[index]
    if word.lower == "to" and index + 1 < len(found):
        after = found[index + 1]
        infinitive = after.text.islower() and after.lower not in grammar("describe", "determiners")
        return infinitive and found[index - 1].lower not in grammar("kind", "catenative")
    return word.lower in grammar("kind", "turns") or word.text in (",", "—", "–")


def classify(
    found: Sequence[Word],
    measures: Iterable[Measure] = (),
    *,
    stance: Stance = "assert",
    cue: Sequence[Word] = (),
) -> tuple[ClaimType, str]:
    """The type of a claim, and what spoke for it."""
    sums = weights(found, measures)
    if stance == "deny" and any_of(found, "types", "statement", "words"):
        return "denial", "disputed words"
    if any_of(cue, "types", "judging", "cues"):
        sums["diplomacy"] = sums.get("diplomacy", 0) + _JUDGED
    best = _best(sums)
    known = sums.get(best, 0) >= _LEAST
    if _threatens(found, cue) or (not known and any_of(found, "types", "future", "backshifted")):
        return "forecast", "future"
    if any_of(found, "types", "future", "strong") and (
        not known or best in grammar("kind", "comes") or any_of(cue, "types", "future", "cues")
    ):
        return "forecast", "future"
    if not known:
        return "other", "no word of a type"
    return _typed(best), f"words of {best} ({sums[best]:.1f})"


def _best(sums: dict[str, float]) -> str:
    """The type that most speaks for; of several the first in order."""
    order: list[str] = table("types")["order"]
    best = order[0]
    for name in order:
        if sums.get(name, 0) > sums.get(best, 0):
            best = name
    return best


def _threatens(found: Sequence[Word], cue: Sequence[Word]) -> bool:
    """True of "could bring a second wave", warned of, and of "may never return": what may yet come."""
    modals = grammar("kind", "modals")
    for index, word in enumerate(found[:-1]):
        if word[3] in modals and found[index + 1].lower not in ("have", "be", "not"):
            warned = any_of(cue, "types", "future", "cues")
            if warned or found[index + 1].lower in ("never", "soon", "yet", "again"):
                return True
    return False


def _typed(name: str) -> ClaimType:
    for known in get_args(ClaimType):
        if known == name:
            typed: ClaimType = known
            return typed
    return "other"

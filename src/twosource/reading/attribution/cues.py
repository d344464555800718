"""Says what kind of act a cue reports: a plain saying, a claim, a denial, an admission …

Other steps of reading take a claim's stance from it.
"""

from __future__ import annotations

import re
from functools import cache

from twosource.knowledge import table
from twosource.reading.attribution.lexicon import CueClass, verbs

__all__ = ["CueClass", "classify"]

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_BETWEEN = 4
"""A phrase's "…" stands for at most so many words ("has not yet publicly commented")."""


def classify(cue: str) -> CueClass | None:
    """The class of a cue's words, None where no word of it is known as a cue.

    Set phrases come first ("declined to comment", "could not verify", "is believed"), then the first reporting verb
    in any of its forms, then reporting nouns.

    >>> classify("has repeatedly denied"), classify("did not respond to"), classify("told reporters")
    ('deny', 'decline', 'say')
    >>> classify("") is None
    True
    """
    words = [_plain(word) for word in _WORD.findall(cue.lower())]
    for phrase, kind in _phrases():
        if _stands_in(phrase, words):
            return kind
    for number, word in enumerate(words):
        for verb, _ in verbs().get(word, ()):
            if tuple(words[number + 1 : number + 1 + len(verb.particle)]) == verb.particle:
                return next(iter(verb.frames.values()))
    return next((reporting_nouns()[word] for word in words if word in reporting_nouns()), None)


def _plain(word: str) -> str:
    """Contracted negations count as "not"."""
    return "not" if word.endswith(("n't", "n’t")) else word


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], CueClass], ...]:
    return tuple(
        (tuple(phrase.split()), group["class"]) for group in table("cues")["phrases"] for phrase in group["words"]
    )


@cache
def reporting_nouns() -> dict[str, CueClass]:
    """The nouns that report, singular and plural, with the class of the cue that they make."""
    nouns: dict[str, CueClass] = {}
    for kind, listed in table("cues")["nouns"].items():
        for noun in listed.split():
            nouns[noun] = kind
            nouns[noun + "s"] = kind
    return nouns


def _stands_in(phrase: tuple[str, ...], words: list[str]) -> bool:
    return any(_stands_at(phrase, words, start) for start, word in enumerate(words) if word == phrase[0])


def _stands_at(phrase: tuple[str, ...], words: list[str], start: int) -> bool:
    at = start
    gap = 0
    for part in phrase:
        if part == "…":
            gap = _BETWEEN
            continue
        found = next((i for i in range(at, min(len(words), at + gap + 1)) if words[i] == part), None)
        if found is None:
            return False
        at, gap = found + 1, 0
    return True

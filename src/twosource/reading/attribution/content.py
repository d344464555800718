"""What a cue governs: the clause, quotation or phrase after it, or the words before it."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.attribution.lexicon import verbs
from twosource.reading.attribution.nouns import is_day
from twosource.reading.attribution.words import Word

LONG = 25
"""How many words may stand between a reporting verb and its "that", as in "said in a statement on Friday that"."""


def finite(word: Word) -> bool:
    """True for a word that is or may well be a finite verb."""
    return word.kind in ("auxiliary", "past", "present")


def has_verb(words: Sequence[Word], start: int, stop: int) -> bool:
    """True where a finite verb stands in the stretch (a plain present counts where a reporting verb has that form)."""
    return any(
        finite(w) or w.kind == "quote" or (w.kind in ("word", "name") and w.low in verbs() and i > start)
        for i, w in enumerate(words[start:stop], start)
    )


def clause_end(words: Sequence[Word], start: int, stop: int) -> int:
    """Where reported words end that begin at `start`: before a clause in which the writer or the source goes on.

    "… that the town fell, adding that", "… the town fell, and denied", "… the town fell, according to".
    """
    depth = 0
    for i in range(start, stop):
        kind = words[i].kind
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth -= 1
        elif kind == "semicolon" or (
            kind == "comma" and depth <= 0 and i + 1 < stop and _leaves(words, start, i, stop)
        ):
            return i
        elif kind == "quote" and i + 1 < stop and words[i + 1].low.endswith("ing") and reporting(words[i + 1], "ing"):
            return i + 1
        elif (
            words[i].low == "and"
            and i + 2 < stop
            and words[i + 1].kind == "subject"
            and reporting(words[i + 2], "past")
        ) or (
            words[i].low == "and"
            and i + 1 < stop
            and i > start
            and reporting(words[i + 1], "past")
            and words[i + 1].low
            in ("said", "told", "added", "called", "urged", "accused", "vowed", "promised", "denied", "warned")
        ):
            return i
    while stop > start and words[stop - 1].kind in ("stop", "comma", "dash", "semicolon", "colon"):
        stop -= 1
    return stop


def _leaves(words: Sequence[Word], start: int, comma: int, stop: int) -> bool:
    """True where the reported words end at this comma."""
    after = words[comma + 1]
    if after.low == "according" or (after.low.endswith("ing") and reporting(after, "ing")) or after.low == "citing":
        return True
    if after.kind == "adverb" and comma + 2 < stop and reporting(words[comma + 2], "ing"):
        return True
    if after.low == "but" and comma > start + 3:
        return True
    if after.low in ("and", "but") and comma + 2 < stop:
        nxt = words[comma + 2]
        if nxt.kind == "subject" and nxt.low != "who":
            return True
        return reporting(nxt, "past") or (
            nxt.kind == "adverb" and comma + 3 < stop and reporting(words[comma + 3], "past")
        )
    return False


def reporting(word: Word, form: str) -> bool:
    """True where a word is that form of a verb that may report a clause."""
    return any(
        form in forms and ("clause" in verb.frames or "quote" in verb.frames)
        for verb, forms in verbs().get(word.low, ())
    )


def skip_phrases(words: Sequence[Word], at: int, stop: int) -> int:
    """Moves over "on Friday", "Friday", "in a statement", "later" to where the reported words may begin."""
    i = at
    while i < stop:
        word = words[i]
        if is_day(word) or word.kind == "adverb" or word.low in ("last", "this", "late", "early", "previously"):
            if word.low in ("last", "this", "late", "early") and not (
                i + 1 < stop
                and (
                    is_day(words[i + 1])
                    or words[i + 1].low
                    in ("week", "month", "year", "morning", "evening", "afternoon", "fall", "spring", "summer")
                )
            ):
                break
            i += 2 if word.low in ("last", "this", "late", "early") else 1
            if i < stop and words[i].low in ("morning", "night", "evening", "afternoon", "evening"):
                i += 1
        elif word.kind == "preposition":
            end = _prepositional_end(words, i, stop)
            if end == i:
                break
            i = end
        else:
            break
    return min(i, stop)


def _prepositional_end(words: Sequence[Word], at: int, stop: int) -> int:
    """The end of a prepositional phrase: up to "that", a quotation, a comma, a pronoun or a second determiner."""
    i = at + 1
    seen = False
    while i < stop and i < at + LONG:
        word = words[i]
        if word.kind in (
            "quote",
            "dash",
            "comma",
            "colon",
            "stop",
            "semicolon",
            "subject",
            "subordinator",
            "auxiliary",
            "present",
        ):
            return i
        if word.kind == "determiner" and seen:
            return i
        if word.kind == "preposition":
            return i
        seen = seen or word.kind in ("word", "name", "number")
        if is_day(word):
            return i + 1
        i += 1
    return i


def addressee_end(words: Sequence[Word], at: int, stop: int) -> int:
    """Where the person told ends: "told reporters in Kyiv on Friday | that", "told CNN | the"."""
    i = at
    if i < stop and words[i].kind == "object":
        return i + 1
    while i < stop and i < at + LONG:
        word = words[i]
        if word.kind in ("quote", "comma", "colon", "stop", "semicolon", "subject", "auxiliary", "past", "present"):
            break
        if word.kind == "subordinator" or word.low == "to" or is_day(word):
            break
        if word.kind == "determiner" and i > at and words[i - 1].kind in ("word", "name", "possessive", "number"):
            break
        if word.kind == "name" and i > at and words[i - 1].kind == "word" and words[i - 1].low.endswith("s"):
            break
        i += 1
    return i

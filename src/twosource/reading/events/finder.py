"""Finds event words: verbs and nouns of acts and happenings."""

from __future__ import annotations

from functools import cache
from typing import Literal

from twosource.knowledge import table
from twosource.model import Event, Layout, Span
from twosource.reading.events.codes import code_of
from twosource.reading.events.factuality import factuality
from twosource.reading.forms import Forms
from twosource.reading.lexical import Token, Tokens, word_set

PIECE = 400
"""Sentences are read in pieces of so many tokens, which keeps the work linear where a table has no full stops."""

EVENT_ENDINGS = ("ing", "ed", "tion", "ions", "ment", "ments", "strike", "strikes", "truce", "ceasefire", "talks")
"""A word with a PLOVER code is an event in these forms; "missile" and "drone" are things."""


def find(layout: Layout, cut: Tokens | None = None) -> tuple[Event, ...]:
    """The events of a text, in its order, each with its factuality from -3 to 3.

    `cut` holds the tokens of the text, where other steps have asked for them.

    >>> from twosource.model import Layout
    >>> text = "The army attacked but did not capture the town."
    >>> [(text[e.start : e.end], e.factuality) for e in find(Layout(text))]
    [('attacked', 3.0), ('capture', -2.2)]
    """
    cut = cut or Tokens(layout.text)
    found: list[Event] = []
    for sentence in layout.sentences or (Span(0, len(layout.text)),):
        tokens = cut.of(sentence.start, sentence.end)
        for start in range(0, len(tokens), PIECE):
            found.extend(_events(tokens[start : start + PIECE]))
    return tuple(found)


def _events(tokens: list[Token]) -> list[Event]:
    words = [token[3] for token in tokens]
    places = [
        place
        for place, word in enumerate(words)
        if _SORTS[word] != "never" and tokens[place].kind == "word" and _is_event(words, place)
    ]
    held = frozenset(places)
    return [
        Event(tokens[place].start, tokens[place].end, code_of(words[place]), factuality(words, place, held))
        for place in places
    ]


@cache
def _verbs() -> frozenset[str]:
    return word_set("verbs", "words")


@cache
def _either() -> frozenset[str]:
    return word_set("verbs_also_nouns", "words")


@cache
def _happenings() -> frozenset[str]:
    return word_set("happenings", "words")


def _stems(word: str) -> tuple[str, ...]:
    """What a form may be a form of: "stopped" of stop, "seized" of seize, "carried" of carry."""
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            doubled = (stem[:-1],) if len(stem) > 2 and stem[-1] == stem[-2] else ()
            spelled = (stem[:-1] + "y",) if stem.endswith("i") else ()
            return (stem, stem + "e", *doubled, *spelled)
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    if word.endswith("es"):
        return (word[:-1], word[:-2])
    return (word[:-1],) if word.endswith("s") and not word.endswith("ss") else ()


Sort = Literal["never", "always", "main", "noun"]
"""What a word is: an event in any place; one where nothing shows that it helps another verb; a word that
is a noun as well and an event only behind a word that calls for a verb."""


def _is_event(words: list[str], place: int) -> bool:
    sort = _SORTS[words[place]]
    if sort == "never" or sort == "always":
        return sort == "always"
    if sort == "main":
        after = word_set("factuality", "more", "main_after")
        return place > 0 and words[place - 1] in after and not _goes_on(words, place)
    return place > 0 and words[place - 1] in word_set("plover", "lists", "verb_before")


def _sort(word: str) -> Sort:
    if word in word_set("factuality", "more", "verbs") or word in word_set("factuality", "more", "nouns"):
        return "always"
    if word in word_set("factuality", "more", "main"):
        return "main"
    if word in word_set("plover", "lists", "auxiliaries") or len(word) < 3:
        return "never"
    if code_of(word) is not None and word.endswith(EVENT_ENDINGS):
        return "always"
    stems = _stems(word)
    if word in _verbs() or word in _happenings() or any(stem in _verbs() or stem in _happenings() for stem in stems):
        return "always"
    either = any(stem in _either() for stem in stems)
    if word.endswith(("ing", "ed")):
        return "always" if either else "never"
    return "noun" if either or word in _either() else "never"


_SORTS = Forms(_sort)


def _goes_on(words: list[str], place: int) -> bool:
    """True where an auxiliary has its verb behind it: "to have left"."""
    after = words[place + 1] if place + 1 < len(words) else ""
    return after in word_set("plover", "lists", "auxiliaries") or after in _verbs() or after.endswith("ed")


def codes() -> frozenset[str]:
    """Every code that an event may have."""
    return frozenset(table("plover")["stems"].values())

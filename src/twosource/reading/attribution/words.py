"""Cuts a layout into units of words, each quotation being one word of the sentence that holds it.

A unit is a sentence as its writer built it: `“We left. It was late,” he said.` is one unit of three words and a stop,
however many sentences the quotation holds. All rules of this package work on units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import Literal, NamedTuple

from twosource.knowledge import table
from twosource.model import Layout, Quotation, Span
from twosource.model.layout import Sentence
from twosource.reading.forms import Forms

Kind = Literal[
    "quote", "comma", "colon", "semicolon", "dash", "open", "close", "stop", "mark", "determiner", "subject", "object",
    "preposition", "conjunction", "subordinator", "auxiliary", "adverb", "possessive", "number", "name", "past",
    "present", "word",
]  # fmt: skip

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*%?"
    r"|\w+(?:[’']t\b)?(?:[-&/]\w+)*"
    r"|[’'](?:s|re|ve|ll|d|m)\b"
    r"|[^\w\s]"
)
_MARKS: dict[str, Kind] = {
    ",": "comma", ":": "colon", ";": "semicolon", "—": "dash", "–": "dash", "-": "dash", "(": "open", ")": "close",
    "[": "open", "]": "close", "?": "stop", "!": "stop", "’s": "possessive", "'s": "possessive",
}  # fmt: skip
_CLOSED: tuple[tuple[Kind, str], ...] = (
    # The last one wins where a word is in two lists: "that" is a subordinator first, "her" a determiner.
    ("past", "pasts"),
    ("present", "presents"),
    ("adverb", "adverbs"),
    ("object", "objects"),
    ("determiner", "determiners"),
    ("subject", "subjects"),
    ("preposition", "prepositions"),
    ("conjunction", "conjunctions"),
    ("subordinator", "subordinators"),
    ("auxiliary", "auxiliaries"),
)

MOST = 300
"""No sentence has more words; a text without full stops is cut here, which keeps the whole linear."""


class Word(NamedTuple):
    """A word or mark of a unit; `low` is its text in lower case, of a quotation its last character."""

    start: int
    end: int
    low: str
    kind: Kind


class Unit(NamedTuple):
    """A sentence with its quotations folded; `last` is True where its paragraph ends with it."""

    words: tuple[Word, ...]
    paragraph: int
    first: bool
    last: bool

    def span(self, a: int, b: int) -> Span:
        """The stretch of text from word `a` up to, not including, word `b`."""
        return Span(self.words[a].start, self.words[b - 1].end)


@cache
def closed_class(name: str) -> frozenset[str]:
    """The words of one list of words.toml."""
    return frozenset(str(table("words")[name]).split())


@cache
def _kinds() -> dict[str, Kind]:
    return {word: kind for kind, name in _CLOSED for word in closed_class(name)}


def _kind(token: str, first: bool) -> tuple[str, Kind]:
    """A token in lower case and its kind; at the beginning of a unit a capital tells nothing."""
    low = token.lower()
    kind = _kinds().get(low) or _MARKS.get(low)
    if kind is None:
        if token[0].isdigit():
            kind = "number"
        elif token[0].isupper() and not first:
            kind = "name"
        elif not token[0].isalnum():
            kind = "mark"
        elif len(low) > 4 and low.endswith("ly"):
            kind = "adverb"
        elif len(low) > 3 and low.endswith("ed"):
            kind = "past"
        else:
            kind = "name" if token[0].isupper() else "word"
    elif not first and token[0].isupper() and kind in ("past", "present", "adverb"):
        kind = "name"
    return low, kind


_FIRST, _LATER = Forms(partial(_kind, first=True)), Forms(partial(_kind, first=False))
_new = tuple.__new__


def words_between(text: str, start: int, end: int, quotations: tuple[Quotation, ...] = ()) -> tuple[Word, ...]:
    """The words of a stretch; quotations, in order and within the stretch, are one word each.

    >>> [w.kind for w in words_between("The mayor held talks.", 0, 21)]
    ['determiner', 'word', 'past', 'word', 'mark']
    """
    found: list[Word] = []
    at = start
    for quotation in (*quotations, None):
        stop = quotation.outer.start if quotation else end
        for token in _TOKEN.findall(text, at, stop):
            at = text.find(token, at)  # between two of them there is nothing but white space
            after = at + len(token)
            found.append(_new(Word, (at, after, *(_LATER[token] if found else _FIRST[token]))))
            at = after
        if quotation:
            tail = text[quotation.start : quotation.end].rstrip()[-1:]
            found.append(Word(quotation.outer.start, min(quotation.outer.end, end), tail, "quote"))
            at = min(quotation.outer.end, end)
    return tuple(_settle_apostrophes(found))


def _settle_apostrophes(words: list[Word]) -> list[Word]:
    """Tells the 's of "he's leaving" from that of "Ann's"."""
    for i, word in enumerate(words):
        if word.low in ("'s", "’s"):
            before = words[i - 1].low if i else ""
            after = words[i + 1] if i + 1 < len(words) else None
            verbal = after is not None and (
                after.kind in ("determiner", "subordinator", "preposition")
                or after.low in ("not", "been")
                or after.low.endswith("ing")
            )
            words[i] = word._replace(
                kind="auxiliary" if before in closed_class("pronominal") or verbal else "possessive"
            )
    return words


def units(layout: Layout) -> Iterator[Unit]:
    """The units of a text in order. Furniture is left out."""
    quotations = layout.quotations
    number = 0
    held: list[Sentence] = []
    inside: list[Quotation] = []
    upcoming = 0
    while number < len(layout.sentences):
        sentence = layout.sentences[number]
        number += 1
        held.append(sentence)
        while upcoming < len(quotations) and quotations[upcoming].outer.start < sentence.end:
            inside.append(quotations[upcoming])
            upcoming += 1
        follower = layout.sentences[number] if number < len(layout.sentences) else None
        same = follower is not None and follower.paragraph == sentence.paragraph
        if same and follower and inside and inside[-1].outer.start < follower.start < inside[-1].outer.end:
            continue
        unit = _unit(layout, held, tuple(inside), not same)
        held, inside = [], []
        if unit.words and not layout.paragraphs[sentence.paragraph].furniture:
            yield from _cut(unit)


def _titled(words: tuple[Word, ...]) -> bool:
    """True for a headline that Writes Most Words Large."""
    long = [word for word in words if len(word.low) > 3 and word.low.isalpha()]
    return len(long) > 2 and sum(word.kind == "name" for word in long) >= 0.6 * len(long)


@cache
def _said_small() -> frozenset[str]:
    return closed_class("pasts") | closed_class("presents") | closed_class("adverbs")


def _cut(unit: Unit) -> Iterator[Unit]:
    """Cuts what is longer than any sentence, so that the work on a unit has a bound."""
    parts = range(0, len(unit.words), MOST)
    for at in parts:
        last = at == parts[-1]
        yield Unit(unit.words[at : at + MOST], unit.paragraph, unit.first and at == 0, unit.last and last)


def _unit(layout: Layout, held: list[Sentence], inside: tuple[Quotation, ...], last: bool) -> Unit:
    start, end = held[0].start, held[-1].end
    words = words_between(layout.text, start, end, tuple(q for q in inside if q.outer.start >= start))
    if _titled(words):
        small = _said_small()
        words = tuple(w._replace(kind=_LATER[w.low][1]) if w.kind == "name" and w.low in small else w for w in words)
    if words and words[-1].low in {".", "…"} and words[-1].kind == "mark":
        words = (*words[:-1], words[-1]._replace(kind="stop"))
    return Unit(words, held[0].paragraph, start <= layout.paragraphs[held[0].paragraph].start, last)

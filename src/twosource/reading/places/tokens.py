"""Tokens of a text, and the stretches of them that may be names of places."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from twosource.model import Layout
from twosource.reading.forms import Forms

__all__ = ["Spot", "Token", "tokens"]

_TOKEN = re.compile(r"(?:[A-Z][a-z]?\.){2,}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]")
_ELIDED = re.compile(r"[dl]['’][A-ZÀ-Þ]")
_ABBREVIATED = frozenset(("st", "mt", "ft", "ste"))
_ENDS = frozenset('.!?:;"“”(—–-•*|')


@dataclass(slots=True)
class Token:
    """A word, number or sign. `first` is True where it begins a sentence or a quotation."""

    start: int
    end: int
    text: str
    low: str
    cap: bool
    first: bool = False
    possessive: bool = False
    titled: bool = False


@dataclass(slots=True, eq=False)
class Spot:
    """A stretch of tokens `[at, stop)` that a gazetteer knows by `key`, with the places `ids` that it may be.

    `unit` is the word for a kind of unit beside it ("region"): it ends before token `tail`, or it `leads`; `fits` says
    that the candidates are such units. `around` is the precision of what lies around it ("the Aleppo countryside").
    `stands` says that the bare name stands for the unit that the report is about, `dated` that a dateline names it.
    """

    start: int
    end: int
    at: int
    stop: int
    key: str
    ids: tuple[int, ...]
    adjective: bool = False
    unit: str | None = None
    tail: int | None = None
    fits: bool = False
    leads: bool = False
    around: int | None = None
    stands: bool = False
    dated: bool = False
    within: Spot | None = None
    within_key: str | None = None
    loose: bool = False
    speaks: bool = False
    clues: dict[str, float] = field(default_factory=dict)


def tokens(layout: Layout) -> list[Token]:
    """The tokens of a text."""
    starts = {sentence.start for sentence in layout.sentences}
    found: list[Token] = []
    fresh = True
    end, find = 0, layout.text.find
    for raw in _TOKEN.findall(layout.text):
        start = find(raw, end)  # between two of them there is nothing but white space and underscores
        end = start + len(raw)
        text, low, cap, possessive, sort = _FORMS[raw]
        fresh = fresh or start in starts
        if sort == "word":
            found.append(Token(start, end - 2 if possessive else end, text, low, cap, fresh, possessive))
            fresh = False
            continue
        if sort == "end" and not (text == "." and found and found[-1].low in _ABBREVIATED):
            fresh = fresh or text not in ".-–"
        elif sort == "number":
            fresh = False
        found.append(Token(start, end, text, low, cap))
    _mark_titles(layout, found)
    return found


def _form(raw: str) -> tuple[str, str, bool, bool, str]:
    """A token's text, lower case, whether it is capital and possessive, and its sort."""
    cap = raw[0].isupper() or _ELIDED.match(raw) is not None
    if raw[0].isalpha():
        possessive = len(raw) > 2 and raw[-2] in "'’" and raw[-1] in "sS"
        text = raw[:-2] if possessive else raw
        return text, text.lower(), cap, possessive, "word"
    sort = "end" if raw[0] in _ENDS else "number" if raw[0].isdigit() else "sign"
    return raw, raw.lower(), cap, False, sort


_FORMS = Forms(_form)


def _mark_titles(layout: Layout, found: list[Token]) -> None:
    """Marks the tokens of sentences in which nearly every long word is capitalised: there capitals tell nothing."""
    starts = [sentence.start for sentence in layout.sentences]
    counts: dict[int, list[int]] = {}
    for token in found:
        if len(token.text) > 3 and token.text.isalpha():
            count = counts.setdefault(bisect_right(starts, token.start), [0, 0])
            count[token.cap] += 1
    titled = {number for number, (small, large) in counts.items() if large > 2 and large > 3 * small}
    if titled:
        for token in found:
            token.titled = bisect_right(starts, token.start) in titled

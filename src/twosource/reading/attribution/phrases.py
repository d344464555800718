"""Attributions without a reporting verb: "according to", "citing", "reportedly", and a headline's colon."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.attribution.content import clause_end, finite
from twosource.reading.attribution.found import Found
from twosource.reading.attribution.nouns import Range, phrase_after, trailing_source
from twosource.reading.attribution.words import Unit, Word


def phrases(unit: Unit) -> list[Found]:
    """Every attribution of a unit that rests on a set phrase."""
    words = unit.words
    stop = len(words)
    while stop and words[stop - 1].kind == "stop":
        stop -= 1
    found: list[Found] = []
    for i, word in enumerate(words):
        if word.low == "according" and i + 2 < stop and words[i + 1].low == "to":
            one = _according(words, i, stop)
        elif word.low in ("reportedly", "allegedly", "supposedly", "purportedly", "seemingly"):
            one = _hearsay(words, i, stop)
        elif word.low == "per" and i and words[i - 1].kind == "comma":
            one = _according(words, i - 1, stop)
        else:
            continue
        if one is not None:
            found.append(one)
    return found


def _according(words: Sequence[Word], at: int, stop: int) -> Found | None:
    """ "According to X, …" and "…, according to X"."""
    source = phrase_after(words, at + 2)
    if source is None:
        return None
    cue = (at, at + 2)
    end = source[1]
    leading = at == 0 or (
        words[at - 1].kind in ("conjunction", "comma", "dash") and not any(finite(w) for w in words[:at])
    )
    if leading or words[at - 1].low in ("and", "but", "that"):
        comma = end
        # Appositions: the words attributed begin after the last comma before the first finite verb.
        while comma < stop and words[comma].kind != "comma":
            comma += 1
        source = _leading_source(words, at + 2, stop)
        comma = source[1]
        start = comma + 1 if comma < stop and words[comma].kind == "comma" else comma
        if start >= stop:
            return None
        return Found(
            (source[0], source[1]), cue, ((start, clause_end(words, start, stop)),), "say", "according", "according"
        )
    source = trailing_source(words, at + 2, stop)
    end = source[1]
    start = 0
    for i in range(at - 1, -1, -1):
        if words[i].kind in ("semicolon", "open"):
            start = i + 1
            break
        if words[i].kind == "close":
            break
    stop_at = at
    while stop_at and words[stop_at - 1].kind in ("comma", "dash"):
        stop_at -= 1
    while start < stop_at and words[start].kind in ("conjunction", "comma"):
        start += 1
    if start >= stop_at:
        return None
    content: tuple[Range, ...] = ((start, stop_at),)
    if (
        end + 1 < stop
        and words[end].kind == "comma"
        and any(finite(w) for w in words[end + 1 : stop])
        and not any(finite(w) for w in words[start:stop_at])
    ):
        content = (*content, (end + 1, clause_end(words, end + 1, stop)))
    return Found(source, cue, content, "say", "according", "according")


def _leading_source(words: Sequence[Word], at: int, stop: int) -> Range:
    """The source after a leading "according to": up to the comma after which the clause begins."""
    i = at
    comma = None
    while i < stop:
        if words[i].kind in ("comma", "quote"):
            comma = i
            break
        i += 1
    if comma is None:
        found = phrase_after(words, at)
        return found or (at, at + 1)
    # "according to Ann Lee, a nurse, the town": a further comma soon after an indefinite apposition.
    nxt = comma + 1
    if nxt < stop and words[comma].kind == "comma" and words[nxt].low in ("a", "an", "who", "which", "whose"):
        for j in range(nxt, min(stop, nxt + 15)):
            if words[j].kind == "comma":
                return (at, j)
            if finite(words[j]) and words[nxt].low in ("a", "an"):
                break
    return (at, comma)


def _hearsay(words: Sequence[Word], at: int, stop: int) -> Found | None:
    """ "reportedly": nobody is named; the clause around the word is what is reported."""
    start = at
    while (
        start
        and words[start - 1].kind not in ("comma", "semicolon", "colon", "quote", "dash")
        and words[start - 1].low not in ("that", "and", "but")
    ):
        start -= 1
    end = clause_end(words, at + 1, stop)
    rest: list[Range] = [(start, at)] if start < at else []
    if at + 1 < end:
        rest.append((at + 1, end))
    return Found(None, (at, at + 1), tuple(rest), "hearsay", "hearsay", words[at].low) if rest else None


def headline(unit: Unit) -> Found | None:
    """ "Ann Lee: Bridge is safe": a headline that names the speaker before its colon."""
    words = unit.words
    if not unit.last or not unit.first:
        return None
    for i, word in enumerate(words[:8]):
        if word.kind == "colon":
            if (
                i == 0
                or i + 2 >= len(words)
                or any(w.kind not in ("name", "possessive", "mark", "determiner") for w in words[:i])
            ):
                return None
            stop = len(words) - (words[-1].kind == "stop" and words[-1].low == ".")
            if stop <= i + 1 or stop - i > 25:
                return None
            return Found((0, i), (i, i + 1), ((i + 1, stop),), "say", "headline", ":")
    return None

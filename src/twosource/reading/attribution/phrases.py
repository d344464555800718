"""Attributions without a reporting verb: "according to", "citing", "reportedly", and a headline's colon."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.attribution.content import clause_end, finite
from twosource.reading.attribution.found import Found
from twosource.reading.attribution.nouns import Range, phrase_after, trailing_source
from twosource.reading.attribution.speakers import first_subject
from twosource.reading.attribution.words import Unit, Word, closed_class

LEAD = 4
"""No more words than these stand before a leading "according to" ("In fact, according to …")."""

SPEAKER = 8
"""A speaker before a colon has no more words than these."""
LONG = 25
"""A quotation of so many characters is speech; a shorter one may be a title or a term."""


_HEARSAY = frozenset(("reportedly", "allegedly", "supposedly", "purportedly"))
_OPENINGS = _HEARSAY | {"according", "per"}


def phrases(unit: Unit) -> list[Found]:
    """Every attribution of a unit that rests on a set phrase."""
    words = unit.words
    if _OPENINGS.isdisjoint([word.low for word in words]):
        return []
    stop = len(words)
    while stop and words[stop - 1].kind == "stop":
        stop -= 1
    found: list[Found] = []
    for i, word in enumerate(words):
        if word.low == "according" and i + 2 < stop and words[i + 1].low == "to":
            one = _according(words, i, stop)
        elif word.low in _HEARSAY:
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
        words[at - 1].kind in ("conjunction", "comma", "dash") and at <= LEAD and not any(finite(w) for w in words[:at])
    )
    if leading or words[at - 1].low in ("and", "but", "that"):
        comma = end
        # Appositions: the words attributed begin after the last comma before the first finite verb.
        while comma < stop and words[comma].kind != "comma":
            comma += 1
        source = _leading_source(words, at + 2, stop)
        if source[0] == source[1]:
            return None
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


def colon(unit: Unit, found: Sequence[Found]) -> Found | None:
    """ "Ann Lee: Bridge is safe", "LEE: We left.", and a quotation after any other colon, where no verb reports it."""
    words = unit.words
    stop = len(words) - (bool(words) and words[-1].low == "." and words[-1].kind == "stop")
    for i, word in enumerate(words):
        if word.kind != "colon" or i == 0 or i + 1 >= stop:
            continue
        if any(a <= i + 1 < b for one in found for a, b in one.content) or any(one.open for one in found):
            return None
        if unit.first and i <= SPEAKER and _named(words, i):
            return Found((0, i), (i, i + 1), ((i + 1, stop),), "say", "colon", ":", not unit.last)
        if words[i + 1].kind == "quote" and words[i + 1].end - words[i + 1].start > LONG:
            source = _named_before(words, i) or first_subject(words, i)
            if source is None or words[source[0]].low in closed_class("pronominal") - {"he", "she"}:
                return None
            return Found(source, (i, i + 1), ((i + 1, stop),), "say", "colon quote", ":")
        return None
    return None


def _named_before(words: Sequence[Word], at: int) -> Range | None:
    """A name right before the colon: "– Ann Lee: “…”"."""
    start = at
    while start and words[start - 1].kind in ("name", "mark") and at - start < SPEAKER:
        start -= 1
    return (start, at) if at - start > 1 or (start == at - 1 and start == 0) else None


def _named(words: Sequence[Word], at: int) -> bool:
    """True where the words before the colon are a speaker: a name, capitals, or any one word before a quotation."""
    if any(w.kind not in ("name", "possessive", "mark", "open", "close", "preposition") for w in words[:at]):
        return False
    names = sum(w.kind == "name" for w in words[:at])
    return names > 1 or words[at + 1].kind == "quote" or words[0].end - words[0].start == 1

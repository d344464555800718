"""Words that come through others: "X reported, citing Y" and "was quoted as saying"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from twosource.knowledge import table
from twosource.reading.attribution.found import Found
from twosource.reading.attribution.groups import Group
from twosource.reading.attribution.nouns import Range, subject_before
from twosource.reading.attribution.words import Word, closed_class

CARRIED = ("clause", "behind", "inverted", "quote")
"""Rules whose content a carrier may have from whom it cites."""
_REACH = 15
"""So many words may stand between "quoted" and "as saying"."""


@cache
def speaking_nouns() -> frozenset[str]:
    """The nouns of speakers.toml, singular and plural."""
    listed = table("speakers")
    nouns = {noun for name in ("people", "bodies", "documents") for noun in listed[name].split()}
    plurals = {noun[:-1] + "ies" if noun.endswith("y") else noun + "s" for noun in nouns}
    return frozenset(nouns | plurals | set(listed["irregular"].split()))


def can_speak(phrase: Sequence[Word]) -> bool:
    """True for a noun phrase with a name in it or a noun that may speak.

    "a commander", "Reuters" and "local media" can; "long-standing grievances" cannot.
    """
    return any(word.kind == "name" or word.low in speaking_nouns() for word in phrase)


def is_document(phrase: Sequence[Word]) -> bool:
    """True for a noun phrase that names something written or recorded: "the ministry's statement"."""
    documents = table("speakers")["documents"].split()
    return any(word.low in documents or word.low in closed_class("carriers") for word in phrase)


def through_citation(words: Sequence[Word], found: list[Found]) -> list[Found]:
    """Gives the words that a carrier reports to whom it cites: a "citing" becomes an attribution of the same words."""
    settled = []
    for one in found:
        carrier = _carrier(found, one) if one.lemma == "cite" and words[one.cue[1] - 1].low == "citing" else None
        if carrier is None or not can_speak(words[slice(*one.content[0])]):
            settled.append(one)
        else:
            settled.append(Found(one.content[0], one.cue, carrier.content, "say", "citing", "cite"))
    return settled


def _carrier(found: list[Found], citing: Found) -> Found | None:
    """The report that cites: the last one before, else the one that "citing" interrupts."""
    for one in reversed(found):
        if one.rule in CARRIED and one.cue < citing.cue and one.lemma != "cite":
            return one
    return None


def quoted_as(words: Sequence[Word], group: Group) -> tuple[Range, Range] | None:
    """Source and cue of "X was quoted as saying" and "quoted X as saying"; None elsewhere."""
    if group.voice != "participle" or not group.start or words[group.start - 1].low != "as":
        return None
    at = group.start - 1
    for i in range(at - 1, max(0, at - _REACH) - 1, -1):
        if words[i].low not in ("quoted", "cited", "quotes", "cites", "quoting", "heard"):
            continue
        if i + 1 < at:
            return (i + 1, at), (at, group.end)
        start = i
        while start and (words[start - 1].kind == "adverb" or words[start - 1].low in closed_class("be")):
            start -= 1
        subject = subject_before(words, start)
        return (subject, (start, group.end)) if subject is not None else None
    return None

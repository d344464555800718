"""Questions: "asked Ann whether", "was asked about", "Asked by a reporter if"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.attribution.content import clause_end, finite
from twosource.reading.attribution.found import Found
from twosource.reading.attribution.groups import Group
from twosource.reading.attribution.nouns import Range, object_end, phrase_after
from twosource.reading.attribution.words import Word, closed_class

_NEAR = 12
"""So many words may stand between "asked" and what is asked: who is asked, where and when."""


def put_question(words: Sequence[Word], group: Group, stop: int) -> tuple[int, Range] | None:
    """Where what is asked begins and ends; None where nothing is, as in "asked her out"."""
    for i in range(group.end, min(stop, group.end + _NEAR)):
        word = words[i]
        if word.low == "about" and i + 1 < stop:
            return i, (i + 1, max(object_end(words, i + 1, stop), i + 2))
        if word.low in closed_class("questions"):
            return i, (i, clause_end(words, i + 1, stop))
        if word.kind in ("comma", "colon") and i + 1 < stop and words[i + 1].kind == "quote":
            return i, (i + 1, i + 2)
        if word.kind in ("comma", "quote", "colon", "stop", "subordinator", "conjunction") or finite(word):
            return None
    return None


def unasked(words: Sequence[Word], group: Group, stop: int) -> Found | None:
    """A question whose asker stands after "by" or nowhere: "was asked about", "When asked whether"."""
    if group.verb.lemma not in ("ask", "press", "query") or words[group.head].low != _PAST.get(group.verb.lemma):
        return None
    before = words[group.start - 1] if group.start else None
    bare = before is None or before.low in ("when", "if") or before.kind in ("comma", "conjunction", "quote", "dash")
    if group.voice != "passive" and not (bare and group.start == group.head):
        return None
    question = put_question(words, group, stop)
    if question is None:
        return None
    begins, (start, end) = question
    by = next((i for i in range(group.end, begins) if words[i].low == "by"), None)
    source = phrase_after(words, by + 1) if by is not None else None
    if bare:
        end = next((i for i in range(start + 1, end) if words[i].kind == "comma"), end)
    cue_end = begins + 1 if words[begins].low == "about" and by is None and begins == group.end else group.end
    return Found(source, (group.start, cue_end), ((start, end),), "question", "asked", group.verb.lemma)


_PAST = {"ask": "asked", "press": "pressed", "query": "queried"}

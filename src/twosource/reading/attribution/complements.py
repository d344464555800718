"""What a reporting verb governs to its right: a clause, a quotation, an infinitive, a question or an object."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.attribution.content import addressee_end, clause_end, finite, has_verb, skip_phrases
from twosource.reading.attribution.groups import Group
from twosource.reading.attribution.nouns import Range, object_end
from twosource.reading.attribution.words import Word, closed_class

ADDRESSEE = 5
"""Who is told to do something is named in no more words ("told | the men of the port | to leave")."""
NOTICE = 10
"""So many words may announce a quotation between the verb and its colon."""
CLAUSE = 3
"""So many words after "said" are a clause, even if none is known as a verb ("says troops hold town")."""


def ahead(words: Sequence[Word], group: Group, source: Range, stop: int) -> tuple[tuple[Range, ...], str] | None:
    """What the verb governs to its right, and by which of its frames."""
    frames = group.verb.frames
    at = group.end
    if at >= stop:
        return None
    governing = words[at].kind == "preposition" and words[at].low in frames
    if "told" in frames and not governing:
        at = addressee_end(words, at, stop)
    near = "told" not in frames or at - group.end <= ADDRESSEE
    infinitive = at < stop and words[at].low == "to" and near and ("to" in frames or "order" in frames)
    start = at if infinitive or governing else skip_phrases(words, at, stop)
    if start < stop and words[start].kind == "comma":
        start = _over_insertion(words, start, stop)
    if start >= stop:
        return None
    quoting = bool({"quote", "told", "document"} & frames.keys())
    colon = _colon_ahead(words, at, stop) if quoting else None
    if colon is not None:
        return ((colon + 1, clause_end(words, colon + 1, stop)),), "quote"
    word = words[start]
    clausal = bool({"clause", "that", "told"} & frames.keys())
    if word.kind == "colon" and quoting:
        if start + 1 >= stop:
            return (), "later"
        return ((start + 1, stop),), "quote"
    if word.low in ("that",) and clausal and start + 1 < stop and not finite(words[start + 1]):
        return ((start, clause_end(words, start + 1, stop)),), "clause"
    if word.kind == "comma" and start + 1 < stop and words[start + 1].kind == "quote" and quoting:
        return ((start + 1, clause_end(words, start + 1, stop)),), "quote"
    if word.kind == "comma" or word.kind in ("stop", "close", "dash", "conjunction"):
        return None
    if clausal and start == group.end and finite(word):
        relative = source[0] - 1
        while relative > 0 and words[relative].kind == "adverb":
            relative -= 1
        if relative >= 0 and words[relative].low in ("that", "which", "who", "what"):
            return ((relative, relative + 1), (start, clause_end(words, start, stop))), "clause"
    if word.kind == "quote" and quoting:
        return ((start, clause_end(words, start, stop)),), "quote"
    return _plain(words, group, source, start, stop)


def _plain(
    words: Sequence[Word], group: Group, source: Range, start: int, stop: int
) -> tuple[tuple[Range, ...], str] | None:
    """A complement without a mark of its own: infinitive, question, bare clause or object."""
    frames = group.verb.frames
    word = words[start]
    if word.low == "to" and ("to" in frames or {"told", "order"} <= frames.keys()):
        return ((start, clause_end(words, start, stop)),), "to"
    if word.low in closed_class("questions"):
        return (((start, clause_end(words, start, stop)),), "wh") if "wh" in frames else None
    if word.kind == "preposition":
        if words[group.end].low in frames and group.end + 1 < stop:
            return ((group.end + 1, object_end(words, group.end + 1, stop)),), words[group.end].low
        return None
    if word.kind in ("auxiliary", "subordinator", "past", "present") and "np" not in frames:
        return None
    if word.kind in ("auxiliary", "subordinator"):
        return None
    if "order" in frames:
        for i in range(start + 1, min(stop, start + 12)):
            if words[i].low == "to":
                return ((start, clause_end(words, start, stop)),), "order"
            if words[i].kind in ("comma", "subordinator") or finite(words[i]):
                break
    bare = "clause" in frames or "told" in frames
    heard = source[0] > 0 and words[source[0] - 1].kind == "quote"
    if heard and start > group.end and "told" not in frames:
        return None
    if bare and (
        _clause_ahead(words, start, stop)
        if "np" in frames
        else _subject_ahead(words, start, stop, after_quotation=heard)
    ):
        return ((start, clause_end(words, start, stop)),), "clause"
    if "as" in frames and "np" not in frames and not _as_ahead(words, start, stop):
        return None
    if ("np" in frames or "as" in frames) and group.end == start:
        end = object_end(words, start, stop, through="as" if "as" in frames or "judge" in frames.values() else "")
        if "as" in frames:
            end = next((i + 1 for i in range(start + 1, end) if words[i].kind == "quote"), end)
        return (((start, end),), "np") if end > start else None
    return None


def _subject_ahead(words: Sequence[Word], start: int, stop: int, *, after_quotation: bool) -> bool:
    """True where a clause may begin; verbs that take no object need no more proof than a few words.

    Right after a quotation the words reported have been heard: a clause must then show its verb before a comma.
    """
    if after_quotation:
        edge = next((i for i in range(start, stop) if words[i].kind in ("comma", "quote")), stop)
        return any(finite(word) for word in words[start + 1 : edge])
    if words[start].kind in ("subject", "determiner") and has_verb(words, start, stop):
        return True
    if (
        words[start].low in ("so", "no", "yes", "nothing", "something", "anything", "much", "more")
        and stop - start <= CLAUSE
    ):
        return False
    return stop - start >= CLAUSE or has_verb(words, start, stop)


def _colon_ahead(words: Sequence[Word], start: int, stop: int) -> int | None:
    """Where a colon announces a quotation, as in "added a caveat: “…”"."""
    for i in range(start, min(stop - 1, start + NOTICE)):
        if words[i].kind == "colon":
            return i if words[i + 1].kind == "quote" else None
        if words[i].kind in ("comma", "quote", "subordinator", "subject") or finite(words[i]):
            return None
    return None


def _as_ahead(words: Sequence[Word], start: int, stop: int) -> bool:
    """True where "as" follows the object: "sees the truce | as"."""
    for word in words[start + 1 : min(stop, start + 15)]:
        if word.low == "as":
            return True
        if word.kind in ("comma", "colon", "auxiliary", "present") or word.low in ("that", "to"):
            return False
    return False


def _clause_ahead(words: Sequence[Word], start: int, stop: int) -> bool:
    """True where a noun phrase and right after it a finite verb stand: "found | the town was empty"."""
    for i in range(start, min(stop, start + 20)):
        word = words[i]
        if word.kind == "subject":
            return word.low != "who"
        if i > start and (
            word.kind in ("auxiliary", "present")
            or (word.kind == "past" and words[i - 1].kind in ("word", "name", "number", "close"))
        ):
            return not (word.kind == "past" and i + 1 < stop and words[i + 1].low in ("by", "in", "on", "for", "at"))
        if (
            word.kind in ("comma", "conjunction", "subordinator", "quote", "stop", "colon", "semicolon", "dash")
            or word.low == "to"
        ):
            return False
    return False


def _over_insertion(words: Sequence[Word], comma: int, stop: int) -> int:
    """Over ", citing a commander, that": where "that" follows the second comma."""
    for i in range(comma + 1, min(stop, comma + 30)):
        if words[i].low == "that" and (words[i - 1].kind == "comma" or words[i - 1].low == ","):
            return i
    return comma


def bounded(words: Sequence[Word], source: Range, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """Cuts what is reported in a subordinate clause at the comma where the main clause goes on.

    "When he said the town fell, people fled", "The mayor, who said the town fell, fled".
    """
    first = source[0]
    before = words[first - 1] if first else None
    lead = (
        before is not None
        and before.kind == "subordinator"
        and before.low != "that"
        and (first == 1 or words[first - 2].kind in ("comma", "conjunction", "dash"))
    )
    if words[0].low in closed_class("openers") and not any(w.kind == "comma" for w in words[:first]):
        lead = True
    relative = words[first].low in ("who", "which") and before is not None and before.kind == "comma"
    if not (lead or relative) or not content:
        return content
    start, end = content[-1]
    for i in range(start + 1, end):
        if words[i].kind == "comma" and (lead or finite(words[i + 1]) if i + 1 < end else False):
            return (*content[:-1], (start, i))
    return content

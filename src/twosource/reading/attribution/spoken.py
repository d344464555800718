"""Attributions that a verb makes: "X said that …", "…, said X", "X vowed to …", "X criticised …"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.attribution.content import addressee_end, clause_end, finite, has_verb, skip_phrases
from twosource.reading.attribution.found import Found
from twosource.reading.attribution.groups import Group, groups
from twosource.reading.attribution.indirect import quoted_as, through_citation
from twosource.reading.attribution.nouns import Range, is_day, object_end, phrase_after, subject_before
from twosource.reading.attribution.words import Unit, Word, closed_class


def spoken(unit: Unit) -> list[Found]:
    """Every attribution of a unit that rests on a reporting verb."""
    words = unit.words
    stop = len(words)
    while stop and words[stop - 1].kind == "stop":
        stop -= 1
    found: list[Found] = []
    for group in groups(words):
        if found and group.head < found[-1].cue[1]:
            continue
        one = _one(words, group, stop, found)
        if one is not None:
            found.append(one)
    return through_citation(words, found)


def _one(words: Sequence[Word], group: Group, stop: int, earlier: list[Found]) -> Found | None:
    if group.voice == "passive":
        return _passive(words, group, stop)
    if group.voice == "infinitive":
        return None
    inverted = _inverted(words, group, stop)
    if inverted is not None:
        return inverted
    source = _source(words, group, earlier)
    if source is None:
        return None
    cue = (group.start, group.end)
    lemma = group.verb.lemma
    carried = quoted_as(words, group)
    if carried is not None:
        source, cue = carried
    ahead = _ahead(words, group, source, stop)
    if ahead is None or ahead[1] in ("wh", "np", "quote"):
        back = _behind(words, source, group, earlier)
        if back or _opens_with_comma(words, group, source, stop):
            back, rest = _resumed(words, group, source, back, stop)
            if back or rest:
                return Found(source, cue, (*back, *rest), group.verb.frames.get("quote", "say"), "behind", lemma)
    if ahead is None:
        return None
    content, frame = ahead
    if frame == "later":
        return Found(source, cue, (), group.verb.frames.get("quote", "say"), "later", lemma, True)
    content = _bounded(words, source, content)
    return Found(source, cue, content, group.verb.frames.get(frame, "say"), frame, lemma)


def _opens_with_comma(words: Sequence[Word], group: Group, source: Range, stop: int) -> bool:
    """True for an inserted speaker, as in "In the end, he said, the town"."""
    reporting = bool({"quote", "clause", "told"} & group.verb.frames.keys()) and group.voice == "finite"
    before = words[source[0] - 1].kind if source[0] else None
    return (
        reporting
        and before == "comma"
        and source[1] == group.start
        and group.end < stop
        and words[group.end].kind == "comma"
    )


def _resumed(
    words: Sequence[Word], group: Group, source: Range, back: tuple[Range, ...], stop: int
) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """Joins the words before and after an inserted speaker: "“A,” he said, “B”", "The town, he said, fell"."""
    at = group.end
    if "told" in group.verb.frames:
        at = addressee_end(words, at, stop)
        at += at < stop and words[at].kind == "quote" and at == group.end and bool(back)
    at = skip_phrases(words, at, stop)
    if at < stop and words[at].kind == "quote" and words[at - 1].kind == "possessive":
        at += 1
    if at + 1 >= stop or words[at].kind not in ("comma", "colon"):
        return back, ()
    nxt = words[at + 1]
    rest = ((at + 1, clause_end(words, at + 1, stop)),)
    quoted = any(w.kind == "quote" for a, b in back for w in words[a:b])
    if nxt.kind == "quote":
        lead = back and (
            quoted
            or (
                words[back[0][0]].kind not in ("preposition", "subordinator", "past", "adverb")
                and not words[back[0][0]].low.endswith("ing")
            )
        )
        return (back if lead else ()), rest
    if quoted and not any(w.kind == "quote" for w in words[at + 1 : stop]):
        return back, ()
    if nxt.low.endswith("ing") or (nxt.kind in ("subordinator", "conjunction", "adverb") and nxt.low != "that"):
        return back, ()
    if nxt.low in ("according", "then", "a", "after", "before", "during"):
        return back, ()
    if not back and finite(nxt):
        subject = subject_before(words, source[0] - 1)
        back = (subject,) if subject else ()
    return back, rest


def _bounded(words: Sequence[Word], source: Range, content: tuple[Range, ...]) -> tuple[Range, ...]:
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
    relative = words[first].low in ("who", "which") and before is not None and before.kind == "comma"
    if not (lead or relative) or not content:
        return content
    start, end = content[-1]
    for i in range(start + 1, end):
        if words[i].kind == "comma" and (lead or finite(words[i + 1]) if i + 1 < end else False):
            return (*content[:-1], (start, i))
    return content


def _source(words: Sequence[Word], group: Group, earlier: list[Found]) -> Range | None:
    """Who stands before the group; of a participle or a second verb, who spoke before in the sentence."""
    before = words[group.start - 1] if group.start else None
    if (
        group.voice == "participle"
        or before is None
        or (before.kind in ("conjunction", "comma") and not _apposed(words, group))
    ):
        for one in reversed(earlier):
            if one.source is not None and words[one.cue[0]].kind != "quote":
                return one.source
        return _first_subject(words, group.start)
    return subject_before(words, group.start)


def _apposed(words: Sequence[Word], group: Group) -> bool:
    return (
        words[group.start - 1].kind == "comma"
        and group.voice == "finite"
        and subject_before(words, group.start) is not None
    )


def _first_subject(words: Sequence[Word], stop: int) -> Range | None:
    """The subject of the first finite verb of the unit."""
    for i in range(1, stop):
        if finite(words[i]) and words[i - 1].kind not in ("preposition",):
            subject = subject_before(words, i)
            if subject is not None:
                return subject
    return None


def _ahead(words: Sequence[Word], group: Group, source: Range, stop: int) -> tuple[tuple[Range, ...], str] | None:
    """What the verb governs to its right, and by which of its frames."""
    frames = group.verb.frames
    at = group.end
    if at >= stop:
        return None
    if "told" in frames:
        at = addressee_end(words, at, stop)
    infinitive = at < stop and words[at].low == "to" and ("to" in frames or "order" in frames)
    start = at if infinitive else skip_phrases(words, at, stop)
    if start < stop and words[start].kind == "comma":
        start = _over_insertion(words, start, stop)
    if start >= stop:
        return None
    word = words[start]
    clausal = bool({"clause", "that", "told"} & frames.keys())
    quoting = "quote" in frames or "told" in frames
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
    if (
        clausal
        and start == group.end
        and finite(word)
        and source[0]
        and words[source[0] - 1].low in ("that", "which", "who", "what")
    ):
        return ((source[0] - 1, source[0]), (start, clause_end(words, start, stop))), "clause"
    if word.kind == "quote" and quoting:
        return ((start, clause_end(words, start, stop)),), "quote"
    return _plain(words, group, start, stop)


def _plain(words: Sequence[Word], group: Group, start: int, stop: int) -> tuple[tuple[Range, ...], str] | None:
    """A complement without a mark of its own: infinitive, question, bare clause or object."""
    frames = group.verb.frames
    word = words[start]
    if word.low == "to" and "to" in frames:
        return ((start, clause_end(words, start, stop)),), "to"
    if word.low in closed_class("questions"):
        return (((start, clause_end(words, start, stop)),), "wh") if "wh" in frames else None
    if word.kind == "preposition":
        if words[group.end].low in frames and group.end + 1 < stop:
            return ((group.end + 1, object_end(words, group.end + 1, stop)),), words[group.end].low
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
    if bare and (
        _clause_ahead(words, start, stop)
        if "np" in frames
        else has_verb(words, start, stop) and _subject_ahead(words, start, stop)
    ):
        return ((start, clause_end(words, start, stop)),), "clause"
    if "np" in frames and group.end == start:
        end = object_end(words, start, stop, through="as" if "as" in frames else "")
        return (((start, end),), "np") if end > start else None
    return None


def _subject_ahead(words: Sequence[Word], start: int, stop: int) -> bool:
    """True where a clause begins: a subject and its verb before the next comma that ends a phrase."""
    for i in range(start, min(stop, start + 30)):
        kind = words[i].kind
        if i > start and finite(words[i]):
            return True
        if kind == "subject" and words[i].low not in ("who",):
            return True
        if kind in ("semicolon", "stop"):
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
        if words[i].low == "that" and words[i - 1].kind == "comma":
            return i
    return comma


def _behind(words: Sequence[Word], source: Range, group: Group, earlier: list[Found]) -> tuple[Range, ...]:
    """Reported words before the subject: "“…,” he said", "The town fell, he said"."""
    if not {"quote", "clause", "told"} & group.verb.frames.keys() or group.voice != "finite":
        return ()
    edge = min(source[0], group.start)
    before = words[edge - 1] if edge else None
    if before is None or before.kind not in ("comma", "quote", "dash"):
        return ()
    end = edge if before.kind == "quote" else edge - 1
    if words[source[0]].low in ("who", "which", "that"):
        return ()
    start = 0
    for one in earlier:
        if one.rule in ("behind", "inverted", "quote") and one.cue[1] <= end:
            start = max(
                [start, one.source[1] if one.source else 0, one.cue[1], *[r[1] for r in one.content if r[1] < end]]
            )
    for i in range(end - 1, start, -1):
        if words[i].kind == "semicolon":
            start = i + 1
            break
    while start < end and words[start].kind in ("comma", "conjunction", "dash"):
        start += 1
    if start >= end:
        return ()
    if any(w.kind == "quote" for w in words[start:end]):
        return ((start, end),)
    return ((start, end),) if any(finite(w) for w in words[start:end]) else ()


def _inverted(words: Sequence[Word], group: Group, stop: int) -> Found | None:
    """ "“…,” said X." and "The town fell, said X"."""
    if "quote" not in group.verb.frames or group.voice != "finite" or group.end >= stop or group.start == 0:
        return None
    before = words[group.start - 1]
    if before.kind not in ("comma", "quote", "dash"):
        return None
    if before.kind == "quote" and before.low not in {",", "?", "!", ".", "…", "-", "—"}:
        return None
    if (
        words[group.end].kind not in ("name", "determiner", "word", "subject", "number")
        or is_day(words[group.end])
        or words[group.end].low == "that"
    ):
        return None
    source = phrase_after(words, group.end)
    if source is None:
        return None
    end = group.start - (before.kind != "quote")
    if before.kind != "quote" and (
        not any(finite(w) for w in words[:end])
        or any(finite(w) for w in words[source[1] : stop])
        or _lone_object(words, group, end)
    ):
        return None
    start = 0
    content: tuple[Range, ...] = ((start, end),)
    rest = source[1]
    if rest + 1 < stop and words[rest].kind in ("comma", "colon") and words[rest + 1].kind == "quote":
        content = (*content, (rest + 1, clause_end(words, rest + 1, stop)))
    elif rest < stop and words[rest].kind == "quote":
        content = (*content, (rest, clause_end(words, rest, stop)))
    return Found(source, (group.start, group.end), content, group.verb.frames["quote"], "inverted", group.verb.lemma)


def _lone_object(words: Sequence[Word], group: Group, end: int) -> bool:
    """True where the words before the comma are a subject with its apposition, and what follows the verb its object."""
    subject = subject_before(words, group.start)
    return words[group.end].kind == "subject" or (subject is not None and subject[0] == 0 and subject[1] >= end)


def _passive(words: Sequence[Word], group: Group, stop: int) -> Found | None:
    """ "is believed to …", "was told that …", "was announced by X": who speaks is named after "by" or not at all."""
    subject = subject_before(words, group.start)
    if subject is None or group.end >= stop:
        return None
    after = words[group.end]
    kind = next(iter(group.verb.frames.values()))
    cue = (group.start, group.end)
    if after.low == "by" and group.end + 1 < stop:
        source = phrase_after(words, group.end + 1)
        if source is None:
            return None
        return Found(source, cue, (subject,), kind, "by", group.verb.lemma)
    if after.low == "to" and {"clause", "order", "to"} & group.verb.frames.keys():
        return Found(
            None, cue, (subject, (group.end, clause_end(words, group.end, stop))), kind, "passive", group.verb.lemma
        )
    if (after.low == "that" or after.low in closed_class("questions")) and {
        "clause",
        "told",
        "wh",
    } & group.verb.frames.keys():
        return Found(None, cue, ((group.end, clause_end(words, group.end, stop)),), kind, "passive", group.verb.lemma)
    return None

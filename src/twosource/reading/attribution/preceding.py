"""Reported words that come before the verb: "“…,” he said", "The town fell, he said", "“…,” said X"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.attribution.content import addressee_end, clause_end, finite, has_verb, skip_phrases
from twosource.reading.attribution.found import Found
from twosource.reading.attribution.groups import Group
from twosource.reading.attribution.nouns import Range, is_day, phrase_after, subject_before
from twosource.reading.attribution.words import Word

PLAIN = 6
"""Before ", said X" so many words are reported words even where none is known as a verb."""


def behind(words: Sequence[Word], source: Range, group: Group, earlier: list[Found]) -> tuple[Range, ...]:
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
    if any(finite(w) for w in words[start:end]):
        return ((start, end),)
    # "Bridge safe, mayor says": a headline may have no verb but the one that reports.
    last = group.verb.lemma == "say" and group.end >= len(words) - 1
    return ((start, end),) if last and end - start >= 3 and words[start].kind != "preposition" else ()


def opens_with_comma(words: Sequence[Word], group: Group, source: Range, stop: int) -> bool:
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


def resumed(
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
    quoted = any(w.kind == "quote" for a, b in back for w in words[a:b])
    if quoted and at < stop and words[at].kind != "comma":
        at = next(
            (i for i in range(at, min(stop - 1, at + 25)) if words[i].kind == "comma" and words[i + 1].kind == "quote"),
            at,
        )
    if at + 1 >= stop or words[at].kind not in ("comma", "colon"):
        return back, ()
    nxt = words[at + 1]
    rest = ((at + 1, clause_end(words, at + 1, stop)),)
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


def inverted(words: Sequence[Word], group: Group, stop: int) -> Found | None:
    """ "“…,” said X." and "The town fell, said X"."""
    if "quote" not in group.verb.frames or "told" in group.verb.frames or group.voice != "finite" or group.end >= stop:
        return None
    if group.start == 0:
        return _opening(words, group, stop)
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
        (not has_verb(words, 0, end) and not (group.verb.lemma == "say" and end > PLAIN))
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


def _opening(words: Sequence[Word], group: Group, stop: int) -> Found | None:
    """ "Said Ann Lee: “…”": the verb opens the sentence."""
    source = phrase_after(words, group.end)
    if source is None or source[1] + 1 >= stop or words[source[1]].kind not in ("colon", "comma"):
        return None
    if words[source[1] + 1].kind != "quote":
        return None
    content = ((source[1] + 1, clause_end(words, source[1] + 1, stop)),)
    return Found(source, (0, group.end), content, group.verb.frames["quote"], "inverted", group.verb.lemma)


def _lone_object(words: Sequence[Word], group: Group, end: int) -> bool:
    """True where the words before the comma are a subject with its apposition, and what follows the verb its object."""
    subject = subject_before(words, group.start)
    return words[group.end].kind == "subject" or (subject is not None and subject[0] == 0 and subject[1] >= end)

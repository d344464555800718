"""Attributions that a verb makes: "X said that …", "…, said X", "X vowed to …", "X criticised …"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.attribution.asked import put_question, unasked
from twosource.reading.attribution.complements import ahead, bounded
from twosource.reading.attribution.content import clause_end
from twosource.reading.attribution.doubt import doubtful, settled
from twosource.reading.attribution.found import Found
from twosource.reading.attribution.groups import Group, groups
from twosource.reading.attribution.indirect import is_document, quoted_as, through_citation
from twosource.reading.attribution.nouns import is_day, phrase_after, subject_before
from twosource.reading.attribution.preceding import behind, inverted, opens_with_comma, resumed
from twosource.reading.attribution.speakers import speaker
from twosource.reading.attribution.words import Unit, Word, closed_class

TAG = 12
"""Within so many words a sentence that only names the speaker has named its verb."""


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
        if one is not None and not doubtful(words, one, found):
            found.append(one)
    return settled(through_citation(words, found))


def tags(unit: Unit) -> bool:
    """True for a sentence that only says who spoke, as the "Ann Lee said." that follows “We left!”"""
    for group in groups(unit.words[:TAG]):
        if group.voice != "finite" or "quote" not in group.verb.frames:
            return False
        subject = subject_before(unit.words, group.start)
        after = unit.words[group.end] if group.end < len(unit.words) else None
        done = after is None or after.kind in ("stop", "comma", "preposition", "adverb") or is_day(after)
        return subject is not None and subject[0] == 0 and done
    return False


def _one(words: Sequence[Word], group: Group, stop: int, earlier: list[Found]) -> Found | None:
    question = unasked(words, group, stop)
    if question is not None:
        return question
    if group.voice == "passive":
        return _passive(words, group, stop)
    if group.voice == "infinitive":
        return None
    turned = inverted(words, group, stop)
    if turned is not None:
        return turned
    source = speaker(words, group, earlier)
    if source is None:
        return None
    if "document" in group.verb.frames and not is_document(words[slice(*source)]):
        return None
    cue = (group.start, group.end)
    lemma = group.verb.lemma
    kind = group.verb.frames.get("quote", "say")
    carried = quoted_as(words, group)
    if carried is not None:
        source, cue = carried
    governed = ahead(words, group, source, stop)
    if "question" in group.verb.frames.values() and (governed is None or governed[1] in ("wh", "quote", "np")):
        asked = put_question(words, group, stop) if "about" in group.verb.frames else None
        governed = ((asked[1],), "wh") if asked is not None else governed
    if governed is None or governed[1] in ("wh", "np", "quote"):
        before = behind(words, source, group, earlier)
        if before or opens_with_comma(words, group, source, stop):
            before, rest = resumed(words, group, source, before, stop)
            if before or rest:
                return Found(source, cue, (*before, *rest), kind, "behind", lemma)
    if governed is None:
        return None
    content, frame = governed
    if frame == "later":
        return Found(source, cue, (), kind, "later", lemma, True)
    if frame != "to" and frame in closed_class("prepositions"):
        cue = (cue[0], cue[1] + 1)
    return Found(source, cue, bounded(words, source, content), group.verb.frames.get(frame, "say"), frame, lemma)


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

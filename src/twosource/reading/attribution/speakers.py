"""Who speaks: the subject of a reporting verb."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.attribution.content import finite
from twosource.reading.attribution.found import Found
from twosource.reading.attribution.groups import Group
from twosource.reading.attribution.nouns import Range, is_day, subject_before
from twosource.reading.attribution.words import Word, closed_class


def speaker(words: Sequence[Word], group: Group, earlier: list[Found]) -> Range | None:
    """Who stands before the group; of a participle or a second verb, who spoke before in the sentence."""
    before = words[group.start - 1] if group.start else None
    if before is None or (before.kind in ("conjunction", "comma") and not _apposed(words, group)):
        return _speaker_so_far(words, group, earlier)
    if group.voice == "participle":
        if before.kind in ("name", "word", "number", "object") and not is_day(before):
            subject = subject_before(words, group.start)
            if subject is not None and (words[subject[1] - 1].low not in closed_class("carriers")):
                return subject
        return _speaker_so_far(words, group, earlier)
    return subject_before(words, group.start)


def _speaker_so_far(words: Sequence[Word], group: Group, earlier: list[Found]) -> Range | None:
    for one in reversed(earlier):
        if one.source is not None and words[one.cue[0]].kind != "quote":
            return one.source
    return first_subject(words, group.start)


def _apposed(words: Sequence[Word], group: Group) -> bool:
    return (
        words[group.start - 1].kind == "comma"
        and group.voice == "finite"
        and subject_before(words, group.start) is not None
    )


def first_subject(words: Sequence[Word], stop: int) -> Range | None:
    """The subject of the first finite verb of the unit."""
    for i in range(1, stop):
        if finite(words[i]) and words[i - 1].kind not in ("preposition",):
            subject = subject_before(words, i)
            if subject is not None:
                return subject
    return None

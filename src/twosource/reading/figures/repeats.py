"""Finds repeats: mentions of a figure that the report gives elsewhere too."""

from __future__ import annotations

from dataclasses import dataclass, replace

from twosource.model import Figure
from twosource.reading.figures.counted import singular_of
from twosource.reading.lexical import word_set

LOOK_BACK = 40
"""So many earlier figures of one measure are compared; a report with more of them is a table."""
TOLLS = frozenset({"killed", "wounded", "killed_or_wounded", "missing", "captured"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure with what tells whether it repeats another: its head noun, its sentence, its marks.

    `vague`: "several", or a bare plural. `of_the`: "five of the insurgents" are part of those told of before.
    `passing`: it is told in passing (background.py). `worded`: "one", where an article would only say "a".
    `beside`: it stands in a list behind somebody known ("the commander and two guards").
    `known`: it is a single person who is named or definite ("the commander").
    """

    figure: Figure
    head: str | None
    sentence: int
    additional: bool
    part_of: int | None
    vague: bool = False
    of_the: bool = False
    passing: str | None = None
    worded: bool = False
    beside: bool = False
    known: bool = False


def apart_from_background(mentions: list[Mention]) -> list[Mention]:
    """The mentions, with the tolls of other events as counts, where the report has tolls of its own.

    A toll that is laid to somebody ("linked to an attack that killed four") is the report's own matter where nothing
    else is told, or where it is told outright too, and a tally ("more than 80 since January") where no other number of
    its kind is.
    """
    own = [m for m in mentions if m.passing is None and m.figure.measure in TOLLS and m.figure.low != 0]
    made: list[Mention] = []
    for mention in mentions:
        measure = mention.figure.measure
        passing = mention.passing if measure in TOLLS and mention.figure.low != 0 else None
        laid = passing == "laid" and bool(own) and not any(_is_told(m, mention) for m in own)
        tally = passing == "tally" and any(m.figure.measure == measure and _compatible(m, mention) for m in own)
        if laid or tally:
            made.append(replace(mention, figure=mention.figure.replace(measure="count", background=measure)))
        else:
            made.append(mention)
    return made


def _is_told(one: Mention, two: Mention) -> bool:
    """True where the report tells a toll of its own that is the very same."""
    return one.figure.measure == two.figure.measure and _alike(one.figure, two) and _compatible(one, two)


def link(mentions: list[Mention]) -> tuple[Figure, ...]:
    """The figures in order, each repeat pointing to the first mention of the same, each part to its whole.

    A vague mention ("several insurgents") that an exact one makes plain later ("eight insurgents") points to that.
    """
    mentions = apart_from_background(mentions)
    first_of: dict[str, list[int]] = {}
    same: dict[int, int] = {}
    parts: dict[int, int] = {}
    for index, mention in enumerate(mentions):
        if mention.known:
            continue
        if mention.part_of is not None:
            parts[index] = mention.part_of
            continue
        earlier = first_of.setdefault(mention.figure.measure, [])
        hit = _repeated(mention, mentions, earlier)
        if hit is None:
            hit = _summed(mention, mentions, earlier)
        if hit is not None:
            same[index] = hit
            continue
        whole = _whole(mention, mentions, earlier)
        if whole is None:
            whole = _rest_of(index, mentions, earlier, parts)
        if whole is not None:
            parts[index] = whole
            continue
        for other in earlier[-LOOK_BACK:]:
            if _made_plain(mentions[other], mention):
                same[other] = index
        first_of[mention.figure.measure] = [*(i for i in earlier[-LOOK_BACK:] if i not in same), index]
    known = _known(mentions, same, parts)
    for earlier in first_of.values():
        parts.update(_details(mentions, earlier, list(known.values())))
    same.update(known)
    return tuple(
        m.figure.replace(same_as=same.get(i, parts.get(i)), part_of=parts.get(i))
        if i in same or i in parts
        else m.figure
        for i, m in enumerate(mentions)
    )


def _repeated(mention: Mention, mentions: list[Mention], earlier: list[int]) -> int | None:
    for index in earlier[-LOOK_BACK:]:
        other = mentions[index]
        if mention.additional and not (mention.beside and mention.vague and other.vague):
            continue
        if other.sentence != mention.sentence and _alike(other.figure, mention) and _compatible(other, mention):
            return index
    return None


def _alike(one: Figure, mention: Mention) -> bool:
    """True where a mention gives the same bound, or only says vaguely what an earlier one said."""
    two = mention.figure
    if one.measure == "count" and one.unit != two.unit:
        return False
    if mention.vague:
        return one.low is not None and one.low >= (two.low or 0)
    return (
        one.low == two.low
        if one.low is not None and two.low is not None
        else (one.low is None and two.low is None and one.high == two.high)
    )


def _made_plain(vague: Mention, exact: Mention) -> bool:
    if not vague.vague or exact.additional or exact.sentence == vague.sentence or exact.figure.low is None:
        return False
    return not vague.additional and exact.figure.low > 1 and _compatible(vague, exact)


def _whole(mention: Mention, mentions: list[Mention], earlier: list[int]) -> int | None:
    """The figure that "five of the insurgents" are part of."""
    if not mention.of_the or mention.figure.low is None:
        return None
    for index in reversed(earlier[-LOOK_BACK:]):
        low = mentions[index].figure.low
        if low is not None and low > mention.figure.low and _compatible(mentions[index], mention):
            return index
    return None


def _summed(mention: Mention, mentions: list[Mention], earlier: list[int]) -> int | None:
    """The first of a list that a later total sums up, exactly or vaguely.

    "A leader and one insurgent … the two insurgents", or "several men".
    """
    low = mention.figure.low
    named = mention.head is not None and mention.head not in word_set("counted", "words", "generic")
    if low is None or low < 2 or mention.additional or named:
        return None
    lists: dict[int, list[int]] = {}
    for index in earlier[-LOOK_BACK:]:
        lists.setdefault(mentions[index].sentence, []).append(index)
    lists.pop(mention.sentence, None)
    for group in lists.values():
        summed = sum(mentions[index].figure.low or 0 for index in group)
        if len(group) > 1 and (summed == low or mention.vague):
            return group[0]
    return None


def _details(mentions: list[Mention], kept: list[int], known: list[int]) -> dict[int, int]:
    """The later numbers that a total announced first sums up: "four men … three men … another man".

    `known` are the mentions that known persons repeat: "three men … two men … the driver".
    """
    exact = [index for index in kept if not mentions[index].vague]
    if not exact:
        return {}
    total = mentions[exact[0]]
    later = [i for i in exact[1:] if mentions[i].sentence != total.sentence and _compatible(total, mentions[i])]
    lows = [mentions[index].figure.low or 0 for index in later]
    ones = known.count(exact[0]) if max(lows, default=0) > 1 else 0  # one and one make two too easily
    if len(later) + ones < 2 or sum(lows) + ones != total.figure.low:
        return {}
    return dict.fromkeys(later, exact[0])


def _rest_of(at: int, mentions: list[Mention], earlier: list[int], parts: dict[int, int]) -> int | None:
    """The figure that counts those already who are told of beside somebody known.

    After "four men, among them a commander": "three additional men", or "the commander and three men".
    After "a commander and two men": "two additional men".
    """
    mention, low = mentions[at], mentions[at].figure.low
    if low is None or mention.vague or not (mention.additional or mention.beside):
        return None
    for index in earlier[-LOOK_BACK:]:
        other = mentions[index]
        if other.sentence == mention.sentence or other.figure.low is None or not _compatible(other, mention):
            continue
        known = sum(mentions[i].figure.low or 0 for i, whole in parts.items() if whole == index)
        if other.figure.low - low == (known or (1 if mention.beside else None)):
            return index
        listed = any(i != index and mentions[i].sentence == other.sentence for i in earlier[-LOOK_BACK:])
        if listed and not known and other.figure.low == low:
            return index
    return None


def _known(mentions: list[Mention], same: dict[int, int], parts: dict[int, int]) -> dict[int, int]:
    """What each known person repeats: the same person told of elsewhere, or a number that may count him already."""
    found: dict[int, int] = {}
    told: dict[str, list[int]] = {}
    for index, mention in enumerate(mentions):
        told.setdefault(mention.figure.measure, []).append(index)
    for index, mention in enumerate(mentions):
        if not mention.known:
            continue
        for other in told[mention.figure.measure][:LOOK_BACK]:
            one = mentions[other]
            if one.known and other >= index:
                continue
            if one.sentence == mention.sentence or not _may_be(one, mention):
                continue
            found[index] = same.get(other, parts.get(other, found.get(other, other)))
            break
    return {index: other for index, other in found.items() if other != index}


def _may_be(one: Mention, person: Mention) -> bool:
    """True where a mention may tell of the known person, alone or among others."""
    if one.figure.low == 0 or one.figure.denied or (one.additional and one.figure.low != 1):
        return False
    if one.known and one.head is None and person.head is None and one.figure.of and person.figure.of:
        return bool(set(one.figure.of.split()) & set(person.figure.of.split()))
    kin = word_set("known", "kin")
    if one.figure.low == 1 and one.head != person.head and (one.head in kin or person.head in kin):
        return False
    return not one.beside


def _compatible(one: Mention, two: Mention) -> bool:
    """True where two nouns may name the same people; of two single
    persons only the same noun does, unless one of them is "one"."""
    if one.head is None or two.head is None or singular_of(one.head) == singular_of(two.head):
        return True
    if one.figure.low == 1 and two.figure.low == 1 and not (one.worded or two.worded):
        return False
    generic = word_set("counted", "words", "generic")
    return one.head in generic or two.head in generic

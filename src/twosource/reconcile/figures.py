"""Figures compared as intervals over a lattice of measures: the dead are part of the dead or wounded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import Literal

from twosource.model import Figure
from twosource.reconcile import words

Standing = Literal["same", "near", "overlap", "apart"]

PART_OF: Mapping[str, frozenset[str]] = {
    "killed": frozenset({"killed_or_wounded"}),
    "wounded": frozenset({"killed_or_wounded"}),
    "captured": frozenset(),
    "missing": frozenset(),
}
"""Measures that a measure is part of: its figure is a floor for theirs, and theirs a ceiling for it."""

NEARNESS = 0.15
"""Two bare numbers closer than this, as a share of the greater, are one number rounded twice ("11,000", "12,000")."""


def ends(figure: Figure) -> tuple[float, float]:
    """Both ends of a figure as an interval, an open end as infinity."""
    low = float("-inf") if figure.low is None else float(figure.low)
    high = float("inf") if figure.high is None else float(figure.high)
    return low, high


def standing(a: Figure, b: Figure) -> Standing | None:
    """How two figures of one measure, or of a measure and its part, stand; None where they measure other things.

    >>> at_least = Figure(0, 1, "killed", 1000, None, "people")
    >>> standing(at_least, Figure(0, 1, "killed", 4000, 4000, "people"))
    'overlap'
    """
    if a.measure != b.measure:
        if b.measure in PART_OF.get(a.measure, ()):
            return "overlap" if ends(a)[0] <= ends(b)[1] else "apart"
        if a.measure in PART_OF.get(b.measure, ()):
            return "overlap" if ends(b)[0] <= ends(a)[1] else "apart"
        return None
    if (a.unit or "") != (b.unit or "") or (a.measure in OF_ANYTHING and of_other_things(a, b)):
        return None
    if (a.low, a.high) == (b.low, b.high):
        return "same"
    (a_low, a_high), (b_low, b_high) = ends(a), ends(b)
    if a_low <= b_high and b_low <= a_high:
        return "overlap"
    gap = max(a_low, b_low) - min(a_high, b_high)
    closed = all(map(isfinite, (a_low, a_high, b_low, b_high)))
    round_ends = sum(_is_round(end) for end in (a_low, a_high, b_low, b_high)) if closed else 0
    nearness = {4: NEARNESS, 2: ROUNDING}.get(round_ends, 0.0)
    return "near" if gap <= nearness * max(abs(a_low), abs(b_low)) else "apart"


OF_ANYTHING = frozenset({"count", "share", "distance", "duration", "population"})
"""Measures of which a report may give many, each of another thing."""

ONE_THING = 0.5
"""Share of words (as a cosine) that two things have in common which are one thing in other words."""


def of_other_things(a: Figure, b: Figure) -> bool:
    """True where two figures say what they count, and it is not the same.

    >>> villages = Figure(0, 1, "count", 7, 7, "villages", of="villages hit on the island")
    >>> of_other_things(villages, villages.replace(of="schools closed"))
    True
    >>> road = Figure(0, 1, "distance", 15, 15, "km", of="Tolm to Varn Province")
    >>> of_other_things(road, road.replace(of="Tolm to Lutar Province"))
    True
    """
    named, also = ({name[: words.STEM] for name in words.names(figure.of or "")} for figure in (a, b))
    if named - also and also - named:
        return True
    left, right = words.stems(a.of or ""), words.stems(b.of or "")
    return bool(left and right) and len(left & right) < ONE_THING * (len(left) * len(right)) ** 0.5


ROUNDING = 0.03
"""The same where only one of the two is round: "612" and "600"."""

ROUNDED = 100
"""From where a number of two figures and noughts is taken for rounded: 44 and 50 dead are counted."""


def _is_round(value: float) -> bool:
    return value >= ROUNDED and value == int(value) and len(str(int(value)).rstrip("0")) <= 2


def compare(a: Sequence[Figure], b: Sequence[Figure]) -> Standing | None:
    """How the figures of two claims stand: apart where any pair is, else the closest pair; None where none compare."""
    mine, theirs = (*a, *_sums(a)), (*b, *_sums(b))
    found = {kind for left in mine for right in theirs if (kind := standing(left, right)) is not None}
    for kind in ("same", "near", "overlap", "apart"):
        if kind in found:
            return kind
    return None


def _sums(figures: Sequence[Figure]) -> Iterator[Figure]:
    """What the figures of one measure come to together: "two women and one man" are three."""
    for measure in sorted(TOLLS):
        parts = [figure for figure in figures if figure.measure == measure]
        if len(parts) > 1 and all(part.low is not None and part.high is not None for part in parts):
            low, high = sum(part.low or 0 for part in parts), sum(part.high or 0 for part in parts)
            yield parts[0].replace(low=low, high=high, of=None)


TOLLS = frozenset({"killed", "wounded", "killed_or_wounded", "missing", "captured"})
"""Measures of people whose parts a claim may tell one after the other."""


def tolls_of(figures: Sequence[Figure]) -> frozenset[str]:
    """The tolls that figures bear on: one of the killed or wounded on both.

    >>> sorted(tolls_of([Figure(0, 1, "killed_or_wounded", 40, 40, "people")]))
    ['killed', 'wounded']
    """
    measures = {figure.measure for figure in figures} & TOLLS
    parts = {part for part, wholes in PART_OF.items() if measures & wholes}
    return frozenset((measures | parts) & PART_OF.keys())


FAR = 1.3
"""By so many times must rough figures differ to be two answers: "about 100,000" and "about 200,000"."""


def far(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """True where figures of one measure and, as both say, of one thing differ by more than roughness explains.

    >>> fall = Figure(0, 1, "distance", 60, 60, "m", approximate=True, of="fall of the climber")
    >>> far((fall,), (fall.replace(low=150, high=150),)), far((fall,), (fall.replace(low=70, high=70),))
    (True, False)
    """
    return any(
        x.of and y.of and not of_other_things(x, y) and _times(x, y) > FAR
        for x in a
        for y in b
        if standing(x, y) == "apart"
    )


def fixed(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """True where two claims give lengths apart for one way between places, which does not change with the day.

    >>> road = Figure(0, 1, "distance", 15, 15, "km", approximate=True, of="Tolm to Varn Province")
    >>> fixed((road,), (road.replace(low=20, high=20),)), fixed((road,), (road.replace(low=16, high=16),))
    (True, False)
    """
    ways = [[figure for figure in told if figure.measure == "distance"] for told in (a, b)]
    return far(*ways)


def _times(a: Figure, b: Figure) -> float:
    low, high = sorted((ends(a), ends(b)))
    return high[0] / low[1] if 0 < low[1] < high[0] < float("inf") else 1.0


ANSWERING = frozenset({"killed", "wounded", "killed_or_wounded", "missing", "captured", "displaced", "area", "share"})
"""Measures whose figure is the answer itself, so that another figure is another answer, never to be averaged."""


def other_answer(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """True where two claims answer with figures that are not the same.

    >>> dead = Figure(0, 1, "killed", 1000, 1000, "people")
    >>> other_answer((dead,), (dead.replace(high=None),))
    True
    """
    left = [f for f in a if f.measure in ANSWERING]
    right = [f for f in b if f.measure in ANSWERING]
    return bool(left and right) and compare(left, right) not in ("same", None)


def narrowed(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """True where b lays a number to a part that a gave for the whole: "half killed or wounded" becomes "killed".

    >>> hurt = Figure(0, 1, "killed_or_wounded", 160, 160, "people")
    >>> narrowed((hurt,), (hurt.replace(measure="killed"),))
    True
    """
    return any(
        whole.measure in PART_OF.get(part.measure, ()) and {part.low, part.high} & {whole.low, whole.high} - {None}
        for whole in a
        for part in b
    )


def reached(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """True where b has as its count what a had as the most that it can be ("as many as 70", "70 dead").

    >>> feared = Figure(0, 1, "killed", None, 70, "people")
    >>> reached((feared,), (feared.replace(low=70),))
    True
    """
    ceilings = {(f.measure, f.high) for f in a if f.low is None}
    return any((f.measure, f.high) in ceilings for f in b if f.low == f.high)


def grown(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """True where a figure of b lies above the one of a that measures the same.

    >>> dead = Figure(0, 1, "killed", 27, 27, "people")
    >>> grown((dead,), (dead.replace(low=31, high=31),))
    True
    """
    pairs = [(x, y) for x in a for y in b if x.measure == y.measure]
    return any(ends(x)[1] < ends(y)[0] for x, y in pairs)


_COUNT = (
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|some|several|many|most|half)"
)
_PARTIAL = re.compile(
    rf"\b{_COUNT} of (?:the (?:dead|missing|wounded|injured|victims|killed|casualties|bodies)|those|them|these|whom)\b"
    r"|\bamong (?:them|the dead|those)\b"
    rf"|\b(?:another|a further|an additional) {_COUNT}\b|\b{_COUNT} (?:more|further|additional)\b(?! than)"
)
_DIFFERENCE = re.compile(
    r"\b(?:more|fewer|less|higher|lower|up|down) (?:\w+ ){0,2}(?:than|from|since|on)\b"
    r"|\b(?:rise|fall|increase|drop) of\b"
)


def partial(words: str) -> bool:
    """True where words count a part of those whom another figure counts.

    >>> partial("Four of the missing were found in the hull"), partial("Four people were killed")
    (True, False)
    >>> partial("the bodies of two more victims were found"), partial("40 more than a day before")
    (True, False)
    """
    return bool(_PARTIAL.search(words.lower()))


_BODIES = re.compile(r"\b(?:bodies|corpses|remains)\b")


def of_bodies(words: str) -> bool:
    """True where words count bodies, found, brought out or named, and not the dead.

    >>> of_bodies("rescuers pulled 29 bodies from the rubble"), of_bodies("29 people were killed")
    (True, False)
    """
    return bool(_BODIES.search(words.lower()))


def became_total(words: str, a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """True where a tells a difference ("50, or 12 more than on Monday") and b has that number as its count of people.

    >>> more = Figure(0, 1, "count", 12, 12, "people")
    >>> became_total("50 dead, 12 more than on Monday", (more,), (more.replace(measure="killed"),))
    True
    """
    if not _DIFFERENCE.search(words.lower()):
        return False
    differences = {(f.low, f.high) for f in a if f.measure == "count"}
    totals = {(f.low, f.high) for f in b if f.measure in ANSWERING}
    return bool(differences & totals) and not totals & {(f.low, f.high) for f in a if f.measure in ANSWERING}

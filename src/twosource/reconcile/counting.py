"""How two claims of one question stand by their figures: tolls, sizes, magnitudes, and what is more or less."""

from __future__ import annotations

from twosource.model import Period, RelationKind
from twosource.reconcile import figures, frames
from twosource.reconcile.gist import Gist
from twosource.reconcile.matching import days_apart
from twosource.reconcile.voices import is_heading, one_voice, other_sides

Judged = tuple[RelationKind, str]


def by_figures(a: Gist, b: Gist) -> Judged | None:
    """How the figures of two claims stand, a said first; None where they say nothing of each other."""
    if (a.claim.stance == "deny") != (b.claim.stance == "deny"):
        return None  # who denies a number gives none
    if a.magnitude and b.magnitude:
        return _by_magnitude(a, b)
    kind = figures.compare(a.figures, b.figures)
    if figures.became_total(a.text, a.figures, b.figures):
        return "overstates", "another telling of the same: a difference has become a total"
    if (a.ref.report != b.ref.report or is_heading(b)) and figures.narrowed(a.figures, b.figures):
        return "overstates", "another telling of the same number: part of what was counted has become the whole"
    if a.claim.certainty != "certain" and b.claim.certainty == "certain" and figures.reached(a.figures, b.figures):
        return "overstates", "another telling of the same number: the most that was feared has become the count"
    if kind is None:
        return _by_comparison(a, b)
    if kind in ("same", "near"):
        return "agree", "the figures are the same, or one number rounded twice"
    if kind == "overlap" and not any(f.measure in figures.ANSWERING for f in a.figures):
        return "agree", "the figures meet: they give one size"
    if kind == "overlap":
        return "compatible", "both figures can hold: one bounds the other, or is part of it"
    if not one_field(a, b):
        return None
    if any(f.approximate for f in (*a.figures, *b.figures)) and not figures.far(a.figures, b.figures):
        return "compatible", "the figures differ, and one of them is rough"
    if figures.partial(a.text) or figures.partial(b.text) or a.halves != b.halves or _one_of_bodies(a, b):
        return "compatible", "one figure counts a part of what the other counts"
    if _counts_within(a, b) or _counts_within(b, a):
        return "compatible", "one figure is of a smaller place or a shorter time, and can be a part of the other"
    if frames.revises(b.lead) and days_apart(a.said, b.said) > 0:
        return "revision", "the later figure says that it takes the place of an earlier one"
    if days_apart(a.when, b.when) > SLOW_CHANGE:
        return "compatible", "the figures are of days far apart"
    if days_apart(a.said, b.said) > 0 and one_voice(a, b):
        return "revision", "the same source gives another figure later"
    counted = not is_heading(b) and not other_sides(a, b)
    later = days_apart(a.said, b.said) > 0 or _counted_before(a.when, b.when)
    if later and counted and figures.grown(a.figures, b.figures):
        return "revision", "a later count found more"
    if days_apart(a.said, b.said) > 0 and counted and "missing" in a.tolls & b.tolls:
        return "revision", "the missing are found: a later count has fewer"
    if figures.fixed(a.figures, b.figures):
        return "conflict", "one way has one length, and they give two"
    if one_voice(a, b) or is_heading(a) or is_heading(b):
        return None
    return "conflict", "the figures cannot both hold"


def _by_magnitude(a: Gist, b: Gist) -> Judged:
    """How strong a quake was: observatories differ by a tenth and mean one size."""
    assert a.magnitude is not None
    assert b.magnitude is not None
    if abs(a.magnitude - b.magnitude) <= ONE_MAGNITUDE:
        return "agree", "the magnitudes are the same, or one measured twice"
    if one_voice(a, b):
        return "revision", "the same source gives another magnitude"
    return "conflict", "the magnitudes differ by more than measuring does"


ONE_MAGNITUDE = 0.11
"""By so much two observatories may differ on one quake (USGS gives magnitudes to a tenth)."""


def _counted_before(a: Period, b: Period) -> bool:
    """Whether a count up to one day comes before one up to another."""
    return bool(a.end and b.end and a.end[:10] < b.end[:10])


def _counts_within(part: Gist, whole: Gist) -> bool:
    """True where the smaller figure is of a town and the other of a region, or of a few days of a longer time."""
    if not figures.grown(part.figures, whole.figures):
        return False
    if part.settlements and not whole.settlements and whole.regions:
        return True
    few, many = part.when.days, whole.when.days
    return few is not None and many is not None and many - few > LONGER and part.when.meets(whole.when)


LONGER = 6
"""Days by which one count must run longer than another to hold more: a week and a day."""


def _one_of_bodies(a: Gist, b: Gist) -> bool:
    """True where one of two tolls counts bodies that were found: not all of the dead are."""
    return figures.of_bodies(a.text) != figures.of_bodies(b.text)


def _by_comparison(a: Gist, b: Gist) -> Judged | None:
    """A figure beside words that say it is more or less than that."""
    for counted, other in ((a, b), (b, a)):
        measured = any(f.measure in figures.ANSWERING for f in counted.figures)
        compares = not other.figures and other.state in ("higher", "lower") and other.matter == counted.matter
        just_before = counted.item == other.item and 0 < other.order - counted.order <= 1
        if measured and compares and just_before:
            return "conflict", f"one says that the number is {other.state}"
    return None


SLOW_CHANGE = 30
"""Days after which another count is no contradiction of an earlier one."""


def one_field(a: Gist, b: Gist) -> bool:
    """Not of two sides’ forces, nor of two towns."""
    if a.populations and b.populations and not a.populations & b.populations:
        return False
    return not (a.settlements and b.settlements and not a.settlements & b.settlements)

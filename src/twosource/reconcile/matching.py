"""Whether two claims are about one matter, and whether they give one answer: two lists of weighted features.

The weights are log-odds. They were found by moving one weight at a time, from those of a logistic regression, for the
mean of what bench/stories.py measures on the hand-made account of five reports, sixteen strangers' stories
(bench/strangers.py), both as an editor read them and as the program does, the sample and the invented stories. A
feature gives a matrix over all pairs of a crowd of claims, with values from 0 to 1.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import lru_cache

import numpy as np

from twosource.model import Period, Record
from twosource.reconcile import frames
from twosource.reconcile.crowd import DIGITS, Crowd, Flags, Matrix, of_one_matter
from twosource.reconcile.gist import Gist
from twosource.reconcile.words import Rarity

FEW = 20
"""Claims of a small story, for which the weights below stand as they are."""


class Rarities(Record, frozen=True):
    """How rare words, names, parties, subjects and things counted are among the claims that are set side by side."""

    stems: Rarity
    names: Rarity
    parties: Rarity
    topics: Rarity
    counted: Rarity
    size: float = 0.0

    @classmethod
    def of(cls, gists: Collection[Gist]) -> Rarities:
        """The rarities among some claims, and how many there are: the more, the less likely are two of one matter."""
        return cls(
            Rarity(g.stems for g in gists),
            Rarity(g.names for g in gists),
            Rarity(g.populations or g.parties for g in gists),
            Rarity(g.topics for g in gists),
            Rarity(g.counted for g in gists),
            math.log(max(len(gists), FEW) / FEW),
        )


class Feature(Record, frozen=True):
    """One reason to take two claims together or apart; a negative weight speaks against."""

    name: str
    weight: float
    of: Callable[[Crowd, Rarities], Matrix | Flags]


@lru_cache(maxsize=100_000)
def days_apart(a: Period, b: Period) -> int:
    """Days between two periods, 0 where they meet or where one is not known.

    >>> days_apart(Period.day("2025-01-19"), Period.day("2025-01-27"))
    8
    """
    if not a or not b or a.meets(b):
        return 0
    late, early = max(a.start or "", b.start or ""), min(a.end or "9999-12-31", b.end or "9999-12-31")
    return (date.fromisoformat(late[:10]) - date.fromisoformat(early[:10])).days


def verdicts(a: Gist, b: Gist) -> frozenset[str]:
    """What the states of two claims say of each other; empty where either has none or the matters differ."""
    if a.state is None or b.state is None or not of_one_matter(a.matter, b.matter):
        return frozenset()
    return frames.verdicts(a.state, b.state)


DAYS_APART = 2
"""Days after which two things that happened are less likely one."""

WEEKS_APART = 14
"""Days after which the same kind of thing is more often another thing."""

NEAR = 3
"""Claims of one story of a report that stand so close speak of one thing more often than not."""

ASIDE = frozenset({"decline", "cannot_verify"})
"""Stances that answer nothing: they stand in positions of their own."""

HAPPENED = frozenset({"hurt", "none_hurt", "struck", "befallen"})
"""States that tell of one event on one day, so that another day is another event."""

SAME_MATTER = (
    Feature("the same settlement", 1.7, lambda c, _: c.share("settlements")),
    Feature("the same region", 1.2, lambda c, _: _both(~c.each(_at_settlement)) * c.share("regions")),
    Feature("a place not known", 1.2, lambda c, _: ~_both(c.each(lambda g: bool(g.finest)))),
    Feature("the same matter", 1.5, lambda c, _: _matter(c)),
    Feature("the same type", 0.7, lambda c, _: _type(c)),
    Feature("other aspects of one matter", -0.5, lambda c, _: _matter(c) & c.apart("aspects")),
    Feature("the same people or forces", 0.3, lambda c, r: c.cosine("populations", r.parties)),
    Feature("the same parties", 0.6, lambda c, r: c.cosine("parties", r.parties)),
    Feature("a shared state", 0.2, lambda c, _: c.shared("states") > 0),
    Feature("states that speak to each other", 1.0, lambda c, _: c.verdicts),
    Feature("words of the one around the other", 2.8, lambda c, r: _around(c, r)),
    Feature("shared subjects", 0.2, lambda c, r: c.cosine("topics", r.topics)),
    Feature("other subjects", -1.0, lambda c, _: c.apart("topics")),
    Feature("the same story of a digest", 0.3, lambda c, _: c.same(lambda g: g.item)),
    Feature("next to each other", 0.8, lambda c, _: c.steps <= 1),
    Feature("near each other", -0.2, lambda c, _: c.steps <= NEAR),
    Feature("no answer, near what was asked", 1.0, lambda c, _: (c.steps <= NEAR) & _either(c.each(_aside))),
    Feature("the same speaker", 0.6, lambda c, _: c.same(_named)),
    Feature("tolls of other kinds", -3.0, lambda c, _: c.apart("tolls")),
    Feature("one counts people", -2.0, lambda c, _: _one(c.each(_toll))),
    Feature("the same figure", 0.6, lambda c, _: c.standings == "same"),
    Feature("figures of one thing", 0.7, lambda c, r: c.cosine("counted", r.counted)),
    Feature("figures of other things", -1.7, lambda c, r: _counts_other(c, r)),
    Feature("one with a figure", -0.8, lambda c, _: _one(c.each(_counted))),
    Feature("days apart", -0.4, lambda c, _: c.days(lambda g: g.when) > DAYS_APART),
    Feature("weeks apart", -1.5, lambda c, _: c.days(lambda g: g.when) > WEEKS_APART),
    Feature("claims of the story", -0.5, lambda c, r: np.full((len(c.gists),) * 2, r.size)),
)
SAME_MATTER_BIAS = -4.0

OTHER_MATTER = (
    Feature("tolls of other people", -1.0, lambda c, _: _both(c.each(_toll)) & c.apart("populations")),
    Feature("happened on other days", -1.0, lambda c, _: _both(c.each(_event)) & (c.days(lambda g: g.when) > 1)),
    Feature("other halves of a place", -1.0, lambda c, _: c.apart("halves")),
)
"""What no likeness makes up for: such a pair counts as surely apart in the mean of two groups, not merely as unlike."""

SAME_ANSWER = (
    Feature("the same stance", 1.0, lambda c, _: c.same(lambda g: g.claim.stance)),
    Feature("both give no answer", 0.9, lambda c, _: _both(c.each(_aside))),
    Feature("one gives no answer", -1.6, lambda c, _: _one(c.each(_aside))),
    Feature("the same state", 0.4, lambda c, _: c.same(lambda g: g.state)),
    Feature("shared rare words", 3.7, lambda c, r: c.cosine("stems", r.stems)),
    Feature("words of the one around the other", -0.7, lambda c, r: _around(c, r)),
    Feature("the same figure", 1.5, lambda c, _: np.isin(c.standings, ("same", "near")) | _magnitude(c)),
    Feature("no figures", 0.6, lambda c, _: _both(~c.each(_counted))),
    Feature("figures of one thing", 0.3, lambda c, r: c.cosine("counted", r.counted)),
    Feature("the same speaker in a report", 1.6, lambda c, _: _same_speaker(c)),
    Feature("heading and body of one report", 1.2, lambda c, _: _one(c.each(_heads)) & c.same(lambda g: g.ref.report)),
    Feature("the same type", 0.4, lambda c, _: _type(c)),
    Feature("the same subject", 0.4, lambda c, _: c.same(lambda g: g.subject)),
    Feature("the same settlement", -0.4, lambda c, _: c.share("settlements")),
    Feature("one of them limited", -0.5, lambda c, _: _one(c.each(lambda g: bool(g.claim.scope)))),
    Feature("one of them in doubt", -0.3, lambda c, _: _one(c.each(lambda g: g.claim.certainty == "certain"))),
)
SAME_ANSWER_BIAS = -3.9

ALIKE = 0.1
"""Likeness of what two figures count up to which they count other things."""


def _both(each: Flags) -> Flags:
    return each[:, None] & each[None]


def _either(each: Flags) -> Flags:
    return each[:, None] | each[None]


def _one(each: Flags) -> Flags:
    return each[:, None] ^ each[None]


def _matter(crowd: Crowd) -> Flags:
    return crowd.same(lambda g: g.matter)


def _type(crowd: Crowd) -> Flags:
    return crowd.same(lambda g: g.type)


def _magnitude(crowd: Crowd) -> Flags:
    return crowd.same(lambda g: g.magnitude)


def _around(crowd: Crowd, rarities: Rarities) -> Matrix:
    found = crowd.cosine("stems", rarities.stems, "around")
    return np.maximum(found, found.T)


def _same_speaker(crowd: Crowd) -> Flags:
    return crowd.same(lambda g: (g.source.name, g.ref.report) if g.source and g.source.name else None)


def _named(gist: Gist) -> str | None:
    return gist.source.name if gist.source and gist.source.kind != "anonymous" else None


def _at_settlement(gist: Gist) -> bool:
    return bool(gist.settlements)


def _counted(gist: Gist) -> bool:
    return bool(gist.figures)


def _counts_other(crowd: Crowd, rarities: Rarities) -> Flags:
    return _both(crowd.each(lambda g: bool(g.counted))) & (crowd.cosine("counted", rarities.counted) < ALIKE)


def _aside(gist: Gist) -> bool:
    return gist.claim.stance in ASIDE


def _heads(gist: Gist) -> bool:
    return gist.part != "body"


def _toll(gist: Gist) -> bool:
    return gist.matter == "toll"


ONE_NIGHT = 2
"""Days that an event lasts at most: a night is of two."""


def _event(gist: Gist) -> bool:
    """Whether a claim tells of an event of one day, or of one night."""
    told = any(found.state in HAPPENED for found in gist.states) and not _aside(gist)
    return told and gist.type in ("attack", "casualties") and (gist.when.days or ONE_NIGHT + 1) <= ONE_NIGHT


def likeness(features: Sequence[Feature], bias: float, crowd: Crowd, rarities: Rarities) -> Matrix:
    """The probability, from 0 to 1, that two claims belong together by some features, for every pair."""
    odds = np.full((len(crowd.gists),) * 2, bias)
    for feature in features:
        odds += feature.weight * feature.of(crowd, rarities)
    likely: Matrix = np.round(1 / (1 + np.exp(-odds)), DIGITS)
    return likely


def reasons(features: Sequence[Feature], a: Gist, b: Gist, rarities: Rarities, most: int = 3) -> str:
    """The features that speak most for taking two claims together, in words."""
    pair = Crowd((a, b))
    weighed = ((feature.weight * float(feature.of(pair, rarities)[0, 1]), feature.name) for feature in features)
    best = sorted((value, name) for value, name in weighed if value > 0)[::-1][:most]
    return ", ".join(name for _, name in best)

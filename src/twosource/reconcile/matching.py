"""Whether two claims are about one matter, and whether they give one answer: two lists of weighted features.

The weights are log-odds. They were found by moving one weight at a time on the hand-made account of five reports, the
sample and six invented stories (mean F1 of what stands together), each rounded, and none kept that gains only on one of
them; `python -m bench.stories` prints what they reach, on two stories that were left out too. A feature gives a value
from 0 to 1.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import lru_cache

from twosource.model import Period, Record
from twosource.reconcile import figures, frames
from twosource.reconcile.gist import GROUND, Gist
from twosource.reconcile.words import Rarity

FEW = 20
"""Claims of a small story, for which the weights below stand as they are."""


class Rarities(Record, frozen=True):
    """How rare words, names and parties are among the claims that are set side by side."""

    stems: Rarity
    names: Rarity
    parties: Rarity
    size: float = 0.0

    @classmethod
    def of(cls, gists: Collection[Gist]) -> Rarities:
        """The rarities among some claims, and how many there are: the more, the less likely are two of one matter."""
        return cls(
            Rarity(g.stems for g in gists),
            Rarity(g.names for g in gists),
            Rarity(g.populations or g.parties for g in gists),
            math.log(max(len(gists), FEW) / FEW),
        )


class Feature(Record, frozen=True):
    """One reason to take two claims together or apart; a negative weight speaks against."""

    name: str
    weight: float
    of: Callable[[Gist, Gist, Rarities], float]


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


def _share(a: Collection[str], b: Collection[str]) -> float:
    if not a or not b:
        return 0.0
    return len(set(a) & set(b)) / min(len(a), len(b))


def _apart(a: Collection[str], b: Collection[str]) -> float:
    return float(bool(a) and bool(b) and not set(a) & set(b))


def _no_settlement(a: Gist, b: Gist) -> bool:
    return not a.settlements and not b.settlements


def _plain(state: str | None) -> str:
    return (state or "").removeprefix("not_")


def verdicts(a: Gist, b: Gist) -> frozenset[str]:
    """What the states of two claims say of each other; empty where either has none or the matters differ."""
    if a.state is None or b.state is None or not (a.matter == b.matter or {a.matter, b.matter} == GROUND):
        return frozenset()
    return frames.verdicts(_plain(a.state), _plain(b.state))


def _states(gist: Gist) -> frozenset[str]:
    return frozenset(found.state for found in gist.states)


def _same_speaker(a: Gist, b: Gist) -> bool:
    return bool(a.source and b.source and a.source.name == b.source.name and a.ref.report == b.ref.report)


LONG_APART = 45
"""Days: what happened further apart than this is seldom one matter (in the accounts at hand nine pairs in ten)."""

WEEKS_APART = 14
"""Days after which the same kind of thing is more often another thing."""

NEAR = 3
"""Claims of one story of a report that stand so close speak of one thing more often than not."""

ASIDE = frozenset({"decline", "cannot_verify"})
"""Stances that answer nothing: they stand in positions of their own."""

HAPPENED = frozenset({"hurt", "none_hurt", "struck", "befallen"})
"""States that tell of one event on one day, so that another day is another event."""

SAME_MATTER = (
    Feature("the same settlement", 2.4, lambda a, b, _: _share(a.settlements, b.settlements)),
    Feature("one at a settlement", -0.9, lambda a, b, _: bool(a.settlements) != bool(b.settlements)),
    Feature("the same region", 1.2, lambda a, b, _: _no_settlement(a, b) and _share(a.regions, b.regions)),
    Feature("a place not known", 1.7, lambda a, b, _: not a.finest or not b.finest),
    Feature("the same matter", 2.0, lambda a, b, _: a.matter == b.matter),
    Feature("the same type", 1.0, lambda a, b, _: a.type == b.type),
    Feature("other aspects of one matter", -1.4, lambda a, b, _: a.matter == b.matter and _apart(a.aspects, b.aspects)),
    Feature("the same people or forces", 1.6, lambda a, b, r: r.parties.cosine(a.populations, b.populations)),
    Feature("other people or forces", -0.8, lambda a, b, _: _apart(a.populations, b.populations)),
    Feature("the same parties", 0.5, lambda a, b, r: r.parties.cosine(a.parties, b.parties)),
    Feature("a shared state", 0.8, lambda a, b, _: bool(_states(a) & _states(b))),
    Feature("states that speak to each other", 1.0, lambda a, b, _: bool(verdicts(a, b) or verdicts(b, a))),
    Feature("shared rare words", 1.0, lambda a, b, r: r.stems.cosine(a.stems, b.stems)),
    Feature("words of the one around the other", 1.8, lambda a, b, r: _around(a, b, r)),
    Feature("shared rare names", 0.5, lambda a, b, r: r.names.cosine(a.names, b.names)),
    Feature("the same story of a digest", 0.9, lambda a, b, _: a.item == b.item),
    Feature("next to each other", 0.8, lambda a, b, _: _steps(a, b) <= 1),
    Feature("near each other", 0.5, lambda a, b, _: _steps(a, b) <= NEAR),
    Feature("no answer, near what was asked", 0.7, lambda a, b, _: _steps(a, b) <= NEAR and (_aside(a) or _aside(b))),
    Feature("a denial near what may be denied", 1.0, lambda a, b, _: _denial_near(a, b)),
    Feature(
        "a denial in the words of the other", 3.0, lambda a, b, r: _denies(a, b) and r.stems.cosine(a.stems, b.stems)
    ),
    Feature("the same speaker nearby", 0.7, lambda a, b, _: _same_speaker(a, b) and abs(a.order - b.order) <= NEAR + 1),
    Feature("both in an outlet’s own voice", 0.7, lambda a, b, _: a.source is None and b.source is None),
    Feature("the same speaker", 0.4, lambda a, b, _: _named_alike(a, b)),
    Feature("both count people", 0.5, lambda a, b, _: a.matter == b.matter == "toll"),
    Feature("one counts people", -1.0, lambda a, b, _: (a.matter == "toll") != (b.matter == "toll")),
    Feature("one with a figure", -0.6, lambda a, b, _: bool(a.figures) != bool(b.figures)),
    Feature("weeks apart", -1.0, lambda a, b, _: days_apart(a.when, b.when) > WEEKS_APART),
    Feature("long apart", -1.7, lambda a, b, _: days_apart(a.when, b.when) > LONG_APART),
    Feature("claims of the story", -0.6, lambda _a, _b, r: r.size),
)
SAME_MATTER_BIAS = -4.6

OTHER_MATTER = (
    Feature("tolls of other people", -1.0, lambda a, b, _: _tolls(a, b) and _apart(a.populations, b.populations)),
    Feature("happened on other days", -1.0, lambda a, b, _: _on_other_days(a, b)),
    Feature("other halves of a place", -1.0, lambda a, b, _: _apart(a.halves, b.halves)),
)
"""What no likeness makes up for: such a pair counts as surely apart in the mean of two groups, not merely as unlike."""

SAME_ANSWER = (
    Feature("the same stance", 1.0, lambda a, b, _: a.claim.stance == b.claim.stance),
    Feature("both give no answer", 1.6, lambda a, b, _: _aside(a) and _aside(b)),
    Feature("one gives no answer", -1.6, lambda a, b, _: _aside(a) != _aside(b)),
    Feature("the same state", 0.9, lambda a, b, _: a.state is not None and a.state == b.state),
    Feature("other aspects", -0.4, lambda a, b, _: _apart(a.aspects, b.aspects)),
    Feature("shared rare words", 1.9, lambda a, b, r: r.stems.cosine(a.stems, b.stems)),
    Feature("words of the one around the other", 1.0, lambda a, b, r: _around(a, b, r)),
    Feature("the same figure", 1.9, lambda a, b, _: figures.compare(a.figures, b.figures) in ("same", "near")),
    Feature("figures that differ", -2.7, lambda a, b, _: figures.compare(a.figures, b.figures) in ("overlap", "apart")),
    Feature("no figures", 0.6, lambda a, b, _: not a.figures and not b.figures),
    Feature("one with a figure", -0.4, lambda a, b, _: bool(a.figures) != bool(b.figures)),
    Feature("the same speaker in a report", 0.8, lambda a, b, _: _same_speaker(a, b)),
    Feature("next to each other", 1.0, lambda a, b, _: _steps(a, b) <= 1),
    Feature("heading and body of one report", 1.0, lambda a, b, _: _heading_and_body(a, b)),
    Feature("the same type", 0.4, lambda a, b, _: a.type == b.type),
    Feature("the same subject", 0.4, lambda a, b, _: a.subject is not None and a.subject == b.subject),
    Feature("one of them limited", -1.1, lambda a, b, _: bool(a.claim.scope) != bool(b.claim.scope)),
    Feature(
        "one of them in doubt",
        -0.3,
        lambda a, b, _: (a.claim.certainty == "certain") != (b.claim.certainty == "certain"),
    ),
    Feature("speakers of other sides", -0.4, lambda a, b, _: _apart(_sides(a), _sides(b))),
)
SAME_ANSWER_BIAS = -3.9


def _around(a: Gist, b: Gist, r: Rarities) -> float:
    return max(r.stems.cosine(a.stems, b.around), r.stems.cosine(a.around, b.stems))


FAR = 99


def _steps(a: Gist, b: Gist) -> int:
    """How many claims on the one stands after the other in one story of a report."""
    return abs(a.order - b.order) if a.item == b.item else FAR


def _aside(gist: Gist) -> bool:
    return gist.claim.stance in ASIDE


DENIED_WITHIN = 8
"""Claims within which what is denied is told: a denial stands in the story of what it denies."""


def _denial_near(a: Gist, b: Gist) -> bool:
    return (a.type == "denial") != (b.type == "denial") and _steps(a, b) <= DENIED_WITHIN


def _denies(a: Gist, b: Gist) -> bool:
    return (a.claim.stance == "deny") != (b.claim.stance == "deny")


def _named_alike(a: Gist, b: Gist) -> bool:
    return bool(a.source and b.source and a.source.kind != "anonymous" and a.source.name == b.source.name)


def _on_other_days(a: Gist, b: Gist) -> bool:
    """Two events, each of one day (or night), on days that do not touch."""
    return _event(a) and _event(b) and days_apart(a.when, b.when) > 1


def _event(gist: Gist) -> bool:
    told = any(found.state in HAPPENED for found in gist.states) and not _aside(gist)
    if not told or gist.type not in ("attack", "casualties") or not (gist.when.start and gist.when.end):
        return False
    return (date.fromisoformat(gist.when.end[:10]) - date.fromisoformat(gist.when.start[:10])).days <= 1


def _tolls(a: Gist, b: Gist) -> bool:
    return a.matter == b.matter == "toll"


def _heading_and_body(a: Gist, b: Gist) -> bool:
    return a.ref.report == b.ref.report and (a.part == "body") != (b.part == "body")


def _sides(gist: Gist) -> tuple[str, ...]:
    return (gist.source.side or ()) if gist.source else ()


def likeness(features: Sequence[Feature], bias: float, a: Gist, b: Gist, rarities: Rarities) -> float:
    """The probability, from 0 to 1, that two claims belong together by some features."""
    odds = bias + sum(feature.weight * feature.of(a, b, rarities) for feature in features)
    return 1 / (1 + math.exp(-odds))


def reasons(features: Sequence[Feature], a: Gist, b: Gist, rarities: Rarities, most: int = 3) -> str:
    """The features that speak most for taking two claims together, in words."""
    weighed = ((feature.weight * feature.of(a, b, rarities), feature.name) for feature in features)
    best = sorted((value, name) for value, name in weighed if value > 0)[::-1][:most]
    return ", ".join(name for _, name in best)

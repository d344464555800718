"""How the claims of a question stand to each other: which pairs are told, each with its reason in words.

Not every pair is told: within a position a claim is tied to those it is most like, and two positions by the pairs that
speak most directly to each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.model import Relation, RelationKind
from twosource.reconcile.counting import Judged
from twosource.reconcile.gist import Gist
from twosource.reconcile.judging import agreeing, differing, fullness, in_time, kinship, widens
from twosource.reconcile.matching import ASIDE, Rarities


def relations(positions: Sequence[Sequence[Gist]], rarities: Rarities) -> list[Relation]:
    """The relations among the claims of one question, in a fixed order, no pair twice."""
    found: dict[tuple[object, object], Relation] = {}
    for a, b, judged in (*_within(positions, rarities), *_between(positions, rarities)):
        kind, reason = judged
        key = (min(a.ref, b.ref), max(a.ref, b.ref))
        if key not in found:
            found[key] = Relation(a.ref, b.ref, kind, reason)
    return [found[key] for key in sorted(found, key=lambda pair: (found[pair].kind, pair))]


def _within(positions: Sequence[Sequence[Gist]], rarities: Rarities) -> Iterator[tuple[Gist, Gist, Judged]]:
    """Within a position every claim is tied to those it is most like, the fullest claims first."""
    for position in positions:
        ranked = sorted(position, key=fullness)
        for n, gist in enumerate(ranked[1:], start=1):
            near = sorted(ranked[:n], key=lambda other: (-kinship(other, gist, rarities), other.ref))[:NEAREST]
            for other in near:
                yield judged_alike(*in_time(other, gist), rarities)


NEAREST = 3
"""How many claims of its position a claim is tied to: enough to follow a copy to where it comes from."""


def judged_alike(a: Gist, b: Gist, rarities: Rarities) -> tuple[Gist, Gist, Judged]:
    """How two claims of one position stand, in the order in which the relation reads."""
    told = agreeing(a, b, rarities)
    turned = agreeing(b, a, rarities) if told is None else None
    if turned is not None and turned[0] == "overstates":
        return b, a, turned
    if a.claim.stance in ASIDE and b.claim.stance in ASIDE:
        return a, b, told or ("agree", "neither gives an answer")
    return a, b, told or ("agree", "they give one answer")


def _between(positions: Sequence[Sequence[Gist]], rarities: Rarities) -> Iterator[tuple[Gist, Gist, Judged]]:
    """Two positions are tied by the pairs that speak most directly to each other; none is left untied."""
    tied: set[int] = set()
    for m, left in enumerate(positions):
        for n, right in enumerate(positions[m + 1 :], start=m + 1):
            found = sorted(_pairs(left, right, rarities), key=lambda x: (-x[0], x[1].ref, x[2].ref))
            tied |= {m, n} if found else set()
            for _, a, b, judged in found[:MOST_DIRECT]:
                if judged[0] == found[0][3][0]:
                    yield a, b, judged
    for n, position in enumerate(positions):
        if n not in tied and len(positions) > 1:
            others = [gist for m, other in enumerate(positions) if m != n for gist in other]
            pairs = ((_beside(a, b, rarities), a, b) for a in position for b in others)
            _, a, b = max(pairs, key=lambda x: (x[0], x[1].ref, x[2].ref))
            yield *in_time(a, b), ("compatible", "they answer one question, and neither rules the other out")


MOST_DIRECT = 4
"""How many pairs tell how two positions stand: more than one show that it is not one speaker alone."""


def _pairs(
    left: Sequence[Gist], right: Sequence[Gist], rarities: Rarities
) -> Iterator[tuple[float, Gist, Gist, Judged]]:
    for a, b in ((a, b) for a in left for b in right):
        first, second = in_time(a, b)
        if widens(second, first):  # whichever came first, the limited one is what the other widens
            first, second = second, first
        judged = differing(first, second, rarities)
        if judged is None:
            continue
        if judged[0] not in ("revision", "conflict") and _turns(second, first, rarities):
            first, second, judged = second, first, differing(second, first, rarities) or judged
        yield _WEIGHT[judged[0]] + rarities.stems.cosine(a.stems, b.stems), first, second, judged


def _turns(a: Gist, b: Gist, rarities: Rarities) -> bool:
    """Whether the later one is the fuller, which the earlier one overstates."""
    told = agreeing(a, b, rarities)
    return told is not None and told[0] == "overstates" and agreeing(b, a, rarities) is None


def _beside(a: Gist, b: Gist, rarities: Rarities) -> float:
    """How near two claims stand to each other: in their report, else by their words."""
    apart = abs(a.order - b.order) if a.item == b.item else FAR
    return 1 / (1 + apart) + rarities.stems.cosine(a.stems, b.stems)


FAR = 99


_WEIGHT: dict[RelationKind, float] = {
    "conflict": 4.0,
    "revision": 3.0,
    "overstates": 2.0,
    "same_statement": 2.0,
    "agree": 1.0,
    "compatible": 0.0,
}
"""Which relation of two positions is told where several claims of them could be tied: the one that matters most."""

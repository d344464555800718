"""The status of a question: the first rule of the public contract that holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from twosource.model import ClaimRef, Independence, Relation, Source, Status
from twosource.reconcile import identity
from twosource.reconcile.gist import Gist
from twosource.reconcile.words import fold


def status(
    positions: Sequence[Sequence[Gist]], relations: Sequence[Relation], sources: Independence
) -> tuple[Status, str]:
    """The status and the reason for it.

    In this order: denied, disputed, revised, corroborated, unverified, single_source.
    """
    gists = {gist.ref: gist for position in positions for gist in position}
    kinds = {relation.kind: relation for relation in reversed(relations)}
    denied = _denied(gists, {frozenset((r.a, r.b)) for r in relations if r.kind == "conflict"})
    if denied:
        return "denied", denied
    live = _live(positions, relations)
    if live is not None:
        return "disputed", live.reason
    if "revision" in kinds:
        return "revised", kinds["revision"].reason
    borne_out = _corroborated(positions, relations, sources)
    if borne_out:
        return "corroborated", borne_out
    if any(gist.claim.stance == "cannot_verify" for gist in gists.values()):
        return "unverified", "somebody could not verify it"
    asserting = [g for g in gists.values() if g.claim.stance not in ("decline", "cannot_verify")]
    if asserting and all(g.source is not None and g.source.kind == "anonymous" for g in asserting):
        return "unverified", "only unnamed sources say so"
    return "single_source", "no two independent sources take one position"


def _live(positions: Sequence[Sequence[Gist]], relations: Sequence[Relation]) -> Relation | None:
    """The first conflict of two positions that both still stand: what was revised disputes nothing any more."""
    number = {gist.ref: n for n, position in enumerate(positions) for gist in position}
    revised = {(number[r.a], number[r.b]) for r in relations if r.kind == "revision"}
    gone = {old for old, new in revised if (new, old) not in revised}
    conflicts = (r for r in relations if r.kind == "conflict")
    return next((r for r in conflicts if not {number[r.a], number[r.b]} & gone), None)


def _denied(gists: Mapping[ClaimRef, Gist], at_odds: Collection[frozenset[ClaimRef]]) -> str | None:
    """Words or a deed laid to somebody, denied by that one or by the body that he speaks for.

    A number that somebody denies is no deed of his.
    """
    alleged = [g for g in gists.values() if g.claim.stance in ("assert", "acknowledge")]
    for gist in gists.values():
        if gist.claim.stance != "deny" or gist.source is None or gist.matter == "toll":
            continue
        if gist.type == "denial" and (_of_words(gist, alleged) or gist.source.organisation == gist.source.name):
            return f"{gist.source.name} denies it"
        if gist.type == "attack" and any(
            frozenset((gist.ref, other.ref)) in at_odds and _lays_to(other, gist.source) for other in alleged
        ):
            return f"{gist.source.name} denies what is laid to him or his side"
    return None


def _of_words(denial: Gist, alleged: Sequence[Gist]) -> bool:
    """Whether words that are denied were laid to somebody whom the denial names, or who is of the denier’s body."""
    assert denial.source is not None
    own = identity.bodies(denial.source)
    for other in alleged:
        if other.source is None:
            continue
        name = fold(other.source.name)
        if name and name.split()[-1] in denial.names:
            return True
        if any(identity.same_body(x, y) for x in identity.bodies(other.source) for y in own):
            return True
    return False


def _lays_to(gist: Gist, denier: Source) -> bool:
    """Whether a claim of somebody else names the denier, his body or his side as its doer."""
    if gist.source is not None and identity.sides(gist.source) & identity.sides(denier):
        return False
    own = (denier.name, *identity.bodies(denier), *sorted(identity.sides(denier)))
    known = {word for name in own for word in _names(name)}
    said = {_root(name) for name in gist.names} | {_root(party) for party in gist.parties}
    return bool({_root(word) for word in known} & said)


def _names(name: str) -> list[str]:
    return [fold(word) for word in name.replace("_", " ").split() if len(word) > LEAST and word[:1].isalpha()]


LEAST = 3
ROOT = 5
"""Letters that a country shares with its people (Norway, Norwegian; Syria, Syrian)."""


def _root(word: str) -> str:
    return word[:ROOT]


def _corroborated(
    positions: Sequence[Sequence[Gist]], relations: Sequence[Relation], sources: Independence
) -> str | None:
    """Two groups that certainly count take one position, or positions that agree or are one statement."""
    number = {gist.ref: n for n, position in enumerate(positions) for gist in position}
    root = list(range(len(positions)))

    def find(n: int) -> int:
        while root[n] != n:
            n = root[n]
        return n

    for relation in relations:
        if relation.kind in ("agree", "same_statement"):
            root[find(number[relation.a])] = find(number[relation.b])
    takers: dict[int, list[str]] = {}
    for group in sources.groups:
        if group.certain:
            for taken in {find(number[ref]) for ref in group.claims}:
                takers.setdefault(taken, []).append(group.names[0])
    for names in takers.values():
        if len(names) >= 2:
            return f"{names[0]} and {names[1]} say so independently, as far as can be seen"
    return None

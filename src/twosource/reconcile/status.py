"""The status of a question: the first rule of the public contract that holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.model import ClaimRef, Independence, Relation, Status
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
    denied = _denied(gists)
    if denied:
        return "denied", denied
    if "conflict" in kinds:
        return "disputed", kinds["conflict"].reason
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


def _denied(gists: Mapping[ClaimRef, Gist]) -> str | None:
    """Words or a deed laid to somebody, denied by that one or by the body that he speaks for."""
    laid_to = {fold(g.source.name) for g in gists.values() if g.source and g.claim.stance == "assert"}
    for gist in gists.values():
        if gist.claim.stance != "deny" or gist.source is None or gist.type != "denial":
            continue
        spoken_of = any(name and name.split()[-1] in gist.names for name in laid_to)
        own = identity.bodies(gist.source)
        accused = any(
            other.source is not None
            and other.claim.stance == "assert"
            and any(identity.same_body(x, y) for x in identity.bodies(other.source) for y in own)
            for other in gists.values()
        )
        if spoken_of or accused or gist.source.organisation == gist.source.name:
            return f"{gist.source.name} denies it"
    return None


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

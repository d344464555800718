"""How many independent sources a question has: the two-source rule, by the rules of the public contract.

Every reason for taking two names together is kept as an edge with its words; groups are the components.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from twosource.knowledge import outlets
from twosource.model import ClaimRef, Group, Independence, Record, Source
from twosource.reconcile import identity
from twosource.reconcile.copies import copied
from twosource.reconcile.gist import Gist
from twosource.reconcile.matching import ASIDE

UNCERTAIN_KINDS = frozenset({"anonymous", "collective"})


class Speaker(Record, frozen=True):
    """A name that takes part in a question, with the claims it makes and the positions (by number) it takes."""

    name: str
    source: Source | None
    claims: tuple[ClaimRef, ...]
    positions: frozenset[int]
    carriers: frozenset[str]
    texts: tuple[str, ...] = ()
    denies: bool = False
    disowns: bool = False
    """True where it denies that something was said at all."""

    @property
    def uncertain(self) -> bool:
        """True of the unnamed and of classes of people, not of a party that is called by its people ("the rebels")."""
        if self.source is None or self.source.kind not in UNCERTAIN_KINDS:
            return False
        return not (self.source.kind == "collective" and identity.irregular(self.source))


def independence(positions: Sequence[Sequence[Gist]], agreeing: Iterable[frozenset[int]]) -> Independence:
    """The groups of sources of one question.

    `agreeing` holds pairs of positions (by number) that bear each other out: a named source of either counts as
    taking both.
    """
    borne_out = _borne_out(len(positions), agreeing)
    speakers = _speakers(positions, borne_out)
    alleged = _alleged(speakers)
    named = {
        p for s in speakers if s.source is not None and not s.uncertain and s.name not in alleged for p in s.positions
    }
    edges = [*_edges(speakers), *_alike(speakers, named, borne_out)]
    groups = []
    for members in _components(len(speakers), edges):
        held = [speakers[i] for i in members]
        reason = "; ".join(dict.fromkeys(text for i, j, text in edges if i in members and j in members)) or None
        unsure = _unsure(held, named, borne_out)
        groups.append(
            Group(
                names=tuple(speaker.name for speaker in held),
                reason=f"at most: {unsure}" if unsure else reason,
                certain=unsure is None,
                claims=tuple(ref for speaker in held for ref in speaker.claims),
            )
        )
    certain = sum(group.certain for group in groups)
    return Independence(certain, len(groups), tuple(sorted(groups, key=lambda g: (not g.certain, g.names))))


def _cue(gist: Gist) -> str:
    """The reporting words of what is asserted: who "warns against assuming" it denies it."""
    return gist.cue if gist.claim.stance == "assert" else ""


def _speakers(positions: Sequence[Sequence[Gist]], borne_out: Mapping[int, set[int]]) -> list[Speaker]:
    """Whoever asserts something, under the fullest of their names; an outlet only where nobody named says it."""
    held: list[tuple[str, Source | None, list[Gist], set[int]]] = []
    sourced = {n for n, position in enumerate(positions) if any(map(_is_sourced, position))}
    counted = any(gist.figures and _is_sourced(gist) for position in positions for gist in position)
    for number, position in enumerate(positions):
        for gist in position:
            if gist.claim.stance in ASIDE or identity.wishes(gist.text, _cue(gist)):
                continue
            if gist.source is None and (borne_out[number] & sourced or not _counts(gist, counted)):
                continue
            name = gist.source.name if gist.source else (gist.claim.relay[-1] if gist.claim.relay else "unnamed outlet")
            for entry in held:
                if _one_name(entry[1], entry[0], gist.source, name):
                    entry[2].append(gist)
                    entry[3].add(number)
                    break
            else:
                held.append((name, gist.source, [gist], {number}))
    return [
        Speaker(
            name=name,
            source=source,
            claims=tuple(gist.ref for gist in gists),
            positions=frozenset(numbers),
            carriers=frozenset(c for gist in gists for c in gist.claim.relay[1:-1]),
            texts=tuple(gist.text for gist in gists),
            denies=any(gist.claim.stance == "deny" for gist in gists),
            disowns=any(gist.claim.stance == "deny" and gist.type == "denial" for gist in gists),
        )
        for name, source, gists, numbers in held
    ]


def _is_sourced(gist: Gist) -> bool:
    return gist.source is not None and gist.claim.stance not in ASIDE


def _counts(gist: Gist, counted: bool) -> bool:
    """Whether an outlet's own words count: told in the body as certain, and neither an inference nor a remark on the
    words of others, nor vaguer than what a source has counted."""
    if gist.part != "body" or gist.claim.certainty != "certain" or identity.infers(gist.text):
        return False
    return not (counted and not gist.figures and gist.matter in ("toll", "strength"))


def _one_name(a: Source | None, a_name: str, b: Source | None, b_name: str) -> bool:
    if (a is None) != (b is None):
        return False
    if a is None or b is None:
        return identity.same_body(a_name, b_name)
    if a.kind == b.kind == "person":
        return identity.same_person(a_name, b_name)
    return a.kind == b.kind and a_name.lower() == b_name.lower()


def _edges(speakers: Sequence[Speaker]) -> list[tuple[int, int, str]]:
    edges = []
    for i, a in enumerate(speakers):
        for j in range(i + 1, len(speakers)):
            reason = one_source(a, speakers[j], denied=_denied(speakers))
            if reason:
                edges.append((i, j, reason))
    return edges


def _denied(speakers: Sequence[Speaker]) -> frozenset[str]:
    """Who denies, by the names of persons and bodies: whoever hands on his words is himself the source of them."""
    found = [speaker for speaker in speakers if speaker.denies and speaker.source is not None]
    return frozenset(name for speaker in found for name in (speaker.name, *_bodies(speaker)))


def _alleged(speakers: Sequence[Speaker]) -> frozenset[str]:
    """Those to whom words are laid that their own body denies: they stand for no such words."""
    disowned = {body for s in speakers if s.disowns for body in _bodies(s)}
    return frozenset(s.name for s in speakers if not s.denies and disowned.intersection(_bodies(s)))


def _bodies(speaker: Speaker) -> tuple[str, ...]:
    return identity.bodies(speaker.source) if speaker.source is not None else ()


def _alike(
    speakers: Sequence[Speaker], named: set[int], borne_out: Mapping[int, set[int]]
) -> Iterator[tuple[int, int, str]]:
    """The unnamed who may be one another, where nobody who is named takes their positions."""
    alone = [i for i, s in enumerate(speakers) if s.uncertain and not _beside_named([s], named, borne_out)]
    for n, i in enumerate(alone):
        for j in alone[n + 1 :]:
            if identity.may_be_one(speakers[i].source, speakers[j].source):
                yield i, j, "neither is named: they may be one another"


def one_source(a: Speaker, b: Speaker, denied: frozenset[str] = frozenset()) -> str | None:
    """Why two speakers count as one source, in words; None where they are independent as far as can be seen.

    `denied` names those who deny: a relay of words laid to them ties nobody to them.
    """
    if a.source is None and b.source is None:
        return _one_house(a, b)
    if a.source is None or b.source is None:
        carried = a if a.source is not None else b
        outlet = b if a.source is not None else a
        if any(identity.same_body(c, outlet.name) for c in carried.carriers):
            return f"one relay: {outlet.name} has it from {carried.name}"
        return None
    for x, y in ((a, b), (b, a)):
        if {x.name, *_bodies(x)} & denied:
            continue
        if any(_is_name(carrier, y) for carrier in x.carriers):
            return f"one relay: {y.name} hands on {x.name}"
    if identity.names_nobody(a.source) and identity.names_nobody(b.source):
        return "neither names anybody"
    if a.uncertain or b.uncertain:
        return None
    return _one_body(a.source, b.source)


def _one_house(a: Speaker, b: Speaker) -> str | None:
    """Why two outlets that speak in their own voice are one: titles of one house, or a passage that both print."""
    if identity.title_of(a.name, b.name):
        return f"one house: {a.name} and {b.name} are titles of one paper"
    house = outlets.family(a.name)
    if house is not None and house == outlets.family(b.name):
        return f"one house: both belong to {house}"
    if copied(a.texts, b.texts):
        return f"one copied passage: {a.name} and {b.name} print the same words"
    return None


def _is_name(carrier: str, speaker: Speaker) -> bool:
    assert speaker.source is not None
    if speaker.source.kind == "person":
        return identity.same_person(carrier, speaker.name)
    return identity.same_body(carrier, speaker.name)


def _one_body(a: Source, b: Source) -> str | None:
    if identity.one_party(a, b):
        return "one body: both speak for one party"
    for x in identity.bodies(a):
        for y in identity.bodies(b):
            states_x, states_y = identity.states_of(x), identity.states_of(y)
            if states_x & states_y:
                return f"one body: both speak for {x if len(x) < len(y) else y}"
            if not states_x and not states_y and identity.same_body(x, y):
                return f"one body: both speak for {y}"
    for office, person in ((a, b), (b, a)):
        if person.kind == "person" and any(identity.office_of(body, person.name) for body in identity.bodies(office)):
            return f"one body: {office.name} speaks for {person.name}"
    sides_a, sides_b = identity.sides(a), identity.sides(b)
    for x in identity.bodies(a):
        for y in identity.bodies(b):
            if identity.part_of(x, y, sides_a, sides_b):
                return f"a body and its part: {x} is of {y}"
            if identity.part_of(y, x, sides_b, sides_a):
                return f"a body and its part: {y} is of {x}"
            in_own_name = a.kind == b.kind == "person"
            if not in_own_name and (identity.of_state(x, y) or identity.of_state(y, x)):
                return f"a state and its office: {x} and {y}"
    return None


def _components(size: int, edges: Sequence[tuple[int, int, str]]) -> list[list[int]]:
    """The connected components of the speakers, recomputed from the edges each time: nothing to take back."""
    near: dict[int, set[int]] = {i: set() for i in range(size)}
    for i, j, _ in edges:
        near[i].add(j)
        near[j].add(i)
    left, found = set(range(size)), []
    while left:
        reached, todo = set(), [min(left)]
        while todo:
            node = todo.pop()
            if node not in reached:
                reached.add(node)
                todo.extend(near[node] - reached)
        left -= reached
        found.append(sorted(reached))
    return found


def _borne_out(size: int, agreeing: Iterable[frozenset[int]]) -> dict[int, set[int]]:
    held = {i: {i} for i in range(size)}
    for pair in agreeing:
        for one in pair:
            held[one] |= pair
    return held


def _beside_named(group: Sequence[Speaker], named: set[int], borne_out: Mapping[int, set[int]]) -> bool:
    return bool({other for speaker in group for p in speaker.positions for other in borne_out[p]} & named)


def _unsure(group: Sequence[Speaker], named: set[int], borne_out: Mapping[int, set[int]]) -> str | None:
    """Why a group may be no source of its own, in words; None where it counts for certain.

    A medium that only hands on the words of the unnamed is as little a source as they are.
    """
    unnamed = [speaker for speaker in group if speaker.uncertain]
    carried = {carrier for speaker in unnamed for carrier in speaker.carriers}
    others = [s for s in group if not s.uncertain and not any(identity.same_body(s.name, c) for c in carried)]
    if others or not unnamed:
        return None
    carriers = {p for speaker in group if not speaker.uncertain for p in speaker.positions}
    if _beside_named(unnamed, named - carriers, borne_out):
        return "not named, while somebody who is named takes the same position"
    return None

"""Who speaks in two claims: one speaker, one body, one side, or an outlet's own lines."""

from __future__ import annotations

from twosource.reconcile import identity
from twosource.reconcile.gist import Gist


def same_speaker(a: Gist, b: Gist) -> bool:
    """True where one person or body speaks in both claims, by name or as its unnamed spokesperson."""
    if a.source is None or b.source is None or "anonymous" in (a.source.kind, b.source.kind):
        return False
    kinds = {a.source.kind, b.source.kind}
    if kinds == {"person"} and identity.is_name(a.source.name) and identity.is_name(b.source.name):
        return identity.same_person(a.source.name, b.source.name)
    if kinds == {"organisation"}:
        return identity.same_body(a.source.name, b.source.name)
    return any(identity.same_body(x, y) for x in identity.bodies(a.source) for y in identity.bodies(b.source))


def same_outlet(a: Gist, b: Gist) -> bool:
    """True where one outlet says both in its own voice."""
    if a.source is not None or b.source is not None or not a.claim.relay or not b.claim.relay:
        return False
    return identity.same_body(a.claim.relay[-1], b.claim.relay[-1])


def one_voice(a: Gist, b: Gist) -> bool:
    """True of one speaker, of a body and its part, and of one report's own words."""
    if same_speaker(a, b) or (a.source is None and b.source is None and a.ref.report == b.ref.report):
        return True
    if a.source is None or b.source is None:
        return False
    pairs = [(x, y) for x in identity.bodies(a.source) for y in identity.bodies(b.source)]
    sides_a, sides_b = identity.sides(a.source), identity.sides(b.source)
    return any(identity.part_of(x, y, sides_a, sides_b) or identity.part_of(y, x, sides_b, sides_a) for x, y in pairs)


def one_side(a: Gist, b: Gist) -> bool:
    """True where both speak for one side."""
    return bool(identity.sides(a.source) & identity.sides(b.source))


def other_sides(a: Gist, b: Gist) -> bool:
    """True where both speak for a side, and not for one."""
    sides_a, sides_b = identity.sides(a.source), identity.sides(b.source)
    return bool(sides_a and sides_b) and not sides_a & sides_b


def is_heading(gist: Gist) -> bool:
    """A line above the text that no source is named for: it sums up, and is no answer of its own."""
    return gist.part != "body" and gist.source is None

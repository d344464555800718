"""Who speaks in a claim, and through whom it came."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model import ClaimRef
from twosource.tell import wording
from twosource.tell.index import Index

UNNAMED_OUTLET = "an unnamed outlet"
UNNAMED = ("unspecified", "unknown", "anonymous")
"""Names that readings give to a source that nobody names."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: name, role and body, parties spoken for, and the carriers from the first to the outlet."""

    name: str
    detail: str
    sides: tuple[str, ...]
    via: tuple[str, ...]
    own: bool
    key: str


def voice(index: Index, ref: ClaimRef) -> Voice:
    """The voice of a claim that the brief holds.

    An outlet's own voice has no carriers; its name is the outlet's.
    """
    report, claim = index.at(ref)
    source = index.source(ref)
    outlet = wording.clean(report.outlet or "") or UNNAMED_OUTLET
    carriers = [_carrier(wording.clean(name)) for name in claim.relay] or [outlet]
    if source is None:
        name = carriers[-1] or outlet
        return Voice(name, "", (), (), True, f"outlet:{name.casefold()}")
    name = wording.clean(source.name)
    if not name or name.casefold() in UNNAMED:
        name = "an unnamed source"
    about = [wording.clean(part) for part in (source.role, source.organisation) if part]
    detail = ", ".join(part for part in dict.fromkeys(about) if part and part.casefold() not in name.casefold())
    via = tuple(part for part in dict.fromkeys(carriers[1:] or [outlet]) if part and part != name)
    sides = tuple(wording.side(wording.clean(side)) for side in source.side or ())
    return Voice(wording.shorten(name, 90), wording.shorten(detail, 120), sides, via, False, name.casefold())


def _carrier(name: str) -> str:
    """A carrier's name; readings call an outlet without one `unnamed outlet`."""
    return UNNAMED_OUTLET if name.casefold() == UNNAMED_OUTLET.removeprefix("an ") else name

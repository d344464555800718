"""How exactly a place is known, and why it was chosen."""

from __future__ import annotations

from twosource.reading.places.gazetteer import Entry, Gazetteer
from twosource.reading.places.lexicon import words
from twosource.reading.places.resolve import Choice, Group, kilometres
from twosource.reading.places.tokens import Spot, Token

__all__ = ["precision", "reason"]

SURE = 0.5
"""Below this a candidate is not the likelier of all: the precision then covers the rivals too."""
MASS = 0.8
"""Rivals are taken, likeliest first, until together they have this share."""
NEARBY_KM = 25.0
"""UCDP's limit for where_prec 2."""
_LINES = frozenset(
    "STM MTS CNL VAL DSRT LK LKS RSV ISL ISLS PEN BDRY MILB CNYN AREA DLTA SPIT CAPE RFC".split()  # noqa: SIM905
)
_OPEN_WATER = frozenset(("OCN", "SEA", "GULF", "STRT", "CHN", "BAY", "SD", "SHOL"))


def _beside(spot: Spot, tokens: list[Token]) -> bool:
    """True where the text puts something near the place: "near X", "15 kilometers from X", "west of X"."""
    left = tokens[max(0, spot.at - 5) : spot.at]
    lows = [token.low for token in left]
    if lows[-1:] == ["the"]:
        lows.pop()
    if not lows:
        return False
    if lows[-1] in words("near"):
        return True
    if lows[-1] in ("of", "from"):
        return any(low in words("direction") or low in words("distance_unit") for low in lows[-4:-1])
    return False


def _of_feature(entry: Entry) -> int:
    """UCDP's where_prec of a place that is certain."""
    kind = entry.feature
    if kind.startswith("PCL") or kind in ("CONT", "RGNE"):
        return 6
    if kind == "ADM1":
        return 4
    if kind == "ADM2":
        return 3
    if kind in _OPEN_WATER:
        return 7
    if kind == "RGN":
        return 5 if entry.country else 6
    return 5 if kind in _LINES else 1


def precision(spot: Spot, group: Group, tokens: list[Token]) -> int | None:
    """UCDP's where_prec, 1 (the very place) to 7, made coarser where rivals remain."""
    best = group.best
    if best is None:
        return None
    exact = _of_feature(best.entry)
    if exact == 1 and spot.unit in words("coarse_unit") and not spot.fits:
        exact = 3
    elif exact == 1 and spot.around:
        exact = spot.around
    elif exact == 1 and _beside(spot, tokens):
        exact = 2
    if exact > 3 or best.likely >= SURE:
        return exact
    rivals, mass, here = [], 0.0, best.entry
    for choice in group.choices:
        nested = choice.entry.id in (here.admin1, here.admin2) or here.id in (choice.entry.admin1, choice.entry.admin2)
        if choice is best or not nested:
            rivals.append(choice.entry)
        mass += choice.likely
        if mass >= MASS:
            break
    if rivals == [here]:
        return exact
    if all(kilometres(here.lat, here.lon, e.lat, e.lon) <= NEARBY_KM for e in rivals):
        return max(exact, 2)
    if here.admin1 and all(e.admin1 == here.admin1 for e in rivals):
        return 4
    return 6


def reason(spot: Spot, group: Group, atlas: Gazetteer) -> str | None:
    """In a few words, why this place, and which rivals it left behind."""
    best = group.best
    if best is None:
        return None
    if group.apart is None:
        group.apart = [choice for choice in group.choices[1:] if _apart(choice, best)]
    rivals = group.apart
    parts = [_why(spot, best)]
    if rivals:
        other = rivals[0]
        share = f"{other.likely:.0%}" if other.likely >= 0.005 else "under 1%"
        parts.append(
            f"{len(rivals)} other{'s' if len(rivals) > 1 else ''} of that name, "
            f"next {_label(other.entry, atlas)} ({share})"
        )
    return "; ".join(parts)


def _apart(choice: Choice, best: Choice) -> bool:
    a, b = choice.entry, best.entry
    return kilometres(a.lat, a.lon, b.lat, b.lon) > NEARBY_KM


def _why(spot: Spot, best: Choice) -> str:
    clues, scene = best.clues, best.scene
    if spot.adjective:
        return "adjective of the place"
    if spot.stands:
        return "the unit that the report names: it speaks of fighting there, and never of the town as such"
    if "held" in clues or "loosely held" in clues:
        outer = spot.within_key or (spot.within.key if spot.within else None)
        return f"said to lie in {outer.title()}" if outer else "said elsewhere in the report where it lies"
    if spot.fits and "unit fits" in clues:
        return f"the unit, for it is called {spot.unit}"
    if "known" in clues:
        return "well-known name"
    if scene.get("near", 0) > 0.5:
        return "near other places of the report"
    if scene.get("unit named", 0) > 0.5 or scene.get("county named", 0) > 0.5:
        return "in a unit that the report names"
    if scene.get("country share", 0) > 0.3:
        return "in the country of the report's other places"
    if len(spot.ids) == 1:
        return "the only place of that name"
    return "the best known of that name" if clues.get("share", 0) > 0.5 else "the likeliest of that name"


def _label(entry: Entry, atlas: Gazetteer) -> str:
    unit = atlas.entry(entry.admin1).name if entry.admin1 and entry.admin1 != entry.id else None
    return ", ".join(part for part in (entry.name, unit, entry.country) if part)

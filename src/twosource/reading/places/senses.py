"""One sense to a report: bare "Kursk" where the report is of the Kursk region, and armies are "in Kursk"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.reading.places.lexicon import words
from twosource.reading.places.names import fold
from twosource.reading.places.resolve import Group
from twosource.reading.places.tokens import Spot, Token
from twosource.reading.places.usual import bare

__all__ = ["one_sense"]

LOOK = 7
"""Words before the name in which an army or an offensive is looked for: "forces have been fighting for weeks in"."""
MOST = 0.5
"""Where so many of the bare mentions are told to be the unit, the others are too."""
_ENDS = frozenset(".!?;")


def one_sense(found: list[Group], tokens: Sequence[Token]) -> list[Group]:
    """The groups, with the bare names that mean a unit of the report set apart with that unit's candidates.

    Asked for: the report names the unit ("Kursk Oblast"), a town bears its name, nothing speaks of the town as such,
    and armies or fighting stand before "in Kursk" or the like.
    """
    units = {fold(bare(g.best.entry.name)): g for g in found if g.best is not None and g.best.entry.feature == "ADM1"}
    out = list(found)
    for group in found:
        best = group.best
        unit = units.get(group.key)
        if unit is None or best is None or unit.best is None or not best.entry.feature.startswith("PPL"):
            continue
        if best.entry.admin1 != unit.best.entry.id or any(_of_a_town(spot, tokens) for spot in group.spots):
            continue
        meant = [spot for spot in group.spots if _at_war(spot, tokens)]
        if len(meant) >= MOST * len(group.spots):
            meant = list(group.spots)
        for spot in meant:
            spot.stands = True
        if meant:
            group.spots = [spot for spot in group.spots if not spot.stands]
            out.append(Group(group.key, meant, unit.choices, group.weight))
    return [group for group in out if group.spots]


def _of_a_town(spot: Spot, tokens: Sequence[Token]) -> bool:
    """ "the city of Kursk", "Kursk, a city", "near Kursk", "Kursk in Kursk Oblast", "the mayor of Kursk"."""
    if spot.unit or spot.around or spot.within_key or {"settlement before", "described after"} & spot.clues.keys():
        return True
    if spot.within is not None and spot.within.key.startswith(spot.key):
        return True
    left = [token.low for token in tokens[max(0, spot.at - 4) : spot.at]]
    right = [token.low for token in tokens[spot.stop : spot.stop + 2]]
    close = left[-1:] and left[-1] in words("near") | {"downtown", "central"}
    towards = left[-1:] in (["of"], ["from"]) and any(low in words("distance_unit") or low == "mayor" for low in left)
    return bool(close) or towards or any(low in words("settlement") | words("street") for low in right)


def _at_war(spot: Spot, tokens: Sequence[Token]) -> bool:
    """ "an offensive in Kursk", "troops withdrew from Kursk", "the Kursk incursion"."""
    after = tokens[spot.stop].low if spot.stop < len(tokens) else ""
    if after in words("warring") and not tokens[spot.stop - 1].possessive:
        return True
    if not spot.at or tokens[spot.at - 1].low not in words("warred"):
        return False
    for token in reversed(tokens[max(0, spot.at - 1 - LOOK) : spot.at - 1]):
        if token.text in _ENDS:
            return False
        if token.low in words("warring"):
            return True
    return False

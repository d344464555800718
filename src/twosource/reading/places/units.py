"""Words for a unit beside a name: "the Kursk region" is the oblast, "the Aleppo countryside" lies around the town."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.reading.places.gazetteer import Entry, Gazetteer
from twosource.reading.places.lexicon import plurals, words
from twosource.reading.places.names import fold
from twosource.reading.places.tokens import Spot, Token
from twosource.reading.places.usual import bare

__all__ = ["add_units"]

LOOKED_AT = 4
"""Candidates whose own unit is tried: "Kharkov region" has Kharkiv as its first, whose unit is Kharkiv Oblast."""
DESCRIBED = 4
"""Words between "Kursk, a" and "region" at most: "a restive western border region"."""
_AND = frozenset((",", "and", "or", "&"))


def add_units(found: list[Token], spotted: list[Spot], atlas: Gazetteer) -> None:
    """Sets each spot's word for a unit, and keeps the units of that kind and name as candidates, if any."""
    _find_words(found, spotted)
    marked = [spot for spot in spotted if spot.unit]
    wanted = {spot.key: [f"{spot.key} {kind}" for kind in _kinds()] for spot in marked}
    hits = atlas.ids(key for keys in wanted.values() for key in keys)
    for spot in marked:
        more = [number for key in wanted[spot.key] for number in hits.get(key, ())]
        _choose(spot, tuple(dict.fromkeys((*more, *spot.ids))), atlas)


def _kinds() -> list[str]:
    return sorted(words("unit"))


def _find_words(found: list[Token], spotted: list[Spot]) -> None:
    taken = {n for spot in spotted if not spot.adjective for n in range(spot.at, spot.stop)}
    for number, spot in enumerate(spotted):
        if spot.adjective:
            continue
        _behind(found, spot, taken)
        last = found[spot.stop] if spot.stop < len(found) else None
        if last is not None and not spot.unit and last.low in plurals() and not last.first:
            joined = list(_chain(found, spotted, number, -1))
            for other in (spot, *joined) if joined else ():  # "Indiana counties" are counties of Indiana
                other.unit = plurals()[last.low]
        if spot.at > 1 and found[spot.at - 1].low in ("of", "the"):
            _before(found, spotted, number)
        if not spot.unit:
            _described(found, spot)


def _behind(found: list[Token], spot: Spot, taken: set[int]) -> None:
    """ "Kursk Oblast", "the Kursk border region"; "the Aleppo countryside"."""
    at, end = spot.stop, found[spot.stop - 1].end
    owned = found[spot.stop - 1].possessive
    while at < len(found) and at < spot.stop + 3 and found[at].low in words("unit_modifier") and not found[at].cap:
        at += 1
    if at >= len(found) or at in taken:
        return
    word = found[at]
    if word.start - (found[at - 1].end if at > spot.stop else end) > (3 if owned and at == spot.stop else 1):
        return
    for kind, precision in (("countryside", 3), ("surroundings", 2)):
        if word.low in words(kind) and not word.cap:
            spot.around = precision
    following = found[at + 1] if at + 1 < len(found) else None
    named = word.cap and following is not None and following.cap and not following.first and not word.titled
    if named and following is not None and following.low in words("title"):
        named = False
    if word.low in words("unit") and word.start > end and not owned and not named:
        spot.unit, spot.tail = word.low, at + 1


def _chain(found: list[Token], spotted: list[Spot], number: int, step: int) -> Iterator[Spot]:
    """The names joined to one by commas and "and", one after the other."""
    here = spotted[number]
    at = number + step
    while 0 <= at < len(spotted):
        left, right = (spotted[at], here) if step < 0 else (here, spotted[at])
        between = found[left.stop : right.at]
        if spotted[at].adjective or spotted[at].unit or not between or not all(t.low in _AND for t in between):
            return
        here = spotted[at]
        yield here
        at += step


def _before(found: list[Token], spotted: list[Spot], number: int) -> None:
    """ "the region of Kursk", "the regions of Kursk and Belgorod", "the countryside of Aleppo"."""
    spot = spotted[number]
    at = spot.at - 1 - (found[spot.at - 1].low == "the")
    if at < 1 or found[at].low != "of":
        return
    word = found[at - 1].low
    for kind, precision in (("countryside", 3), ("surroundings", 2)):
        if word in words(kind):
            spot.around = precision
    if not spot.unit and word in words("unit") - words("body"):
        spot.unit, spot.leads = word, True
    elif not spot.unit and word in plurals():
        for other in (spot, *_chain(found, spotted, number, 1)):
            other.unit, other.leads = plurals()[word], True


def _described(found: list[Token], spot: Spot) -> None:
    """ "Kursk, a Russian region"."""
    opening = [token.low for token in found[spot.stop : spot.stop + 2]]
    if len(opening) < 2 or opening[0] != "," or opening[1] not in ("a", "an", "the", "another"):
        return
    for at in range(spot.stop + 2, min(spot.stop + 3 + DESCRIBED, len(found) - 1)):
        token = found[at]
        if token.low in words("settlement") or token.low in words("locative_only") or token.possessive:
            return
        if token.low in words("unit") and not token.cap:
            if found[at + 1].low not in words("settlement"):
                spot.unit, spot.leads = token.low, True
            return
        if not token.text[0].isalpha() and token.text not in "-–":
            return


def _choose(spot: Spot, candidates: tuple[int, ...], atlas: Gazetteer) -> None:
    """Keeps the candidates that are such a unit; leaves the spot as it was where none is."""
    assert spot.unit is not None
    entries = [atlas.entry(number) for number in candidates]
    states = [entry for entry in entries if entry.feature.startswith("PCL")]
    if spot.leads and states and spot.unit in words("unit_of_states"):
        spot.unit = None
        return
    towns = [entry for entry in entries if entry.feature.startswith("PPL")][:LOOKED_AT]
    entries += [
        unit
        for town in towns
        if town.admin1 and fold(bare((unit := atlas.entry(town.admin1)).name)) in (spot.key, fold(town.name))
    ]
    fitting = [entry for entry in entries if _fits(entry, spot.unit)]
    if not fitting and spot.unit in words("second_order"):
        fitting = [entry for entry in entries if entry.feature == "ADM1"]
    worded = {entry.country for entry in fitting if bare(entry.name) != entry.name}
    fitting = [entry for entry in fitting if entry.country not in worded or _worded(entry, spot)]
    if fitting:
        spot.ids, spot.fits = tuple(dict.fromkeys(entry.id for entry in fitting)), True


def _worded(entry: Entry, spot: Spot) -> bool:
    """False for the city of Kyiv, a unit of its own beside Kyiv Oblast."""
    return bare(entry.name) != entry.name or fold(entry.name) != spot.key


def _fits(entry: Entry, unit: str) -> bool:
    if entry.feature == "ADM1":
        whole = unit != "state" or bare(entry.name) == entry.name  # Columbia State is a college
        return unit in words("first_order") and whole
    if entry.feature != "ADM2" or unit not in words("second_order"):
        return False
    kind = entry.name.rsplit(" ", 1)[-1].lower()
    return kind not in words("second_order") or kind == unit or {kind, unit} <= {"raion", "rayon", "district"}

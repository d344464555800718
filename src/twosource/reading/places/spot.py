"""Spots names in a text that may be places: runs of capitalised words, look-ups, what stands around them."""

from __future__ import annotations

from itertools import pairwise

from twosource.model import Layout
from twosource.reading.places.gazetteer import Gazetteer
from twosource.reading.places.lexicon import demonyms, states, words
from twosource.reading.places.names import fold
from twosource.reading.places.tokens import Spot, Token
from twosource.reading.places.units import add_units
from twosource.reading.structure.dateline import LONGEST as HEAD
from twosource.reading.structure.dateline import dateline

__all__ = ["spots"]

LONGEST = 5
"""Words in the longest names looked up; longer ones ("Democratic Republic of the Congo") have short forms."""
_JOINS = frozenset((" ", "-", "–", " - ", "  ", "-\n", "’", "'"))
_PREFIXES = frozenset(("the", "al", "el", "ad", "as", "ar", "ash", "at", "az", "an", "es", "ed", "deir", "la", "los"))
_ABBREVIATED = frozenset(("st", "mt", "ft", "ste"))
_SHORT_CODES = frozenset(("us", "uk", "eu", "uae", "usa", "bc", "drc", "prc", "dprk", "dmz", "car", "gerd"))


def _runs(text: str, found: list[Token]) -> dict[tuple[int, int], str]:
    """The stretches of tokens that may be names, with their keys."""
    runs: dict[tuple[int, int], str] = {}
    folded: dict[str, str] = {}
    for at, token in enumerate(found):
        if not token.text[0].isalpha() or not (token.cap or token.low in _PREFIXES):
            continue
        stop, named = at, False
        for length in range(LONGEST):
            last = found[stop]
            named = named or last.cap  # "the Gaza strip" may be a name, "the west bank" of a river is none
            if last.cap or (named and last.text[0].isalpha()):
                raw = text[token.start : last.end]
                key = folded.get(raw) or folded.setdefault(raw, fold(raw))
                if key and (length or token.cap):
                    runs[at, stop + 1] = key
            step = stop + 1
            if step < len(found) and found[step].text == "." and last.low in _ABBREVIATED and last.cap:
                step += 1
            while step < len(found) and found[step].text in "-–" and found[step].start == found[step - 1].end:
                step += 1
            if step >= len(found) or not found[step].text[0].isalpha():
                break
            between = text[last.end : found[step].start].replace(".", "", 1 if last.low in _ABBREVIATED else 0)
            if last.possessive or between not in _JOINS:
                break
            stop = step
    return runs


def _allowed(token: Token, key: str) -> bool:
    """False for capitalised words that are no names of places: a code in other letters, a weekday, a month."""
    if key in words("never"):
        return False
    bare = token.text.replace(".", "")
    if len(bare) <= 3 and bare.isupper():
        return key in _SHORT_CODES
    return len(bare) > 2


def _names_ship(found: list[Token], at: int) -> bool:
    """True of a name behind the prefix of a ship: "INS Mysore", "the USS Arizona"."""
    before = found[at - 1] if at else None
    return before is not None and before.text.isupper() and before.low in words("vessel")


def spots(layout: Layout, found: list[Token], atlas: Gazetteer) -> list[Spot]:
    """The longest known names, left to right, none overlapping."""
    text = layout.text
    runs = _runs(text, found)
    adjectives = demonyms()
    strict = [key for (_, stop), key in runs.items() if found[stop - 1].cap]
    loose = [key for (_, stop), key in runs.items() if not found[stop - 1].cap]
    hits = atlas.ids(strict) | atlas.known(loose)
    hits = {key: ids for key, ids in hits.items() if ids}
    spotted: list[Spot] = []
    begun = {start for start, _ in runs}
    at = 0
    while at < len(found):
        if at not in begun:
            at += 1
            continue
        for stop in range(min(len(found), at + 2 * LONGEST), at, -1):
            key = runs.get((at, stop))
            if key is None or not (key in hits or (key in adjectives and found[at].cap)):
                continue
            if (stop == at + 1 and not _allowed(found[at], key)) or _names_ship(found, at):
                continue
            longer = range(stop + 1, stop + LONGEST)
            if found[at].low == "the" and any(runs.get((at + 1, more)) in hits for more in longer):
                break  # "the Gulf of Aden" is more than "the Gulf"
            begin = at + 1 if found[at].low == "the" and not found[at].cap and stop > at + 1 else at
            spot = Spot(found[begin].start, found[stop - 1].end, begin, stop, key, hits.get(key, ()))
            spot.adjective = key in adjectives
            spotted.append(spot)
            at = stop - 1
            break
        at += 1
    add_units(found, spotted, atlas)
    _add_adjectives(spotted, atlas)
    _add_speech(found, spotted)
    short = _add_containers(found, spotted)
    full = atlas.ids(short.values())
    replaced = [spot for spot in spotted if spot.at not in short]
    replaced += [Spot(found[i].start, found[i].end, i, i + 1, key, full.get(key, ())) for i, key in short.items()]
    _only_codes(replaced, atlas)
    _mark_datelines(layout, replaced)
    return sorted(replaced, key=lambda spot: spot.start)


def _add_speech(found: list[Token], spotted: list[Spot]) -> None:
    """Marks names before a verb of saying or willing that do not follow a locative word."""
    for spot in spotted:
        before = found[spot.at - 1].low if spot.at else ""
        after = found[spot.stop].low if spot.stop < len(found) else ""
        spot.speaks = after in words("says") and before not in words("locative")


def _mark_datelines(layout: Layout, spotted: list[Spot]) -> None:
    """Marks the first name of each dateline: the town that a report was sent from."""
    first = {spot.start: spot for spot in spotted}
    for paragraph in layout.paragraphs:
        spot = first.get(paragraph.start)
        if spot is not None and dateline(layout.text[spot.start : spot.start + HEAD]):
            spot.dated = True


def _only_codes(spotted: list[Spot], atlas: Gazetteer) -> None:
    """A code such as US or EU is never the small town of that name."""
    for spot in spotted:
        if spot.stop == spot.at + 1 and spot.key in _SHORT_CODES:
            spot.ids = tuple(i for i in spot.ids if i < 0 or atlas.entry(i).feature.startswith("PCL"))


def _add_adjectives(spotted: list[Spot], atlas: Gazetteer) -> None:
    """Adjectives mean their country or place."""
    known = demonyms()
    named = atlas.ids(known[spot.key][0] for spot in spotted if spot.adjective and not known[spot.key][1])
    for spot in spotted:
        if spot.adjective:
            target, is_code = known[spot.key]
            if is_code:
                country = atlas.country(target)
                spot.ids = (country.id,) if country else ()
            else:
                spot.ids = named.get(target, ())[:3]


def _add_containers(found: list[Token], spotted: list[Spot]) -> dict[int, str]:
    """What a name is said to lie in: "X, Texas", "X, Pa.", "X (Ohio)", "Ukraine's X", "X in Donetsk Oblast".

    Gives the abbreviated states that stand after a name, by token.
    """
    states_at: dict[int, str] = {}
    by_start = {spot.at: spot for spot in spotted}
    for spot in spotted:
        if spot.adjective:
            continue
        after = spot.tail or spot.stop
        sign = found[after].text if after < len(found) else ""
        if sign in (",", "(") and after + 1 < len(found):
            nearest = by_start.get(after + 1)
            short = found[after + 1]
            if (
                short.cap
                and short.low.replace(".", "") in states()
                and (short.text.isupper() or _dotted(found, after + 1))
            ):
                spot.within_key = states()[short.low.replace(".", "")]
                states_at[after + 1] = spot.within_key
            elif nearest is not None and not nearest.adjective:
                spot.within = nearest
        elif sign in ("in", "of") and spot.within is None:
            step = after + 1
            while step < min(len(found), after + 6) and step not in by_start and found[step].text[0].isalpha():
                step += 1
            if step in by_start:
                spot.within, spot.loose = by_start[step], True
    for left, right in pairwise(spotted):
        between = found[left.stop : right.at]
        if right.within or right.within_key or len(between) > 7:
            continue
        owns = found[left.stop - 1].possessive and all(not token.cap for token in between)
        town = any(token.low in words("settlement") or token.low in words("unit") for token in between[:3])
        if (owns or (left.adjective and town)) and all(
            token.text[0].isalpha() or token.text in "-–" for token in between
        ):
            right.within, right.loose = left, True
    taken = {n for spot in spotted for n in range(spot.at, spot.stop)}
    for n, token in enumerate(found):
        if token.text.count(".") > 1 and n not in taken and token.low.replace(".", "") in states():
            states_at.setdefault(n, states()[token.low.replace(".", "")])
    return states_at


def _dotted(found: list[Token], at: int) -> bool:
    return "." in found[at].text or (
        at + 1 < len(found) and found[at + 1].text == "." and found[at + 1].start == found[at].end
    )

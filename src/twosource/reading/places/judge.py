"""Tells places from people, organisations and plain words, by the words around a name."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import pairwise

from twosource.knowledge import table
from twosource.reading.places.gazetteer import Word
from twosource.reading.places.lexicon import words
from twosource.reading.places.resolve import Group
from twosource.reading.places.tokens import Spot, Token

__all__ = ["clues_of", "likelihood"]

_NOTHING = Word()


def likelihood(clues: dict[str, float]) -> float:
    """How likely a spot with these clues is the mention of a place, 0 to 1."""
    weights: dict[str, float] = table("places_weights")["mention"]
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in clues.items())))


def clues_of(tokens: list[Token], found: list[Group], known: dict[str, Word]) -> None:
    """Sets the clues of every spot: those of its own and those of other mentions of its name."""
    persons = _persons(tokens, known)
    for group in found:
        shared = _shared(group)
        for spot in group.spots:
            clues = {"bias": 1.0, **shared}
            _name_clues(spot, tokens, known, clues)
            _left_clues(spot, tokens, known, clues)
            _right_clues(spot, tokens, known, clues)
            if not spot.adjective and spot.stop == spot.at + 1 and spot.key in persons and "title before" not in clues:
                clues["a person's name elsewhere"] = 1.0
            spot.clues = clues
    by_key: dict[str, list[Spot]] = defaultdict(list)
    for group in found:
        by_key[group.key].extend(group.spots)
    for spots in by_key.values():
        places = sum("locative before" in s.clues or "container" in s.clues for s in spots)
        for spot in spots:
            if places > ("locative before" in spot.clues or "container" in spot.clues):
                spot.clues["a place elsewhere"] = 1.0
            if len(spots) > 2:
                spot.clues["often"] = 1.0


def _shared(group: Group) -> dict[str, float]:
    """What the candidates tell."""
    if not group.choices:
        return {"no candidate": 1.0}
    entry, choice = group.choices[0].entry, group.choices[0]
    clues = {"size": math.log10(entry.population + 1) / 7, "likely": choice.likely}
    kind = entry.feature
    if entry.known:
        clues["known"] = 1.0
    elif kind.startswith("PCL"):
        clues["country"] = 1.0
    elif kind in ("ADM1", "ADM2"):
        clues[kind] = 1.0
    if choice.clues.get("other name"):
        clues["other name"] = 1.0
    if kind in ("PPLC", "PCLI", "GOVB"):
        clues["governs"] = 1.0
    if "held" in choice.clues or "loosely held" in choice.clues:
        clues["held"] = 1.0
    if "unit fits" in choice.clues:
        clues["unit"] = 1.0
    near = choice.scene
    clues["near others"] = min(1.0, near.get("near", 0.0))
    clues["in the country of others"] = near.get("country share", 0.0)
    clues["in the unit of others"] = near.get("unit share", 0.0)
    return clues


def _name_clues(spot: Spot, tokens: list[Token], known: dict[str, Word], clues: dict[str, float]) -> None:
    first = tokens[spot.at]
    own = [token.low for token in tokens[spot.at : spot.stop] if token.text[0].isalpha()]
    word = known.get(own[0], _NOTHING)
    if spot.adjective:
        clues["adjective"] = 1.0
        return
    if len(own) > 1:
        clues["several words"] = 1.0
        if all(known.get(w, _NOTHING).common for w in own):
            clues["several common words"] = 1.0
        return
    if word.common:
        clues["common word"] = 1.0
        clues["how common"] = (60 - word.common) / 50
        if first.first:
            clues["common word first"] = 1.0
        if first.titled or first.text.isupper():
            clues["common word among capitals"] = 1.0
    if (
        first.low in words("body")
        or first.low in words("street")
        or first.low in words("title")
        or first.low in words("unit")
    ):
        clues["a part of names"] = 1.0
    if word.given:
        clues["given name"] = min(1.0, 0.4 + math.log10(word.given) / 5)
    if word.surname:
        clues["surname"] = min(1.0, 0.2 + math.log10(word.surname) / 5)
    if word == _NOTHING:
        clues["no other word"] = 1.0
    if first.first:
        clues["first"] = 1.0
    if first.text.isupper() and len(first.text) > 3:
        clues["capitals"] = 1.0
    if len(first.text) < 5:
        clues["short"] = 1.0


def _left_clues(spot: Spot, tokens: list[Token], known: dict[str, Word], clues: dict[str, float]) -> None:
    before = tokens[spot.at - 1] if spot.at else None
    if before is None:
        return
    gap = tokens[spot.at].start - before.end
    if before.text == "." and spot.at > 1 and tokens[spot.at - 2].low in words("title"):
        before, gap = tokens[spot.at - 2], 1
    if before.low in words("locative") and (not before.cap or before.first or before.titled):
        clues["locative before"] = 1.0
    elif before.low in words("settlement") or (
        before.low == "of" and spot.at > 1 and tokens[spot.at - 2].low in words("settlement")
    ):
        clues["settlement before"] = 1.0
    elif before.low in words("title"):
        clues["title before"] = 1.0
    elif before.low == "the":
        clues["the before"] = 1.0
    elif before.low == "of":
        clues["of before"] = 1.0
        if spot.at > 1 and tokens[spot.at - 2].low in words("body") and tokens[spot.at - 2].cap:
            clues["body of before"] = 1.0
    elif before.text == ",":
        clues["comma before"] = 1.0
    elif before.text in "-–" and gap == 0:
        clues["hyphen before"] = 1.0
    elif before.cap and gap == 1 and not before.titled and not before.possessive:
        word = known.get(before.low, _NOTHING)
        if before.text.isupper() and len(before.text) == 1:
            clues["initial before"] = 1.0
        elif word.given and not word.common:
            clues["given name before"] = min(1.0, 0.4 + math.log10(word.given) / 5)
        elif not (before.first and word.common):
            clues["capital before"] = 1.0
    elif not before.text[0].isalnum():
        clues["sign before"] = 1.0


def _right_clues(spot: Spot, tokens: list[Token], known: dict[str, Word], clues: dict[str, float]) -> None:
    following = [token.low for token in tokens[spot.stop : spot.stop + 6]]
    if (
        following[1:2]
        and following[1] in ("a", "an", "the")
        and any(low in words("settlement") for low in following[2:])
    ):
        clues["described after"] = 1.0
    if spot.unit in words("coarse_unit"):
        clues["unit word"] = 1.0
    if spot.within_key or (spot.within is not None and not spot.loose):
        clues["container"] = 1.0
    if tokens[spot.stop - 1].possessive:
        clues["possessive"] = 1.0
    after = tokens[spot.stop] if spot.stop < len(tokens) else None
    if after is None:
        return
    gap = after.start - tokens[spot.stop - 1].end
    if after.text in "-–" and gap == 0:
        clues["hyphen after"] = 1.0
    elif after.text == ",":
        clues["comma after"] = 1.0
    elif after.cap and gap == 1 and not after.titled and after.text[0].isalpha() and not spot.unit:
        if "given name" in clues and not tokens[spot.stop - 1].possessive and spot.stop == spot.at + 1:
            clues["given name and capital after"] = 1.0
        word = known.get(after.low, _NOTHING)
        if after.low in words("street"):
            clues["street after"] = 1.0
        elif after.low in words("body"):
            clues["body after"] = 1.0
        elif word.surname and not word.common and not tokens[spot.stop - 1].possessive:
            clues["surname after"] = 1.0
            if "given name" in clues:
                clues["given name and surname"] = 1.0
        else:
            clues["capital after"] = 1.0
    elif after.low in words("says"):
        clues["a government speaks" if "governs" in clues else "verb after"] = 1.0
    elif not after.text[0].isalnum():
        clues["sign after"] = 1.0


def _persons(tokens: list[Token], known: dict[str, Word]) -> set[str]:
    """Last words of what reads like a person's full name: "John Houston", "President Lincoln"."""
    names: set[str] = set()
    for left, right in pairwise(tokens):
        if (
            not (left.cap and right.cap and right.text.isalpha())
            or left.possessive
            or not 0 < right.start - left.end < 3
        ):
            continue
        word, last = known.get(left.low, _NOTHING), known.get(right.low, _NOTHING)
        titled = left.low in words("title") and right.start - left.end < 3
        named = word.given > 0 and (not word.common or word.given > 50) and right.start - left.end == 1
        if (titled or (named and not last.common)) and right.low not in words("body") | words("street") | words("unit"):
            names.add(right.low)
    return names

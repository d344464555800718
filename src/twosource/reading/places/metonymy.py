"""Capitals and countries that stand for governments: "deprive Moscow of revenues", "the Paris-Berlin alliance"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import PlaceUse
from twosource.reading.places.lexicon import words
from twosource.reading.places.resolve import Group
from twosource.reading.places.tokens import Spot, Token

__all__ = ["share", "use"]

_RULED = ("PCLI", "PCL", "PPLC", "GOVB", "RGNE")
_ADVERBS = frozenset(
    ("also", "still", "now", "then", "again", "never", "not", "even", "has", "have", "had", "is", "was")
)
_COUNTED = "0123456789"
LOOK = 4
"""Words before the name that are read: "sanctions imposed again on Tehran" has four."""


def use(spot: Spot, group: Group, tokens: Sequence[Token]) -> PlaceUse:
    """Literal, metonym ("Moscow said", "the Boston Globe") or demonym ("Russian")."""
    if spot.adjective:
        return "demonym"
    best, clues = group.best, spot.clues
    if best is None or "body after" in clues or "body of before" in clues:
        return "metonym"
    if best.entry.feature not in _RULED or "settlement before" in clues:
        return "literal"
    left = [token.low for token in tokens[max(0, spot.at - LOOK - 1) : spot.at]]
    if left[-1:] == ["the"]:
        left.pop()
    before = left[-1] if left else ""
    if _joined(spot, tokens) or _moved(left):
        return "metonym"
    if before in words("locative") and before not in words("partner"):
        return "metonym" if _related(left) else "literal"
    going = any(low in words("motion") or low in words("travel") for low in left[-4:-1])
    partner = (before in words("partner") or (before == "and" and "between" in left)) and not going
    government = best.entry.feature == "GOVB" or _owns(spot, tokens) or partner
    return "metonym" if government or _wills(spot, tokens) or _sided(spot, tokens) or _related(left) else "literal"


def _owns(spot: Spot, tokens: Sequence[Token]) -> bool:
    """ "Russia's army", "Tehran's ambitions"; an adjective may stand between."""
    following = [token.low for token in tokens[spot.stop : spot.stop + 2]]
    return tokens[spot.stop - 1].possessive and any(low in words("ruler") for low in following)


def _wills(spot: Spot, tokens: Sequence[Token]) -> bool:
    """ "Moscow said", "Pyongyang was planning", "Kyiv has repeatedly asked"."""
    at = spot.stop
    if at < len(tokens) and tokens[at].low in words("says"):
        return not (tokens[at].low in ("has", "had") and at + 1 < len(tokens) and tokens[at + 1].low[0] in _COUNTED)
    while at < min(len(tokens), spot.stop + 3) and (tokens[at].low in _ADVERBS or tokens[at].low.endswith("ly")):
        at += 1
    verb = tokens[at].low if at < len(tokens) else ""
    return verb in words("wills") or (at > spot.stop and verb in words("says"))


def _sided(spot: Spot, tokens: Sequence[Token]) -> bool:
    """ "Kyiv on one side and Hungary on the other"."""
    low = [token.low for token in tokens[spot.stop : spot.stop + 6]]
    if low[:1] and low[0] in ("is", "was", "are", "were", "stands"):
        low = low[1:]
    return (
        low[:1] == ["on"] and len(low) > 2 and low[1] in ("one", "the") and low[2] in ("one", "side", "hand", "other")
    )


def _joined(spot: Spot, tokens: Sequence[Token]) -> bool:
    """ "US-Russia talks", "the Paris-Berlin alliance"; but a road or a train from one to the other lies there."""
    at, stop = spot.at, spot.stop
    right = stop + 1 < len(tokens) and _hyphen(tokens, stop) and tokens[stop + 1].cap
    left = at > 1 and _hyphen(tokens, at - 1) and tokens[at - 2].cap
    if not (left or right):
        return False
    while stop + 1 < len(tokens) and _hyphen(tokens, stop) and tokens[stop + 1].cap:
        stop += 2
    return not any(token.low in words("travel") for token in tokens[stop : stop + 2])


def _hyphen(tokens: Sequence[Token], at: int) -> bool:
    joined = tokens[at - 1].end == tokens[at].start and at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start
    return tokens[at].text in "-–/" and joined


def _moved(left: list[str]) -> bool:
    """ "deprive Moscow", "put pressure on", "to persuade Washington"."""
    return bool(left) and left[-1] in words("moves")


def _related(left: list[str]) -> bool:
    """ "assistance to Moscow", "ties with Tehran", "sanctions against Minsk"."""
    if not left or left[-1] not in words("relating"):
        return False
    noun = next((low for low in reversed(left[:-1]) if low not in words("imposed")), "")
    return noun in words("relation")


def share(meant: list[PlaceUse], spotted: Sequence[tuple[Spot, Group]], tokens: Sequence[Token]) -> list[PlaceUse]:
    """Of "Minsk and Moscow signed" both are governments: a name takes the use of the one that "and" joins it to."""
    found = list(meant)
    for n in range(len(spotted) - 1, 0, -1):
        (left, group), (right, other) = spotted[n - 1], spotted[n]
        between = [token.low for token in tokens[left.stop : right.at]]
        both = all(g.best is not None and g.best.entry.feature in _RULED for g in (group, other))
        if both and between in (["and"], ["or"], [",", "and"], [","]):
            located = left.at > 0 and tokens[left.at - 1].low in words("locative") - words("partner")
            if found[n] == "metonym" and found[n - 1] == "literal" and not located:
                found[n - 1] = "metonym"
    for n in range(1, len(spotted)):
        (left, _), (right, other) = spotted[n - 1], spotted[n]
        between = [token.low for token in tokens[left.stop : right.at]]
        ruled = other.best is not None and other.best.entry.feature in _RULED
        if found[n - 1] == "metonym" and found[n] == "literal" and ruled and between in (["and"], ["or"]):
            found[n] = "metonym"
    return found

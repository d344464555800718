"""One text's names taken together: spotted, weighed as places, resolved in the light of each other."""

from __future__ import annotations

from twosource.model import Layout
from twosource.reading.places.gazetteer import Gazetteer
from twosource.reading.places.judge import clues_of, likelihood
from twosource.reading.places.resolve import Group, groups, resolve, resolve_alone
from twosource.reading.places.spot import spots
from twosource.reading.places.tokens import Token, tokens

__all__ = ["survey"]


def survey(layout: Layout, home: str | None, atlas: Gazetteer) -> tuple[list[Token], list[Group]]:
    """The tokens and the groups of mentions, each spot with its clues and each group with ordered candidates."""
    found = tokens(layout)
    spotted = [spot for spot in spots(layout, found, atlas) if spot.ids]
    known = atlas.words({token.low for token in found if token.cap})
    together = groups(spotted, atlas)
    resolve_alone(together, home)
    clues_of(found, together, known)
    for group in together:
        group.weight = max(likelihood(spot.clues) for spot in group.spots)
    resolve(together, atlas, home)
    clues_of(found, together, known)
    return found, together

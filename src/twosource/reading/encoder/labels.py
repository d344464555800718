"""What the heads tell apart. The order is the order of the trained weights: never change it without training anew."""

from __future__ import annotations

from typing import get_args

from twosource.model.report import Certainty, ClaimType, Stance

ROLES = ("source", "cue", "content")
"""Of an attribution. A head of n names has 2n + 1 tags: 0 for none, then begin and inside of each name."""

ENTITIES = ("Person", "Organisation", "Location", "Nationality", "Weapon", "Vehicle", "MilitaryPlatform")
"""re3d's types, but those that other parts read by rules (times, quantities)."""

MARKS = ("hedge", "limit")
"""Words within a claim that make it less sure, and words that limit it."""

TYPES: tuple[ClaimType, ...] = get_args(ClaimType)
STANCES: tuple[Stance, ...] = get_args(Stance)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)

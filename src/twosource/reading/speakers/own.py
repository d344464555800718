"""Knows the report's own outlet where it is called by a part of its name."""

from __future__ import annotations

import re

from twosource.reading.speakers.describe import Description

__all__ = ["own_short"]

_CHECKED = (
    r"(?:has|have|had|was|is|could|can) ?not (?:\w+ ){0,3}(?:verif|confirm)|was unable to (?:\w+ )?(?:verif|confirm)"
)
"""What only an outlet says of itself: that it could not check what it was told."""


def own_short(said: Description, outlet: str | None, text: str) -> bool:
    """True of the outlet's initials, of "the Network" where the outlet is the River Aid Network.

    The first word alone counts where the text has it speak as an outlet does: "Lode could not verify the toll".
    """
    parts = (outlet or "").split()
    if len(parts) < 2 or " " in said.name:
        return False
    initials = "".join(part[0] for part in parts if part[0].isupper())
    if said.name == initials or (said.definite and said.form == "body" and said.name == parts[-1]):
        return True
    first = said.name == parts[0] and said.form == "body" and not said.sides
    return first and re.search(rf"\b{re.escape(said.name)} (?:{_CHECKED})", text) is not None

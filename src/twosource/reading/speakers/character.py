"""Somebody who may speak in a report."""

from __future__ import annotations

from dataclasses import dataclass, field

from twosource.model import SourceKind, Span
from twosource.reading.speakers import lists
from twosource.reading.speakers.names import surname
from twosource.reading.speakers.words import NAMES

__all__ = ["PERSONAL", "Character"]

PERSONAL = frozenset(("he", "she", "his", "her", "him", "i"))
"""Pronouns of one person."""


@dataclass(slots=True)
class Character:
    """Somebody who may speak, as far as is known yet."""

    name: str
    kind: SourceKind
    organisation: str | None = None
    role: str | None = None
    groups: set[str] = field(default_factory=set)
    sides: tuple[str, ...] = ()
    mentions: set[Span] = field(default_factory=set)
    carriers: tuple[str, ...] = ()
    item: int | None = None

    @property
    def surname(self) -> str:
        """The last word of the name in lower case."""
        return surname(self.name)

    @property
    def unnamed(self) -> bool:
        """True of one person whose name is withheld: "a former officer"; she may be "she" in the next sentence."""
        last = self.name.split()[-1] if self.name else ""
        person = lists.roles().knows(last) or last in ("source", "insider")
        return self.kind == "anonymous" and person and self.name != "unspecified"

    @property
    def speaks_for(self) -> bool:
        """True of a spokesperson whose name is known."""
        return self.kind == "person" and "spokesperson" in self.groups and self.name[:1].isupper()

    @property
    def may_be_firm(self) -> bool:
        """True of a body with a name of its own that is no medium and no party: what "the company" may stand for."""
        if self.kind != "organisation" or not self.name[:1].isupper():
            return False
        name = NAMES[self.name]
        party = lists.parties().at(name, 0)
        return lists.medium_in(name) is None and (party is None or party.end < len(name))

    def may_be(self, pronoun: str) -> bool:
        """Whether a pronoun may stand for it."""
        if pronoun in PERSONAL:
            return self.kind == "person"
        if pronoun in ("it", "its", "which"):
            return self.kind == "organisation"
        return self.kind != "person" or pronoun == "who"

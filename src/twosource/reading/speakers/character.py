"""Somebody who may speak in a report."""

from __future__ import annotations

from dataclasses import dataclass, field

from twosource.model import SourceKind, Span
from twosource.reading.speakers.names import surname

__all__ = ["Character"]


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

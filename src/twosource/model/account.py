"""The account: claims of many reports set side by side.

The shapes are those of the public JSON (docs/reference/json.md).
"""

from __future__ import annotations

from typing import Literal

from twosource.model.base import Period, Record
from twosource.model.report import ClaimType, Report

Status = Literal["single_source", "corroborated", "disputed", "revised", "denied", "unverified"]
RelationKind = Literal["conflict", "agree", "compatible", "revision", "same_statement", "overstates"]
DIRECTED: tuple[RelationKind, ...] = ("revision", "overstates")
"""Kinds that read from a to b: b revises a; b overstates a."""


class ClaimRef(Record, frozen=True, order=True):
    """A claim of a report, by their ids."""

    report: str
    claim: str


class ItemRef(Record, frozen=True, order=True):
    """An item of a report, by the report's id and the item's index."""

    report: str
    item: int


class Estimate(Record, frozen=True):
    """UCDP's low, best and high of a position's figures, never an average."""

    low: float | int | None
    best: float | int | None
    high: float | int | None
    unit: str | None


class Position(Record, frozen=True):
    """One answer to a question, and the claims that give it."""

    answer: str
    claims: tuple[ClaimRef, ...]
    sources: tuple[str, ...] = ()
    estimate: Estimate | None = None
    reason: str | None = None


class Relation(Record, frozen=True):
    """How two claims stand to each other; `revision` and `overstates` read from a to b."""

    a: ClaimRef
    b: ClaimRef
    kind: RelationKind
    reason: str


class Group(Record, frozen=True):
    """Names that count as one source, and why; `certain` where the group counts among the certainly independent."""

    names: tuple[str, ...]
    reason: str | None = None
    certain: bool = True
    claims: tuple[ClaimRef, ...] = ()


class Independence(Record, frozen=True):
    """How many independent sources: certainly (`count`) and at most, with the groups that were counted."""

    count: int
    at_most: int
    groups: tuple[Group, ...] = ()


class Review(Record, frozen=True):
    """That a person has looked at it; `changed` where it is no longer what was looked at."""

    author: str
    at: str
    reason: str | None = None
    changed: bool = False


class Grade(Record, frozen=True):
    """The Admiralty code that a person gave: of the source, A to F, and of the claim, 1 to 6; never put together."""

    claim: ClaimRef
    of_source: str | None = None
    of_claim: str | None = None


class Question(Record, frozen=True):
    """What several claims are about, put as a question; its positions, and how they stand to each other."""

    id: str
    text: str
    type: ClaimType
    status: Status
    positions: tuple[Position, ...]
    relations: tuple[Relation, ...] = ()
    independent_sources: Independence = Independence(0, 0)
    sides: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    status_reason: str | None = None
    reviewed: Review | None = None
    grades: tuple[Grade, ...] = ()

    def claims(self) -> tuple[ClaimRef, ...]:
        """Every claim of the question, position by position."""
        return tuple(ref for position in self.positions for ref in position.claims)


class Sentence(Record, frozen=True):
    """A sentence of a brief and the claims that it rests on."""

    text: str
    claims: tuple[ClaimRef, ...]


class Story(Record, frozen=True):
    """One thing that happened, with the reports that tell it and the questions that they answer."""

    id: str
    title: str
    reports: tuple[str, ...]
    items: tuple[ItemRef, ...]
    period: Period
    questions: tuple[Question, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    reviewed: Review | None = None


class Account(Record, frozen=True):
    """What some reports add up to."""

    stories: tuple[Story, ...]
    made_by: str | None = None


class Brief(Record, frozen=True):
    """An account together with the reports that it rests on."""

    reports: tuple[Report, ...]
    stories: tuple[Story, ...]

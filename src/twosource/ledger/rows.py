"""What a ledger answers: small frozen records, none of which knows that there is a database."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from twosource.model import Certainty, ClaimType, Part, Period, Published, Record, SourceKind, Stance, Status

AddedStatus = Literal["added", "known", "new_version"]
Kind = Literal["report", "story", "question"]


class Added(Record, frozen=True):
    """What became of a report that was given to the ledger; `previous` is the version that it supersedes.

    >>> Added("new_version", "r2", previous="r1").status
    'new_version'
    """

    status: AddedStatus
    report: str
    previous: str | None = None


class Found(Record, frozen=True):
    """What a short id stands for, and the whole id."""

    kind: Kind
    id: str


class ReportRow(Record, frozen=True):
    """A report without its text and reading: for lists, and for the versions that one address had.

    It was the known version from `known_from` until before `known_to` (UTC); the current one has no `known_to`.
    `made_by` names the version of the reader that made the reading which is kept, `read` when it was put in.
    """

    id: str
    origin: str | None
    url: str | None
    outlet: str | None
    title: str | None
    published: Published
    version: int
    known_from: datetime
    known_to: datetime | None
    made_by: str | None
    read: datetime


class ClaimRow(Record, frozen=True):
    """A claim with what a list of claims shows. `source` is None in the outlet's own voice.

    `cursor` grows along a list: give the last row's as `after` to go on from there.
    """

    report: str
    claim: str
    cursor: int
    words: str
    source: str | None
    source_kind: SourceKind | None
    side: tuple[str, ...] | None
    relay: tuple[str, ...]
    outlet: str | None
    title: str | None
    published: Published
    type: ClaimType
    stance: Stance
    certainty: Certainty
    said: Period | None
    when: Period | None
    places: tuple[str, ...]
    item: int | None
    part: Part | None


class SourceRow(Record, frozen=True):
    """Everyone of one name and kind in the current reports, and how much they say there."""

    name: str
    kind: SourceKind
    side: tuple[str, ...] | None
    claims: int
    reports: int


class QuestionHead(Record, frozen=True):
    """A question as a list shows it."""

    id: str
    story: str
    text: str
    type: ClaimType
    status: Status
    positions: int
    claims: int
    count: int
    at_most: int


class StoryHead(Record, frozen=True):
    """A story as a list shows it; `disputed` counts questions that are disputed, denied or revised."""

    id: str
    title: str
    reports: int
    questions: int
    disputed: int
    period: Period


Unknown = Literal["outlet", "day", "side"]
"""What may not be known of a claim."""


class ClaimFilter(Record, frozen=True):
    """Which claims are asked for; what is None does not limit.

    `source` and `place` are whole words of a name, whatever their case and accents (`kursk` finds Kursk Oblast and
    not Kurskaya). `since` is a day: said on it or later, or, where that is not known, published so. `search` asks for
    words of the claim: all of them, "a phrase" together, `begin*` by its beginning. `outlet` is a whole name.

    `until` is a day too: said or published on it or earlier; `about` is the (last) day that a claim speaks of. With
    `whole`, names are whole names exactly as they are spelt, so that a list holds what a count counted. `kind` is the
    source's. `without` asks for claims of which something is not known: the outlet, the day, or the source's side.
    """

    source: str | None = None
    place: str | None = None
    side: str | None = None
    type: str | None = None
    since: str | None = None
    search: str | None = None
    story: str | None = None
    report: str | None = None
    outlet: str | None = None
    until: str | None = None
    about: str | None = None
    whole: bool = False
    kind: SourceKind | None = None
    without: Unknown | None = None

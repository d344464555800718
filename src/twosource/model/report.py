"""A report as it was read: the text as given and everything that was found in it.

The shapes are those of the public JSON (docs/reference/json.md). Offsets count code points in `text`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from twosource.model.base import Period, Record, Span, Spans

Basis = Literal["given", "metadata", "stated", "inferred", "unknown"]
BoilerplateKind = Literal["navigation", "notice", "promotion", "form", "related", "share", "byline", "caption", "other"]
ItemKind = Literal["story", "teaser", "summary"]
SourceKind = Literal["person", "organisation", "anonymous", "collective", "outlet"]
Mode = Literal["direct", "indirect", "mixed"]
Stance = Literal["assert", "deny", "decline", "cannot_verify", "acknowledge"]
Certainty = Literal["certain", "probable", "possible"]
ClaimType = Literal[
    "control", "movement", "attack", "casualties", "strength", "losses_materiel", "capability", "personnel",
    "diplomacy", "sanctions", "humanitarian", "denial", "forecast", "other",
]  # fmt: skip
Measure = Literal[
    "killed", "wounded", "killed_or_wounded", "missing", "captured", "deployed", "displaced", "population",
    "area", "distance", "duration", "share", "count",
]  # fmt: skip
Part = Literal["title", "heading", "standfirst", "teaser", "caption", "body"]
PlaceUse = Literal["literal", "metonym", "demonym"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


class Published(Period, frozen=True):
    """When a report was published, and how that is known."""

    basis: Basis = "unknown"


class Boilerplate(Span, frozen=True):
    """Words of the page that are no part of the article; marked, never removed."""

    kind: BoilerplateKind = "other"


class Item(Record, frozen=True):
    """One story of a digest; a plain report has one item."""

    start: int
    end: int
    heading: Span | None = None
    kind: ItemKind = "story"


class Source(Record, frozen=True):
    """Whoever says something in a report, under the fullest name that the report gives.

    `side` holds the parties spoken for (data file parties.toml), None where there is none or it is not known.
    """

    id: str
    name: str
    kind: SourceKind
    organisation: str | None = None
    role: str | None = None
    side: tuple[str, ...] | None = None
    mentions: Spans = ()


class Attribution(Record, frozen=True):
    """A source, the cue that reports it and the content that is laid to it (PolNeAR, Newell et al. 2018)."""

    id: str
    source: Spans
    cue: Spans
    content: Spans
    mode: Mode = "indirect"
    confidence: float | None = None


class TimeMention(Record, frozen=True):
    """A time expression with its TIMEX3 `type` and `value`, and the days it covers."""

    start: int
    end: int
    type: TimeType
    value: str
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None

    def period(self) -> Period:
        """The days it covers."""
        return Period(self.from_, self.to)


class Candidate(Record, frozen=True):
    """A place that bears the name of a mention and was not chosen; `likely` is its share, from 0 to 1."""

    name: str
    lat: float
    lon: float
    geonameid: int | str | None = None
    feature: str | None = None
    admin1: str | None = None
    country: str | None = None
    likely: float | None = None


class PlaceMention(Record, frozen=True):
    """A toponym, resolved as far as is honest: `precision` is UCDP's `where_prec`, 1 (exact) to 7.

    Degrees WGS84; `feature` is a GeoNames feature code; unresolved is None, never 0.
    """

    start: int
    end: int
    name: str
    lat: float | None = None
    lon: float | None = None
    geonameid: int | str | None = None
    feature: str | None = None
    admin1: str | None = None
    country: str | None = None
    precision: int | None = None
    use: PlaceUse = "literal"
    confidence: float | None = None
    reason: str | None = None
    candidates: tuple[Candidate, ...] = ()


class Figure(Record, frozen=True):
    """A number with its bounds as said, what it measures, in which unit and of whom.

    "at least 1,000 killed" is low 1000, high None. `same_as` is the index of the figure that already counts it: the
    first mention of the same figure, or the whole of which it is a part (`part_of` is then set too: the two children of
    "six, including two children"). `denied` marks the 300 of "not 300 but 20 to 40". `background` says what a number
    measures that is the toll of another event ("linked to an attack that killed four"); its `measure` is then count.
    """

    start: int
    end: int
    measure: Measure
    low: float | int | None
    high: float | int | None
    unit: str | None = None
    approximate: bool = False
    of: str | None = None
    same_as: int | None = None
    part_of: int | None = None
    denied: bool = False
    background: Measure | None = None


class Event(Record, frozen=True):
    """A predicate or event noun: its PLOVER code, and factuality from -3 (certain that not) to 3 (certain)."""

    start: int
    end: int
    code: str | None = None
    factuality: float | None = None


class About(Record, frozen=True):
    """Whom and what a claim is about, in the report's words."""

    actor: str | None = None
    object: str | None = None


class Reason(Record, frozen=True):
    """Why a field of a claim has its value: the rule or model that set it, and the words it went by."""

    field: str
    rule: str
    words: str | None = None


class Claim(Record, frozen=True):
    """One attributed statement: the unit of the account.

    `relay` names who carried it, original first, this outlet last; in the outlet's own voice it is the outlet alone
    and `source` is None. `places`, `figures` and `item` are indexes into the report's lists.
    """

    id: str
    content: Spans
    attribution: str | None = None
    source: str | None = None
    relay: tuple[str, ...] = ()
    stance: Stance = "assert"
    certainty: Certainty = "certain"
    hedges: Spans = ()
    scope: Spans = ()
    type: ClaimType = "other"
    plover: str | None = None
    said: Period | None = None
    when: Period | None = None
    places: tuple[int, ...] = ()
    figures: tuple[int, ...] = ()
    item: int | None = 0
    about: About | None = None
    confidence: float | None = None
    part: Part | None = None
    reasons: tuple[Reason, ...] = ()


class Skipped(Record, frozen=True):
    """A stretch of the text that could not be read, and why."""

    start: int
    end: int
    reason: str


class Report(Record, frozen=True):
    """One report: its text as given, what is known of it, and what was read in it."""

    id: str
    origin: str | None
    text: str
    outlet: str | None = None
    outlet_basis: Basis = "unknown"
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    published: Published = Published()
    boilerplate: tuple[Boilerplate, ...] = ()
    items: tuple[Item, ...] = ()
    sources: tuple[Source, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    made_by: str | None = None

    def claim(self, claim_id: str) -> Claim:
        """The claim with this id; raises `KeyError`."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)

    def source_of(self, claim: Claim) -> Source | None:
        """Who says the claim; None in the outlet's own voice."""
        return next((source for source in self.sources if source.id == claim.source), None)

    def words(self, claim: Claim) -> str:
        """The very words of a claim."""
        return " … ".join(span.cut(self.text) for span in claim.content)


class SkipRecord(Record, frozen=True):
    """Why a whole file could not be read."""

    reason: str
    message: str


class Unread(Record, frozen=True):
    """A file, page or line that could not be read: a line of its own in the public JSON."""

    origin: str
    skipped: SkipRecord

"""What the desk keeps in memory of each report: who speaks in it how often, and where its claims are.

A reading holds far more. Only the fields below are decoded, so that ten thousand reports are gone through in a second
or two when a desk starts.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from twosource.model import Record, Status

RADIUS: dict[int, int] = {1: 2, 2: 25, 3: 40, 4: 90, 5: 60, 6: 250}
"""Kilometres within which a place of each precision may be: UCDP says 25 km of 2, the rest are usual sizes of a
district, a province, a stretch without bounds, and a country. Of 7, the open sea or the air, no circle is honest."""


class MapEvent(Record, frozen=True):
    """A claim on the map: where, of which type, on which days, and how its question stands."""

    report: str
    claim: str
    place: str
    lat: float
    lon: float
    radius: int | None
    type: str
    start: str | None
    end: str | None
    question: str | None
    status: Status | None


class Spot(NamedTuple):
    """A place as one report has it."""

    name: str
    lat: float
    lon: float
    precision: int
    admin1: str | None
    country: str | None

    @property
    def key(self) -> tuple[str, float, float]:
        """What makes two reports' places the same."""
        return self.name, self.lat, self.lon


Voice = tuple[str, str]
"""The name and kind of a source."""


class Gist(NamedTuple):
    """A report: by whom and when it was published, its claims, who speaks (with sides), and where.

    `voices` gives each source's claims and sides, None where those are not known; `spots` each place's claims.
    """

    number: int
    report: str
    outlet: str | None
    first: str | None
    last: str | None
    claims: int
    voices: dict[Voice, tuple[int, frozenset[str] | None]]
    spots: dict[Spot, int]
    events: tuple[MapEvent, ...]


class _Period(msgspec.Struct, rename={"start": "from", "end": "to"}):
    start: str | None = None
    end: str | None = None


class _Source(msgspec.Struct):
    id: str
    name: str
    kind: str
    side: list[str] | None = None


class _Place(msgspec.Struct):
    name: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None
    admin1: str | None = None
    country: str | None = None


class _Claim(msgspec.Struct):
    id: str
    source: str | None = None
    type: str = "other"
    said: _Period | None = None
    when: _Period | None = None
    places: list[int] = []


class _Body(msgspec.Struct):
    outlet: str | None = None
    published: _Period = msgspec.field(default_factory=_Period)
    sources: list[_Source] = []
    places: list[_Place] = []
    claims: list[_Claim] = []


_decoder = msgspec.json.Decoder(_Body)


def gist(number: int, report: str, body: str) -> Gist:
    """The gist of a reading, which is given as the JSON that the ledger keeps."""
    try:
        held = _decoder.decode(body)
    except (msgspec.DecodeError, UnicodeError):  # half a surrogate pair, which the ledger keeps and msgspec refuses
        held = msgspec.convert(json.loads(body), _Body)
    spots: Counter[Spot] = Counter()
    events: list[MapEvent] = []
    for claim in held.claims:
        start, end = _days(claim, held)
        there = [spot for n in claim.places if (spot := _spot(held.places, n)) is not None]
        spots.update(set(there))
        events += [
            MapEvent(
                report, claim.id, s.name, s.lat, s.lon, RADIUS.get(s.precision), claim.type, start, end, None, None
            )
            for s in there
        ]
    published = held.published
    return Gist(
        number, report, held.outlet, published.start, published.end, len(held.claims), _voices(held), dict(spots),
        tuple(events),
    )  # fmt: skip


def _voices(held: _Body) -> dict[Voice, tuple[int, frozenset[str] | None]]:
    said = Counter(claim.source for claim in held.claims)
    ids: dict[str, Voice] = {}
    sides: dict[Voice, frozenset[str] | None] = {}
    for source in held.sources:
        voice = (source.name, source.kind)
        ids.setdefault(source.id, voice)
        had = sides.get(voice)
        sides[voice] = had if source.side is None else (had or frozenset()) | frozenset(source.side)
    claims: Counter[Voice] = Counter()
    for id_, voice in ids.items():
        claims[voice] += said[id_]
    return {voice: (claims[voice], side) for voice, side in sides.items()}


def _spot(places: Sequence[_Place], n: int) -> Spot | None:
    place = places[n] if 0 <= n < len(places) else None
    if place is None or place.lat is None or place.lon is None or place.precision is None:
        return None
    return Spot(place.name, place.lat, place.lon, place.precision, place.admin1, place.country)


def _days(claim: _Claim, held: _Body) -> tuple[str | None, str | None]:
    """When it happened, else when it was said, else when it was published; None where nothing is known."""
    for period in (claim.when, claim.said, held.published):
        if period is not None and (period.start or period.end):
            end = period.end or period.start
            return period.start or end, end
    return None, None

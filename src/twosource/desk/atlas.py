"""Where claims are: every place of every claim that has coordinates, kept in memory and brought up to date.

A ledger keeps names of places with its claims and coordinates only inside its readings, so that a map of a hundred
thousand claims would have to open them all at each look. Each reading is opened once.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from twosource.desk.queries import Moment, disputed_claims, known_numbers, readings_after
from twosource.ledger import Store
from twosource.model import Claim, ClaimRef, Record, Report, Status

BATCH = 500
"""Readings opened in one go: about a tenth of a second, after which others have their turn."""

RADIUS: dict[int, int] = {1: 2, 2: 25, 3: 40, 4: 90, 5: 60, 6: 250}
"""Kilometres within which a place of each precision may be: UCDP says 25 km of 2, the rest are usual sizes of a
district, a province, a stretch without bounds, and a country. Of 7, the open sea or the air, no circle is honest."""


class Spot(NamedTuple):
    """A claim at a place."""

    number: int
    report: str
    claim: str
    name: str
    lat: float
    lon: float
    precision: int
    type: str
    start: str
    end: str
    admin1: str | None
    country: str | None


class PlaceRow(Record, frozen=True):
    """A place with how many claims speak of it; `radius` in kilometres is how far off it may be."""

    name: str
    lat: float
    lon: float
    precision: int
    radius: int | None
    admin1: str | None
    country: str | None
    claims: int


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


class Atlas:
    """All spots of a ledger."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._spots: list[Spot] = []
        self._last = 0

    def refresh(self) -> None:
        """Opens the readings that came since."""
        with self._lock:
            while True:
                with self._store.looking() as connection:
                    page = readings_after(connection, self._last, BATCH)
                if not page:
                    return
                for found in page:
                    self._spots += _spots(found.number, found.report)
                self._last = page[-1].number

    def spots(self, at: Moment) -> list[Spot]:
        """The spots of the reports known at a moment."""
        self.refresh()
        with self._store.looking() as connection:
            known = known_numbers(connection, at)
        return [spot for spot in self._spots if spot.number in known]

    def places(self, at: Moment) -> list[PlaceRow]:
        """The places, whatever most claims speak of first."""
        held: dict[tuple[str, float, float], list[Spot]] = defaultdict(list)
        for spot in self.spots(at):
            held[spot.name, spot.lat, spot.lon].append(spot)
        rows = [_place(spots) for spots in held.values()]
        return sorted(rows, key=lambda row: (-row.claims, row.name))

    def events(self, at: Moment, story_reports: frozenset[str] | None = None) -> list[MapEvent]:
        """What a map shows, of all reports or of some."""
        with self._store.looking() as connection:
            open_ = disputed_claims(connection, at)
        found = []
        for spot in self.spots(at):
            if story_reports is None or spot.report in story_reports:
                asked, status = open_.get(ClaimRef(spot.report, spot.claim), (None, None))
                found.append(
                    MapEvent(
                        spot.report, spot.claim, spot.name, spot.lat, spot.lon, RADIUS.get(spot.precision), spot.type,
                        spot.start or None, spot.end or None, asked, status,
                    )
                )  # fmt: skip
        return found


def _place(spots: list[Spot]) -> PlaceRow:
    one = min(spots, key=lambda spot: spot.precision)
    claims = len({(spot.report, spot.claim) for spot in spots})
    return PlaceRow(
        one.name, one.lat, one.lon, one.precision, RADIUS.get(one.precision), one.admin1, one.country, claims
    )


def _spots(number: int, report: Report) -> Iterator[Spot]:
    for claim in report.claims:
        start, end = _days(claim, report)
        for n in claim.places:
            place = report.places[n] if 0 <= n < len(report.places) else None
            if place is None or place.lat is None or place.lon is None or place.precision is None:
                continue
            yield Spot(
                number, report.id, claim.id, place.name, place.lat, place.lon, place.precision, claim.type, start, end,
                place.admin1, place.country,
            )  # fmt: skip


def _days(claim: Claim, report: Report) -> tuple[str, str]:
    """When it happened, else when it was said, else when it was published; empty where nothing is known."""
    for period in (claim.when, claim.said, report.published):
        if period is not None and (period.start or period.end):
            end = period.end or period.start or ""
            return period.start or end, end
    return "", ""

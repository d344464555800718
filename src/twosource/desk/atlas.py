"""Who speaks, who published and where claims are, over a whole ledger: kept in memory and brought up to date.

A list of all sources or places of a hundred thousand claims would have to go through all of them at each look. Each
reading is opened once, and a list adds up what reports hold; at another moment it is told from how it is now by the
reports that were known at one of the two only.
"""

from __future__ import annotations

import gc
import threading
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import Connection

from twosource.desk.gists import RADIUS, Gist, MapEvent, Spot, Voice, gist
from twosource.desk.queries import Moment, OutletRow
from twosource.desk.readings import Located, disputed_claims, known_numbers, number, read_since, readings
from twosource.ledger import SourceRow, Store
from twosource.model import Record, SourceKind, Status

BATCH = 500
"""Readings opened in one go: less than a tenth of a second, after which others have their turn."""

LATE = timedelta(seconds=5)
"""How far the clocks of those who read reports anew may be apart."""


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


_SIDED = ""
"""Counts the reports in which it is known whether a source has sides."""


class _Totals:
    """What some reports add up to."""

    def __init__(self) -> None:
        self.numbers: set[int] = set()
        self.claims: Counter[Voice] = Counter()
        self.reports: Counter[Voice] = Counter()
        self.sides: dict[Voice, Counter[str]] = defaultdict(Counter)
        self.places: Counter[tuple[str, float, float]] = Counter()

    def copy(self) -> _Totals:
        """The same, to be changed by itself."""
        made = _Totals()
        made.numbers = set(self.numbers)
        made.claims, made.reports, made.places = Counter(self.claims), Counter(self.reports), Counter(self.places)
        made.sides.update({voice: Counter(held) for voice, held in self.sides.items()})
        return made

    def put(self, one: Gist, times: int) -> None:
        """Adds a report once, or takes it away (-1 times)."""
        (self.numbers.add if times > 0 else self.numbers.discard)(one.number)
        for voice, (claims, sides) in one.voices.items():
            self.claims[voice] += times * claims
            self.reports[voice] += times
            for side in () if sides is None else (_SIDED, *sides):
                self.sides[voice][side] += times
        for spot, claims in one.spots.items():
            self.places[spot.key] += times * claims


class Atlas:
    """All reports of a ledger, each in a few numbers."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.RLock()
        self._gists: dict[int, Gist] = {}
        self._ids: dict[str, int] = {}
        self._spots: dict[tuple[str, float, float], Spot] = {}
        self._now = _Totals()
        self._last = 0
        self._read: datetime | None = None
        self._number = -1

    def refresh(self) -> None:
        """Opens the readings that came since, or were made anew."""
        with self._lock:
            with self._store.looking() as connection:
                now = number(connection)
                anew = [] if now == self._number or self._read is None else self._anew(connection, self._read)
            if now == self._number:
                return
            self._take(anew)
            while True:
                with self._store.looking() as connection:
                    page = readings(connection, self._last, BATCH)
                if not page:
                    break
                self._take(page)
                self._last = page[-1].number
            if self._number < 0:
                # What a large ledger leaves in memory lasts: the collector would go through it again and again, and
                # whoever asks meanwhile waits a tenth of a second.
                gc.collect()
                gc.freeze()
            self._number = now

    def _anew(self, connection: Connection, read: datetime) -> list[Located]:
        return read_since(connection, self._last, read - LATE)

    def _take(self, page: Iterable[Located]) -> None:
        for found in page:
            self._put(gist(found.number, found.id, found.body))
            self._read = found.read if self._read is None else max(self._read, found.read)

    def _put(self, one: Gist) -> None:
        old = self._gists.get(one.number)
        if old is not None and one.number in self._now.numbers:
            self._now.put(old, -1)
        self._gists[one.number] = one
        self._ids[one.report] = one.number
        for spot in one.spots:
            kept = self._spots.setdefault(spot.key, spot)
            if spot.precision < kept.precision:
                self._spots[spot.key] = spot

    def _known(self, at: Moment) -> set[int]:
        self.refresh()
        with self._store.looking() as connection:
            return known_numbers(connection, at, self._gists.keys())

    def _totals(self, at: Moment) -> _Totals:
        """What the reports known at a moment add up to. To be used while the lock is held."""
        known = self._known(at)
        totals = self._now
        if at is not None:
            near = 2 * len(known ^ self._now.numbers) < len(known)
            totals = self._now.copy() if near else _Totals()
        for gone in totals.numbers - known:
            totals.put(self._gists[gone], -1)
        for new in known - totals.numbers:
            totals.put(self._gists[new], 1)
        return totals

    def sources(self, at: Moment) -> list[SourceRow]:
        """Who speaks in the reports known at a moment, whoever says most first."""
        with self._lock:
            totals = self._totals(at)
            rows = [_source(voice, reports, totals) for voice, reports in totals.reports.items() if reports]
        return sorted(rows, key=lambda row: (-row.claims, -row.reports, row.name, row.kind))

    def places(self, at: Moment) -> list[PlaceRow]:
        """The places, whatever most claims speak of first."""
        with self._lock:
            totals = self._totals(at)
            rows = [_place(self._spots[key], claims) for key, claims in totals.places.items() if claims]
        return sorted(rows, key=lambda row: (-row.claims, row.name))

    def outlets(self, at: Moment) -> list[OutletRow]:
        """The outlets of the reports known at a moment, whoever has most reports first."""
        held: dict[str | None, list[Gist]] = defaultdict(list)
        with self._lock:
            for one in map(self._gists.__getitem__, self._known(at)):
                held[one.outlet].append(one)
        rows = [_outlet(name, gists) for name, gists in held.items()]
        return sorted(rows, key=lambda row: (-row.reports, row.name or ""))

    def events(self, at: Moment, reports: Iterable[str] | None = None) -> list[MapEvent]:
        """What a map shows, of all reports or of some."""
        with self._store.looking() as connection:
            asked: dict[str, dict[str, tuple[str, Status]]] = defaultdict(dict)
            for ref, about in disputed_claims(connection, at).items():
                asked[ref.report][ref.claim] = about
        with self._lock:
            known = self._known(at)
            wanted = known if reports is None else known & {self._ids[id_] for id_ in reports if id_ in self._ids}
            gists = [self._gists[key] for key in sorted(wanted)]
        found: list[MapEvent] = []
        for one in gists:
            about_claims = asked.get(one.report)
            found += one.events if about_claims is None else _standing(one.events, about_claims)
        return found


def _standing(events: Iterable[MapEvent], asked: dict[str, tuple[str, Status]]) -> Iterable[MapEvent]:
    """Events with how their questions stand."""
    for event in events:
        question, status = asked.get(event.claim, (None, None))
        yield event if status is None else event.replace(question=question, status=status)


def _source(voice: Voice, reports: int, totals: _Totals) -> SourceRow:
    sides = totals.sides.get(voice)
    listed = None if not sides or not sides[_SIDED] else tuple(sorted(s for s, n in sides.items() if s and n))
    return SourceRow(voice[0], cast("SourceKind", voice[1]), listed, totals.claims[voice], reports)


def _place(one: Spot, claims: int) -> PlaceRow:
    radius = RADIUS.get(one.precision)
    return PlaceRow(one.name, one.lat, one.lon, one.precision, radius, one.admin1, one.country, claims)


def _outlet(name: str | None, gists: list[Gist]) -> OutletRow:
    first = min((one.first for one in gists if one.first is not None), default=None)
    last = max((one.last for one in gists if one.last is not None), default=None)
    return OutletRow(name, len(gists), sum(one.claims for one in gists), first, last)

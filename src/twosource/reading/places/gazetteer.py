"""The gazetteer: what the names of places may mean. Opened read-only, one page at a time, never loaded whole."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from twosource.errors import KnowledgeError
from twosource.knowledge import table
from twosource.reading.places.names import fold
from twosource.reading.places.usual import bare, plain, print_names

__all__ = ["Entry", "Gazetteer", "Word", "gazetteer"]

MOST = 120
"""Places looked at for one name, the largest first: San Antonio has more, of which nobody writes without its state."""


KEPT = 20_000
"""Entries, names and words kept in memory of each so many, some 15 MB; then they are read anew."""
LISTED = 50
"""Frequency of a given name that is only listed by hand: that of a name such as Vincent."""
_PARTS = ("regions", "waters", "mountains", "islands", "sites", "settlements")


class Entry(msgspec.Struct, frozen=True):
    """A place of the gazetteer. `admin1` and `admin2` are ids of entries; `known` marks hand-made ones."""

    id: int
    name: str
    lat: float
    lon: float
    feature: str
    country: str | None = None
    geonameid: int | None = None
    admin1: int | None = None
    admin2: int | None = None
    population: int = 0
    known: bool = False


class Word(msgspec.Struct, frozen=True):
    """What else a word is: how common (10 the commonest, 0 not listed), a given name, a surname (per 100,000)."""

    common: int = 0
    given: int = 0
    surname: int = 0


class Gazetteer:
    """Looks names up in the built file and in the hand-made tables beside it."""

    def __init__(self, path: Path, names: dict[int, str] | None = None) -> None:
        if not path.is_file():
            raise KnowledgeError(
                f"the package has no {path.name}; reinstall twosource or run scripts/build_gazetteer.py"
            )
        self._db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._lock = threading.Lock()
        self._entries: dict[int, Entry] = {}
        self._country_ids: dict[str, int] = {}
        self._known = _features()
        self._names = print_names() if names is None else names
        self._units: dict[int, int] = {}
        self._more: dict[str, list[int]] = {}
        self._names_seen: dict[str, tuple[int, ...]] = {}
        self._words_seen: dict[str, Word | None] = {}

    def ids(self, keys: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """The places of every folded name that the gazetteer has, largest first."""
        wanted = sorted(set(keys))
        found = self._listed(wanted)
        units = self._unit_names()
        for key in wanted:
            if key in units:
                found[key] = tuple(dict.fromkeys((*units[key], *found.get(key, ()))))
        for key, ids in self.known(wanted).items():
            found[key] = ids + found.get(key, ())
        return found

    def _listed(self, wanted: list[str]) -> dict[str, tuple[int, ...]]:
        """The places of the names in the built file; what was looked up of late is kept."""
        with self._lock:
            if len(self._names_seen) > KEPT:
                self._names_seen.clear()
            seen = self._names_seen
            new = [key for key in wanted if key not in seen]
            for at in range(0, len(new), 400):
                part = new[at : at + 400]
                marks = ",".join("?" * len(part))
                query = f"SELECT key, places FROM name WHERE key IN ({marks})"  # noqa: S608 - question marks only
                seen.update(dict.fromkeys(part, ()))
                seen.update((key, _numbers(blob)) for key, blob in self._db.execute(query, part))
            return {key: seen[key] for key in wanted if seen[key]}

    def units(self) -> dict[int, int]:
        """The first-order units: GeoNames ids with ids of entries. They stand right behind the countries."""
        if not self._units:
            with self._lock:
                rows = self._db.execute("SELECT id, geonameid, feature FROM place ORDER BY id")
                for number, geonameid, feature in rows:
                    if feature == "ADM1" and geonameid:
                        self._units[geonameid] = number
                    elif feature not in ("PCLI", "PCL", "ADM1"):
                        break
        return self._units

    def _unit_names(self) -> dict[str, list[int]]:
        """Usual English names of first-order units, folded, which the built file may lack."""
        if not self._more:
            units = self.units()
            for geonameid, name in self._names.items():
                if geonameid in units:
                    for form in {fold(name), fold(bare(name))}:
                        self._more.setdefault(form, []).append(units[geonameid])
        return self._more

    def known(self, keys: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """The hand-made places of every folded name that has some."""
        return {key: tuple(-1 - n for n in self._known[key]) for key in keys if key in self._known}

    def words(self, keys: Iterable[str]) -> dict[str, Word]:
        """What else each of some lower-case words is."""
        wanted = sorted(set(keys))
        with self._lock:
            if len(self._words_seen) > KEPT:
                self._words_seen.clear()
            seen = self._words_seen
            new = [word for word in wanted if word not in seen]
            for at in range(0, len(new), 400):
                part = new[at : at + 400]
                marks = ",".join("?" * len(part))
                query = f"SELECT word, common, given, surname FROM word WHERE word IN ({marks})"  # noqa: S608
                read = {word: Word(*rest) for word, *rest in self._db.execute(query, part)}
                seen.update((word, _with_given(word, read.get(word))) for word in part)
            return {word: known for word in wanted if (known := seen[word]) is not None}

    def entry(self, number: int) -> Entry:
        """The place with this id; hand-made ones have ids below nought."""
        if number < 0:
            return _entries()[-1 - number]
        found = self._entries.get(number)
        if found is None:
            found = self._read(number)
            if len(self._entries) > KEPT:
                self._entries.clear()
            self._entries[number] = found
        return found

    def _read(self, number: int) -> Entry:
        with self._lock:
            row = self._db.execute(
                "SELECT geonameid, name, lat, lon, feature, country, admin1, admin2, population "
                "FROM place WHERE id = ?",
                (number,),
            ).fetchone()
        geonameid, name, lat, lon, feature, country, admin1, admin2, size = row
        if country is None and admin1 is not None and admin1 != number:
            country = self.entry(admin1).country
        name = plain(self._names.get(geonameid, name), country)
        people = 0 if size is None else size // 10 * 10 ** (size % 10)
        return Entry(number, name, lat / 1e4, lon / 1e4, feature or "PPL", country, geonameid, admin1, admin2, people)

    def country(self, code: str) -> Entry | None:
        """The country with an ISO 3166 code."""
        if not self._country_ids:
            with self._lock:
                rows = self._db.execute("SELECT country, id FROM place WHERE feature IN ('PCLI', 'PCL')").fetchall()
            self._country_ids = dict(rows)
        number = self._country_ids.get(code)
        return None if number is None else self.entry(number)


def _with_given(word: str, known: Word | None) -> Word | None:
    """What is known of a word, with the given names that are listed by hand."""
    if word in _given() and not (known is not None and known.given):
        return msgspec.structs.replace(known or Word(), given=LISTED)
    return known


def _numbers(packed: bytes) -> tuple[int, ...]:
    """Ids from differences of seven bits a byte; at most `MOST`."""
    found: list[int] = []
    number = shift = last = 0
    for byte in packed:
        number |= (byte & 127) << shift
        if byte & 128:
            shift += 7
            continue
        last += number
        found.append(last)
        if len(found) == MOST:
            break
        number = shift = 0
    return tuple(found)


@cache
def _given() -> frozenset[str]:
    """Given names that the United States' census hardly knows."""
    return frozenset(table("places_words")["given"])


@cache
def _entries() -> tuple[Entry, ...]:
    """The hand-made entries of places_features.toml."""
    read = table("places_features")
    rows = [item for part in _PARTS for item in read[part].items()]
    return tuple(
        Entry(-1 - n, name, lat, lon, feature, country or None, known=True)
        for n, (name, (lat, lon, feature, country, _)) in enumerate(rows)
    )


@cache
def _features() -> dict[str, list[int]]:
    """Every name of a hand-made entry, folded, with the entries' numbers."""
    read = table("places_features")
    rows = [item for part in _PARTS for item in read[part].items()]
    found: dict[str, list[int]] = {}
    for n, (name, row) in enumerate(rows):
        for form in (name, *row[4]):
            numbers = found.setdefault(fold(form), [])
            if n not in numbers:
                numbers.append(n)
    return found


@cache
def gazetteer() -> Gazetteer:
    """The package's gazetteer, opened at the first look-up, and anew in a forked process."""
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=gazetteer.cache_clear)
    return Gazetteer(Path(str(files("twosource.knowledge").joinpath("data", "gazetteer.sqlite"))))

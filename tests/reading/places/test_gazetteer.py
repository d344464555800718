"""The built file: opened read-only and quickly, and holding what it should."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest

from twosource.errors import KnowledgeError
from twosource.reading.places.gazetteer import Gazetteer, gazetteer
from twosource.reading.places.names import fold

PATH = Path(str(files("twosource.knowledge").joinpath("data", "gazetteer.sqlite")))


def test_it_is_small_and_names_its_sources():
    assert PATH.stat().st_size < 25_000_000
    with sqlite3.connect(f"{PATH.as_uri()}?mode=ro", uri=True) as db:
        assert "CC BY 4.0" in db.execute("SELECT source FROM about").fetchone()[0]


def test_a_missing_file_says_what_to_do(tmp_path: Path):
    with pytest.raises(KnowledgeError, match="build_gazetteer"):
        Gazetteer(tmp_path / "none.sqlite")


@pytest.mark.parametrize(("name", "geonameid"), [
    ("Kyiv", 703448), ("Kiev", 703448), ("Artemivsk", 713174), ("Bakhmut", 713174), ("Lvov", 702550),
    ("Texas", 4736286), ("Donetsk Oblast", 709716), ("Kharkov", 706483), ("Burma", 1327865), ("Saigon", 1566083),
])  # fmt: skip
def test_other_spellings_are_known(name: str, geonameid: int):
    atlas = gazetteer()
    key = fold(name)
    assert geonameid in {atlas.entry(i).geonameid for i in atlas.ids([key])[key]}


def test_rivers_and_regions_are_hand_made():
    atlas = gazetteer()
    entry = atlas.entry(atlas.ids(["euphrates"])["euphrates"][0])
    assert entry.known
    assert entry.feature == "STM"


def test_countries_by_code():
    france = gazetteer().country("FR")
    assert france is not None
    assert france.name == "France"
    assert gazetteer().country("XX") is None


def test_words_that_are_names_of_people():
    words = gazetteer().words(["georgia", "most", "xyzzy"])
    assert words["georgia"].given > 0
    assert words["most"].common > 0
    assert "xyzzy" not in words

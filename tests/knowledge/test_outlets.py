from __future__ import annotations

import re

import pytest

from twosource.knowledge import outlets, table


def test_names_are_found_whatever_their_article_and_case() -> None:
    for name in ("Reuters", "the reuters", "REUTERS", "Thomson Reuters"):
        found = outlets.find(name)
        assert found is not None
        assert (found.name, found.kind, found.country, found.domain) == ("Reuters", "agency", "GB", "reuters.com")
    assert outlets.is_agency("AFP")
    assert not outlets.is_agency("Le Monde")
    assert outlets.find("Port Sample Herald") is None
    assert outlets.find(None) is None


def test_ordinary_words_are_outlets_only_as_written() -> None:
    assert outlets.is_outlet("The Sun")
    assert not outlets.is_outlet("the sun")
    assert not outlets.is_outlet("dawn")
    assert outlets.is_outlet("Dawn")


def test_families() -> None:
    assert outlets.family("BBC News") == outlets.family("BBC Arabic") == "BBC"
    assert outlets.family("Le Monde") == "Le Monde"
    assert outlets.family("Port Sample Herald") is None


@pytest.mark.parametrize(
    ("host", "name"),
    [("edition.cnn.com", "CNN"), ("WWW.REUTERS.COM:443", "Reuters"), ("example.org", None), ("", None)],
)
def test_sites(host: str, name: str | None) -> None:
    found = outlets.from_domain(host)
    assert (found.name if found else None) == name


def test_the_table_is_sound() -> None:
    rows = table("outlets")["outlets"]
    assert len(rows) > 500
    for name, row in rows.items():
        assert row["kind"] in {"agency", "broadcaster", "newspaper", "magazine", "online"}, name
        assert re.fullmatch("[A-Z]{2}", row["country"]), name
        assert "." in row.get("domain", "a.b"), name
        assert outlets.find(name) is not None, name
        assert row.get("family") != name, name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("ReutersJan Bok", "Reuters"),
        ("The Kyiv Post said", "The Kyiv Post"),
        ("AP Ana Novak", "AP"),
        ("apples", None),
        ("A", None),
        ("", None),
    ],
)
def test_a_line_begins_with_an_outlet_of_any_length(line: str, name: str | None) -> None:
    assert outlets.outlet_at(line) == (None if name is None else len(name))

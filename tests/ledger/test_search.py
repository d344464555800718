"""One conformance suite for all ways to search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, select

from twosource.ledger import Store
from twosource.ledger.schema import ClaimTable
from twosource.ledger.search import FullTextSearch, PlainSearch, search_in, terms
from twosource.model import Claim, Report, Span

WORDS = (
    "Troops left one axis of Vest Province",
    "Zelenský’s men-at-arms were “seen” there",
    "Войска покинули Ёлкино",
    "国防部 said nothing",
    "Die Straße nach Orlen is open",
)


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    text = "\n".join(WORDS)
    starts = [text.index(words) for words in WORDS]
    spans = [Span(start, start + len(words)) for start, words in zip(starts, WORDS, strict=True)]
    claims = tuple(Claim(f"c{n}", (span,)) for n, span in enumerate(spans))
    with Store.open(tmp_path / "kept.db") as store:
        store.add(Report("r1", None, text, claims=claims))
    return tmp_path / "kept.db"


def found(path: Path, way: FullTextSearch | PlainSearch, query: str) -> list[int]:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        rows = connection.execute(select(ClaimTable.claim_id).where(way.condition(query)).order_by(ClaimTable.row))
        ids = [int(id_[1:]) for (id_,) in rows]
    engine.dispose()
    return ids


@pytest.mark.parametrize("way", [FullTextSearch(), PlainSearch()], ids=["fts5", "plain"])
@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("troops", [0]),
        ("VEST left", [0]),
        ('"one axis"', [0]),
        ('"axis one"', []),
        ('"one axis', [0]),
        ("tro", []),
        ("tro*", [0]),
        ("*", []),
        ("", []),
        ("zelensky", [1]),
        ("at arms seen", [1]),
        ("елкино", [2]),
        ("войска", [2]),
        ("国防", [3]),
        ("部国", []),
        ("said", [3]),
        ("strasse", [4]),
        ("is OR troops", []),
        ("NEAR(troops left)", []),
        ("words_key:troops", []),
        ('tro"ops', []),
        ("l_ft", []),
    ],
)
def test_every_way_finds_the_same(path: Path, way: FullTextSearch | PlainSearch, query: str, hits: list[int]) -> None:
    assert found(path, way, query) == hits


QUERIES = st.lists(
    st.sampled_from(["a", '"one axis"', "部", "tro*", "NOT", "(", "*", "^", ":", '"', "é", "Vest", "\x00"]), max_size=4
)


@given(QUERIES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_ways_agree_on_any_query(path: Path, query: list[str]) -> None:
    asked = " ".join(query)
    assert found(path, FullTextSearch(), asked) == found(path, PlainSearch(), asked)


def test_a_ledger_is_searched_by_its_index(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert isinstance(search_in(connection), FullTextSearch)
    engine.dispose()


def test_a_database_without_an_index_is_searched_word_by_word() -> None:
    with create_engine("sqlite://").connect() as connection:
        assert isinstance(search_in(connection), PlainSearch)


@given(st.text())
def test_terms_hold_only_folded_words(query: str) -> None:
    for term in terms(query):
        assert term.words == " ".join(term.words.split())
        assert not set(term.words) & set('%_"*|')

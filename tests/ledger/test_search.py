"""One conformance suite for all ways to search."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, select

from tests.conftest import Place
from twosource.ledger import Store
from twosource.ledger.engine import connect, locate
from twosource.ledger.schema import ClaimTable
from twosource.ledger.search import FullTextSearch, PlainSearch, Search, VectorSearch, search_in, terms
from twosource.model import Claim, Report, Span

Ways = tuple[Engine, Search, Search]

WORDS = (
    "Troops left one axis of Vest Province",
    "Zelenský’s men-at-arms were “seen” there",
    "Войска покинули Ёлкино",
    "国防部 said nothing",
    "Die Straße nach Orlen is open",
)


def filled(where: str) -> str:
    """The address of a ledger with these words."""
    text = "\n".join(WORDS)
    starts = [text.index(words) for words in WORDS]
    spans = [Span(start, start + len(words)) for start, words in zip(starts, WORDS, strict=True)]
    claims = tuple(Claim(f"c{n}", (span,)) for n, span in enumerate(spans))
    with Store.open(where) as store:
        store.add(Report("r1", None, text, claims=claims))
    return where


@pytest.fixture
def ways(place: Place) -> Iterator[Ways]:
    """The ledger, the way that its database has, and the plain one."""
    engine = connect(locate(filled(place("kept"))))
    with engine.connect() as connection:
        own = search_in(connection)
    yield engine, own, PlainSearch()
    engine.dispose()


def found(engine: Engine, way: Search, query: str) -> list[int]:
    with engine.connect() as connection:
        rows = connection.execute(select(ClaimTable.claim_id).where(way.condition(query)).order_by(ClaimTable.row))
        return [int(id_[1:]) for (id_,) in rows]


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
def test_every_way_finds_the_same(ways: Ways, query: str, hits: list[int]) -> None:
    engine, own, plain = ways
    assert found(engine, own, query) == found(engine, plain, query) == hits


QUERIES = st.lists(
    st.sampled_from(["a", '"one axis"', "部", "tro*", "NOT", "(", "*", "^", ":", '"', "é", "Vest", "\x00"]), max_size=4
)


@given(QUERIES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_ways_agree_on_any_query(ways: Ways, query: list[str]) -> None:
    engine, own, plain = ways
    asked = " ".join(query)
    assert found(engine, own, asked) == found(engine, plain, asked)


def test_a_ledger_is_searched_by_its_index(ways: Ways) -> None:
    engine, own, _ = ways
    assert type(own) is {"sqlite": FullTextSearch, "postgresql": VectorSearch}[engine.dialect.name]


def test_a_database_without_an_index_is_searched_word_by_word() -> None:
    with create_engine("sqlite://").connect() as connection:
        assert isinstance(search_in(connection), PlainSearch)


@pytest.mark.parametrize(("words", "query"), [("x" * 3000, "x" * 3000), ("y" * 3000, "yy*"), ("abc " * 60_000, "abc")])
def test_a_word_or_a_claim_too_long_for_an_index_is_found(store: Store, words: str, query: str) -> None:
    claim = Claim("c0", (Span(0, len(words)),))
    store.add(Report("r1", None, words, claims=(claim,)))
    store.add(Report("r2", None, "z" + words, claims=(claim,)))
    assert [row.report for row in store.claims(search=query)][:1] == ["r1"]
    assert store.claims(search=query + " missing") == []


@given(st.text())
def test_terms_hold_only_folded_words(query: str) -> None:
    for term in terms(query):
        assert term.words == " ".join(term.words.split())
        assert not set(term.words) & set('%_"*|')

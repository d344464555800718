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
from twosource.ledger.schema import ClaimTable, ReportWordsTable
from twosource.ledger.search import (
    REPORT_WORDS,
    FullTextSearch,
    PlainSearch,
    Search,
    VectorSearch,
    search_in,
    terms,
)
from twosource.model import Claim, Published, Report, Source, Span

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


def reports_found(engine: Engine, way: Search, query: str) -> int:
    with engine.connect() as connection:
        asked = select(ReportWordsTable.number).where(way.condition(query, REPORT_WORDS))
        return len(connection.execute(asked).all())


@pytest.mark.parametrize(
    ("query", "hits"),
    [("troops zelensky", 1), ("tro*", 1), ('"axis of vest"', 1), ('"vest axis"', 0), ("", 0), ("x", 0)],
)
def test_every_way_finds_the_same_reports(ways: Ways, query: str, hits: int) -> None:
    engine, own, plain = ways
    assert reports_found(engine, own, query) == reports_found(engine, plain, query) == hits


@given(QUERIES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_ways_agree_on_reports_for_any_query(ways: Ways, query: list[str]) -> None:
    engine, own, plain = ways
    asked = " ".join(query)
    assert reports_found(engine, own, asked) == reports_found(engine, plain, asked)


def test_reports_are_found_by_title_and_text_as_they_are_now(store: Store) -> None:
    def found(query: str) -> int:
        with store.looking() as connection:
            words = select(ReportWordsTable.number).where(search_in(connection).condition(query, REPORT_WORDS))
            return len(connection.execute(words).all())

    report = Report("r1", None, "Troops left the town.", title="Morning news", published=Published())
    store.add(report)
    assert [found("morning troops"), found('"news troops"'), found("evening")] == [1, 0, 0]
    store.replace_reading(report.replace(title="Evening news"))
    assert [found("morning"), found("evening")] == [0, 1]
    store.remove("r1")
    assert [found("evening"), found("troops")] == [0, 0]


@pytest.mark.parametrize(
    ("name", "hits"),
    [("halas", 1), ("Ivo Halas", 1), ("halas police", 0), ("hal", 0), ("POLICE", 1), ("", 0), ("b" * 700, 0)],
)
def test_claims_are_found_by_whole_words_of_one_name(store: Store, name: str, hits: int) -> None:
    text = "Troops left."
    who = Source("s0", "Ivo Halas", "person", organisation="Police of Orlen")
    claim = Claim("c0", (Span(0, 12),), source="s0")
    store.add(Report("r1", None, text, sources=(who,), claims=(claim,)))
    assert len(store.claims(source=name)) == hits


MANY_WORDS = " ".join(f"w{n}" for n in range(40_000))


@pytest.mark.parametrize(
    ("name", "part"), [("a" * 700, "a" * 700), (f"{'b' * 600} {'c' * 700}", "c" * 700), (MANY_WORDS, "w39998 w39999")]
)
def test_a_name_too_long_for_an_index_is_found(store: Store, name: str, part: str) -> None:
    claim = Claim("c0", (Span(0, 12),), source="s0")
    store.add(Report("r1", None, "Troops left.", sources=(Source("s0", name, "person"),), claims=(claim,)))
    assert len(store.claims(source=part)) == 1
    assert store.claims(source=part + "x") == []

"""Finding claims by their words: one question asked, three ways to answer it.

`search_in(connection)` gives the way that this database has; tests/ledger/test_search.py holds all ways to the same
answers.
"""

from __future__ import annotations

import re
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Select, and_, column, false, inspect, or_, select, table, text
from sqlalchemy.orm import InstrumentedAttribute

from twosource.ledger.folding import fold
from twosource.ledger.schema import ClaimTable
from twosource.model import Record

FULL_TEXT = "claim_search"
_TERM = re.compile(r'"([^"]*)"?|(\S+)')


class Term(Record, frozen=True):
    """Folded words that stand one after the other; of the last one only the beginning, where `begins`."""

    words: str
    begins: bool = False


def terms(query: str) -> list[Term]:
    """What must occur in a claim, all of it.

    >>> terms('left "Kursk Oblast" withdr*')
    [Term(words='left', begins=False), Term(words='kursk oblast', begins=False), Term(words='withdr', begins=True)]
    """
    found = []
    for match in _TERM.finditer(query):
        phrase, word = match.group(1), match.group(2)
        words = fold(phrase if word is None else word).strip()
        if words:
            found.append(Term(words, bool(word) and word.endswith("*")))
    return found


class Search(Protocol):
    """A way to find claims: the condition that a claim's row must meet."""

    def condition(self, query: str) -> ColumnElement[bool]:
        """True for claims in which all terms of the query occur; for none where the query holds no word."""


class FullTextSearch:
    """By SQLite's FTS5 index."""

    def condition(self, query: str) -> ColumnElement[bool]:
        """Folded words hold no quotation mark, so that quoting them is safe."""
        asked = terms(query)
        if not asked:
            return false()
        match = " AND ".join(f'"{term.words}"{" *" if term.begins else ""}' for term in asked)
        hits: Select[Any] = (
            select(column("rowid")).select_from(table(FULL_TEXT)).where(text(f"{FULL_TEXT} MATCH :match"))
        )
        return ClaimTable.row.in_(hits.params(match=match))


class VectorSearch:
    """By PostgreSQL's tsvector, which knows which words stand in a claim; a phrase is looked for among those found."""

    def condition(self, query: str) -> ColumnElement[bool]:
        """Folded words hold neither quotation mark nor backslash, so that quoting them is safe."""
        asked = terms(query)
        if not asked:
            return false()
        match = " & ".join(_lexemes(term) for term in asked)
        hit = text("claims.words_vector @@ CAST(:match AS tsquery)").bindparams(match=match)
        unindexed = and_(text("claims.words_vector IS NULL"), PlainSearch().condition(query))
        phrases = [holds(ClaimTable.words_key, t.words, begins=t.begins) for t in asked if _needs_reading(t)]
        return or_(and_(hit, *phrases), unindexed)


LONGEST_LEXEME = 500
"""Characters of a word that PostgreSQL's index holds (migration 0003)."""


def _lexemes(term: Term) -> str:
    words = [word[:LONGEST_LEXEME] for word in term.words.split()]
    quoted = [f"'{word}'" for word in words]
    return " & ".join([*quoted[:-1], quoted[-1] + (":*" if term.begins else "")])


def _needs_reading(term: Term) -> bool:
    return " " in term.words or len(term.words) > LONGEST_LEXEME


class PlainSearch:
    """By reading the words of every claim; works in every database."""

    def condition(self, query: str) -> ColumnElement[bool]:
        """Folded words hold no wildcard, so that LIKE is safe."""
        asked = terms(query)
        if not asked:
            return false()
        return and_(*(holds(ClaimTable.words_key, term.words, begins=term.begins) for term in asked))


def holds(key: InstrumentedAttribute[str], words: str, *, begins: bool = False) -> ColumnElement[bool]:
    """True where a `…_key` column holds these folded words one after the other; never for no words."""
    return key.like(f"% {words}{'' if begins else ' '}%") if words else false()


def search_in(connection: Connection) -> Search:
    """The best way that this database has."""
    if connection.dialect.name == "sqlite" and inspect(connection).has_table(FULL_TEXT):
        return FullTextSearch()
    return VectorSearch() if connection.dialect.name == "postgresql" else PlainSearch()

"""Finding claims by their words: one question asked, two ways to answer it.

`search_in(connection)` gives the way that this database has. A third one (PostgreSQL's tsvector) goes in here and
nowhere else; tests/ledger/test_search.py holds all ways to the same answers.
"""

from __future__ import annotations

import re
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Select, and_, column, false, inspect, select, table, text
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
    return PlainSearch()

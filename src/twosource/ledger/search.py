"""Finding claims and reports by their words, and claims by names: one question asked, three ways to answer it.

`search_in(connection)` gives the way that this database has; tests/ledger/test_search.py holds all ways to the same
answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    column,
    false,
    inspect,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.orm import InstrumentedAttribute

from twosource.ledger.folding import fold
from twosource.ledger.schema import ClaimTable, ReportWordsTable
from twosource.model import Record

FULL_TEXT = "claim_search"
NAMES = "claim_search_names"
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


@dataclass(frozen=True, slots=True)
class Words:
    """Where words are kept to be found: folded in `key`, by SQLite in `index`, by PostgreSQL in `vector`."""

    key: InstrumentedAttribute[str]
    row: InstrumentedAttribute[int]
    index: str
    vector: str

    def hits(self, match: str) -> ColumnElement[bool]:
        """True for what SQLite's index finds."""
        found = text(f"{self.index} MATCH :match").bindparams(bindparam("match", match, unique=True))
        query: Select[Any] = select(column("rowid")).select_from(table(self.index)).where(found)
        return self.row.in_(query)

    def holding(self, match: str) -> ColumnElement[bool]:
        """True for what PostgreSQL's index finds."""
        return text(f"{self.vector} @@ CAST(:match AS tsquery)").bindparams(  # type: ignore[return-value]
            bindparam("match", match, unique=True)
        )

    @property
    def unindexed(self) -> ColumnElement[bool]:
        """True for what was too long for PostgreSQL's index."""
        return text(f"{self.vector} IS NULL")  # type: ignore[return-value]


CLAIM_WORDS = Words(ClaimTable.words_key, ClaimTable.row, FULL_TEXT, "claims.words_vector")
REPORT_WORDS = Words(ReportWordsTable.words_key, ReportWordsTable.number, "report_search", "report_words.words_vector")


class Search(Protocol):
    """A way to find claims or reports."""

    def condition(self, query: str, words: Words = CLAIM_WORDS) -> ColumnElement[bool]:
        """True for rows in which all terms of the query occur; for none where the query holds no word."""

    def named(self, key: InstrumentedAttribute[str], words: str) -> ColumnElement[bool]:
        """True for claims among whose names these folded words stand, one after the other; never for no words."""


class FullTextSearch:
    """By SQLite's FTS5 indexes."""

    def condition(self, query: str, words: Words = CLAIM_WORDS) -> ColumnElement[bool]:
        """Folded words hold no quotation mark, so that quoting them is safe."""
        asked = terms(query)
        if not asked:
            return false()
        match = " AND ".join(f'"{term.words}"{" *" if term.begins else ""}' for term in asked)
        return and_(words.hits(match), *_read_again(asked, words))

    def named(self, key: InstrumentedAttribute[str], words: str) -> ColumnElement[bool]:
        """The index knows no end of a name, so that what it finds is read again."""
        if not words:
            return false()
        names = Words(key, ClaimTable.row, NAMES, "")
        return and_(names.hits(f'{key.key} : "{words}"'), holds(key, words))


class VectorSearch:
    """By PostgreSQL's tsvector, which knows which words stand in a claim; a phrase is looked for among those found."""

    def condition(self, query: str, words: Words = CLAIM_WORDS) -> ColumnElement[bool]:
        """Folded words hold neither quotation mark nor backslash, so that quoting them is safe."""
        asked = terms(query)
        if not asked:
            return false()
        match = " & ".join(_lexemes(term) for term in asked)
        unindexed = and_(words.unindexed, PlainSearch().condition(query, words))
        return or_(and_(words.holding(match), *_read_again(asked, words)), unindexed)

    def named(self, key: InstrumentedAttribute[str], words: str) -> ColumnElement[bool]:
        """The index is one over an expression, which is to be written the same here (migration 0005)."""
        if not words:
            return false()
        names = Words(key, ClaimTable.row, "", f"twosource_lexemes(claims.{key.key})")
        found = holds(key, words)
        return or_(and_(names.holding(_lexemes(Term(words))), found), and_(names.unindexed, found))


LONGEST_LEXEME = 500
"""Characters of a word that PostgreSQL's index holds (migration 0003)."""


def _lexemes(term: Term) -> str:
    words = [word[:LONGEST_LEXEME] for word in term.words.split()]
    quoted = [f"'{word}'" for word in words]
    return " & ".join([*quoted[:-1], quoted[-1] + (":*" if term.begins else "")])


def _read_again(asked: list[Term], words: Words) -> list[ColumnElement[bool]]:
    """Conditions on what an index found: phrases, of which it may not know where they end, and cut words."""
    again = [term for term in asked if " " in term.words or len(term.words) > LONGEST_LEXEME]
    return [holds(words.key, term.words, begins=term.begins) for term in again]


class PlainSearch:
    """By reading the words of every claim or report; works in every database."""

    def condition(self, query: str, words: Words = CLAIM_WORDS) -> ColumnElement[bool]:
        """Folded words hold no wildcard, so that LIKE is safe."""
        asked = terms(query)
        if not asked:
            return false()
        return and_(*(holds(words.key, term.words, begins=term.begins) for term in asked))

    def named(self, key: InstrumentedAttribute[str], words: str) -> ColumnElement[bool]:
        """The names of every claim are read."""
        return holds(key, words)


def holds(key: InstrumentedAttribute[str], words: str, *, begins: bool = False) -> ColumnElement[bool]:
    """True where a `…_key` column holds these folded words one after the other; never for no words."""
    return key.like(f"% {words}{'' if begins else ' '}%") if words else false()


def search_in(connection: Connection) -> Search:
    """The best way that this database has."""
    if connection.dialect.name == "sqlite" and inspect(connection).has_table(FULL_TEXT):
        return FullTextSearch()
    return VectorSearch() if connection.dialect.name == "postgresql" else PlainSearch()

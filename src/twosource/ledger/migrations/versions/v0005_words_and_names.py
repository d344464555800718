"""Finds reports by their words, claims by their names, and the newest questions, each by an index.

Until now a search for reports read every text, and a source, place or party was looked for in every claim. The words of
reports get a table (`report_words`) that is searched as the words of claims are; the names that claims are found by
(`claims.…_key`) get an index of the same kinds. Whatever an index of names finds is read once more, since a phrase may
reach from one name into the next in it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from twosource.ledger.columns import AnyText
from twosource.ledger.folding import fold_all

revision = "0005"
down_revision = "0004"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PAGE = 200
"""Reports whose texts are in memory at a time."""

NAMES = ("source_key", "place_key", "side_key")

SQLITE = (
    "CREATE VIRTUAL TABLE report_search"
    " USING fts5(words_key, content='report_words', content_rowid='number', tokenize='ascii')",
    "CREATE TRIGGER report_search_insert AFTER INSERT ON report_words BEGIN"
    " INSERT INTO report_search(rowid, words_key) VALUES (new.number, new.words_key); END",
    "CREATE TRIGGER report_search_delete AFTER DELETE ON report_words BEGIN"
    " INSERT INTO report_search(report_search, rowid, words_key) VALUES ('delete', old.number, old.words_key); END",
    "CREATE VIRTUAL TABLE claim_search_names"
    " USING fts5(source_key, place_key, side_key, content='claims', content_rowid='row', tokenize='ascii')",
    "CREATE TRIGGER claim_search_names_insert AFTER INSERT ON claims BEGIN"
    " INSERT INTO claim_search_names(rowid, source_key, place_key, side_key)"
    " VALUES (new.row, new.source_key, new.place_key, new.side_key); END",
    "CREATE TRIGGER claim_search_names_delete AFTER DELETE ON claims BEGIN"
    " INSERT INTO claim_search_names(claim_search_names, rowid, source_key, place_key, side_key)"
    " VALUES ('delete', old.row, old.source_key, old.place_key, old.side_key); END",
    "INSERT INTO claim_search_names(claim_search_names) VALUES ('rebuild')",
)

POSTGRESQL = (
    # Cutting a name anew for every row that is passed costs far more than the planner thinks of a function.
    "ALTER FUNCTION twosource_lexemes(text) COST 10000",
    "ALTER TABLE report_words ADD COLUMN words_vector tsvector"
    " GENERATED ALWAYS AS (twosource_lexemes(words_key)) STORED",
    "CREATE INDEX ix_report_words_vector ON report_words USING gin (words_vector)",
    "CREATE INDEX ix_report_words_unindexed ON report_words (number) WHERE words_vector IS NULL",
    *(f"CREATE INDEX ix_claims_{name}s ON claims USING gin (twosource_lexemes({name}))" for name in NAMES),
    *(f"CREATE INDEX ix_claims_{name}_unindexed ON claims (row) WHERE twosource_lexemes({name}) IS NULL"
      for name in NAMES),
)  # fmt: skip


def upgrade() -> None:
    """Makes the table, the indexes over it and over names, fills them, and orders questions."""
    op.create_table(
        "report_words",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("words_key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["reports.number"], ondelete="CASCADE", name="fk_report_words_number"),
        sa.PrimaryKeyConstraint("number", name="pk_report_words"),
    )
    now = sa.text("known_to IS NULL")
    order = ["known_from", "claims", "row"]
    op.create_index("ix_questions_newest", "questions", order, sqlite_where=now, postgresql_where=now)
    op.create_index("ix_questions_status", "questions", ["status", *order], sqlite_where=now, postgresql_where=now)
    connection = op.get_bind()
    for step in _steps(connection):
        connection.exec_driver_sql(step)
    _fill(connection)


def _steps(connection: sa.Connection) -> tuple[str, ...]:
    if connection.dialect.name == "postgresql":
        return POSTGRESQL
    if connection.dialect.name != "sqlite":
        return ()
    has_index = connection.execute(sa.text("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'")).first()
    return SQLITE if has_index else ()


def _fill(connection: sa.Connection) -> None:
    texts = sa.table("texts", sa.column("number", NUMBER), sa.column("text", AnyText))
    readings = sa.table("readings", sa.column("number", NUMBER), sa.column("title", AnyText))
    words = sa.table("report_words", sa.column("number", NUMBER), sa.column("words_key", sa.Text()))
    query = sa.select(texts.c.number, readings.c.title, texts.c.text)
    query = query.select_from(texts.join(readings, readings.c.number == texts.c.number)).order_by(texts.c.number)
    after = 0
    while rows := connection.execute(query.where(texts.c.number > after).limit(PAGE)).all():
        made = [{"number": row.number, "words_key": fold_all((row.title or "", row.text))} for row in rows]
        connection.execute(sa.insert(words), made)
        after = rows[-1].number


def downgrade() -> None:
    """A ledger does not go back."""
    raise NotImplementedError("a ledger is not taken back to an older version; export it and import it there")

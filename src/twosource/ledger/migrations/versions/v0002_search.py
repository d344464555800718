"""A full-text index over the words of claims, where SQLite has FTS5.

The index keeps no words of its own: it reads `claims.words_key`, whose words stand between single spaces and are
folded already, so that the plainest tokenizer cuts them right (`ascii`: at ASCII that is neither letter nor digit).
Triggers keep it true to the table. PostgreSQL gets an index of its own kind in a later step; until then, and where
FTS5 is missing, search reads the words one by one.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0002"
down_revision = "0001"

STEPS = (
    "CREATE VIRTUAL TABLE claim_search USING fts5(words_key, content='claims', content_rowid='row', tokenize='ascii')",
    "CREATE TRIGGER claim_search_insert AFTER INSERT ON claims BEGIN"
    " INSERT INTO claim_search(rowid, words_key) VALUES (new.row, new.words_key); END",
    "CREATE TRIGGER claim_search_delete AFTER DELETE ON claims BEGIN"
    " INSERT INTO claim_search(claim_search, rowid, words_key) VALUES ('delete', old.row, old.words_key); END",
    "CREATE TRIGGER claim_search_update AFTER UPDATE OF words_key ON claims BEGIN"
    " INSERT INTO claim_search(claim_search, rowid, words_key) VALUES ('delete', old.row, old.words_key);"
    " INSERT INTO claim_search(rowid, words_key) VALUES (new.row, new.words_key); END",
    "INSERT INTO claim_search(claim_search) VALUES ('rebuild')",
)


def upgrade() -> None:
    """Makes the index and fills it with the claims that are there."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    if not connection.execute(text("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'")).first():
        return
    for step in STEPS:
        connection.exec_driver_sql(step)


def downgrade() -> None:
    """A ledger does not go back."""
    raise NotImplementedError("a ledger is not taken back to an older version; export it and import it there")

"""A full-text index over the words of claims in PostgreSQL: a generated `tsvector` and a GIN index over it.

The words are cut and folded already (`claims.words_key`), so that no parser and no dictionary may touch them. A lexeme
has room for 2,046 bytes and a vector for 1 MB: longer words are cut, and a claim of more words is left out of the index
(its vector is null) and read word by word.
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

STEPS = (
    "CREATE FUNCTION twosource_lexemes(words text) RETURNS tsvector IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql AS $$"
    " SELECT CASE WHEN length(words) < 200000 THEN array_to_tsvector(ARRAY("
    "SELECT DISTINCT left(word, 500) FROM unnest(string_to_array(words, ' ')) AS word WHERE word <> '')) END $$",
    "ALTER TABLE claims ADD COLUMN words_vector tsvector GENERATED ALWAYS AS (twosource_lexemes(words_key)) STORED",
    "CREATE INDEX ix_claims_words_vector ON claims USING gin (words_vector)",
    "CREATE INDEX ix_claims_unindexed ON claims (row) WHERE words_vector IS NULL",
)


def upgrade() -> None:
    """Adds the column, which fills itself, and its indexes."""
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    for step in STEPS:
        connection.exec_driver_sql(step)


def downgrade() -> None:
    """A ledger does not go back."""
    raise NotImplementedError("a ledger is not taken back to an older version; export it and import it there")

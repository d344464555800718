"""The tables of the first release: what was given, what was read in it, what was judged of it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Makes the tables, and the one row of `ledger`."""
    op.create_table(
        "ledger",
        _key("id"), _must("number", NUMBER), _may("basis"), _long("made_by"), _may("judged", TIME),
        _primary("ledger", "id"),
    )  # fmt: skip
    _given()
    _read()
    _stories()
    _questions()
    row = sa.table("ledger", sa.column("id", sa.Integer), sa.column("number", NUMBER))
    op.bulk_insert(row, [{"id": 1, "number": 0}])


def downgrade() -> None:
    """A ledger does not go back."""
    raise NotImplementedError("a ledger is not taken back to an older version; export it and import it there")


def _key(name: str, type_: sa.types.TypeEngine[Any] | None = None) -> sa.Column[int]:
    return sa.Column(name, type_ or sa.Integer(), autoincrement=False, nullable=False)


def _must(name: str, type_: sa.types.TypeEngine[Any] | None = None) -> sa.Column[Any]:
    return sa.Column(name, type_ or sa.String(), nullable=False)


def _may(name: str, type_: sa.types.TypeEngine[Any] | None = None) -> sa.Column[Any]:
    return sa.Column(name, type_ or sa.String(), nullable=True)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _long(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=True)


def _of_report(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["number"], ["reports.number"], name=f"fk_{table}_number", ondelete="CASCADE")


def _of_story(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["story"], ["stories.id"], name=f"fk_{table}_story", ondelete="CASCADE")


def _of_question(table: str) -> sa.ForeignKeyConstraint:
    here, there = ["story", "question"], ["questions.story", "questions.place"]
    return sa.ForeignKeyConstraint(here, there, name=f"fk_{table}_story", ondelete="CASCADE")


def _primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _given() -> None:
    op.create_table(
        "reports",
        _key("number", NUMBER), _must("id"), _long("origin"), _long("url"), _may("address"),
        _must("version", sa.Integer()), _must("known_from", TIME), _may("known_to", TIME),
        _must("text_digest"),
        _primary("reports", "number"),
        sa.UniqueConstraint("id", name="uq_reports_id"),
        sa.UniqueConstraint("address", "version", name="uq_reports_address"),
    )  # fmt: skip
    current = sa.text("known_to IS NULL")
    op.create_index(
        "ix_reports_current", "reports", ["address"], unique=True, sqlite_where=current, postgresql_where=current
    )
    op.create_table("texts", _key("number", NUMBER), _text("text"), _primary("texts", "number"), _of_report("texts"))


def _read() -> None:
    op.create_table("bodies", _key("number", NUMBER), _text("body"), _primary("bodies", "number"), _of_report("bodies"))
    op.create_table(
        "readings",
        _key("number", NUMBER), _long("made_by"), _must("read", TIME), _must("digest"),
        _long("outlet"), _long("title"), _long("language"),
        _long("published_from"), _long("published_to"), _must("published_basis"),
        _primary("readings", "number"),
        _of_report("readings"),
    )  # fmt: skip
    op.create_table(
        "sources",
        _key("number", NUMBER), _key("place"), _text("source_id"), _text("name"), _must("kind"), _long("side"),
        _primary("sources", "number", "place"),
        _of_report("sources"),
    )  # fmt: skip
    op.create_table(
        "claims",
        _key("row", NUMBER), _must("number", NUMBER), _must("claim_id"),
        _long("source"), _may("source_kind"), _may("source_place", sa.Integer()), _text("source_key"),
        _long("side"), _text("side_key"), _text("relay"),
        _must("type"), _must("stance"), _must("certainty"),
        _long("said_from"), _long("said_to"), _long("when_from"), _long("when_to"), _long("since"),
        _text("places"), _text("place_key"), _may("item", sa.Integer()), _may("part"),
        _text("words"), _text("words_key"),
        _primary("claims", "row"),
        _of_report("claims"),
        sa.UniqueConstraint("number", "claim_id", name="uq_claims_number"),
    )  # fmt: skip


def _stories() -> None:
    op.create_table(
        "stories",
        _must("id"), _must("place", sa.Integer()), _long("made_by"), _must("digest"),
        _text("title"), _long("period_from"), _long("period_to"),
        _primary("stories", "id"),
    )  # fmt: skip
    op.create_table(
        "story_reports", _must("story"), _key("place"), _must("report"),
        _primary("story_reports", "story", "place"), _of_story("story_reports"),
    )  # fmt: skip
    op.create_table(
        "story_items", _must("story"), _key("place"), _must("report"), _must("item", sa.Integer()),
        _primary("story_items", "story", "place"), _of_story("story_items"),
    )  # fmt: skip
    op.create_table(
        "sentences", _must("story"), _key("place"), _text("text"), _text("claims"),
        _primary("sentences", "story", "place"), _of_story("sentences"),
    )  # fmt: skip
    op.create_index("ix_story_reports_report", "story_reports", ["report"])
    op.create_index("ix_story_items_report", "story_items", ["report"])


def _questions() -> None:
    op.create_table(
        "questions",
        _must("story"), _key("place"), _must("id"), _long("made_by"), _text("text"), _must("type"),
        _must("status"), _long("status_reason"), _must("sources_count", sa.Integer()),
        _must("sources_at_most", sa.Integer()),
        _text("sides"), _text("declined"),
        _primary("questions", "story", "place"), _of_story("questions"),
    )  # fmt: skip
    op.create_table(
        "positions",
        _must("story"), _key("question"), _key("place"), _text("answer"), _long("reason"), _text("sources"),
        _long("estimate"),
        _primary("positions", "story", "question", "place"), _of_question("positions"),
    )  # fmt: skip
    op.create_table(
        "position_claims",
        _must("story"), _key("question"), _key("position"), _key("place"), _must("report"), _must("claim"),
        _primary("position_claims", "story", "question", "position", "place"), _of_question("position_claims"),
    )  # fmt: skip
    op.create_table(
        "relations",
        _must("story"), _key("question"), _key("place"), _must("a_report"), _must("a_claim"), _must("b_report"),
        _must("b_claim"), _must("kind"), _text("reason"),
        _primary("relations", "story", "question", "place"), _of_question("relations"),
    )  # fmt: skip
    op.create_table(
        "source_groups",
        _must("story"), _key("question"), _key("place"), _text("names"), _long("reason"),
        _must("certain", sa.Boolean()), _text("claims"),
        _primary("source_groups", "story", "question", "place"), _of_question("source_groups"),
    )  # fmt: skip
    op.create_index("ix_questions_id", "questions", ["id"])
    op.create_index("ix_position_claims_claim", "position_claims", ["report", "claim"])

"""The account as it stood at any time: stories and questions with half-open times, what persons judged, and an index.

Up to here the account was set as a whole. Its tables are made anew and all reports put down as pending, so that the
account is worked out again when it is next asked for, day by day as the reports came.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
GONE = (
    "position_claims", "relations", "source_groups", "positions", "questions", "sentences", "story_items",
    "story_reports", "stories",
)  # fmt: skip
LEVELS = range(5)

PENDING = (
    "INSERT INTO pending (number, report, at) SELECT number, id, known_from FROM reports",
    "INSERT INTO pending (number, report, at) SELECT later.number, earlier.id, later.known_from FROM reports AS earlier"
    " JOIN reports AS later ON later.address = earlier.address AND later.version = earlier.version + 1",
)


def upgrade() -> None:
    """Drops the account, makes the tables, and puts all reports down as pending."""
    for table in GONE:
        op.drop_table(table)
    with op.batch_alter_table("ledger") as ledger:
        ledger.drop_column("basis")
        ledger.add_column(sa.Column("rows", NUMBER, nullable=False, server_default="0"))
    op.execute("UPDATE ledger SET made_by = NULL, judged = NULL")
    _index()
    _stories()
    _questions()
    _persons()
    for step in PENDING:
        op.execute(step)


def downgrade() -> None:
    """A ledger does not go back."""
    raise NotImplementedError("a ledger is not taken back to an older version; export it and import it there")


def _key(name: str, type_: sa.types.TypeEngine[Any] = NUMBER) -> sa.Column[int]:
    return sa.Column(name, type_, autoincrement=False, nullable=False)


def _must(name: str, type_: sa.types.TypeEngine[Any] | None = None) -> sa.Column[Any]:
    return sa.Column(name, type_ or sa.String(), nullable=False)


def _may(name: str, type_: sa.types.TypeEngine[Any] | None = None) -> sa.Column[Any]:
    return sa.Column(name, type_ or sa.Text(), nullable=True)


def _primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _current(name: str, table: str, column: str) -> None:
    now = sa.text("known_to IS NULL")
    op.create_index(name, table, [column], sqlite_where=now, postgresql_where=now)


def _index() -> None:
    op.create_table(
        "pending", _key("number"), _must("report"), _must("at", TIME), _primary("pending", "number", "report")
    )
    levels = [_must(f"level{n}", NUMBER) for n in LEVELS]
    op.create_table(
        "items", _key("row"), _must("report"), _must("first", sa.Integer()), _must("last", sa.Integer()), *levels,
        _must("body", sa.LargeBinary()), _primary("items", "row"),
    )  # fmt: skip
    op.create_index("ix_items_report", "items", ["report"])
    for n in LEVELS:
        op.create_index(f"ix_items_level{n}", "items", [f"level{n}"])
    op.create_table("stale", _key("row"), _primary("stale", "row"))
    op.create_table(
        "item_keys", _key("key"), _key("last", sa.Integer()), _key("row"), _must("first", sa.Integer()),
        _primary("item_keys", "key", "last", "row"),
    )  # fmt: skip
    op.create_index("ix_item_keys_row", "item_keys", ["row"])


def _stories() -> None:
    op.create_table(
        "stories",
        _key("row"), _must("id"), _must("known_from", TIME), _may("known_to", TIME), _may("made_by"),
        _must("digest"), _must("inputs"), _must("title", sa.Text()), _may("period_from"), _may("period_to"),
        _must("reports", sa.Integer()), _must("body", sa.LargeBinary()),
        _primary("stories", "row"),
    )  # fmt: skip
    _current("ix_stories_current", "stories", "id")
    op.create_index("ix_stories_id", "stories", ["id", "known_from"])
    op.create_table(
        "story_items", _must("report"), _key("item", sa.Integer()), _must("story"),
        _primary("story_items", "report", "item"),
    )  # fmt: skip
    op.create_index("ix_story_items_story", "story_items", ["story"])


def _questions() -> None:
    op.create_table(
        "questions",
        _key("row"), _must("id"), _must("story"), _must("known_from", TIME), _may("known_to", TIME), _must("digest"),
        _must("place", sa.Integer()), _must("text", sa.Text()), _must("type"), _must("status"),
        _must("claims", sa.Integer()), _must("positions", sa.Integer()), _must("sources_count", sa.Integer()),
        _must("sources_at_most", sa.Integer()), _must("body", sa.LargeBinary()),
        _primary("questions", "row"),
    )  # fmt: skip
    _current("ix_questions_current", "questions", "story")
    op.create_index("ix_questions_id", "questions", ["id", "known_from"])
    op.create_index("ix_questions_story", "questions", ["story", "known_from"])
    op.create_index("ix_questions_known_from", "questions", ["known_from"])
    op.create_table(
        "question_claims", _must("report"), _must("claim"), _must("question", NUMBER), _must("position", sa.Integer()),
        _primary("question_claims", "report", "claim", "question"),
    )  # fmt: skip
    op.create_index("ix_question_claims_question", "question_claims", ["question"])


def _persons() -> None:
    op.create_table(
        "successions",
        _key("row"), _must("at", TIME), _must("kind"), _must("how"), _must("old"), _must("new"),
        _primary("successions", "row"),
    )  # fmt: skip
    for column in ("at", "old", "new"):
        op.create_index(f"ix_successions_{column}", "successions", [column])
    op.create_table(
        "judgements",
        _key("number"), _must("kind"), _must("author", sa.Text()), _must("at", TIME), _may("reason"),
        _must("body", sa.Text()), _may("withdraws", NUMBER),
        _primary("judgements", "number"),
    )  # fmt: skip

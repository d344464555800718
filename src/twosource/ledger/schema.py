"""The tables of a ledger as this version has them. `migrations/` brings a ledger here; a test holds the two together.

Three layers, each with the version that made it: what was *given* (`reports`), what was *read* in it (`readings`,
with `sources` and `claims` as rows to search) and what was *judged* of it (`stories` and the tables under them).
No layer is needed to make those before it, so that each can be made anew. Beside them stands what persons decided
(`judgements`), which nothing can make anew.

    ledger      one row: the last numbers given out, and up to when the account goes
    reports     one version of one report, and from when until when it was the known one
      texts     its text
      readings  who read it when, and what lists show of it
      bodies    what was read: the report's JSON without the text
      report_words  the words of its title and text as they are compared
      sources   who speaks in it
      claims    what is said in it; `…_key` columns hold names and words as they are compared (folding.py)
    pending     reports that the account does not know of yet, or no longer as they are
    items       an item of a current report as it is compared, and what it hangs together with
      item_keys what it is found by
    stories     a story as it stood from when until when; story_items says which items are in the current ones
    questions   a question as it stood from when until when; question_claims says which claims are in the current ones
    successions which story or question another one became
    judgements  what persons decided, and what they took back

The account names claims by report and claim id without a foreign key: it may be older than the reports for a while
(`pending` tells), and taking a report out must not quietly change what was judged.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, MetaData, String, Text, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from twosource.ledger.columns import AnyText, Json, Number, Packed, UtcTime

HEAD = "0005"
"""The migration that leads to these tables."""

VERSION_TABLE = "twosource_schema"
"""Where the schema's version stands; a database without this table is no ledger."""

CLAIM_BITS = 24
"""A claim's number is its report's number and its place there in the last 24 bits: a text of 50 MB, the largest that
is read, has fewer than 2**24 claims, and 2**39 numbers are left for reports."""


class Base(DeclarativeBase):
    """All tables; constraints have names, so that migrations can name them in every database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcTime}  # noqa: RUF012 - SQLAlchemy's own spelling


class LedgerTable(Base):
    """One row. Raising `number` is the first step of every writer, so that writers queue in any database.

    `rows` numbers the rows of the account, `made_by` is what judged them, `judged` the moment that they are of.
    """

    __tablename__ = "ledger"
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(Number)
    rows: Mapped[int] = mapped_column(Number)
    made_by: Mapped[str | None] = mapped_column(AnyText)
    judged: Mapped[datetime | None]


def _report() -> Mapped[int]:
    key = ForeignKey("reports.number", ondelete="CASCADE")
    return mapped_column(Number, key, primary_key=True, autoincrement=False)


class ReportTable(Base):
    """One version of a report, as given."""

    __tablename__ = "reports"
    __table_args__ = (
        Index(
            "ix_reports_current",
            "address",
            unique=True,
            sqlite_where=text("known_to IS NULL"),
            postgresql_where=text("known_to IS NULL"),
        ),
        UniqueConstraint("address", "version"),
    )
    number: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(String, unique=True)
    origin: Mapped[str | None] = mapped_column(AnyText)
    url: Mapped[str | None] = mapped_column(AnyText)
    address: Mapped[str | None] = mapped_column(String)
    version: Mapped[int] = mapped_column(Integer)
    known_from: Mapped[datetime]
    known_to: Mapped[datetime | None]
    text_digest: Mapped[str] = mapped_column(String)


class TextTable(Base):
    """The text of a report: apart, so that whatever goes through all reports need not read past their texts."""

    __tablename__ = "texts"
    number: Mapped[int] = _report()
    text: Mapped[str] = mapped_column(AnyText)


class ReadingTable(Base):
    """What a reader found in a report."""

    __tablename__ = "readings"
    number: Mapped[int] = _report()
    made_by: Mapped[str | None] = mapped_column(AnyText)
    read: Mapped[datetime]
    digest: Mapped[str] = mapped_column(String)
    outlet: Mapped[str | None] = mapped_column(AnyText)
    title: Mapped[str | None] = mapped_column(AnyText)
    language: Mapped[str | None] = mapped_column(AnyText)
    published_from: Mapped[str | None] = mapped_column(AnyText)
    published_to: Mapped[str | None] = mapped_column(AnyText)
    published_basis: Mapped[str] = mapped_column(String)


class BodyTable(Base):
    """The whole reading: the report's public JSON without the text."""

    __tablename__ = "bodies"
    number: Mapped[int] = _report()
    body: Mapped[Any] = mapped_column(Json, nullable=False)


class ReportWordsTable(Base):
    """The words of a report's title and text, folded: what a search for reports looks in."""

    __tablename__ = "report_words"
    number: Mapped[int] = _report()
    words_key: Mapped[str] = mapped_column(Text)


class SourceTable(Base):
    """Whoever speaks in a report; `place` is the index in the report's list."""

    __tablename__ = "sources"
    number: Mapped[int] = _report()
    place: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    source_id: Mapped[str] = mapped_column(AnyText)
    name: Mapped[str] = mapped_column(AnyText)
    kind: Mapped[str] = mapped_column(String)
    side: Mapped[Any | None] = mapped_column(Json, nullable=True)


class ClaimTable(Base):
    """A claim as it is searched and listed; the whole claim stands in the reading."""

    __tablename__ = "claims"
    __table_args__ = (UniqueConstraint("number", "claim_id"),)
    row: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(Number, ForeignKey("reports.number", ondelete="CASCADE"))
    claim_id: Mapped[str] = mapped_column(String)
    source: Mapped[str | None] = mapped_column(AnyText)
    source_kind: Mapped[str | None] = mapped_column(String)
    source_place: Mapped[int | None] = mapped_column(Integer)
    source_key: Mapped[str] = mapped_column(Text)
    side: Mapped[Any | None] = mapped_column(Json, nullable=True)
    side_key: Mapped[str] = mapped_column(Text)
    relay: Mapped[Any] = mapped_column(Json, nullable=False)
    type: Mapped[str] = mapped_column(String)
    stance: Mapped[str] = mapped_column(String)
    certainty: Mapped[str] = mapped_column(String)
    said_from: Mapped[str | None] = mapped_column(AnyText)
    said_to: Mapped[str | None] = mapped_column(AnyText)
    when_from: Mapped[str | None] = mapped_column(AnyText)
    when_to: Mapped[str | None] = mapped_column(AnyText)
    since: Mapped[str | None] = mapped_column(AnyText)
    places: Mapped[Any] = mapped_column(Json, nullable=False)
    place_key: Mapped[str] = mapped_column(Text)
    item: Mapped[int | None] = mapped_column(Integer)
    part: Mapped[str | None] = mapped_column(String)
    words: Mapped[str] = mapped_column(AnyText)
    words_key: Mapped[str] = mapped_column(Text)


class PendingTable(Base):
    """A report that was put in, read anew, taken out or judged, and that the account is to be told of."""

    __tablename__ = "pending"
    number: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False)
    report: Mapped[str] = mapped_column(String, primary_key=True)
    at: Mapped[datetime]


class ItemTable(Base):
    """An item of a current report. `first` and `last` are the days on which it was published, as numbers.

    `level0` … name, on each level, what it hangs together with: items with one number hang together.
    """

    __tablename__ = "items"
    row: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False)
    report: Mapped[str] = mapped_column(String, index=True)
    first: Mapped[int] = mapped_column(Integer)
    last: Mapped[int] = mapped_column(Integer)
    level0: Mapped[int] = mapped_column(Number, index=True)
    level1: Mapped[int] = mapped_column(Number, index=True)
    level2: Mapped[int] = mapped_column(Number, index=True)
    level3: Mapped[int] = mapped_column(Number, index=True)
    level4: Mapped[int] = mapped_column(Number, index=True)
    body: Mapped[Any] = mapped_column(Packed, nullable=False)


class StaleTable(Base):
    """An item whose unit is to be set anew."""

    __tablename__ = "stale"
    row: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False)


class ItemKeyTable(Base):
    """What an item is found by: a word or a town, as a number of 63 bits, with the days of the item."""

    __tablename__ = "item_keys"
    key: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False)
    last: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    row: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False, index=True)
    first: Mapped[int] = mapped_column(Integer)


def _current(name: str, *columns: str) -> Index:
    now = text("known_to IS NULL")
    return Index(name, *columns, sqlite_where=now, postgresql_where=now)


class StoryTable(Base):
    """A story as it stood; `digest` tells whether another account changes it, `inputs` what it was made from."""

    __tablename__ = "stories"
    __table_args__ = (_current("ix_stories_current", "id"), Index("ix_stories_id", "id", "known_from"))
    row: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(String)
    known_from: Mapped[datetime]
    known_to: Mapped[datetime | None]
    made_by: Mapped[str | None] = mapped_column(AnyText)
    digest: Mapped[str] = mapped_column(String)
    inputs: Mapped[str] = mapped_column(String)
    title: Mapped[str] = mapped_column(AnyText)
    period_from: Mapped[str | None] = mapped_column(AnyText)
    period_to: Mapped[str | None] = mapped_column(AnyText)
    reports: Mapped[int] = mapped_column(Integer)
    body: Mapped[Any] = mapped_column(Packed, nullable=False)


class StoryItemTable(Base):
    """The story that an item is in now."""

    __tablename__ = "story_items"
    report: Mapped[str] = mapped_column(String, primary_key=True)
    item: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    story: Mapped[str] = mapped_column(String, index=True)


class QuestionTable(Base):
    """A question of a story as it stood; `rank` and `size` give its place there."""

    __tablename__ = "questions"
    __table_args__ = (
        _current("ix_questions_current", "story"),
        _current("ix_questions_newest", "known_from", "claims", "row"),
        _current("ix_questions_status", "status", "known_from", "claims", "row"),
        Index("ix_questions_id", "id", "known_from"),
        Index("ix_questions_story", "story", "known_from"),
        Index("ix_questions_known_from", "known_from"),
    )
    row: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(String)
    story: Mapped[str] = mapped_column(String)
    known_from: Mapped[datetime]
    known_to: Mapped[datetime | None]
    digest: Mapped[str] = mapped_column(String)
    place: Mapped[int] = mapped_column(Integer)
    text: Mapped[str] = mapped_column(AnyText)
    type: Mapped[str] = mapped_column(String)
    status: Mapped[str] = mapped_column(String)
    claims: Mapped[int] = mapped_column(Integer)
    positions: Mapped[int] = mapped_column(Integer)
    sources_count: Mapped[int] = mapped_column(Integer)
    sources_at_most: Mapped[int] = mapped_column(Integer)
    body: Mapped[Any] = mapped_column(Packed, nullable=False)


class QuestionClaimTable(Base):
    """The questions that a claim is in now; `position` is the answer's place there."""

    __tablename__ = "question_claims"
    report: Mapped[str] = mapped_column(String, primary_key=True)
    claim: Mapped[str] = mapped_column(String, primary_key=True)
    question: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False, index=True)
    position: Mapped[int] = mapped_column(Integer)


class SuccessionTable(Base):
    """That a story or question became another, or was joined to it, or gave it a part."""

    __tablename__ = "successions"
    __table_args__ = (Index("ix_successions_new", "new"),)
    row: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(String)
    how: Mapped[str] = mapped_column(String)
    old: Mapped[str] = mapped_column(String, index=True)
    new: Mapped[str] = mapped_column(String)


class JudgementTable(Base):
    """What a person decided; one that `withdraws` takes another back."""

    __tablename__ = "judgements"
    number: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String)
    author: Mapped[str] = mapped_column(AnyText)
    at: Mapped[datetime]
    reason: Mapped[str | None] = mapped_column(AnyText)
    body: Mapped[Any] = mapped_column(Json, nullable=False)
    withdraws: Mapped[int | None] = mapped_column(Number)

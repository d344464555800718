"""The tables of a ledger as this version has them. `migrations/` brings a ledger here; a test holds the two together.

Three layers, each with the version that made it: what was *given* (`reports`), what was *read* in it (`readings`,
with `sources` and `claims` as rows to search) and what was *judged* of it (`stories` and the tables under them).
No layer is needed to make those before it, so that each can be made anew.

    ledger      one row: the last number given out, and what the account was made from
    reports     one version of one report, and from when until when it was the known one
      texts     its text
      readings  who read it when, and what lists show of it
      bodies    what was read: the report's JSON without the text
      sources   who speaks in it
      claims    what is said in it; `…_key` columns hold names and words as they are compared (folding.py)
    stories     with story_reports, story_items, sentences
      questions with positions, position_claims, relations, source_groups

The account names claims by report and claim id without a foreign key: it may be older than the reports for a while
(`ledger.basis` tells), and taking a report out must not quietly change what was judged.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, String, Text, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from twosource.ledger.columns import AnyText, Json, Number, UtcTime

HEAD = "0003"
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
    """One row. Raising `number` is the first step of every writer, so that writers queue in any database."""

    __tablename__ = "ledger"
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(Number)
    basis: Mapped[str | None] = mapped_column(String)
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


class StoryTable(Base):
    """A story of the account; `digest` tells whether a new account changes it."""

    __tablename__ = "stories"
    id: Mapped[str] = mapped_column(String, primary_key=True)
    place: Mapped[int] = mapped_column(Integer)
    made_by: Mapped[str | None] = mapped_column(AnyText)
    digest: Mapped[str] = mapped_column(String)
    title: Mapped[str] = mapped_column(AnyText)
    period_from: Mapped[str | None] = mapped_column(AnyText)
    period_to: Mapped[str | None] = mapped_column(AnyText)


def _story() -> Mapped[str]:
    return mapped_column(String, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True)


def _place() -> Mapped[int]:
    return mapped_column(Integer, primary_key=True, autoincrement=False)


class StoryReportTable(Base):
    """The reports that tell a story."""

    __tablename__ = "story_reports"
    story: Mapped[str] = _story()
    place: Mapped[int] = _place()
    report: Mapped[str] = mapped_column(String, index=True)


class StoryItemTable(Base):
    """The items of reports that tell a story."""

    __tablename__ = "story_items"
    story: Mapped[str] = _story()
    place: Mapped[int] = _place()
    report: Mapped[str] = mapped_column(String, index=True)
    item: Mapped[int] = mapped_column(Integer)


class SentenceTable(Base):
    """The sentences that tell a story, each with its claims."""

    __tablename__ = "sentences"
    story: Mapped[str] = _story()
    place: Mapped[int] = _place()
    text: Mapped[str] = mapped_column(AnyText)
    claims: Mapped[Any] = mapped_column(Json, nullable=False)


class QuestionTable(Base):
    """A question of a story."""

    __tablename__ = "questions"
    story: Mapped[str] = _story()
    place: Mapped[int] = _place()
    id: Mapped[str] = mapped_column(String, index=True)
    made_by: Mapped[str | None] = mapped_column(AnyText)
    text: Mapped[str] = mapped_column(AnyText)
    type: Mapped[str] = mapped_column(String)
    status: Mapped[str] = mapped_column(String)
    status_reason: Mapped[str | None] = mapped_column(AnyText)
    sources_count: Mapped[int] = mapped_column(Integer)
    sources_at_most: Mapped[int] = mapped_column(Integer)
    sides: Mapped[Any] = mapped_column(Json, nullable=False)
    declined: Mapped[Any] = mapped_column(Json, nullable=False)


def _of_question() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["story", "question"], ["questions.story", "questions.place"], ondelete="CASCADE")


class PositionTable(Base):
    """An answer to a question; `question` is the question's place in its story."""

    __tablename__ = "positions"
    __table_args__ = (_of_question(),)
    story: Mapped[str] = mapped_column(String, primary_key=True)
    question: Mapped[int] = _place()
    place: Mapped[int] = _place()
    answer: Mapped[str] = mapped_column(AnyText)
    reason: Mapped[str | None] = mapped_column(AnyText)
    sources: Mapped[Any] = mapped_column(Json, nullable=False)
    estimate: Mapped[Any | None] = mapped_column(Json, nullable=True)


class PositionClaimTable(Base):
    """The claims that give an answer; `position` is the answer's place in its question."""

    __tablename__ = "position_claims"
    __table_args__ = (_of_question(), Index("ix_position_claims_claim", "report", "claim"))
    story: Mapped[str] = mapped_column(String, primary_key=True)
    question: Mapped[int] = _place()
    position: Mapped[int] = _place()
    place: Mapped[int] = _place()
    report: Mapped[str] = mapped_column(String)
    claim: Mapped[str] = mapped_column(String)


class RelationTable(Base):
    """How two claims of a question stand to each other."""

    __tablename__ = "relations"
    __table_args__ = (_of_question(),)
    story: Mapped[str] = mapped_column(String, primary_key=True)
    question: Mapped[int] = _place()
    place: Mapped[int] = _place()
    a_report: Mapped[str] = mapped_column(String)
    a_claim: Mapped[str] = mapped_column(String)
    b_report: Mapped[str] = mapped_column(String)
    b_claim: Mapped[str] = mapped_column(String)
    kind: Mapped[str] = mapped_column(String)
    reason: Mapped[str] = mapped_column(AnyText)


class GroupTable(Base):
    """Names that count as one source of a question."""

    __tablename__ = "source_groups"
    __table_args__ = (_of_question(),)
    story: Mapped[str] = mapped_column(String, primary_key=True)
    question: Mapped[int] = _place()
    place: Mapped[int] = _place()
    names: Mapped[Any] = mapped_column(Json, nullable=False)
    reason: Mapped[str | None] = mapped_column(AnyText)
    certain: Mapped[bool]
    claims: Mapped[Any] = mapped_column(Json, nullable=False)

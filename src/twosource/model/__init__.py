"""The records that every room of the house speaks in. Imports nothing else of twosource."""

from twosource.model.account import (
    DIRECTED,
    Account,
    Brief,
    ClaimRef,
    Estimate,
    Group,
    Independence,
    ItemRef,
    Position,
    Question,
    Relation,
    RelationKind,
    Sentence,
    Status,
    Story,
)
from twosource.model.base import Period, Record, Span, Spans, canonical_json, content_id, cut_all
from twosource.model.document import Document
from twosource.model.layout import Layout, Paragraph, Quotation
from twosource.model.report import (
    About,
    Attribution,
    Basis,
    Boilerplate,
    Certainty,
    Claim,
    ClaimType,
    Event,
    Figure,
    Item,
    Measure,
    Part,
    PlaceMention,
    PlaceUse,
    Published,
    Reason,
    Report,
    Skipped,
    SkipRecord,
    Source,
    SourceKind,
    Stance,
    TimeMention,
    Unread,
)

__all__ = [
    "DIRECTED", "About", "Account", "Attribution", "Basis", "Boilerplate", "Brief", "Certainty", "Claim", "ClaimRef",
    "ClaimType", "Document", "Estimate", "Event", "Figure", "Group", "Independence", "Item", "ItemRef", "Layout", "Measure", "Paragraph", "Part",
    "Period", "PlaceMention", "PlaceUse", "Position", "Published", "Question", "Quotation", "Reason", "Record", "Relation",
    "RelationKind", "Report", "Sentence", "SkipRecord", "Skipped", "Source", "SourceKind", "Span", "Spans", "Stance",
    "Status", "Story", "TimeMention", "Unread", "canonical_json", "content_id", "cut_all",
]  # fmt: skip

"""A reading as rows: the whole of it as JSON, and its sources and claims as they are searched."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from twosource.ledger.folding import fold, fold_all
from twosource.ledger.schema import CLAIM_BITS
from twosource.model import Claim, Period, Report, Source, canonical_json

Row = dict[str, Any]


def digest(text: str) -> str:
    """SHA-256 in hexadecimal digits, of any text."""
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()


def body_of(report: Report) -> Row:
    """A report's public JSON without the text."""
    body = report.to_dict()
    del body["text"]
    return body


def reading_row(number: int, report: Report, body: Row, at: datetime) -> Row:
    """A report's row of `readings`: a digest of what was read, and what lists of reports show."""
    return {
        "number": number,
        "made_by": report.made_by,
        "read": at,
        "digest": digest(canonical_json(body)),
        "outlet": report.outlet,
        "title": report.title,
        "language": report.language,
        "published_from": report.published.start,
        "published_to": report.published.end,
        "published_basis": report.published.basis,
    }


def words_row(number: int, report: Report) -> Row:
    """A report's row of `report_words`."""
    return {"number": number, "words_key": fold_all((report.title or "", report.text))}


def source_rows(number: int, report: Report) -> list[Row]:
    """A report's rows of `sources`."""
    return [
        {
            "number": number,
            "place": place,
            "source_id": source.id,
            "name": source.name,
            "kind": source.kind,
            "side": source.side,
        }
        for place, source in enumerate(report.sources)
    ]


def claim_rows(number: int, report: Report) -> list[Row]:
    """A report's rows of `claims`."""
    places = {source.id: place for place, source in reversed(list(enumerate(report.sources)))}
    return [
        _claim_row((number << CLAIM_BITS) + ordinal, number, report, claim, places.get(claim.source or ""))
        for ordinal, claim in enumerate(report.claims)
    ]


def _claim_row(row: int, number: int, report: Report, claim: Claim, source_place: int | None) -> Row:
    source = report.sources[source_place] if source_place is not None else None
    said, when, published = claim.said or Period(), claim.when or Period(), report.published
    names = place_names(report, claim)
    words = report.words(claim)
    return {
        "row": row,
        "number": number,
        "claim_id": claim.id,
        "source": source and source.name,
        "source_kind": source and source.kind,
        "source_place": source_place,
        "source_key": _source_key(report, source),
        "side": source and source.side,
        "side_key": fold_all((source and source.side) or ()),
        "relay": claim.relay,
        "type": claim.type,
        "stance": claim.stance,
        "certainty": claim.certainty,
        "said_from": said.start,
        "said_to": said.end,
        "when_from": when.start,
        "when_to": when.end,
        "since": said.end or said.start or published.end or published.start,
        "places": names,
        "place_key": fold_all(_place_names_and_wider(report, claim)),
        "item": claim.item,
        "part": claim.part,
        "words": words,
        "words_key": fold(words),
    }


def _source_key(report: Report, source: Source | None) -> str:
    """A claim is found under its source's name and body; in the outlet's own voice under the outlet."""
    if source is None:
        return fold(report.outlet or "")
    return fold_all((source.name, source.organisation or ""))


def place_names(report: Report, claim: Claim) -> list[str]:
    """The names of a claim's places, each once; an index that leads nowhere is passed over."""
    mentions = [report.places[index] for index in claim.places if 0 <= index < len(report.places)]
    return list(dict.fromkeys(mention.name for mention in mentions))


def _place_names_and_wider(report: Report, claim: Claim) -> list[str]:
    mentions = [report.places[index] for index in claim.places if 0 <= index < len(report.places)]
    names = [name for mention in mentions for name in (mention.name, mention.admin1) if name]
    return list(dict.fromkeys(names))

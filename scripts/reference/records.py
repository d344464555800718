"""The JSON: every record of the model with its fields, and an example of every line."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from scripts.reference.text import table
from twosource.ledger import ClaimRow, ReportRow, SourceRow
from twosource.model import Record, account, report
from twosource.model.schema import meaning, records, schemas, summary
from twosource.reconcile.copies import Passage
from twosource.views.changes import Change
from twosource.views.lineage import Carried, Kin, Lineage
from twosource.views.record import Case, TrackRecord
from twosource.workspace import QuestionRow, StoryRow

__all__ = ["EXAMPLES", "TABLES", "page", "schemas"]

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "reference" / "examples"
PUBLIC = ("twosource.model.report", "twosource.model.account", "twosource.model.judgement", "twosource.model.base")

TABLES: tuple[type[Record], ...] = (
    StoryRow, QuestionRow, ClaimRow, SourceRow, ReportRow, Change, TrackRecord, Case, Lineage, Kin, Passage, Carried,
)  # fmt: skip

INTRODUCTION = """\
`twosource read --format json` prints one object a line: a [Report](#report) for everything that was read, an
[Unread](#unread) for everything that was passed over. `twosource brief --format json` prints one [Brief](#brief).
In Python every record is a frozen object with these fields; `to_dict()` and `from_dict()` turn it into this shape and
back.

- Offsets count Unicode code points in the report's `text`; the end is exclusive.
- A list of spans is one stretch of words that may be broken.
- Dates are `YYYY-MM-DD`. What is not known is null, never 0 and never empty.
- JSON is escaped to ASCII. Fields may be added in later versions; none is renamed or dropped.

JSON Schemas: [report](schema/report.json), [unread](schema/unread.json), [brief](schema/brief.json)."""


def page() -> str:
    """docs/reference/json.md."""
    parts = ["# JSON", INTRODUCTION]
    for title, name in (("A report", "report"), ("What could not be read", "unread"), ("A brief", "brief")):
        example = whole(name)
        parts += [f"## {title}: an example", f"```json\n{_dumped(example)}\n```"]
    parts.append("## Records")
    parts += [_record(kind) for kind in records() if kind.__module__ in PUBLIC]
    parts += [
        "## Tables",
        "`twosource stories`, `questions`, `claims`, `sources`, `reports` and `changes` print one row a line; `record`"
        " and `lineage` print one object, `judge list` one [Judgement](#judgement) a line.",
    ]
    parts += [_record(kind) for kind in TABLES]
    parts += ["## Records that stay inside", "They pass from one room to the next and are never printed."]
    parts += [_record(kind, inside=True) for kind in records() if kind.__module__ not in PUBLIC]
    return "\n\n".join(parts)


def whole(name: str) -> dict[str, Any]:
    """An example with every field, also those that were added after it was written."""
    told: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf8"))
    if name == "brief":
        return {**told, "stories": [account.Story.from_dict(story).to_dict() for story in told["stories"]]}
    return (report.Report if name == "report" else report.Unread).from_dict(told).to_dict()


def _dumped(value: Any, depth: int = 0) -> str:
    """JSON with an object or a list a line only where it does not fit into one."""
    flat = json.dumps(value, ensure_ascii=True)
    pad = "  " * depth
    if len(flat) + len(pad) <= 110 or not isinstance(value, dict | list):
        return flat
    if isinstance(value, dict):
        inner = [f"{pad}  {json.dumps(key)}: {_dumped(held, depth + 1)}" for key, held in value.items()]
        return "{\n" + ",\n".join(inner) + f"\n{pad}}}"
    return "[\n" + ",\n".join(f"{pad}  {_dumped(held, depth + 1)}" for held in value) + f"\n{pad}]"


def _record(kind: type[Record], *, inside: bool = False) -> str:
    hints = typing.get_type_hints(kind)
    rows = []
    for field in msgspec.structs.fields(kind):
        told = meaning(kind, field.encode_name) or ""
        name = f"`{field.encode_name}`"
        if field.name != field.encode_name:
            told += f" In Python `{field.name}`."
        rows.append((name, written(hints[field.name]), told))
    name = f"{kind.__name__} of the layout" if inside and kind.__name__ == "Sentence" else kind.__name__
    return f"### {name}\n\n{summary(kind)}\n\n{table(['field', 'type', 'meaning'], rows)}"


def written(hint: Any) -> str:
    """A type as a reader of JSON understands it.

    >>> written(tuple[str, ...] | None)
    'list of text, or null'
    """
    if hint is type(None):
        return "null"
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        told = list(dict.fromkeys(written(part) for part in parts if part is not type(None)))
        if "number" in told and "whole number" in told:
            told.remove("whole number")
        return " or ".join(told) + (", or null" if type(None) in parts else "")
    if origin is dict:
        return f"object of {written(parts[1])}"
    if origin is tuple:
        return f"list of {written(parts[0])}"
    if origin is typing.Literal:
        return ", ".join(f"`{part}`" for part in parts)
    if isinstance(hint, type) and issubclass(hint, Record):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    named = {str: "text", int: "whole number", float: "number", bool: "true or false", datetime: "moment (ISO 8601)"}
    return named[hint]


def choices() -> dict[str, tuple[str, ...]]:
    """The fixed words of the JSON, by the name of their type: `Status`, `RelationKind`, `Stance` …"""
    is_choice: Callable[[Any], bool] = lambda value: typing.get_origin(value) is typing.Literal  # noqa: E731
    return {
        name: typing.get_args(value)
        for module in (report, account)
        for name, value in vars(module).items()
        if is_choice(value)
    }

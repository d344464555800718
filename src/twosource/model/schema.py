"""JSON Schemas of the public JSON, made from the records, so that they cannot say anything else.

They describe what twosource prints: every field is there, unknown ones as null. Fields may be added in later versions;
none is renamed or dropped, so that other fields are always allowed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import ModuleType
from typing import Any, cast

import msgspec

from twosource.model import account, base, document, judgement, layout, report

DIALECT = "https://json-schema.org/draft/2020-12/schema"
HEAD = ("id", "origin", "outlet", "title", "published")
"""What a brief gives of a report where the whole of it was not asked for."""

MODULES: tuple[ModuleType, ...] = (report, account, judgement, base, document, layout)


def records() -> Iterator[type[base.Record]]:
    """Every record of the model, module by module, in the order in which they are declared."""
    for module in MODULES:
        for value in vars(module).values():
            mine = isinstance(value, type) and issubclass(value, base.Record) and value.__module__ == module.__name__
            if mine and value is not base.Record:
                yield value


@cache
def _texts() -> Mapping[str, Any]:
    return tomllib.loads(files("twosource.model").joinpath("fields.toml").read_text(encoding="utf8"))


def meaning(record: type[base.Record], field: str) -> str | None:
    """What a field means, by its name in the JSON; None where nobody has written it down.

    >>> meaning(report.Claim, "hedges")
    'The words that soften the claim or bound a number in it.'
    """
    for kind in record.__mro__:
        name = f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"
        if field in _texts().get(name, {}):
            return str(_texts()[name][field])
    return None


def summary(record: type[base.Record]) -> str:
    """What a record is: its docstring up to the first example."""
    return " ".join((record.__doc__ or "").partition(">>>")[0].split())


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schemas by name: `report` and `unread` (lines of `read`) and `brief`.

    >>> sorted(schemas())
    ['brief', 'report', 'unread']
    """
    return {
        "report": _schema(report.Report, "A report, as `twosource read --format json` prints it, one a line"),
        "unread": _schema(report.Unread, "What could not be read, as `twosource read --format json` prints it"),
        "brief": _brief(),
    }


def _schema(record: type[base.Record], title: str) -> dict[str, Any]:
    (root,), parts = msgspec.json.schema_components((record,), ref_template="#/$defs/{name}")
    by_name = {kind.__name__: kind for kind in records() if kind.__module__ != layout.__name__}
    for name, part in parts.items():
        _complete(part, by_name[name])
    return {"$schema": DIALECT, "title": title, **root, "$defs": dict(sorted(parts.items()))}


def _complete(part: dict[str, Any], record: type[base.Record]) -> None:
    """Adds what the fields mean, and that all of them are printed."""
    part["description"] = summary(record)
    properties = cast("dict[str, dict[str, Any]]", part["properties"])
    for name, field in properties.items():
        field.pop("default", None)
        told = meaning(record, name)
        if told:
            field["description"] = told
    part["required"] = list(properties)


def _brief() -> dict[str, Any]:
    made = _schema(account.Brief, "A brief, as `twosource brief --format json` prints it")
    parts = made["$defs"]
    whole = parts["Report"]["properties"]
    parts["ReportHead"] = {
        "type": "object",
        "title": "ReportHead",
        "description": "A report cut to what names it; `--with-reports` gives the whole.",
        "properties": {name: whole[name] for name in HEAD},
        "required": list(HEAD),
    }
    parts["Brief"]["properties"]["reports"]["items"] = {
        "anyOf": [{"$ref": "#/$defs/Report"}, {"$ref": "#/$defs/ReportHead"}]
    }
    return made

"""The OpenAPI description, made from the same table as the routes."""

from __future__ import annotations

from typing import Any

import msgspec

from twosource import __version__
from twosource.desk.api.answers import ENDPOINTS
from twosource.desk.api.endpoints import Endpoint, Parameter
from twosource.desk.api.taking import Given, Taken
from twosource.model import Record


class ErrorText(Record, frozen=True):
    """What went wrong, and what to do."""

    status: int
    message: str


class Failed(Record, frozen=True):
    """An answer that is an error."""

    error: ErrorText


REF = "#/components/schemas/{name}"
ERRORS = {
    "400": "A parameter does not fit",
    "404": "There is no such thing",
    "503": "The ledger cannot be used",
}


def description(prefix: str) -> dict[str, Any]:
    """The OpenAPI document of a desk that stands under a prefix."""
    types = list(dict.fromkeys([*(endpoint.gives for endpoint in ENDPOINTS), Failed, Given, Taken]))
    refs, parts = msgspec.json.schema_components(types, ref_template=REF)
    ref_of = dict(zip(types, refs, strict=True))
    for name, part in parts.items():
        properties = part.get("properties", {})
        for field in properties.values():
            if name != "Given":
                field.pop("default", None)
        if name != "Given":
            part["required"] = list(properties)
    paths: dict[str, Any] = {
        endpoint.path: {"get": _operation(endpoint, ref_of[endpoint.gives], ref_of[Failed])} for endpoint in ENDPOINTS
    }
    paths["/reports"]["post"] = _post(ref_of[Given], ref_of[Taken], ref_of[Failed])
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "twosource",
            "version": __version__,
            "description": "Who said what, through whom, and how many independent sources there are.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": f"{prefix}/api/v1"}],
        "paths": paths,
        "components": {"schemas": dict(sorted(parts.items()))},
    }


def _operation(endpoint: Endpoint, gives: Any, failed: Any) -> dict[str, Any]:
    schema = gives if not endpoint.is_list else _list(gives)
    named = [part[1:-1] for part in endpoint.path.split("/") if part.startswith("{")]
    inside = [_in_path(name) for name in named]
    statuses = [code for code in ERRORS if code != "400" or endpoint.parameters]
    return {
        "operationId": endpoint.name,
        "summary": endpoint.summary,
        "parameters": [*inside, *map(_in_query, endpoint.parameters)],
        "responses": {
            "200": {
                "description": endpoint.summary,
                "headers": {"ETag": {"schema": {"type": "string"}}},
                "content": {"application/json": {"schema": schema}},
            },
            "304": {"description": "You have this answer already"},
            **{code: _failure(code, failed) for code in statuses},
        },
    }


def _failure(code: str, failed: Any) -> dict[str, Any]:
    return {"description": ERRORS[code], "content": {"application/json": {"schema": failed}}}


def _list(item: Any) -> dict[str, Any]:
    cursor = {"anyOf": [{"type": "integer"}, {"type": "null"}], "description": "Give it as `cursor` to go on"}
    return {
        "type": "object",
        "properties": {"items": {"type": "array", "items": item}, "next": cursor},
        "required": ["items", "next"],
    }


def _in_path(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", "minLength": 1}
    if name != "name":
        schema["pattern"] = "^[A-Za-z0-9]+$"
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _in_query(told: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", "maxLength": 400, "pattern": r"^[^\x00-\x1f]*$"}
    if told.kind == "number":
        schema = {"type": "integer", "minimum": 1 if told.name == "limit" else 0, "maximum": told.most}
        schema["default"] = told.default
    elif told.kind == "day":
        schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
        if not told.required:
            schema = {"anyOf": [schema, {"const": "", "description": "None, as a form sends it"}]}
    elif told.kind == "word":
        schema = {"type": "string", "enum": [*told.among, ""]}
    return {
        "name": told.name,
        "in": "query",
        "required": told.required,
        "description": told.meaning,
        "schema": schema,
    }


def _post(given: Any, taken: Any, failed: Any) -> dict[str, Any]:
    return {
        "operationId": "add",
        "summary": "Read a text and keep it; the same text again changes nothing",
        "requestBody": {"required": True, "content": {"application/json": {"schema": given}}},
        "responses": {
            "201": {"description": "Added", "content": {"application/json": {"schema": taken}}},
            "200": {"description": "Known already", "content": {"application/json": {"schema": taken}}},
            "400": _failure("400", failed),
            "403": {"description": "This desk only shows, or the request comes from another site"},
            "413": {"description": "The text is too large"},
            "503": _failure("503", failed),
        },
    }

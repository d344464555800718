"""Takes a report in through the API."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from twosource.desk.desk import Desk
from twosource.errors import UsageError
from twosource.ledger.rows import AddedStatus
from twosource.model import Record
from twosource.pipeline import read

LARGEST = 20_000_000
"""Bytes of a text that is taken: as for files."""


class Given(Record, frozen=True):
    """A text with what is known of it; what is null is found in the text, inferred, or stays unknown."""

    text: Annotated[str, Meta(min_length=1, pattern=r"\S")]
    outlet: str | None = None
    published: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", extra_json_schema={"format": "date"})] | None = None
    url: str | None = None
    title: str | None = None


class Taken(Record, frozen=True):
    """What became of it."""

    status: AddedStatus
    report: str
    previous: str | None
    claims: int


async def add(request: Request) -> Response:
    """Reads a text and puts it in."""
    desk: Desk = request.app.state.desk
    if desk.settings.read_only:
        return error(403, "this desk only shows; it was started with --read-only")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return error(413, f"a text of more than {LARGEST // 1_000_000} MB is not read")
    given = _given(bytes(body))
    taken = await run_in_threadpool(_take, desk, given)
    desk.watcher.look()
    content = json.dumps(taken.to_dict(), ensure_ascii=True)
    return Response(content, 200 if taken.status == "known" else 201, media_type="application/json")


def _given(body: bytes) -> Given:
    try:
        given = msgspec.json.decode(body, type=Given)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise UsageError(f"the body does not fit: {problem}") from problem
    if not given.text.strip():
        raise UsageError("text holds no words")
    words = (given.text, given.outlet, given.url, given.title)
    if any("\ud800" <= letter <= "\udfff" for value in words if value for letter in value):
        raise UsageError("the text holds half characters (surrogates), which no file can hold")
    if given.published is not None:
        _day(given.published)
    return given


def _day(value: str) -> None:
    try:
        fits = date.fromisoformat(value).isoformat() == value
    except ValueError:
        fits = False
    if not fits:
        raise UsageError(f"published wants a day as YYYY-MM-DD, not {value!a}")


def _take(desk: Desk, given: Given) -> Taken:
    report = read(
        given.text, published=given.published, outlet=given.outlet or None, url=given.url or None,
        title=given.title or None,
    )  # fmt: skip
    added = desk.store.add(report)
    return Taken(added.status, added.report, added.previous, len(report.claims))


def error(status: int, message: str) -> JSONResponse:
    """An error of the API."""
    return JSONResponse({"error": {"status": status, "message": message}}, status)

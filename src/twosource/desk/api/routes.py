"""The routes of the API."""

from __future__ import annotations

import gzip
import json
from collections.abc import Awaitable, Callable

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from twosource.desk.api.answers import ENDPOINTS, plain
from twosource.desk.api.description import description
from twosource.desk.api.endpoints import Endpoint
from twosource.desk.api.taking import add
from twosource.desk.asked import Asked, Page
from twosource.desk.render import respond


def routes() -> list[BaseRoute]:
    """All of them, under `/api/v1`."""
    made: list[BaseRoute] = [Route("/api/v1/openapi.json", _described, name="openapi")]
    for endpoint in ENDPOINTS:
        if endpoint.name == "reports":
            made.append(
                Route("/api/v1/reports", _both(_answering(endpoint)), methods=["GET", "POST"], name="api-reports")
            )
            continue
        path = endpoint.path.replace("{name}", "{name:path}")
        made.append(Route(f"/api/v1{path}", _answering(endpoint), methods=["GET"], name=f"api-{endpoint.name}"))
    return made


def _answering(endpoint: Endpoint) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        asked = Asked(request)
        return respond(asked, lambda: _answered(asked, endpoint.answer(asked)))

    answer.__doc__ = endpoint.summary
    return answer


def _both(answer: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """One route for the list of reports and for a new one, so that a wrong method is told of both."""

    async def either(request: Request) -> Response:
        return await add(request) if request.method == "POST" else await run_in_threadpool(answer, request)

    return either


LARGE = 500
"""Rows from which an answer is packed here, in a thread, and not where everybody waits for it."""


def _answered(asked: Asked, value: object) -> Response:
    """An answer; a long list is written out and packed once for as long as the ledger stands still."""
    if not isinstance(value, Page) or len(value.items) < LARGE:
        return _json(plain(value))
    url = str(asked.request.url)
    body, packed = asked.desk.kept(("packed", url), lambda: _packed(value))
    headers = {"Vary": "Accept-Encoding"}
    if "gzip" in asked.request.headers.get("accept-encoding", ""):
        return Response(packed, media_type="application/json", headers={**headers, "Content-Encoding": "gzip"})
    return Response(body, media_type="application/json", headers=headers)


def _packed(page: Page) -> tuple[bytes, bytes]:
    try:
        body = msgspec.json.encode({"items": page.items, "next": page.next})
    except UnicodeError:  # half a surrogate pair, which only an escape can carry
        body = bytes(_json(plain(page)).body)
    return body, gzip.compress(body, 3, mtime=0)


def _json(value: object) -> Response:
    return Response(json.dumps(value, ensure_ascii=True, separators=(",", ":")), media_type="application/json")


def _described(request: Request) -> Response:
    return _json(description(request.app.state.desk.settings.path))

"""The routes of the API."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from twosource.desk.api.answers import ENDPOINTS, plain
from twosource.desk.api.description import description
from twosource.desk.api.endpoints import Endpoint
from twosource.desk.api.taking import add
from twosource.desk.asked import Asked
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
        return respond(asked, lambda: _json(plain(endpoint.answer(asked))))

    answer.__doc__ = endpoint.summary
    return answer


def _both(answer: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """One route for the list of reports and for a new one, so that a wrong method is told of both."""

    async def either(request: Request) -> Response:
        return await add(request) if request.method == "POST" else await run_in_threadpool(answer, request)

    return either


def _json(value: object) -> Response:
    return Response(json.dumps(value, ensure_ascii=True, separators=(",", ":")), media_type="application/json")


def _described(request: Request) -> Response:
    return _json(description(request.app.state.desk.settings.path))

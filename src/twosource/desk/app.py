"""Puts a desk together: pages, API, live updates, files, and what guards them."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from twosource.desk.api.routes import routes as api_routes
from twosource.desk.desk import Desk
from twosource.desk.guarding import Guard
from twosource.desk.metrics import Metrics
from twosource.desk.pages.routes import routes as page_routes
from twosource.desk.render import failed, told, warm
from twosource.desk.settings import Settings
from twosource.errors import TwosourceError

LOG = logging.getLogger("twosource.desk")
KEEP_ALIVE = 15
"""Seconds between two lines of a stream that has nothing to say: proxies close what is silent for a minute."""


class Files(StaticFiles):
    """The built files: where a name holds the content, browsers need never ask again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file."""
        found = await super().get_response(path, scope)
        if found.status_code == 200:
            named = re.search(r"-[\w-]{8}\.\w+$", path)
            found.headers["Cache-Control"] = "public, max-age=31536000, immutable" if named else "no-cache"
        return found


def create_app(settings: Settings) -> Starlette:
    """The application on the ledger that the settings name."""
    settings.tile_origin  # noqa: B018 - says what is wrong with the address before anything is opened
    metrics = Metrics()
    app = Starlette(
        routes=_routes(),
        exception_handlers={TwosourceError: _ours, HTTPException: _http, Exception: _broken},
        lifespan=_lifespan,
    )
    app.state.settings = settings
    app.state.metrics = metrics
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Guard, settings=settings, metrics=metrics)
    return app


def _routes() -> list[BaseRoute]:
    static = str(files("twosource.desk").joinpath("static"))
    return [
        *page_routes(),
        *api_routes(),
        Route("/events", _events, name="events"),
        Route("/healthz", _health, name="healthz"),
        Route("/metrics", _metrics, name="metrics"),
        Mount("/static", Files(directory=static, check_dir=False), name="static"),
    ]


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    desk = Desk(app.state.settings)
    app.state.desk = desk
    desk.hub.bind()
    desk.watcher.start()
    await asyncio.to_thread(warm)
    try:
        yield
    finally:
        await asyncio.to_thread(desk.watcher.stop)
        desk.jobs.close()
        desk.close()


def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, TwosourceError)
    return failed(request, error)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = {404: "there is no page at this address", 405: "this address does not take that method"}
    return told(request, error.status_code, said.get(error.status_code, str(error.detail)), error.headers)


def _broken(request: Request, error: Exception) -> Response:
    LOG.error("fault", exc_info=error, extra={"path": request.url.path})
    return told(request, 500, "this is a fault of twosource; its log says more, please report it")


def _health(request: Request) -> Response:
    desk: Desk = request.app.state.desk
    desk.stand()
    return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})


def _metrics(request: Request) -> Response:
    desk: Desk = request.app.state.desk
    now = desk.stand()
    gauges = {
        "twosource_readers": ("Pages that listen for news", float(len(desk.hub))),
        "twosource_ledger_number": ("Rises with every write of the ledger", float(now.number)),
        "twosource_pending": ("Reports that the account does not know yet", float(now.pending)),
    }
    text = request.app.state.metrics.text(gauges)
    return PlainTextResponse(text, media_type="text/plain; version=0.0.4", headers={"Cache-Control": "no-store"})


async def _events(request: Request) -> Response:
    """Says `changed` each time the ledger does; pages then ask for what they show."""
    desk: Desk = request.app.state.desk
    queue = desk.hub.join()

    async def lines() -> AsyncIterator[str]:
        try:
            yield "retry: 2000\n\n"
            while not await request.is_disconnected():
                try:
                    number = await asyncio.wait_for(queue.get(), KEEP_ALIVE)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                yield f"event: changed\nid: {number}\ndata: {number}\n\n"
        finally:
            desk.hub.leave(queue)

    held = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(lines(), media_type="text/event-stream", headers=held)

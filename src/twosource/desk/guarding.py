"""What stands before every request: the proxy's prefix, the host, where a post comes from, the page's policy, a log."""

from __future__ import annotations

import json
import logging
import time
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource.desk.metrics import Metrics
from twosource.desk.settings import LOCAL, Settings

LOG = logging.getLogger("twosource.desk")
PLAIN = ("script-src", "style-src", "img-src", "connect-src", "font-src", "form-action", "manifest-src")


def policy(settings: Settings) -> str:
    """The Content-Security-Policy: nothing inline, nothing from elsewhere but the tiles that the operator named."""
    tiles = f" {settings.tile_origin}" if settings.tile_origin else ""
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            f"img-src 'self' data: blob:{tiles}",
            f"connect-src 'self'{tiles}",
            "font-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ]
    )


def headers(settings: Settings) -> dict[str, str]:
    """The headers that every answer bears."""
    return {
        "Content-Security-Policy": policy(settings),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }


class Guard:
    """Lets in what may come in, and writes down what went out."""

    def __init__(self, app: ASGIApp, settings: Settings, metrics: Metrics) -> None:
        self._app = app
        self._prefix = settings.path
        self._hosts = {*LOCAL, *(host.lower() for host in settings.hosts)}
        self._headers = headers(settings)
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 500

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])
                held = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    held[name] = value
            await send(message)

        inner = self._stripped(scope)
        refused = self._refused(Headers(scope=scope), str(scope["method"]))
        try:
            if inner is None:
                await _plain(sending, 404, f"this desk stands under {self._prefix}/")
            elif refused:
                await _plain(sending, 403, refused)
            else:
                await self._app(inner, receive, sending)
        finally:
            self._note(inner or scope, status, time.perf_counter() - began)

    def _stripped(self, scope: Scope) -> Scope | None:
        """The request without the prefix: proxies hand it on with or without."""
        path = str(scope["path"])
        if not self._prefix:
            return scope
        if path == self._prefix or path.startswith(f"{self._prefix}/"):
            return {**scope, "path": path[len(self._prefix) :] or "/", "raw_path": None}
        return scope if path in ("/healthz", "/metrics") else {**scope}

    def _refused(self, given: Headers, method: str) -> str | None:
        """Why a request is not answered: a name that is not ours is somebody who turned their name on us."""
        host = given.get("host", "")
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and ":" in host else host
        if "*" not in self._hosts and name.lower() not in self._hosts:
            return "this desk does not answer to that name; start it with --allow-host NAME"
        if method not in ("GET", "HEAD", "OPTIONS"):
            site, origin = given.get("sec-fetch-site"), given.get("origin")
            if site not in (None, "same-origin", "none"):
                return "that form stands on another site"
            if origin not in (None, "null") and urlsplit(origin).netloc.lower() != host.lower():
                return "that form stands on another site"
        return None

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route: Any = scope.get("route")
        name = getattr(route, "path", None) or "other"
        self._metrics.count(name, status, seconds)
        LOG.info(
            "request",
            extra={
                "method": scope["method"], "path": scope["path"], "status": status, "ms": round(seconds * 1000, 1),
            },
        )  # fmt: skip


async def _plain(send: Send, status: int, text: str) -> None:
    body = f"twosource: {text}\n".encode()
    head = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": head})
    await send({"type": "http.response.body", "body": body})


_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "taskName", "color_message"}


class JsonLines(logging.Formatter):
    """A log as JSON, one object a line, escaped to ASCII."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        told: dict[str, Any] = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{int(record.msecs):03}Z",
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        told.update({key: value for key, value in vars(record).items() if key not in _OWN})
        if record.exc_info:
            told["error"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=True, default=str)

"""Turns views into pages: templates, tags that tell whether a page changed, and errors that say what to do."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from twosource import __version__
from twosource.desk.asked import Asked, Links, today
from twosource.desk.words import CHANGED, GRADE, MEASURES, PRECISION, RELATION, STATUS_ORDER
from twosource.errors import NotFoundError, StopError, TwosourceError, UsageError
from twosource.tell import wording
from twosource.tell.index import Mark
from twosource.tell.page import SYMBOLS


@cache
def environment() -> Environment:
    """The templates; whatever goes into them is escaped."""
    made = Environment(
        loader=PackageLoader("twosource.desk", "templates"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        w=wording, clean=wording.clean, symbols=SYMBOLS, is_mark=lambda piece: isinstance(piece, Mark),
        relation=RELATION, changed=CHANGED, precisions=PRECISION, measures=MEASURES, statuses=STATUS_ORDER, grade=GRADE,
        version=__version__, rest=_rest, unbroken=_unbroken, lane_filter=_lane_filter,
    )  # fmt: skip
    return made


def warm() -> None:
    """Reads all templates, so that nobody waits for that."""
    for name in environment().list_templates():
        environment().get_template(name)


class Given(dict[str, str]):
    """The words of the query; those that are not there are None."""

    def __missing__(self, key: str) -> None:
        return None


LONG_NAME = 40
"""Characters from which a citation may be broken at a space: it would not fit a phone."""


def _unbroken(text: str) -> str:
    """Words that stay on one line where they fit one."""
    return text.replace(" ", "\u00a0") if len(text) < LONG_NAME else text


def _rest(given: Mapping[str, str]) -> dict[str, str]:
    """The parameters of a list that stay the same on its next page."""
    return {key: value for key, value in given.items() if value and key not in ("cursor", "as_of")}


def _lane_filter(by: str, key: str) -> dict[str, str]:
    """What asks for the claims of one lane of a timeline."""
    return {by: key, "whole": "1"} if key else {"without": "side"}


@cache
def assets() -> Mapping[str, str]:
    """The built files by what they are: Vite names them by their content, and says so in its manifest."""
    manifest = files("twosource.desk").joinpath("static", "manifest.json")
    if not manifest.is_file():
        raise StopError("the desk's pages are not built in this checkout; run: make assets")
    found: dict[str, str] = {}
    for entry in json.loads(manifest.read_text(encoding="utf8")).values():
        if entry.get("isEntry"):
            found[entry["name"]] = entry["file"]
            for sheet in entry.get("css", ()):
                found[f"{entry['name']}.css"] = sheet
    return found


def tag(asked: Asked) -> str:
    """The entity tag of an answer: it depends on the ledger, the address, and how it is asked for."""
    now = asked.desk.stand()
    request = asked.request
    parts = [asked.desk.token(now), str(request.url), request.headers.get("hx-request", ""), today()]
    return f'W/"{hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:20]}"'


def fresh(request: Request, etag: str) -> bool:
    """True where the reader has this very answer already."""
    held = request.headers.get("if-none-match", "")
    return etag in (part.strip() for part in held.split(","))


HEADERS = {"Cache-Control": "private, no-cache", "Vary": "HX-Request, Accept-Encoding"}


def respond(asked: Asked, make: Callable[[], Response]) -> Response:
    """An answer with its tag, made only where the reader does not have it."""
    etag = tag(asked)
    if fresh(asked.request, etag):
        return Response(status_code=304, headers={**HEADERS, "ETag": etag})
    made = make()
    if made.status_code == 200:
        made.headers.update({**HEADERS, "ETag": etag})
    return made


def page(asked: Asked, template: str, **values: Any) -> Response:
    """A page from a template."""
    desk, request = asked.desk, asked.request
    links = Links(desk.settings.path, asked.as_of)
    now = desk.stand()
    html = (
        environment()
        .get_template(template)
        .render(
            url=links,
            asset=assets(),
            as_of=asked.as_of,
            today=today(),
            here=request.url.path.removeprefix(desk.settings.path) or "/",
            given=Given(request.query_params),
            settings=desk.settings,
            stand=now,
            **values,
        )
    )
    return HTMLResponse(html)


def status_of(error: TwosourceError) -> int:
    """The HTTP status of an error of ours."""
    return 404 if isinstance(error, NotFoundError) else 400 if isinstance(error, UsageError) else 503


def failed(request: Request, error: TwosourceError) -> Response:
    """An error as a page or, in the API, as JSON."""
    return told(request, status_of(error), str(error))


TITLES = {400: "That cannot be asked", 403: "Not from there", 404: "Nothing here", 405: "Not that way",
          413: "Too large", 503: "The ledger cannot be used", 500: "Something broke"}  # fmt: skip


def told(request: Request, status: int, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """A status with a line that says what to do."""
    desk = request.app.state.desk
    if request.url.path.removeprefix(desk.settings.path).startswith("/api/"):
        return JSONResponse({"error": {"status": status, "message": message}}, status, dict(headers or {}))
    try:
        shown = assets()
    except StopError as error:
        return Response(f"twosource: {error}\n", 503, media_type="text/plain")
    html = environment().get_template("error.html").render(
        url=Links(desk.settings.path, None), asset=shown, as_of=None, today=today(), here="", given=Given(),
        settings=desk.settings, stand=None, status=status, title=TITLES.get(status, "Something broke"), message=message,
    )  # fmt: skip
    return HTMLResponse(html, status, dict(headers or {}))

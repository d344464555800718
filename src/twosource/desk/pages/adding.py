"""Add: paste a text, hand in files or a folder, name addresses; then watch them being read."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path, PurePosixPath

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource.desk import queries
from twosource.desk.asked import Asked, Links
from twosource.desk.desk import Desk
from twosource.desk.jobs import Handed
from twosource.desk.render import page, told
from twosource.errors import UsageError
from twosource.ingest.fetch import is_address

MOST_FILES = 2000
MOST_ADDRESSES = 200
LARGEST = 20_000_000
"""Bytes of one file; the reader refuses larger ones too."""


def view(asked: Asked) -> dict[str, object]:
    """The values of the page with the form."""
    return {"read_only": asked.desk.settings.read_only}


async def take(request: Request) -> Response:
    """Takes in what the form holds and leads to where it can be watched."""
    desk: Desk = request.app.state.desk
    if desk.settings.read_only:
        return told(request, 403, "this desk only shows; it was started with --read-only")
    async with request.form(max_files=MOST_FILES, max_fields=20, max_part_size=LARGEST) as form:
        handed = await _handed(desk, form)
    job = desk.jobs.start(handed)
    links = Links(desk.settings.path, None)
    return RedirectResponse(links("adding", job.id), 303)


async def _handed(desk: Desk, form: FormData) -> Handed:
    text = _word(form, "text")
    addresses = tuple(dict.fromkeys(line.strip() for line in _word(form, "addresses").splitlines() if line.strip()))
    for address in addresses:
        if not is_address(address):
            raise UsageError(f"{address[:80]!r} is no web address; it should begin with https://")
    if len(addresses) > MOST_ADDRESSES:
        raise UsageError(f"no more than {MOST_ADDRESSES} addresses at once")
    files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    published = _word(form, "published") or None
    if published is not None:
        _day(published)
    if not (text.strip() or addresses or files):
        raise UsageError("nothing to add; paste a text, choose files, or name addresses")
    folder = None
    if files:
        folder = await run_in_threadpool(desk.jobs.folder)
        for one in files:
            await _keep(folder, one)
    known = [_word(form, name).strip()[:2000] or None for name in ("outlet", "title", "url")]
    return Handed(text, known[0], published, known[1], known[2], folder, len(files), addresses)


def _word(form: FormData, name: str) -> str:
    value = form.get(name)
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""


def _day(value: str) -> None:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"the day of publication wants YYYY-MM-DD, not {value!r}") from None


async def _keep(folder: Path, one: UploadFile) -> None:
    """Writes a file into the folder, under its own name made safe: no name leads out of it."""
    parts = [re.sub(r"[^\w. ()-]", "_", part)[:100] for part in PurePosixPath(one.filename or "").parts]
    safe = [part for part in parts if part.strip(". ")] or ["file"]
    path = folder.joinpath(*safe[-4:])
    body = await one.read()

    def write() -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)

    await run_in_threadpool(write)


def watch(request: Request) -> Response:
    """How far it is, and where it stands in the end."""
    asked = Asked(request)
    job = asked.desk.jobs.job(str(request.path_params["job"]))
    reports = [line.report for line in job.lines if line.report]
    settled = job.done and asked.desk.stand().pending == 0
    stories = _stories(asked, reports) if settled else []
    made = page(asked, "adding.html", job=job, settled=settled, stories=stories, reports=reports)
    made.headers["Cache-Control"] = "no-store"
    return made


def _stories(asked: Asked, reports: list[str]) -> list[tuple[str, str]]:
    """The stories that the reports are told in, with their titles."""
    with asked.desk.store.looking() as connection:
        found = queries.homes(connection, reports)
        bodies = queries.story_bodies(connection, None, found)
    return [(id_, bodies[id_].title) for id_ in found if id_ in bodies]

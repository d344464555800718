"""Whatever stands at a path, one thing at a time: documents to read, reports read before, and what was skipped."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from twosource.errors import ItemError
from twosource.ingest.decode import decode
from twosource.ingest.fetch import Fetcher, is_address
from twosource.ingest.known import NAME, Known, read_known
from twosource.ingest.language import language_of
from twosource.ingest.lines import report_in_line, reports_in_lines
from twosource.ingest.pages import document_of_page, is_markup
from twosource.model import Document, Report, SkipRecord, Unread

Thing = Document | Report | Unread

LARGEST = 20_000_000
"""Bytes of one report above which it is none: the longest official reports have two or three million."""


def gather(paths: Iterable[str], *, fetcher: Fetcher | None = None) -> Iterator[Thing]:
    """Whatever stands at the paths, in order: files, folders, addresses, and `-` for standard input.

    What cannot be used comes as `Unread` with its reason; nothing raises, and the rest goes on.
    """
    pages = fetcher or Fetcher()
    for path in paths:
        if path == "-":
            yield from _guarded("-", lambda: _stream(sys.stdin.buffer.read()))
        elif is_address(path):
            yield from _guarded(path, lambda path=path: _address(path, pages))  # type: ignore[misc]
        else:
            yield from _path(path)


def _guarded(origin: str, things: Callable[[], Iterator[Thing]]) -> Iterator[Thing]:
    """Hands things on; what stands in the way becomes a record with its reason."""
    try:
        yield from things()
    except ItemError as error:
        yield _unread(origin, error.reason, error.message)
    except OSError as error:
        yield _unread(origin, "unreadable", f"it cannot be read ({error.strerror or error})")


def _unread(origin: str, reason: str, message: str) -> Unread:
    return Unread(origin, SkipRecord(reason, message))


def _path(name: str) -> Iterator[Thing]:
    """What stands at a path. An empty name is none: it is a variable of the shell that was not set, not this folder."""
    path = Path(name)
    try:
        kind = (
            "nothing"
            if not name
            else "folder"
            if path.is_dir()
            else "file"
            if path.is_file()
            else "other"
            if path.exists()
            else "nothing"
        )
    except (OSError, ValueError):
        kind = "nothing"
    if kind == "folder":
        yield from _folder(path)
    elif kind == "file":
        yield from _guarded(str(path), lambda: _file(path, Known()))
    elif kind == "other":
        yield _unread(name, "not_a_file", "it is neither a file nor a folder")
    else:
        yield _unread(name, "no_such_file", "there is no such file or folder; check the path")


def _folder(folder: Path) -> Iterator[Thing]:
    """The files of a folder and its subfolders in the order of their names, hidden ones left out."""
    try:
        known = read_known(folder)
    except ItemError as error:
        yield _unread(str(folder / NAME), error.reason, error.message)
        known = {}
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield _unread(str(folder), "unreadable", f"the folder cannot be read ({error.strerror})")
        return
    for name in sorted(known.keys() - {entry.name for entry in entries}):
        message = f"{NAME} names it and it is not in that folder; mend the name, or take it out"
        yield _unread(str(folder / name), "no_such_file", message)
    for entry in entries:
        if entry.name == NAME:
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _folder(entry)
            continue
        about = known.get(entry.name, Known())
        for reason, message in about.faults:
            yield _unread(str(folder / NAME), reason, message)
        yield from _guarded(str(entry), lambda entry=entry, about=about: _file(entry, about))  # type: ignore[misc]


def _file(path: Path, known: Known) -> Iterator[Thing]:
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        yield from _lines(path)
        return
    size = path.stat().st_size
    if size > LARGEST:
        raise ItemError("too_large", f"{size // 1_000_000} MB is too much for one report; cut it into its reports")
    markup = path.suffix.lower() in (".html", ".htm", ".xhtml")
    yield _document(path.read_bytes(), str(path), known, markup=markup)


def _lines(path: Path) -> Iterator[Thing]:
    """A JSON Lines file, a line in memory at a time."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                where = f"{path}:{number}"
                yield from _guarded(where, lambda line=line, where=where: iter([report_in_line(decode(line), where)]))  # type: ignore[misc]


def _stream(data: bytes) -> Iterator[Thing]:
    """Standard input: JSON Lines where it begins with a brace, else a page or a text."""
    if data.lstrip()[:1] == b"{":
        yield from reports_in_lines(decode(data), "-")
        return
    if len(data) > LARGEST:
        raise ItemError("too_large", "that is too much for one report; cut it into its reports")
    yield _document(data, "-", Known(), markup=False)


def _address(url: str, fetcher: Fetcher) -> Iterator[Thing]:
    page = fetcher.fetch(url)
    text = decode(page.body, markup=page.markup)
    if page.markup or is_markup(text):
        document = document_of_page(text, origin=url, url=page.url)
    else:
        document = Document(url, text, url=page.url)
    yield _with_language(document)


def _document(data: bytes, origin: str, known: Known, *, markup: bool) -> Document:
    text = decode(data, markup=markup)
    if not text.strip():
        raise ItemError("empty_file", "there is no text in it")
    if markup or is_markup(text):
        document = document_of_page(text, origin=origin, url=known.url)
    else:
        document = Document(origin, text, url=known.url)
    given: dict[str, object] = {}
    if known.outlet:
        given |= {"outlet": known.outlet, "outlet_basis": "given"}
    if known.published:
        given["published"] = known.published
    if known.title:
        given["title"] = known.title
    return _with_language(document.replace(**given))


def _with_language(document: Document) -> Document:
    return document if document.language else document.replace(language=language_of(document.text))

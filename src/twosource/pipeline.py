"""The one place that knows the order of the rooms: ingest, read, reconcile, ledger, tell."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice
from typing import NamedTuple, TypeVar

from twosource.ingest import gather
from twosource.model import Account, Brief, Document, Published, Report, Skipped, SkipRecord, Story, Unread
from twosource.model.showing import register
from twosource.pool import Task, in_order
from twosource.reading import prepare, read_document

Thing = Document | Report | Unread
Read = Report | Unread
R = TypeVar("R")

WORTH_A_POOL = 16
"""Documents from which starting more processes is quicker than reading them in this one (a process starts in .1 s)."""


LONGEST = 3_000_000
"""Characters of a report at most: half a million words, read in about 70 s with 2 GB of memory; both grow in step."""


class Printed(NamedTuple):
    """A report as its line of JSON, made where it was read, with what is told of it beside."""

    id: str
    origin: str | None
    skipped: tuple[Skipped, ...]
    line: str

    def to_json(self) -> str:
        """The line."""
        return self.line


def read(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Report:
    """Reads one report.

    `published` is an ISO date. What is given is taken as it is; what is not given is found in the text, or inferred,
    or unknown, and the report says which (`published.basis`, `outlet_basis`). Never raises on any text.

    >>> report = read("The ministry said on Friday that two people were killed.", published="2025-03-10")
    >>> report.published.basis
    'given'
    """
    document = Document(
        None,
        text,
        outlet=outlet,
        outlet_basis="given" if outlet else "unknown",
        url=url,
        title=title,
        published=Published(published, published, "given") if published else Published(),
    )
    return read_document(document)


def read_many(documents: Iterable[Thing], *, processes: int | None = None) -> Iterator[Read]:
    """Reads documents, in their order, on all cores (`processes` limits them) once there are more than a few.

    Reports and skips among them are handed on as they are. A document that cannot be read comes back as `Unread`.
    """
    return _each_read(documents, _as_read, processes)


def read_paths(paths: Iterable[str], *, processes: int | None = None) -> Iterator[Read]:
    """Reads whatever stands at the paths: files, folders, addresses, `-` for standard input."""
    return read_many(gather(paths), processes=processes)


def print_paths(paths: Iterable[str], *, processes: int | None = None) -> Iterator[Printed | Unread]:
    """As `read_paths`, each report as its line of JSON: it need not travel from process to process in parts."""
    return _each_read(gather(paths), _as_printed, processes)


def _as_read(thing: Read) -> Read:
    return thing


def _as_printed(thing: Read) -> Printed | Unread:
    if isinstance(thing, Unread):
        return thing
    return Printed(thing.id, thing.origin, thing.skipped, thing.to_json())


def _each_read(things: Iterable[Thing], finish: Callable[[Read], R], processes: int | None) -> Iterator[R]:
    """What `finish` makes of each thing that was read, in order."""
    rest = iter(things)
    first = list(islice(rest, WORTH_A_POOL))
    workers = processes or os.cpu_count() or 1
    if len(first) < WORTH_A_POOL or workers == 1:
        for thing in chain(first, rest):
            yield _read_and(finish, thing)
        return
    task: Task[Thing, R] = Task(
        work=partial(_read_and, finish),
        here=lambda thing: None if isinstance(thing, Document) else finish(thing),
        lost=lambda thing: finish(_lost(thing)),
        weight=lambda thing: len(thing.text) if isinstance(thing, Document) and thing.text else 0,
        start=start,
    )
    yield from in_order(chain(first, rest), task, workers)


SELDOM = 50_000
"""Objects made between two rounds of the collector: reading makes many and hardly one that refers to itself."""


def start() -> None:
    """Makes a process ready to read: loads what reading needs, and leaves it out of the collector's rounds for good.

    Called once in each process of a pool, before its first document.
    """
    prepare()
    gc.collect()
    gc.freeze()
    gc.set_threshold(SELDOM)


def _read_and(finish: Callable[[Read], R], thing: Thing) -> R:
    return finish(_read_thing(thing))


def _read_thing(thing: Thing) -> Read:
    """Reads a document; a fault of ours costs this document, never the run, and is recorded."""
    if not isinstance(thing, Document):
        return thing
    try:
        if len(thing.text) > LONGEST:
            message = f"{len(thing.text):,} characters are too much for one report; cut it into its reports"
            return Unread(thing.origin or "", SkipRecord("too_large", message))
        return read_document(thing)
    except Exception as error:  # noqa: BLE001 - whatever it is, the rest of the reports must be read
        message = f"reading failed ({type(error).__name__}: {error}); this is a fault of twosource, please report it"
        return Unread(thing.origin or "", SkipRecord("reading_failed", message[:500]))


def _lost(thing: Thing) -> Unread:
    """The record of a document with which its process was killed, twice."""
    message = (
        "the process that read it was killed, for want of memory perhaps; cut it into its reports, or read it alone"
    )
    return Unread(thing.origin or "", SkipRecord("reading_killed", message))


def account_of(reports: Sequence[Report]) -> Account:
    """What some reports add up to, with the sentences that tell it."""
    from twosource.reconcile import reconcile

    account = reconcile(reports)
    held = {report.id: report for report in reports}
    return account.replace(stories=tuple(told(story, held) for story in account.stories))


def told(story: Story, reports: Mapping[str, Report]) -> Story:
    """A story with the sentences that tell it."""
    from twosource import tell

    needed = dict.fromkeys([*story.reports, *(ref.report for q in story.questions for ref in q.claims())])
    return story.replace(sentences=tell.sentences(story, [reports[i] for i in needed if i in reports]))


def brief_of(reports: Iterable[Report]) -> Brief:
    """A brief of some reports, without a ledger; a report that stands there twice counts once.

    >>> brief_of([]).stories
    ()
    """
    held = {report.id: report for report in reports}
    ordered = tuple(held.values())
    return Brief(ordered, account_of(ordered).stories)


def _in_notebook(shown: Brief | Report) -> str:
    """A brief or a report for a notebook; what draws it is loaded when it is first drawn."""
    from twosource import tell

    return tell.notebook_html(shown)


register(Brief, _in_notebook)
register(Report, _in_notebook)

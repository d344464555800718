"""The one place that knows the order of the rooms: ingest, read, reconcile, ledger, tell."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice

from twosource import tell
from twosource.ingest import gather
from twosource.model import Account, Brief, Document, Published, Report, SkipRecord, Story, Unread
from twosource.model.showing import register
from twosource.reading import read_document
from twosource.reconcile import reconcile

Thing = Document | Report | Unread
Read = Report | Unread

WORTH_A_POOL = 16
"""Documents from which starting more processes is quicker than reading them in this one (a process starts in .5 s)."""

AHEAD = 4
"""Documents handed to each process ahead of the one whose turn it is: keeps memory bounded and all of them busy."""


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
    things = iter(documents)
    first = list(islice(things, WORTH_A_POOL))
    workers = processes or os.cpu_count() or 1
    if len(first) < WORTH_A_POOL or workers == 1:
        for thing in chain(first, things):
            yield _read_thing(thing)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from _in_order(pool, first, things, workers * AHEAD)


def _in_order(pool: ProcessPoolExecutor, first: Sequence[Thing], rest: Iterator[Thing], ahead: int) -> Iterator[Read]:
    """Results in the order of the things, with a bounded number under way."""
    waiting: deque[Future[Read] | Read] = deque()
    for thing in chain(first, rest):
        waiting.append(pool.submit(_read_thing, thing) if isinstance(thing, Document) else thing)
        if len(waiting) >= ahead:
            yield _result(waiting.popleft())
    while waiting:
        yield _result(waiting.popleft())


def _result(waiting: Future[Read] | Read) -> Read:
    return waiting.result() if isinstance(waiting, Future) else waiting


def _read_thing(thing: Thing) -> Read:
    """Reads a document; a fault of ours costs this document, never the run, and is recorded."""
    if not isinstance(thing, Document):
        return thing
    try:
        return read_document(thing)
    except Exception as error:  # noqa: BLE001 - whatever it is, the rest of the reports must be read
        message = f"reading failed ({type(error).__name__}: {error}); this is a fault of twosource, please report it"
        return Unread(thing.origin or "", SkipRecord("reading_failed", message[:500]))


def read_paths(paths: Iterable[str], *, processes: int | None = None) -> Iterator[Read]:
    """Reads whatever stands at the paths: files, folders, addresses, `-` for standard input."""
    return read_many(gather(paths), processes=processes)


def account_of(reports: Sequence[Report]) -> Account:
    """What some reports add up to, with the sentences that tell it."""
    account = reconcile(reports)
    held = {report.id: report for report in reports}
    return account.replace(stories=tuple(told(story, held) for story in account.stories))


def told(story: Story, reports: Mapping[str, Report]) -> Story:
    """A story with the sentences that tell it."""
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


register(Brief, tell.notebook_html)
register(Report, tell.notebook_html)

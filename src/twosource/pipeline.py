"""The one place that knows the order of the rooms: ingest, read, reconcile, ledger, tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.ingest import gather
from twosource.model import Brief, Document, Report, Unread
from twosource.reading import read_document
from twosource.reconcile import reconcile


def read_paths(paths: Iterable[str]) -> Iterator[Report | Unread]:
    """Reads whatever stands at the paths."""
    for thing in gather(paths):
        yield read_document(thing) if isinstance(thing, Document) else thing


def brief_of(reports: Iterable[Report]) -> Brief:
    """What some reports add up to, with the reports."""
    held = tuple(reports)
    return Brief(held, reconcile(held).stories)

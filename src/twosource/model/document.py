"""A text on its way to be read: what ingest hands to reading."""

from __future__ import annotations

from twosource.model.base import Record
from twosource.model.report import Basis, Boilerplate, Published


class Document(Record, frozen=True):
    """A decoded text, nothing normalised or deleted, and what is known of it from outside the text.

    `outlet`, `title` and `published` are here only where they were given or stood in the page's metadata;
    reading finds out the rest. `boilerplate` is what the extractor of a page already marked.
    """

    origin: str | None
    text: str
    outlet: str | None = None
    outlet_basis: Basis = "unknown"
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    published: Published = Published()
    boilerplate: tuple[Boilerplate, ...] = ()

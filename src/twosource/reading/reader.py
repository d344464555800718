"""Reads one document: the order of the steps within reading."""

from __future__ import annotations

from twosource.model import Document, Report, content_id
from twosource.reading import attribution, claims, events, figures, masthead, places, structure, times
from twosource.reading.encoder import encode
from twosource.reading.lexical import Tokens
from twosource.threads import one_thread

__all__ = ["READER", "prepare", "read_document", "report_id"]

READER = "encoder-2.5"
"""Names what made a reading; kept with every report, so that an older one is known and can be made anew."""


WARMING = """DORNE, March 3 (Sel News) - At least 12 people were killed in Tolm on Monday, mayor Ilsa Brandt said.

"We could not hold the town," army spokesman Jan Horvat told the Ahr Post, according to a statement by the ministry."""
"""An invented report that makes each step load its tables."""


def prepare() -> None:
    """Loads what reading needs, so that the first report is read as fast as the others; once a process."""
    read_document(Document(None, WARMING))


def report_id(document: Document) -> str:
    """The id of a report: a hash of its text and of what was given with it, so that reading twice adds nothing."""
    given = document.published.to_dict() if document.published.basis in ("given", "metadata") else None
    outlet = document.outlet if document.outlet_basis in ("given", "metadata") else None
    return content_id("r", [document.text, outlet, given, document.url])


@one_thread
def read_document(document: Document) -> Report:
    """A report with everything that was read in it.

    >>> report = read_document(Document(None, "The ministry said on Friday that two people were killed."))
    >>> report.text[:12]
    'The ministry'
    """
    layout = structure.lay_out(document)
    encoded = encode(layout)
    cut = Tokens(document.text)
    outlet, outlet_basis = masthead.outlet(document, layout)
    mentions, published = times.find(layout, document.published)
    title = document.title
    if title is None and layout.title is not None:
        title = layout.title.cut(document.text)
    report = Report(
        id=report_id(document),
        origin=document.origin,
        text=document.text,
        outlet=outlet,
        outlet_basis=outlet_basis,
        url=document.url,
        title=title,
        authors=masthead.authors(document, layout),
        language=document.language,
        published=published,
        boilerplate=layout.boilerplate,
        items=layout.items,
        attributions=attribution.find(layout, encoded),
        times=mentions,
        places=places.find(layout, home=masthead.home(outlet)),
        figures=figures.find(layout, cut),
        events=events.find(layout, encoded),
        skipped=layout.skipped,
        made_by=READER,
    )
    sources, found = claims.build(layout, report, encoded)
    return report.replace(sources=sources, claims=found)

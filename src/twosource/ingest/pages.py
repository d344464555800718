"""Web pages: the article out of the HTML, with what the page says of itself (trafilatura)."""

from __future__ import annotations

import re
from datetime import date

from twosource.errors import ItemError
from twosource.model import Document, Published

_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|article|div|p)\b", re.IGNORECASE)


def is_markup(text: str) -> bool:
    """True where a text is an HTML page.

    >>> is_markup("<!DOCTYPE html><p>Hello"), is_markup("2 < 3 and 4 > 3")
    (True, False)
    """
    return text.lstrip()[:1] == "<" and bool(_MARKUP.search(text[:5000]))


def document_of_page(html: str, *, origin: str | None, url: str | None = None) -> Document:
    """The article of a page as a document: its text, title, day, outlet, authors and language.

    Comments of users are left out. Raises `ItemError` where there is no article in it.
    """
    from trafilatura import bare_extraction

    found = bare_extraction(
        html, url=url, with_metadata=True, include_comments=False, include_tables=True, favor_recall=True
    )
    told = found.as_dict() if found is not None and not isinstance(found, dict) else found
    text = str((told or {}).get("text") or "")
    if not told or not text.strip():
        raise ItemError("no_article", "no article was found in the page; save its text and give that")
    outlet = _plain(told.get("sitename"))
    return Document(
        origin,
        text,
        outlet=outlet,
        outlet_basis="metadata" if outlet else "unknown",
        url=url or _plain(told.get("url")),
        title=_plain(told.get("title")),
        authors=tuple(name.strip() for name in (told.get("author") or "").split(";") if name.strip()),
        language=_plain(told.get("language")),
        published=_published(told.get("date")),
    )


def _plain(value: object) -> str | None:
    text = " ".join(str(value).split()) if value else ""
    return text or None


def _published(value: object) -> Published:
    try:
        day = date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError:
        return Published()
    return Published(day, day, "metadata")

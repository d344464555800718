"""Tells an account to people: text, Markdown, HTML and JSON, every line with a mark that leads to its words.

The pages need Jinja2 and matplotlib, which take longer to load than the rest; so they are loaded when first asked for.
"""

from __future__ import annotations

from twosource.model import Brief, Report
from twosource.tell.data import brief_dict, json
from twosource.tell.explain import explain
from twosource.tell.md import markdown
from twosource.tell.reasons import explain_question
from twosource.tell.sentences import sentences
from twosource.tell.tables import table
from twosource.tell.terminal import text

__all__ = [
    "brief_dict",
    "explain",
    "explain_question",
    "html",
    "json",
    "markdown",
    "notebook_html",
    "report_html",
    "report_markdown",
    "report_text",
    "sentences",
    "table",
    "text",
]


def html(brief: Brief) -> str:
    """The brief as one HTML file; see `twosource.tell.page.html`."""
    from twosource.tell import page

    return page.html(brief)


def notebook_html(shown: Brief | Report) -> str:
    """A brief or a report for a notebook, in a frame of its own."""
    from twosource.tell import page

    return page.framed(html(shown) if isinstance(shown, Brief) else report_html(shown))


def report_text(report: Report, width: int | None = None, colour: bool = False) -> str:
    """A report marked up as text; see `twosource.tell.report`."""
    from twosource.tell import report as told

    return told.report_text(report, width, colour)


def report_markdown(report: Report) -> str:
    """A report marked up as Markdown."""
    from twosource.tell import report as told

    return told.report_markdown(report)


def report_html(report: Report) -> str:
    """A report marked up as one HTML page."""
    from twosource.tell import report as told

    return told.report_html(report)

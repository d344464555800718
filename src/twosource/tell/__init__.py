"""Tells an account to people: text, Markdown, HTML and JSON, every line with a mark that leads to its words."""

from __future__ import annotations

from twosource.tell.data import brief_dict, json
from twosource.tell.md import markdown
from twosource.tell.page import html, notebook_html
from twosource.tell.sentences import sentences
from twosource.tell.terminal import text

__all__ = ["brief_dict", "html", "json", "markdown", "notebook_html", "sentences", "text"]

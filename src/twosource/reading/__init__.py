"""Reads a document: who says what, about what, where and when, with which figure, how sure.

What stands here is imported when it is first used, so that one step (`twosource.reading.figures`) loads without the
others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twosource.reading.reader import READER, prepare, read_document, report_id

__all__ = ["READER", "prepare", "read_document", "report_id"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'twosource.reading' has no attribute {name!r}")
    return getattr(import_module("twosource.reading.reader"), name)

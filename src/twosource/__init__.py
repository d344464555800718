"""twosource reads reports of wars and disasters and keeps the account: who said what, through whom, how sure.

>>> import twosource
>>> report = twosource.read("Two people were killed in the strike, the ministry said.", published="2025-03-10")
>>> report.published.to_dict()
{'from': '2025-03-10', 'to': '2025-03-10', 'basis': 'given'}

Everything here is imported when it is first used, so that `import twosource` is quick and touches nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twosource.errors import (
        ItemError,
        LedgerError,
        NotFoundError,
        StopError,
        TwosourceError,
        UsageError,
    )
    from twosource.model import Account, Brief, Claim, Question, Report, Rows, Source, Span, Story, Unread
    from twosource.pipeline import brief_of as brief
    from twosource.pipeline import read, read_many, read_paths
    from twosource.workspace import Ledger
    from twosource.workspace import open_ledger as open  # noqa: A004 - twosource.open, as one opens a file

__version__ = "0.1.0"

_HOMES = {
    "brief": ("twosource.pipeline", "brief_of"),
    "read": ("twosource.pipeline", "read"),
    "read_many": ("twosource.pipeline", "read_many"),
    "read_paths": ("twosource.pipeline", "read_paths"),
    "open": ("twosource.workspace", "open_ledger"),
    "Ledger": ("twosource.workspace", "Ledger"),
    **{
        name: ("twosource.errors", name)
        for name in ("TwosourceError", "ItemError", "StopError", "UsageError", "NotFoundError", "LedgerError")
    },
    **{
        name: ("twosource.model", name)
        for name in ("Account", "Brief", "Claim", "Question", "Report", "Rows", "Source", "Span", "Story", "Unread")
    },
}

__all__ = [
    "Account",
    "Brief",
    "Claim",
    "ItemError",
    "Ledger",
    "LedgerError",
    "NotFoundError",
    "Question",
    "Report",
    "Rows",
    "Source",
    "Span",
    "StopError",
    "Story",
    "TwosourceError",
    "Unread",
    "UsageError",
    "__version__",
    "brief",
    "open",
    "read",
    "read_many",
    "read_paths",
]


def __getattr__(name: str) -> object:
    try:
        module, attribute = _HOMES[name]
    except KeyError:
        raise AttributeError(f"module 'twosource' has no attribute {name!r}") from None
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted(__all__)

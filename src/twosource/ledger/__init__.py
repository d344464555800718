"""The ledger keeps reports, what was read in them, and the account, in one database.

`Store` is imported when it is first asked for, since SQLAlchemy takes a while to load and reading needs none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.ledger.rows import Added, ClaimFilter, ClaimRow, Found, QuestionHead, ReportRow, SourceRow, StoryHead

if TYPE_CHECKING:
    from twosource.ledger.store import Store

__all__ = ["Added", "ClaimFilter", "ClaimRow", "Found", "QuestionHead", "ReportRow", "SourceRow", "Store", "StoryHead"]


def __getattr__(name: str) -> object:
    if name == "Store":
        from twosource.ledger.store import Store

        return Store
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

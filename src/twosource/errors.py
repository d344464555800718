"""Every error that twosource raises, as one tree.

Two branches, because the caller can do two things: leave this item out and go on (`ItemError`),
or stop and mend something first (`StopError`). Each message is one line that says what to do.
"""

from __future__ import annotations


class TwosourceError(Exception):
    """Anything that twosource raises on purpose."""


class ItemError(TwosourceError):
    """This file, page or line cannot be read; the rest can. It is recorded with its `reason`."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message


class StopError(TwosourceError):
    """Nothing more can be done until the caller changes something."""


class UsageError(StopError):
    """The call's words do not fit together."""


class NotFoundError(StopError):
    """No report, claim, question, story or source has this id."""


class LedgerError(StopError):
    """The ledger cannot be opened, read or written."""


class NotALedgerError(LedgerError):
    """The file or database exists and holds something else."""


class NewerLedgerError(LedgerError):
    """The ledger was written by a later version of twosource."""


class KnowledgeError(StopError):
    """A data file of the package, or one that the user added, does not have its shape."""


class BrokenInstallError(StopError):
    """A file of the package is damaged, or of another version than the rest."""

"""Sets the claims of many reports side by side: stories, questions, positions, relations, independence, status."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Account, Report

__all__ = ["RECONCILER", "reconcile"]

RECONCILER = "rules-1"


def reconcile(reports: Sequence[Report]) -> Account:
    """What the reports add up to."""
    return Account((), RECONCILER)

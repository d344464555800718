"""Sets the claims of many reports side by side: stories, questions, positions, relations, independence, status."""

from twosource.reconcile.account import RECONCILER, reconcile

__all__ = ["RECONCILER", "reconcile"]

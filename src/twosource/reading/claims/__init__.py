"""Makes claims of attributions and of the outlet's own words, and says who speaks."""

from __future__ import annotations

from twosource.model import Claim, Layout, Report, Source

__all__ = ["build"]


def build(layout: Layout, report: Report) -> tuple[tuple[Source, ...], tuple[Claim, ...]]:
    """The sources and claims of a report that holds all else (times, places, figures, events, attributions)."""
    return (), ()

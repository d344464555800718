"""Makes claims of attributions and of the outlet's own words, and says who speaks."""

from twosource.reading.claims.build import build

__all__ = ["build"]

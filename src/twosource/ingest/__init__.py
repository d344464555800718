"""Brings texts in: files, folders, standard input, pages, and JSON Lines that `read` printed."""

from twosource.ingest.fetch import Fetcher
from twosource.ingest.gather import gather

__all__ = ["Fetcher", "gather"]

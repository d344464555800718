"""The command line: one file for what all commands share, one for reading, one for the ledger, one for looking."""

from twosource.cli.main import main

__all__ = ["main"]

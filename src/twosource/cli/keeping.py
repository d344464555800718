"""`twosource add`, `remove`, `export` and `import`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from twosource.cli.shared import Tally, ledger_option, open_ledger, processes_option, quiet_option, strict_option
from twosource.errors import UsageError


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH…")
@ledger_option
@strict_option
@quiet_option
@processes_option
def add(paths: tuple[str, ...], ledger: str | None, strict: bool, quiet: bool, processes: int | None) -> None:
    """Read reports into the ledger.

    Adding is safe to repeat: the same report twice adds nothing, and a changed text of one address becomes a new
    version beside the old one. Each report goes in whole or not at all, whenever the program is stopped.

    \b
    twosource add FOLDER
    twosource add reports.jsonl --ledger newsroom.db
    """
    if not paths:
        raise UsageError("name a file, a folder or an address to add, or - for standard input")
    from twosource.pipeline import read_paths

    tally = Tally(quiet=quiet, strict=strict)
    with open_ledger(ledger, create=True) as opened, tally.watching("adding"):
        done = opened.add_reports(read_paths(paths, processes=processes), watch=tally)
        where = opened.store.where
    if not quiet and done.added:
        counts = Counter(str(added.status) for added in done.added)
        told = {"added": "added", "known": "known already", "new_version": "new versions"}
        said = ", ".join(f"{counts[status]} {words}" for status, words in told.items() if counts[status])
        click.echo(f"{said}; in {where}", err=True)
    tally.exit()


@click.command()
@click.argument("id_", metavar="ID")
@ledger_option
def remove(id_: str, ledger: str | None) -> None:
    """Take a report out of the ledger, with its claims; the account is set anew.

    ID is the id of a report, or as much of its beginning as is needed; see `twosource reports`.
    """
    with open_ledger(ledger) as opened:
        opened.remove(id_)
        click.echo(f"removed {id_}; {len(opened.reports())} reports are left", err=True)


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@ledger_option
def export(folder: Path, ledger: str | None) -> None:
    """Write everything that the ledger holds into FOLDER, in open formats (JSON Lines and CSV)."""
    with open_ledger(ledger) as opened:
        opened.refresh()
        opened.store.export(folder)
    click.echo(f"written to {folder}; its README.md says what stands where", err=True)


@click.command("import")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@ledger_option
def import_(folder: Path, ledger: str | None) -> None:
    """Read what `export` wrote into an empty ledger, and have the same ledger again."""
    with open_ledger(ledger, create=True) as opened:
        number = opened.store.import_(folder)
    click.echo(f"{number} reports read from {folder}", err=True)

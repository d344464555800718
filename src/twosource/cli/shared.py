"""What the commands share: options, progress, skips, and where output goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from twosource.cli.main import NOTHING_READ
from twosource.model import Report, Unread

if TYPE_CHECKING:
    from twosource.pipeline import Printed, Read
    from twosource.workspace import Ledger

F = TypeVar("F", bound=Callable[..., Any])

SKIPPED = 3
LEDGER_VARIABLE = "TWOSOURCE_LEDGER"


def ledger_option(command: F) -> F:
    """Adds `--ledger`."""
    return click.option(
        "--ledger",
        envvar=LEDGER_VARIABLE,
        metavar="FILE|URL",
        help=f"The ledger: a file or a database URL. Also ${LEDGER_VARIABLE}; else one in your data directory.",
    )(command)


def as_of_option(command: F) -> F:
    """Adds `--as-of`."""
    return click.option(
        "--as-of", metavar="DATE", help="As the ledger knew it at the end of that day (YYYY-MM-DD), in UTC."
    )(command)


def strict_option(command: F) -> F:
    """Adds `--strict`."""
    return click.option("--strict", is_flag=True, help="Exit with 3 if anything was skipped.")(command)


def quiet_option(command: F) -> F:
    """Adds `--quiet`."""
    return click.option("-q", "--quiet", is_flag=True, help="No progress and no messages; errors only.")(command)


def processes_option(command: F) -> F:
    """Adds `--processes`."""
    return click.option(
        "--processes", type=click.IntRange(1), metavar="N", help="Processes to read with; one a core if not given."
    )(command)


def format_option(*formats: str, default: str) -> Callable[[F], F]:
    """Adds `--format`."""
    return click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice(formats),
        default=default,
        show_default=True,
        help="How to print it.",
    )


def output_option(command: F) -> F:
    """Adds `--output`."""
    return click.option(
        "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file, not to the screen."
    )(command)


def open_ledger(where: str | None, *, create: bool = False) -> Ledger:
    """Opens the ledger that the options name. It must be there, unless the command may make it: looking never does."""
    from twosource.workspace import open_ledger as opened

    return opened(where, create=create)


def colour_wanted(stream: IO[str] | None = None) -> bool:
    """True on a terminal, unless NO_COLOR is set (https://no-color.org)."""
    return (stream or sys.stdout).isatty() and not os.environ.get("NO_COLOR")


def screen_width() -> int | None:
    """Columns of the terminal; None where the output is no terminal, so that each line there stands whole."""
    import shutil

    return min(shutil.get_terminal_size((100, 24)).columns, 120) if sys.stdout.isatty() else None


def emit(text: str, output: Path | None) -> None:
    """Writes a result to a file or to standard output, in UTF-8 either way."""
    text = text if text.endswith("\n") else text + "\n"
    if output is not None:
        output.write_text(text, encoding="utf8", newline="")
        return
    click.echo(text, nl=False)


class Tally:
    """Counts what came, tells of skips as they come, and knows the exit code."""

    def __init__(self, *, quiet: bool, strict: bool) -> None:
        self.quiet = quiet
        self.strict = strict
        self.read = 0
        self.skipped = 0
        self._advance: Callable[[], None] | None = None

    def __call__(self, thing: Read | Printed) -> None:
        """Counts one report or skip."""
        if isinstance(thing, Unread):
            self.skipped += 1
            if not self.quiet:
                click.echo(f"skipped {thing.origin}: {thing.skipped.message} ({thing.skipped.reason})", err=True)
        else:
            self.read += 1
            if not self.quiet:
                _say_skips(thing)
        if self._advance is not None:
            self._advance()

    @contextmanager
    def watching(self, what: str) -> Iterator[Tally]:
        """Shows progress on standard error while things come, where that is a terminal."""
        if self.quiet or not sys.stderr.isatty():
            yield self
            return
        from rich.console import Console
        from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task(what, total=None)
            self._advance = lambda: progress.advance(task)
            yield self
            self._advance = None

    def exit(self) -> None:
        """Leaves with the exit code of the contract where that is not 0."""
        if self.read == 0:
            if not self.quiet and not self.skipped:
                click.echo("twosource: nothing to read there; name files, folders, addresses, or - for input", err=True)
            raise SystemExit(NOTHING_READ)
        if self.strict and self.skipped:
            raise SystemExit(SKIPPED)


def _say_skips(report: Report | Printed) -> None:
    if report.skipped:
        reasons = ", ".join(sorted({skip.reason for skip in report.skipped}))
        name = Path(report.origin).name if report.origin else report.id
        number = "1 passage" if len(report.skipped) == 1 else f"{len(report.skipped)} passages"
        click.echo(f"{name}: {number} could not be read whole ({reasons})", err=True)

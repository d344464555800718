"""`twosource read` and `twosource brief`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import click

from twosource.cli.shared import (
    Tally,
    as_of_option,
    colour_wanted,
    emit,
    format_option,
    ledger_option,
    open_ledger,
    output_option,
    processes_option,
    quiet_option,
    screen_width,
    strict_option,
)
from twosource.errors import UsageError
from twosource.model import Brief, Report
from twosource.pipeline import Printed, Read, brief_of, print_paths, read_paths

T = TypeVar("T", bound=Read | Printed)


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH…")
@format_option("text", "markdown", "html", "json", default="text")
@output_option
@strict_option
@quiet_option
@processes_option
def read(
    paths: tuple[str, ...], form: str, output: Path | None, strict: bool, quiet: bool, processes: int | None
) -> None:
    """Read reports and print them marked up: who says what, how sure, figures, places, times.

    A PATH is a file, a folder, an address, a JSON Lines file that `read` printed, or - for standard input. A folder
    may hold reports.json, which says what is known of its files (outlet, published, url, title).

    \b
    twosource read report.txt
    twosource read FOLDER --format json > reports.jsonl      one report a line, for `brief` and `add`
    curl -s ADDRESS | twosource read -
    """
    if not paths:
        raise UsageError("name a file, a folder or an address to read, or - for standard input")
    tally = Tally(quiet=quiet, strict=strict)
    with tally.watching("reading"):
        if form == "json":
            lines = _watched(print_paths(paths, processes=processes), tally)
            _print_lines((thing.to_json() for thing in lines), output)
        else:
            things = _watched(read_paths(paths, processes=processes), tally)
            reports = [thing for thing in things if isinstance(thing, Report)]
            if reports:
                emit(_marked_up(reports, form), output)
    tally.exit()


def _marked_up(reports: Iterable[Report], form: str) -> str:
    from twosource import tell

    held = list(reports)
    if form == "html":
        if len(held) > 1:
            raise UsageError("html shows one report; name one, or take the brief: twosource brief PATH… --format html")
        return "".join(map(tell.report_html, held))
    if form == "markdown":
        return "\n\n".join(map(tell.report_markdown, held))
    width, colour = screen_width(), colour_wanted()
    return "\n\n".join(tell.report_text(report, width, colour) for report in held)


def _watched(things: Iterable[T], tally: Tally) -> Iterator[T]:
    for thing in things:
        tally(thing)
        yield thing


def _print_lines(lines: Iterable[str], output: Path | None) -> None:
    """Prints lines as they come, so that a pipe can begin."""
    if output is None:
        for line in lines:
            click.echo(line)
        return
    with output.open("w", encoding="ascii", newline="\n") as file:
        file.writelines(line + "\n" for line in lines)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@ledger_option
@click.option("--story", metavar="ID", help="One story of the ledger only.")
@click.option("--since", metavar="DATE", help="Stories with a report published on that day (YYYY-MM-DD) or later.")
@as_of_option
@format_option("text", "markdown", "html", "json", default="text")
@click.option("--with-reports", is_flag=True, help="With json: the whole reports, not their heads only.")
@output_option
@strict_option
@quiet_option
@processes_option
def brief(
    paths: tuple[str, ...],
    ledger: str | None,
    story: str | None,
    since: str | None,
    as_of: str | None,
    form: str,
    with_reports: bool,
    output: Path | None,
    strict: bool,
    quiet: bool,
    processes: int | None,
) -> None:
    """Tell what reports add up to: who says what, what conflicts, what changed, how many independent sources.

    With PATHs it reads them and keeps nothing; without, it answers from the ledger.

    \b
    twosource brief FOLDER
    twosource brief FOLDER --format html -o brief.html       one file, readable on a phone and in print
    twosource brief --since 2025-02-01                       what the ledger has of the last days
    """
    tally = Tally(quiet=quiet, strict=strict)
    day = _day(since)
    if paths:
        if story:
            raise UsageError("--story asks the ledger; leave the PATHs out, or add them first: twosource add PATH…")
        if as_of:
            raise UsageError("--as-of asks the ledger, which knows when it was told what; leave the PATHs out")
        with tally.watching("reading"):
            things = list(_watched(read_paths(paths, processes=processes), tally))
        told = _since(brief_of(thing for thing in things if isinstance(thing, Report)), day)
    else:
        with open_ledger(ledger) as opened:
            told = opened.brief(story=story, since=day, as_of=as_of)
        tally.read = len(told.reports)
        if not told.reports:
            click.echo("twosource: the ledger has no such reports; add some first: twosource add PATH…", err=True)
            tally.quiet = True
    if tally.read:
        emit(_render(told, form, with_reports=with_reports), output)
    tally.exit()


def _day(text: str | None) -> str | None:
    from datetime import date

    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"--since wants a day as YYYY-MM-DD, not {text!r}") from None


def _since(told: Brief, day: str | None) -> Brief:
    if day is None:
        return told
    recent = {r.id for r in told.reports if (r.published.end or "9999") >= day}
    return told.replace(stories=tuple(s for s in told.stories if recent & set(s.reports)))


def _render(told: Brief, form: str, *, with_reports: bool) -> str:
    from twosource import tell

    if form == "json":
        return tell.json(told, with_reports)
    if form == "markdown":
        return tell.markdown(told)
    if form == "html":
        return tell.html(told)
    return tell.text(told, screen_width(), colour_wanted())

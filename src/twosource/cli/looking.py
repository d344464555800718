"""`twosource stories`, `questions`, `claims`, `sources`, `reports`, `show` and `explain`: what the ledger holds."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from twosource import tell
from twosource.cli.shared import as_of_option, colour_wanted, emit, ledger_option, open_ledger, screen_width
from twosource.errors import UsageError
from twosource.model import ClaimRef, Record, Rows

if TYPE_CHECKING:
    from twosource.workspace import Ledger

R = TypeVar("R", bound=Record)
Columns = Sequence[tuple[str, Callable[[Any], object]]]
F = TypeVar("F", bound=Callable[..., Any])


def table_options(command: F) -> F:
    """Adds `--format` and `--ledger`, as all tables have them."""
    choice = click.Choice(["text", "csv", "json"])
    form = click.option(
        "-f", "--format", "form", type=choice, default="text", show_default=True, help="How to print it."
    )
    return form(ledger_option(command))


def print_rows(rows: Rows[R], columns: Columns, form: str, nothing: str) -> None:
    """Prints a table: aligned text, CSV with a heading, or JSON, one object a line."""
    if form == "json":
        for record in rows:
            click.echo(json.dumps(record.to_dict(), ensure_ascii=True))
        return
    if not rows:
        click.echo(f"twosource: {nothing}", err=True)
        return
    cells = [[_cell(value(record)) for _, value in columns] for record in rows]
    if form == "csv":
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([name for name, _ in columns])
        writer.writerows([_harmless(cell) for cell in row] for row in cells)
        emit(out.getvalue(), None)
        return
    for line in tell.table([name for name, _ in columns], cells, screen_width()):
        click.echo(line)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple | list):
        return ", ".join(str(part) for part in value)
    return " ".join(str(value).split())


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet takes for text, not for a formula."""
    return "'" + cell if cell[:1] in ("=", "+", "-", "@") else cell


def _days(start: str | None, end: str | None) -> str:
    return start or "" if start == end else f"{start or '…'} – {end or '…'}"


@click.command()
@as_of_option
@table_options
def stories(as_of: str | None, form: str, ledger: str | None) -> None:
    """List the stories that the reports tell, the largest first."""
    columns: Columns = [
        ("id", lambda s: s.id),
        ("title", lambda s: s.title),
        ("reports", lambda s: s.reports),
        ("questions", lambda s: s.questions),
        ("disputed or changed", lambda s: s.disputed),
        ("period", lambda s: _days(s.start, s.end)),
    ]
    with open_ledger(ledger) as opened:
        print_rows(opened.stories(as_of=as_of), columns, form, "no stories yet; add reports first: twosource add PATH…")


@click.command()
@click.argument("story", required=False)
@as_of_option
@table_options
def questions(story: str | None, as_of: str | None, form: str, ledger: str | None) -> None:
    """List the questions of STORY, or of all stories, the disputed and the changed first.

    The column `sources` counts independent sources: those that certainly are, and how many there may be at most.
    """
    columns: Columns = [
        ("id", lambda q: q.id),
        ("question", lambda q: q.text),
        ("status", lambda q: q.status.replace("_", " ")),
        ("sources", lambda q: q.independent if q.independent == q.at_most else f"{q.independent} to {q.at_most}"),
        ("positions", lambda q: q.positions),
        ("claims", lambda q: q.claims),
    ]
    with open_ledger(ledger) as opened:
        print_rows(
            opened.questions(story, as_of=as_of),
            columns,
            form,
            "no questions yet; add reports first: twosource add PATH…",
        )


@click.command()
@click.option("--source", metavar="NAME", help="Words of the source's name.")
@click.option("--place", metavar="NAME", help="Words of the name of a place that the claim is about.")
@click.option("--type", "type_", metavar="TYPE", help="control, movement, attack, casualties, strength, …")
@click.option("--since", metavar="DATE", help="Said on that day (YYYY-MM-DD) or later.")
@click.option("--search", metavar="WORDS", help='Words of the claim; "a phrase" together, begin* by its beginning.')
@click.option("--story", metavar="ID", help="Of one story only.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.")
@as_of_option
@table_options
def claims(
    source: str | None,
    place: str | None,
    type_: str | None,
    since: str | None,
    search: str | None,
    story: str | None,
    limit: int | None,
    as_of: str | None,
    form: str,
    ledger: str | None,
) -> None:
    """List claims: who said what, when, and where the words stand.

    \b
    twosource claims --source Zelenskyy --since 2025-02-01
    twosource claims --place Toretsk --type control
    twosource claims --search '"front line" withdr*'
    """
    columns: Columns = [
        ("id", lambda c: f"{c.report}/{c.claim}"),
        ("said", lambda c: _days(c.said.start, c.said.end) if c.said else ""),
        ("source", lambda c: c.source or c.outlet or "unnamed outlet"),
        ("type", lambda c: c.type if c.stance == "assert" else f"{c.type}, {c.stance.replace('_', ' ')}"),
        ("words", lambda c: c.words),
    ]
    with open_ledger(ledger) as opened:
        found = opened.claims(
            source=source, place=place, type=type_, since=since, search=search, story=story, limit=limit, as_of=as_of
        )
        print_rows(found, columns, form, "no such claims; ask for less, or add reports: twosource add PATH…")


@click.command()
@table_options
def sources(form: str, ledger: str | None) -> None:
    """List who speaks in the reports, whoever says most first."""
    columns: Columns = [
        ("source", lambda s: s.name),
        ("kind", lambda s: s.kind),
        ("side", lambda s: s.side),
        ("claims", lambda s: s.claims),
        ("reports", lambda s: s.reports),
    ]
    with open_ledger(ledger) as opened:
        print_rows(opened.sources(), columns, form, "no sources yet; add reports first: twosource add PATH…")


@click.command()
@table_options
def reports(form: str, ledger: str | None) -> None:
    """List the reports in the order of adding."""
    columns: Columns = [
        ("id", lambda r: r.id),
        ("outlet", lambda r: r.outlet),
        ("published", lambda r: _days(r.published.start, r.published.end)),
        ("title", lambda r: r.title),
        ("version", lambda r: r.version),
    ]
    with open_ledger(ledger) as opened:
        print_rows(opened.reports(), columns, form, "no reports yet; add some: twosource add PATH…")


@click.command()
@click.argument("id_", metavar="ID")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@ledger_option
def show(id_: str, form: str, ledger: str | None) -> None:
    """Show one thing whole. ID is the id of a report, a story or a question, or REPORT/CLAIM.

    The beginning of an id is enough where no other id begins so.
    """
    with open_ledger(ledger) as opened:
        click.echo(_shown(opened, id_, form))


def _shown(opened: Ledger, id_: str, form: str) -> str:
    opened.refresh()
    if "/" in id_:
        report, claim = opened.claim(id_)
        if form == "json":
            return claim.to_json()
        ref = ClaimRef(report.id, claim.id)
        return "\n".join(tell.explain(ref, opened.around(ref)))
    kind = opened.store.resolve(id_).kind
    if kind == "report":
        report = opened.store.report(id_)
        return report.to_json() if form == "json" else tell.report_text(report, screen_width(), colour_wanted())
    told = opened.brief(story=id_) if kind == "story" else opened.asked(id_)
    if form == "json":
        story = told.stories[0]
        return (story if kind == "story" else story.questions[0]).to_json()
    return tell.text(told, screen_width(), colour_wanted())


@click.command()
@click.argument("id_", metavar="ID")
@ledger_option
def explain(id_: str, ledger: str | None) -> None:
    """Tell why a line says what it says. ID is REPORT/CLAIM, or the id of a question.

    Of a claim: its words, the rule or model behind each field, and what it was compared with. Of a question: why its
    claims are in it, how they stand to each other, and how its independent sources were counted.
    """
    with open_ledger(ledger) as opened:
        opened.refresh()
        if "/" in id_:
            report, claim = opened.claim(id_)
            ref = ClaimRef(report.id, claim.id)
            lines = tell.explain(ref, opened.around(ref))
        else:
            kind = opened.store.resolve(id_).kind
            if kind != "question":
                raise UsageError(f"a {kind} has no single reason; explain one of its questions or claims")
            told = opened.asked(id_)
            lines = tell.explain_question(told.stories[0].questions[0], told)
    for line in lines:
        click.echo(line)

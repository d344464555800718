"""`twosource changes`, `record` and `lineage`: what became of things, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from twosource.cli.looking import Columns, print_rows, table_options
from twosource.cli.shared import as_of_option, ledger_option, open_ledger

if TYPE_CHECKING:
    from twosource.model import Report
    from twosource.views.lineage import Lineage
    from twosource.views.record import TrackRecord


@click.command()
@click.option("--since", metavar="DATE", required=True, help="From the beginning of that day (YYYY-MM-DD), in UTC.")
@click.option("--story", metavar="ID", help="Of one story only.")
@as_of_option
@table_options
def changes(since: str, story: str | None, as_of: str | None, form: str, ledger: str | None) -> None:
    """List what changed since a day: second independent sources, first denials, figures, disputes, edited reports.

    The day is that on which the ledger was told. Each question is held against itself as it stood before.

    \b
    twosource changes --since 2031-03-04
    twosource changes --since 2031-03-01 --as-of 2031-03-07      one week
    """
    columns: Columns = [
        ("when", lambda c: c.at[:16].replace("T", " ")),
        ("what", lambda c: c.kind.replace("_", " ")),
        ("about", lambda c: c.about),
        ("id", lambda c: c.question or c.story or "/".join(c.reports[-1:])),
        ("detail", lambda c: c.detail),
    ]
    with open_ledger(ledger) as opened:
        print_rows(opened.changes(since=since, as_of=as_of, story=story), columns, form, "nothing changed")


FORMS = click.Choice(["text", "json"])


@click.command()
@click.argument("name")
@click.option("-f", "--format", "form", type=FORMS, default="text", show_default=True, help="How to print it.")
@ledger_option
def record(name: str, form: str, ledger: str | None) -> None:
    """Show what became of what NAME said, or of what the outlet NAME printed: every case, and no score.

    Of a source: what independent others said later too, what was denied, what was revised. Of an outlet: where it left
    out a hedge, a limit or a source that another telling has.
    """
    with open_ledger(ledger) as opened:
        found = opened.track_record(name)
    click.echo(found.to_json() if form == "json" else "\n".join(_record(found)))


def _record(found: TrackRecord) -> Iterator[str]:
    yield f"{found.name}: {found.claims} claims, {found.in_questions} of them in questions, {found.open} still open"
    for kind, count in found.counts.items():
        yield f"  {kind.replace('_', ' ')}: {count}"
    for case in found.cases:
        yield ""
        yield f"{case.kind.replace('_', ' ')}: {case.about} ({case.question})"
        yield f"  {case.claim.report}/{case.claim.claim}, {case.said or 'day not known'}"
        yield f"  {case.other.report}/{case.other.claim}, {case.then or 'day not known'}: {case.reason}"


@click.command()
@click.argument("report")
@click.option("-f", "--format", "form", type=FORMS, default="text", show_default=True, help="How to print it.")
@ledger_option
def lineage(report: str, form: str, ledger: str | None) -> None:
    """Show what REPORT has from others: credit lines, passages in common, and who carried which source.

    A passage counts as common also where it was lightly reworded. Which of two outlets had it first is told by the day
    on which each was published; both may have it from a third.
    """
    with open_ledger(ledger) as opened:
        found = opened.lineage(report)
        whole = opened.store.report(found.report)
    click.echo(found.to_json() if form == "json" else "\n".join(_lineage(found, whole)))


ORDER = {"from": "published before", "to": "published after", "same_day": "of the same day or of none known"}


def _lineage(found: Lineage, report: Report) -> Iterator[str]:
    yield f"{found.report}, {found.outlet or 'outlet not known'}"
    yield f"credits: {', '.join(found.credits) or 'nobody'}"
    for one in found.carried:
        yield f"carried: {one.source}, through {', '.join(one.through)} ({one.claims})"
    for kin in found.kin:
        yield ""
        yield f"{kin.share:.0%} in common with {kin.report}, {kin.outlet or 'outlet not known'}, {ORDER[kin.order]}"
        for passage in kin.passages:
            words = " ".join(passage.ours.cut(report.text).split())
            yield f"  {passage.kind}: “{words}”"

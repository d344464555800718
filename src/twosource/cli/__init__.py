"""The command line."""

from __future__ import annotations

import json

import click

from twosource.model import Report
from twosource.pipeline import brief_of, read_paths


@click.group()
def main() -> None:
    """Reads reports of wars and disasters and keeps the account of who said what."""


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "form", default="json")
def read(paths: tuple[str, ...], form: str) -> None:
    """Reads reports."""
    for report in read_paths(paths):
        click.echo(report.to_json())


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "form", default="json")
@click.option("--with-reports", is_flag=True)
def brief(paths: tuple[str, ...], form: str, with_reports: bool) -> None:
    """Tells what reports add up to."""
    told = brief_of(r for r in read_paths(paths) if isinstance(r, Report))
    click.echo(json.dumps(told.to_dict()))

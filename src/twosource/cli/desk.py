"""`desk`: the web application on a ledger."""

from __future__ import annotations

import logging
import sys
from typing import Any

import click

from twosource.cli.shared import ledger_option

EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - names that stand for all, so that they are no name to answer to


@click.command()
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="The port; 0 is any.")
@click.option("--prefix", default="", metavar="PATH", help="The path that a proxy puts before everything, as /desk.")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="A name to answer to; may be repeated.")
@click.option("--tile-style", metavar="URL", help="A MapLibre style instead of the map in the package.")
@click.option("--read-only", is_flag=True, help="Show, and take nothing in.")
@click.option("--log", type=click.Choice(["plain", "json", "none"]), default="plain", show_default=True, help="Log.")
def desk(ledger: str | None, host: str, port: int, log: str, hosts: tuple[str, ...], **options: Any) -> None:
    """Open the desk: a web application on the ledger, in your browser.

    It listens on this machine alone unless --host says otherwise. It has no users and no passwords: whoever reaches it
    may read and add everything, so put a proxy that asks who they are before it where others can reach it.
    """
    from twosource.desk import Settings, create_app
    from twosource.desk.render import assets
    from twosource.desk.serving import serve

    answering = hosts if host in EVERY_ADDRESS else (*hosts, host)
    assets()
    app = create_app(Settings(ledger=ledger, hosts=answering, **options))
    _log_as(log)
    if not serve(app, host, port, lambda line: click.echo(line, err=True)):
        raise SystemExit(1)


def _log_as(form: str) -> None:
    """Structured lines on standard error, as readers or programs want them."""
    from twosource.desk.guarding import JsonLines

    log = logging.getLogger("twosource.desk")
    log.propagate = False
    if form == "none":
        log.addHandler(logging.NullHandler())
        return
    handler = logging.StreamHandler(sys.stderr)
    if form == "json":
        handler.setFormatter(JsonLines())
        log.setLevel(logging.INFO)
    else:
        handler.setFormatter(logging.Formatter("twosource: %(message)s"))
        log.setLevel(logging.WARNING)
    log.addHandler(handler)
    logging.getLogger("uvicorn.error").addHandler(handler)

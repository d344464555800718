"""A private PostgreSQL cluster for the tests: Debian's programs, a folder of its own, one unix socket, no port.

PostgreSQL refuses to run as root, so that a root hands the folder to another user and starts the programs as that one.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy.engine import URL

from twosource.ledger import Store

PROGRAMS = Path("/usr/lib/postgresql")
WILLING = ("postgres", "nobody")
"""Users that a root may start the programs as, the first that there is."""

SETTINGS = (
    "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"
    " -c shared_buffers=64MB"
)
TEMPLATE = "empty_ledger"


def programs() -> Path | None:
    """The folder of the newest PostgreSQL that Debian installed; None where there is none."""
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


class Cluster:
    """A running cluster. Every `database()` is an empty ledger of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count()
        self._run(f"CREATE DATABASE {TEMPLATE}")
        Store.open(self._url(TEMPLATE)).close()

    def database(self) -> str:
        """The address of a new ledger."""
        name = f"ledger_{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        return self._url(name)

    def bare(self) -> str:
        """The address of a new database without any table."""
        name = f"bare_{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name}")
        return self._url(name)

    def _url(self, name: str) -> str:
        url = URL.create("postgresql", username="tester", database=name, query={"host": str(self._folder)})
        return url.render_as_string(hide_password=False)

    def _run(self, statement: str) -> None:
        with psycopg.connect(host=str(self._folder), user="tester", dbname="postgres", autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def running(binaries: Path) -> Iterator[Cluster]:
    """Makes a cluster in a temporary folder, runs it, and leaves nothing behind."""
    user = _user()
    # A unix socket's path has room for some 100 characters: pytest's own folders may be longer.
    folder = Path(tempfile.mkdtemp(prefix="tspg", dir="/tmp"))
    if user is not None:
        shutil.chown(folder, user)
    data = folder / "data"

    def run(*command: str) -> None:
        subprocess.run(command, user=user, cwd=folder, check=True, capture_output=True, env={"PATH": os.defpath})

    try:
        run(str(binaries / "initdb"), "-D", str(data), "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        log = str(folder / "log")
        options = f"-k {folder} {SETTINGS}"
        run(str(binaries / "pg_ctl"), "-D", str(data), "-l", log, "-w", "-o", options, "start")
        try:
            yield Cluster(folder)
        finally:
            run(str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> str | None:
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in WILLING if name in names)

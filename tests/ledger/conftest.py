"""The ledger's tests run on every database that it can stand in: one suite, and the same answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from twosource.ledger import Store

from .cluster import Cluster, programs, running

Place = Callable[[str], str]
"""Gives the address of the ledger of a name; within a test the same name is the same ledger."""


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """PostgreSQL, started once; skipped where it is not installed, which is an error in CI (tests/conftest.py)."""
    binaries = programs()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed: scripts/system.sh does it")
    with running(binaries) as started:
        yield started


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where ledgers stand: files, or databases of a private cluster."""
    if request.param == "sqlite":
        return lambda name: str(tmp_path / f"{name}.db")
    started: Cluster = request.getfixturevalue("cluster")
    made: dict[str, str] = {}

    def at(name: str) -> str:
        if name not in made:
            made[name] = started.database()
        return made[name]

    return at


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    """An empty ledger."""
    with Store.open(place("kept")) as opened:
        yield opened

"""What all tests share: both databases, and that in CI a test that is skipped for want of a component is an error."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.ledger.cluster import Cluster, programs, running

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

Place = Callable[[str], str]
"""Gives the address of the ledger of a name; within a test the same name is the same ledger."""


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Says plainly that skips were found where none may be."""
    if os.environ.get("CI") and terminalreporter.stats.get("skipped"):
        terminalreporter.write_line("tests were skipped in CI: install what they need", red=True)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Turns skips into a failure in CI."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and exitstatus == 0 and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """PostgreSQL, started once; skipped where it is not installed, which is an error in CI."""
    binaries = programs()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed: scripts/system.sh does it")
    with running(binaries) as started:
        yield started


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where ledgers stand: files, or databases of a private cluster. What asks for it runs on both, to one result."""
    if request.param == "sqlite":
        return lambda name: str(tmp_path / f"{name}.db")
    started: Cluster = request.getfixturevalue("cluster")
    made: dict[str, str] = {}

    def at(name: str) -> str:
        if name not in made:
            made[name] = started.database()
        return made[name]

    return at

"""Ledgers with nothing, one report and many, and desks on them: in this process, and as the real server."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from bench.desk import copy
from scripts import assets
from starlette.testclient import TestClient

from tests.ledger.cluster import Cluster
from twosource.desk import Settings, create_app
from twosource.model import Report
from twosource.pipeline import read, read_paths
from twosource.workspace import open_ledger

ROOT = Path(__file__).parent.parent.parent
NASTY = '<script>alert(1)</script><img src=x onerror=alert(1)> & "quoted" \u202e'


@pytest.fixture(scope="session", autouse=True)
def _built() -> None:
    """The pages as they are built from these sources."""
    if not assets.is_built():
        pytest.skip("the desk's pages are not built; run: make assets")


def one_report() -> Report:
    """A report with a place, a figure and a source, in words that no page may take for markup."""
    text = (
        f"At least 12 people were killed in Kyiv on Monday, police spokesman Ivo Halas told reporters. {NASTY}\n\n"
        f"“We hold the town,” said Ana Brandt of {NASTY}."
    )
    return read(text, published="2031-03-04", outlet=f"Herald {NASTY}", title=f"Twelve dead {NASTY}")


@pytest.fixture(scope="session")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Paths of three ledgers: `none`, `one` and `many`."""
    folder = tmp_path_factory.mktemp("ledgers")
    paths = {name: str(folder / f"{name}.db") for name in ("none", "one", "many")}
    with open_ledger(paths["none"]) as ledger:
        ledger.refresh()
    with open_ledger(paths["one"]) as ledger:
        ledger.add_reports([one_report()])
        ledger.refresh()
    with open_ledger(paths["many"]) as ledger:
        folders = [str(ROOT / "samples" / "reports"), str(ROOT / "samples" / "stories" / "border" / "reports")]
        ledger.add_reports([*read_paths(folders, processes=1), one_report()])
        ledger.refresh()
    return paths


@pytest.fixture(scope="session")
def on_postgresql(ledgers: dict[str, str], cluster: Cluster) -> str:
    """The ledger with many reports in PostgreSQL."""
    where = cluster.bare()
    copy(ledgers["many"], where)
    return where


def _ledger(request: pytest.FixtureRequest) -> str:
    if request.param == "postgresql":
        return str(request.getfixturevalue("on_postgresql"))
    return str(request.getfixturevalue("ledgers")[request.param])


@pytest.fixture(params=["none", "one", "many", "postgresql"])
def client(request: pytest.FixtureRequest) -> Iterator[TestClient]:
    """A desk on each of the ledgers."""
    with desk_on(_ledger(request)) as made:
        yield made


@pytest.fixture(params=["many", "postgresql"])
def many(request: pytest.FixtureRequest) -> Iterator[TestClient]:
    """A desk on the ledger with many reports, in both databases."""
    with desk_on(_ledger(request)) as made:
        yield made


@contextmanager
def desk_on(ledger: str, **settings: object) -> Iterator[TestClient]:
    """A desk in this process."""
    app = create_app(Settings(ledger=ledger, **settings))  # type: ignore[arg-type]
    with TestClient(app, base_url="http://localhost") as made:
        yield made


def addresses(client: TestClient) -> list[str]:
    """An address of every page that the ledger has something for, and the lists whether or not."""
    found = ["/", "/?span=30&type=control", "/stories", "/questions", "/reports", "/claims", "/sources", "/outlets"]
    found += ["/places", "/map", "/search", "/search?q=people", "/add"]
    rows = {kind: client.get(f"/api/v1/{kind}").json()["items"] for kind in KINDS}
    for kind, key in (("stories", "id"), ("questions", "id"), ("reports", "id"), ("sources", "name")):
        found += [f"/{kind}/{quote(row[key], safe='')}" for row in rows[kind][:2]]
    for kind in ("outlets", "places"):
        found += [f"/{kind}/{quote(row['name'], safe='')}" for row in rows[kind][:1] if row["name"]]
    if rows["stories"]:
        found += [f"/map?story={rows['stories'][0]['id']}", f"/claims?story={rows['stories'][0]['id']}"]
    if rows["questions"]:
        question = rows["questions"][0]["id"]
        found += [f"/claims?question={question}", f"/claims?question={question}&position=1"]
    return found


KINDS = ("stories", "questions", "reports", "sources", "outlets", "places")


@contextmanager
def served(ledger: str, *options: str) -> Iterator[str]:
    """The real server on any free port; gives its address."""
    command = [sys.executable, "-m", "twosource", "desk", "--ledger", ledger, "--port", "0", "--log", "none", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        for line in process.stderr:
            found = re.search(r"http://\S+", line)
            if found:
                yield found[0].rstrip("/")
                break
        else:
            pytest.fail("the desk did not open")
    finally:
        process.terminate()
        process.wait(timeout=20)
        if process.stderr is not None:
            process.stderr.close()

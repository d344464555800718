"""Killed at any moment, a ledger opens again with whole reports only."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from twosource.ledger import Store
from twosource.ledger.reading import claim_rows
from twosource.ledger.search import FULL_TEXT

TESTS = Path(__file__).parents[1]
ROUNDS = 40
MOST = 6
"""Additions that a round waits for at most; some rounds wait for none, and kill while the ledger is made or opened."""

LONGEST = 0.03
"""Seconds from there until the kill: a few additions long, so that every moment of one is met."""


def start(program: str, *arguments: str) -> subprocess.Popen[str]:
    """A program of these tests, by its module's name."""
    path = os.pathsep.join([str(TESTS), *filter(None, sys.path)])
    command = [sys.executable, "-m", f"{__package__.rpartition('.')[2]}.{program}", *arguments]
    environment = {**os.environ, "PYTHONPATH": path}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)


def whole(path: Path) -> int:
    """Fails unless every report in the ledger is whole and the database sound; gives the number of reports."""
    with Store.open(path) as store:
        reports = {report.id: report for report in store.reports(current=False)}
        current = {report.id for report in store.reports()}
        listed = store.claims()
        store.account()
    urls = [reports[id_].url for id_ in current]
    assert len(set(urls)) == len(urls), "two current versions of one page"
    assert {report.url for report in reports.values()} == set(urls), "a page without a current version"
    assert len(listed) == sum(len(reports[id_].claims) for id_ in current)
    words = {(row.report, row.claim): row.words for row in listed}
    for id_ in current:
        for row in claim_rows(1, reports[id_]):
            assert words[id_, row["claim_id"]] == row["words"]
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute(f"INSERT INTO {FULL_TEXT}({FULL_TEXT}, rank) VALUES ('integrity-check', 1)")
    connection.close()
    return len(reports)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks its rounds")
def test_a_ledger_killed_at_random_moments_opens_with_whole_reports(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    chance = random.Random(20250304)
    kept = []
    with start("adder", str(path)) as adder:
        assert adder.stdin is not None
        assert adder.stdout is not None
        for round_ in range(ROUNDS):
            adder.stdin.write(f"{round_}\n")
            adder.stdin.flush()
            child = int(adder.stdout.readline())
            for _ in range(chance.randint(0, MOST) if round_ % 4 else 0):
                assert adder.stdout.readline() == "did\n"
            time.sleep(chance.uniform(0, LONGEST))
            os.kill(child, signal.SIGKILL)
            while (line := adder.stdout.readline()) != "ended\n":
                assert line == "did\n"
            kept.append(whole(path))
        adder.stdin.close()
    assert kept[-1] > ROUNDS, "too few reports were added for the test to mean anything"

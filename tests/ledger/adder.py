"""Adds reports to a ledger until it is killed: the other side of test_killed.py.

    python -m ledger.adder LEDGER

Reads one line a round from standard input, forks a process that adds in a loop, and prints its number; the process
prints `did` after each addition. Waits for its end and prints `ended`. Forking saves loading the database library anew
for each of many rounds.
"""

from __future__ import annotations

import os
import sys
from itertools import count
from typing import NoReturn

import alembic.command  # noqa: F401 - loaded here once, not in every round

from twosource.ledger.store import Store

from .factory import make_account, make_report

PAGES = 7
"""So many pages are changed over and over, so that most additions supersede a version."""


def add_for_ever(path: str, round_: str) -> NoReturn:
    """Adds, reads anew, removes and judges, as fast as it can."""
    with Store.open(path) as store:
        for number in count():
            page = f"https://courier.example/{number % PAGES}"
            report = make_report(f"{round_}-{number}", url=page)
            store.add(report)
            if number % 5 == 1:
                store.replace_reading(report.replace(made_by="test-2"))
            if number % 5 == 2:
                store.set_account(make_account(report))
            if number % 5 == 3:
                store.remove(report.id)
            os.write(1, b"did\n")
    raise AssertionError("unreachable")


def main(path: str) -> None:
    """One round a line."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            add_for_ever(path, line.strip())
        print(child, flush=True)
        os.waitpid(child, 0)
        print("ended", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])

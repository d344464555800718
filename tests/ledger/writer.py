"""Adds reports to a ledger beside others that do the same: the other side of test_together.py.

python -m ledger.writer LEDGER NAME COUNT
"""

from __future__ import annotations

import sys

from twosource.ledger.store import Store

from .factory import make_report


def main(path: str, name: str, count: int) -> None:
    """Adds reports of its own, reports that all writers add, and versions of one page."""
    with Store.open(path) as store:
        for number in range(count):
            store.add(make_report(f"{name}-{number}"))
            store.add(make_report(f"shared-{number}"))
            store.add(make_report(f"{name}-{number} anew", url="https://courier.example/page"))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))

"""Reads a ledger over and over while others write into it: the other side of test_together.py.

python -m ledger.reader LEDGER COUNT
"""

from __future__ import annotations

import sys

from twosource.ledger.store import Store


def main(path: str, count: int) -> None:
    """Fails where a list shows a half-done change; ends when there are so many reports."""
    with Store.open(path) as store:
        seen = 0
        while seen < count:
            rows = store.report_rows(current=False)
            assert len({row.id for row in rows}) == len(rows) >= seen
            assert sum(row.known_to is None and row.url is not None for row in rows) <= 1
            whole = [len(report.claims) for report in store.reports(ids=[row.id for row in rows[-3:]])]
            assert all(claims == 4 for claims in whole)
            seen = len(rows)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))

"""Writes a ledger of the newest schema as SQL, to be kept as a test of the releases to come.

    PYTHONPATH=src:tests python -m ledger.dump tests/ledger/ledgers

Run it when a release is made; never change a dump that a release wrote. With a number it stops at that schema.
The full-text indexes are left out, since SQL text cannot carry them.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from twosource.ledger.engine import connect, locate
from twosource.ledger.migrate import bring_up
from twosource.ledger.schema import HEAD
from twosource.ledger.search import FULL_TEXT, REPORT_WORDS
from twosource.ledger.store import Store

from .factory import make_account, make_report

NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)


def main(folder: Path, schema: str = HEAD) -> None:
    """Three reports, two of them versions of one, and an account."""
    url = "https://courier.example/a"
    reports = [make_report("1", url=url), make_report("2", url=url), make_report("3")]
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "kept.db"
        engine = connect(locate(path))
        bring_up(engine, schema)
        store = Store(engine)
        for report in reports:
            store.add(report, added=NOON)
        store.set_account(make_account(*reports[1:]), judged=NOON)
        store.close()
        connection = sqlite3.connect(path)
        lines = [
            line
            for line in connection.iterdump()
            if not any(index in line for index in (FULL_TEXT, REPORT_WORDS.index))
        ]
        connection.close()
    folder.mkdir(exist_ok=True)
    (folder / f"{schema}.sql").write_text("\n".join(lines) + "\n", encoding="utf8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])

"""Several processes write at once and lose nothing."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from twosource.ledger import Store

from .factory import make_report
from .test_killed import start

WRITERS = "abcd"
EACH = 12


def test_four_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    writers = [start("writer", str(path), name, str(EACH)) for name in WRITERS]
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    with Store.open(path) as store:
        ids = [report.id for report in store.reports(current=False)]
        versions = store.versions(make_report("a-0 anew", url="https://courier.example/page").id)
    own = {make_report(f"{name}-{n}").id for name in WRITERS for n in range(EACH)}
    shared = {make_report(f"shared-{n}").id for n in range(EACH)}
    assert own | shared <= set(ids)
    assert len(ids) == len(set(ids)) == EACH * (2 * len(WRITERS) + 1)
    assert [row.version for row in versions] == list(range(1, EACH * len(WRITERS) + 1))
    assert all(a.known_to == b.known_from for a, b in pairwise(versions))


def test_readers_see_one_state_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    with Store.open(path) as store:
        writer = start("writer", str(path), "w", "20")
        while writer.poll() is None:
            rows = store.report_rows(current=False)
            assert len({row.id for row in rows}) == len(rows)
            assert sum(row.known_to is None and row.url is not None for row in rows) <= 1
        writer.communicate()
        assert writer.returncode == 0
        assert len(store.report_rows(current=False)) == 60

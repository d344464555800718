"""Several processes write at once and lose nothing, while others read."""

from __future__ import annotations

from itertools import pairwise

from tests.conftest import Place
from twosource.ledger import Store

from .factory import make_report
from .test_killed import start

WRITERS = "abcdefgh"
READERS = 2
EACH = 6


def test_eight_processes_write_at_once_and_nothing_is_lost_or_doubled(place: Place) -> None:
    path = place("kept")
    Store.open(path).close()
    writers = [start("writer", path, name, str(EACH)) for name in WRITERS]
    readers = [start("reader", path, str(EACH * (2 * len(WRITERS) + 1))) for _ in range(READERS)]
    for process in [*writers, *readers]:
        said, _ = process.communicate()
        assert process.returncode == 0, said
    with Store.open(path) as store:
        ids = [report.id for report in store.reports(current=False)]
        versions = store.versions(make_report("a-0 anew", url="https://courier.example/page").id)
        claims = [(row.report, row.claim) for row in store.claims()]
    own = {make_report(f"{name}-{n}").id for name in WRITERS for n in range(EACH)}
    shared = {make_report(f"shared-{n}").id for n in range(EACH)}
    assert own | shared <= set(ids)
    assert len(ids) == len(set(ids)) == EACH * (2 * len(WRITERS) + 1)
    assert len(claims) == len(set(claims)) == 4 * (EACH * (len(WRITERS) + 1) + 1)
    assert [row.version for row in versions] == list(range(1, EACH * len(WRITERS) + 1))
    assert all(a.known_to == b.known_from for a, b in pairwise(versions))

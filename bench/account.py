"""What the account costs as a ledger grows: one more report, the views of a story, memory and disk.

    python bench/account.py [--sizes 10000 100000] [--databases sqlite postgresql] [--times 200]

For each database and each number of claims a ledger is filled with invented stories (bench/siege.py says how). Most are
*filling*: their reports, index and stories are written directly, as settling would write them but without comparing
claims, since what is measured is the cost of what is touched beside so much that is not. Twenty stories of 100 claims
and one of 1,000 are settled as a user's are. Then, on a warm cache and on the ledgers of all sizes in turn, the median
of so many times:

    one more      a report of 10 claims is added to one of the twenty stories, and the account brought up to date
    add           of which: putting the report in
    brief, questions, changes    of the story of 1,000 claims

Times are of the processor of this program, in ms, with the time on the clock behind; PostgreSQL's own work is in the
clock only. Memory is the largest so far, of this program.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from sqlalchemy import text

from bench.siege import Tale, reports_of, tale, zipf
from twosource.ledger import Store, accounts, index, pending, reports
from twosource.model import ClaimRef, Independence, ItemRef, Period, Position, Question, Report, Story, content_id
from twosource.reconcile import RECONCILER, copies
from twosource.reconcile.account import indexed
from twosource.settling import kept_item
from twosource.workspace import Ledger

TWENTY, OF_TEN, WITH_TEN = 20, 10, 10
LARGE, WITH_TWENTY = 50, 20
NOW = datetime(2034, 1, 1, tzinfo=UTC)


class Cost(NamedTuple):
    """Medians in ms: of the processor, and on the clock."""

    processor: float
    clock: float

    def __str__(self) -> str:
        return f"{self.processor:8.1f} ({self.clock:.1f})"


def median(work: Callable[[], object], times: int) -> Cost:
    """What a piece of work costs."""
    processor, clock = [], []
    for _ in range(times):
        before, then = time.process_time(), time.perf_counter()
        work()
        processor.append((time.process_time() - before) * 1000)
        clock.append((time.perf_counter() - then) * 1000)
    return Cost(statistics.median(processor), statistics.median(clock))


def in_turn(works: Sequence[Callable[[], object]], times: int) -> list[Cost]:
    """What pieces of work cost, each done so many times, one after the other in turn."""
    held: list[list[Cost]] = [[] for _ in works]
    for _ in range(times):
        for costs, work in zip(held, works, strict=True):
            costs.append(median(work, 1))
    return [Cost(*(statistics.median(values) for values in zip(*costs, strict=True))) for costs in held]


def fill(store: Store, told: Tale, claims: int) -> None:
    """Writes a story of so many claims directly."""
    made = list(reports_of(told, max(1, claims // WITH_TWENTY), WITH_TWENTY))
    with store.writing() as connection:
        label = None
        for report in made:
            reports.add(connection, report, NOW)
            number = reports.numbers_at(connection, [report.id], NOW)[report.id]
            row = reports.item_row(number, 0)
            (item,) = indexed(report).items
            index.put(connection, kept_item(row, item, copies.bands(report.text)))
            label = label or row
            for level in range(len(index.LEVELS)):
                index.label_rows(connection, level, {row: label})
        pending.done(connection, pending.batch(connection, len(made)), NOW)
        accounts.replace(connection, [_story(told, made)], NOW, made_by=RECONCILER, inputs="bench", stale=set())


def _story(told: Tale, made: list[Report]) -> Story:
    questions = []
    for kind in range(5):
        refs = [ClaimRef(report.id, claim.id) for report in made for claim in report.claims[kind::5]]
        for n in range(0, len(refs), 50):
            part = tuple(refs[n : n + 50])
            position = Position(f"what was said of {told.town}", part, told.speakers)
            questions.append(
                Question(
                    content_id("q", part[0].to_dict()), f"What of {told.town}?", "other", "single_source", (position,),
                    independent_sources=Independence(1, 2),
                )
            )  # fmt: skip
    items = tuple(ItemRef(report.id, 0) for report in made)
    day = told.start.isoformat()
    ids = tuple(report.id for report in made)
    return Story(content_id("s", [ids[0], 0]), told.town, ids, items, Period(day, day), tuple(questions))


class Filled(NamedTuple):
    """A ledger that is ready to be measured."""

    size: int
    ledger: Ledger
    more: Iterator[Report]
    story: str
    memory: float
    filled: float
    settled: float


def prepared(where: str, size: int) -> Filled:
    """Fills a ledger; it stays open."""
    store = Store.open(where)
    ledger = Ledger(store)
    with store.writing() as connection:
        pending.renew(connection, RECONCILER, NOW)
    start = time.perf_counter()
    for number, claims in enumerate(zipf(size - TWENTY * OF_TEN * WITH_TEN - LARGE * WITH_TWENTY), 1000):
        fill(store, tale(number), claims)
    filled = time.perf_counter() - start
    stories = [tale(number) for number in range(TWENTY)]
    for told in stories:
        ledger.add_reports(reports_of(told, OF_TEN, WITH_TEN))
    large = tale(999)
    ledger.add_reports(reports_of(large, LARGE, WITH_TWENTY))
    start = time.perf_counter()
    ledger.refresh()
    settled = time.perf_counter() - start
    _analyse(store)
    story = next(one.id for one in store.story_rows() if one.title.startswith(large.town))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Filled(size, ledger, _more(stories), story, memory, filled, settled)


def measure(ledgers: Sequence[Filled], times: int) -> None:
    """Prints a line for each ledger; a piece of work is done on all of them in turn, so that none has a better hour."""
    adds, wholes = _one_more(ledgers, times)
    views = [
        in_turn([partial(one.ledger.brief, story=one.story) for one in ledgers], 20),
        in_turn([partial(one.ledger.questions, one.story) for one in ledgers], times),
        in_turn([partial(one.ledger.changes, since="2031-01-01", story=one.story) for one in ledgers], 20),
    ]
    for n, one in enumerate(ledgers):
        told = "  ".join(str(costs[n]) for costs in (wholes, adds, *views))
        where = one.ledger.store.where
        kind = where.partition(":")[0] if "://" in where else "sqlite"
        took = f"{one.filled:.0f}+{one.settled:.0f} s"
        print(
            f"{kind[:10]:10} {one.size:9,} {told}  {one.memory:6.0f} {_disk(one.ledger.store):8.0f}  {took}", flush=True
        )
    first, last = wholes[0], wholes[-1]
    print(f"one more, the last size against the first: {last.processor / first.processor:.2f} times", flush=True)


def _more(stories: list[Tale]) -> Iterator[Report]:
    """One more report for one story after the other, for ever."""
    for n, told in enumerate(cycle(stories)):
        yield from reports_of(told, 1, WITH_TEN, begin=OF_TEN + n // len(stories))


def _one_more(ledgers: Sequence[Filled], times: int) -> tuple[list[Cost], list[Cost]]:
    adds: list[list[Cost]] = [[] for _ in ledgers]

    def work(n: int, one: Filled) -> None:
        report = next(one.more)
        adds[n].append(median(lambda: one.ledger.add_reports([report]), 1))
        one.ledger.refresh()

    works = [partial(work, n, one) for n, one in enumerate(ledgers)]
    in_turn(works, TWENTY)  # warms the cache
    wholes = in_turn(works, times)
    return [Cost(*(statistics.median(values) for values in zip(*held, strict=True))) for held in adds], wholes


def _analyse(store: Store) -> None:
    """Lets the database see how its rows lie, as its own housekeeping does in time."""
    with store.writing() as connection:
        connection.execute(text("ANALYZE"))


def _disk(store: Store) -> float:
    if "://" not in store.where:
        return sum(path.stat().st_size for path in Path(store.where).parent.glob("kept.db*")) / 1e6
    with store.looking() as connection:
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one()) / 1e6


@contextmanager
def databases(names: list[str]) -> Iterator[Iterator[Callable[[int], str]]]:
    """For each database a function that gives the address of an empty ledger for a size."""
    from tests.ledger.cluster import programs, running

    binaries = programs()
    with tempfile.TemporaryDirectory() as folder:
        cluster = running(binaries) if "postgresql" in names and binaries else nullcontext()
        with cluster as started:
            found: list[Callable[[int], str]] = []
            if "sqlite" in names:
                found.append(lambda size: _fresh(Path(folder) / str(size)))
            if started is not None:
                found.append(lambda _: started.database())
            yield iter(found)


def _fresh(folder: Path) -> str:
    folder.mkdir()
    return str(folder / "kept.db")


def main() -> None:
    """Prints one line for each database and size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--databases", nargs="+", choices=["sqlite", "postgresql"], default=["sqlite", "postgresql"])
    parser.add_argument("--times", type=int, default=200)
    given = parser.parse_args()
    heads = "".join(f"{name:>19}" for name in ("one more", "add", "brief", "questions", "changes"))
    print(f"database      claims{heads}   ms of the processor (on the clock)   MB memory, MB disk, filled + settled")
    with databases(given.databases) as found:
        for address in found:
            ledgers = [prepared(address(size), size) for size in given.sizes]
            measure(ledgers, given.times)
            for one in ledgers:
                one.ledger.close()


if __name__ == "__main__":
    main()

"""What it costs to add a report to a small and to a large ledger, and to ask it something.

    python bench/ledger.py [NUMBER OF REPORTS, 10000 unless said]

Invented reports of about 500 words with 20 claims. The ledger grows to the number; at 100, 1,000, 10,000 … the time of
the last hundred additions is printed, whole (each is a transaction that is on the disk when it returns).
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from twosource.ledger.store import Store
from twosource.model import Claim, ClaimType, Item, PlaceMention, Published, Report, Source, Span, content_id

CLAIMS = 20
WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("", "r", "n", "st", "lo", "mi", "ka")]
TYPES: tuple[ClaimType, ...] = ("attack", "control", "casualties", "movement", "other")
MEASURED = 100


def invent(number: int) -> Report:
    """A report of invented words; every number gives another one, and always the same."""
    chance = random.Random(number)
    text, claims, sources, places = "", [], [], []
    for n in range(CLAIMS):
        sentence = " ".join(chance.choices(WORDS, k=25)).capitalize() + ". "
        name = f"{chance.choice(WORDS)} {chance.choice(WORDS)}".title()
        start = len(text)
        text += sentence
        sources.append(Source(f"s{n}", name, "person", organisation="Office", mentions=(Span(start, start + 5),)))
        place = chance.choice(WORDS).title()
        places.append(PlaceMention(start, start + 5, place, 1.0, 2.0, precision=1, admin1="Province", country="XX"))
        content = (Span(start, len(text) - 1),)
        relay = (name, "Courier")
        claims.append(Claim(f"c{n}", content, None, f"s{n}", relay, type=chance.choice(TYPES), places=(n,)))
    day = f"2025-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    url = f"https://courier.example/{number}"
    return Report(
        content_id("r", [text, url]), url, text, "Courier", "given", url, f"Report {number}", (), "en",
        Published(day, day, "given"), items=(Item(0, len(text)),), sources=tuple(sources), places=tuple(places),
        claims=tuple(claims), made_by="bench",
    )  # fmt: skip


class Cost:
    """What a piece of work took: on the clock, and of the processor, which other work on the machine leaves alone."""

    def __init__(self, work: Callable[[], object], times: int = 1) -> None:
        clock, processor = time.perf_counter(), time.process_time()
        work()
        self.clock = (time.perf_counter() - clock) / times * 1000
        self.processor = (time.process_time() - processor) / times * 1000

    def __str__(self) -> str:
        return f"{self.clock:7.1f} {self.processor:6.1f}"


ASKED = ("add", "known", "version", "search", "source", "sources", "digest", "open")


def main(most: int) -> None:
    """Prints one line a size."""
    print("reports " + "".join(f"{name:>16}" for name in ASKED) + "      MB   (ms on the clock, ms of the processor)")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kept.db"
        for size in (100, 1000, 10_000, 100_000):
            if size <= most:
                costs = measure(path, size)
                shown = "".join(f"  {cost}" for cost in costs)
                print(f"{size:7} {shown}  {path.stat().st_size / 1e6:6.1f}", flush=True)


def measure(path: Path, size: int) -> list[Cost]:
    """Fills the ledger to the size; what things cost then, in the order of `ASKED`."""
    with Store.open(path) as store:
        for number in range(len(store.report_rows()), size - MEASURED):
            store.add(invent(number))
        last = [invent(number) for number in range(size - MEASURED, size)]
        anew = [report.replace(id=f"{report.id}x{size}", text=report.text + str(size)) for report in last[:20]]
        costs = [
            Cost(lambda: [store.add(report) for report in last], len(last)),
            Cost(lambda: [store.add(report) for report in last], len(last)),
            Cost(lambda: [store.add(report) for report in anew], len(anew)),
        ]
        for report in anew:
            store.remove(report.id)
        costs += [
            Cost(lambda: store.claims(search="bar kalo", limit=20)),
            Cost(lambda: store.claims(source="bar", limit=20)),
            Cost(store.sources),
            Cost(store.reports_digest),
        ]
    return [*costs, Cost(lambda: Store.open(path).close())]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)

"""The graded cases of bench/cases/places.csv, and the speed of finding places beside a plain gazetteer match.

    python bench/places.py

The plain match looks every run of one to four capitalised words up in the same gazetteer and takes the largest
place, as a first attempt does.
"""

from __future__ import annotations

import csv
import re
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from twosource.model import Document, Layout
from twosource.reading import places
from twosource.reading.places.gazetteer import gazetteer
from twosource.reading.places.names import fold
from twosource.reading.structure import lay_out

CASES = Path(__file__).parent / "cases" / "places.csv"
SAMPLE = (
    "KYIV, Ukraine (AP) — Russian forces shelled Kupiansk and villages near Izium, in Kharkiv Oblast, on Friday. "
    "Moscow denied it. John Houston of the University of Texas told the Boston Globe that Gainesville, Fla., "
    "was quiet, as were Paris, London and the Gaza Strip. Most people left in August for Poland or Georgia. "
)
TIMES = 200


def cases() -> list[dict[str, str]]:
    """The table's rows. `words` is the mention looked at; country `-` says that it is no place there."""
    with CASES.open(encoding="utf8", newline="") as table:
        return list(csv.DictReader(table))


def fault(case: dict[str, str]) -> str | None:
    """What is wrong with the reading of a case; None where all that the row states is so."""
    layout = lay_out(Document(None, case["text"]))
    at = case["text"].index(case["words"])
    found = [
        m for m in places.find(layout, home=case["home"] or None) if m.start < at + len(case["words"]) and at < m.end
    ]
    if case["country"] == "-":
        return f"found {found[0].name}" if found else None
    if not found:
        return "not found"
    mention = found[0].to_dict()
    wrong = [
        f"{name} {mention[name]}"
        for name in ("country", "admin1", "feature", "use", "precision")
        if case[name] and str(mention[name]) != case[name]
    ]
    return ", ".join(wrong) or None


def plain(text: str) -> list[str]:
    """The names that a plain match finds, each with its largest place."""
    atlas = gazetteer()
    runs = re.findall(r"[A-Z]\w+(?: [A-Z]\w+){0,3}", text)
    keys = [fold(" ".join(run.split()[:n])) for run in runs for n in range(1, len(run.split()) + 1)]
    hits = atlas.ids(keys)
    return [atlas.entry(hits[key][0]).name for key in keys if key in hits]


def measure(name: str, run: Callable[[str], object]) -> None:
    """Prints words a second and peak memory."""
    text = SAMPLE * TIMES
    run(SAMPLE)
    start = time.perf_counter()
    run(text)
    took = time.perf_counter() - start
    tracemalloc.start()
    run(text)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(f"{name:12} {len(text.split()) / took:10,.0f} words/s  peak {peak:6.1f} MB")


def main() -> None:
    """Prints the rates of the cases and the speeds."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for case in cases():
        why = fault(case)
        total[case["grade"]] += 1
        right[case["grade"]] += why is None
        if why:
            print(f"{case['grade']:7} {case['words']!r} in {case['text']!r}: {why}")
    for grade in ("strong", "medium", "weak"):
        print(f"{grade:7} {right[grade]} of {total[grade]}")
    gazetteer.cache_clear()
    start = time.perf_counter()
    gazetteer().ids(["kyiv"])
    print(f"gazetteer    opened and asked in {time.perf_counter() - start:.3f} s")

    def ours(text: str) -> object:
        layout: Layout = lay_out(Document(None, text))
        return places.find(layout)

    measure("twosource", ours)
    measure("plain match", plain)


if __name__ == "__main__":
    main()

"""How fast time expressions are found, beside the search of dateparser, and how many of the graded cases each reads.

    python bench/times.py [WORDS, 100000 unless said]

Both read the same invented news text, dateparser a hundredth of it. Load is the time to the first answer in a fresh
process, with the memory that it then holds. dateparser gives one day and never a period, so a case counts for it where
the day that it found lies in the period.
"""

from __future__ import annotations

import csv
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from twosource.model import Layout, Published
from twosource.reading import times

CASES = Path(__file__).parent / "cases" / "times.csv"
DAY = Published("2024-05-15", "2024-05-15", "given")
FILLER = (
    "Residents of the town spoke of heavy fighting along the river and said that most of the shops had closed, "
    "while officials warned that supplies of water and fuel would not last."
)
LOADS = {
    "twosource": "import time; t = time.perf_counter()\nfrom twosource.model import Layout, Published\n"
    "from twosource.reading import times\ntimes.find(Layout('on Friday'), Published())",
    "dateparser": "import time; t = time.perf_counter()\nfrom dateparser.search import search_dates\n"
    "search_dates('on Friday')",
}


def text(words: int) -> str:
    """News text with a time expression every 30 words or so, as agencies write."""
    sentences = [case["text"] for case in csv.DictReader(CASES.read_text(encoding="utf8").splitlines())]
    parts: list[str] = []
    count = 0
    while count < words:
        part = f"{sentences[len(parts) % len(sentences)]} {FILLER}\n\n"
        parts.append(part)
        count += len(part.split())
    return "".join(parts)


def speed(read: Callable[[str], object], sample: str) -> float:
    """Words a second of processor time, the best of three runs."""
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        read(sample)
        best = max(best, len(sample.split()) / (time.process_time() - start))
    return best


def load(code: str) -> tuple[float, float]:
    """Seconds to the first answer in a fresh process, and the megabytes that it then holds."""
    measure = "\nimport resource; print(time.perf_counter() - t, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code + measure], capture_output=True, text=True, check=True
    )
    seconds, kilobytes = done.stdout.split()
    return float(seconds), int(kilobytes) / 1024


def covered(answer: Callable[[str, str], list[tuple[str | None, str | None]]]) -> tuple[int, int]:
    """Of the cases with a closed period, those where some answer lies wholly in it."""
    right = asked = 0
    for case in csv.DictReader(CASES.read_text(encoding="utf8").splitlines()):
        if case["from"] and case["to"]:
            asked += 1
            found = answer(case["text"], case["published"])
            right += any(a and b and case["from"] <= a and b <= case["to"] for a, b in found)
    return right, asked


def ours(sample: str, day: str) -> list[tuple[str | None, str | None]]:
    """Our periods."""
    return [(m.from_, m.to) for m in times.find(Layout(sample), Published(day, day, "given"))[0]]


def theirs(sample: str, day: str) -> list[tuple[str | None, str | None]]:
    """The days of dateparser, the past preferred as in news."""
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    base = datetime.fromisoformat(day)
    found = search_dates(sample, languages=["en"], settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"})
    return [(d.date().isoformat(), d.date().isoformat()) for _, d in found or []]


def main() -> None:
    """Prints one line a library."""
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    readers: dict[str, tuple[Callable[[str], object], int]] = {
        "twosource": (lambda sample: times.find(Layout(sample), DAY), words),
        "dateparser": (lambda sample: theirs(sample, "2024-05-15"), max(words // 100, 300)),
    }
    answers = {"twosource": ours, "dateparser": theirs}
    for name, (read, count) in readers.items():
        seconds, megabytes = load(LOADS[name])
        right, asked = covered(answers[name])
        rate = speed(read, text(count))
        print(f"{name:11} {rate:9.0f} words/s  load {seconds:.3f} s  {megabytes:.0f} MB  {right} of {asked} periods")
    print(f"peak of this run {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()

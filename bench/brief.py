"""Times the brief of many invented reports, step by step, and shows where the time goes.

    python bench/brief.py [--reports 1000] [--stories 40] [--profile]

Prints for each step its seconds, the peak memory at the end, how often a line stands twice, and with --profile the
functions that took most. Run it twice with other numbers to see how cost grows.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import runpy
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from twosource import tell
from twosource.model import Report
from twosource.pipeline import brief_of, read_paths


@contextmanager
def step(name: str) -> Iterator[None]:
    """Prints how long something took."""
    start = time.perf_counter()
    yield
    print(f"{name:<10} {time.perf_counter() - start:8.2f} s")


def main() -> int:
    """Runs the steps; the exit code is 1 where a line of the brief stands twice."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--stories", type=int, default=40)
    parser.add_argument("--profile", action="store_true")
    asked = parser.parse_args()
    profile = cProfile.Profile()
    with tempfile.TemporaryDirectory() as folder:
        generator = runpy.run_path(str(Path(__file__).with_name("generate.py")))
        generator["write"](Path(folder), asked.reports, asked.stories, seed=1)
        with step("read"):
            reports = [report for report in read_paths([folder]) if isinstance(report, Report)]
    if asked.profile:
        profile.enable()
    with step("account"):
        told = brief_of(reports)
    with step("text"):
        text = tell.text(told)
    with step("html"):
        page = tell.html(told)
    profile.disable()
    lines = Counter(line.strip() for line in text.splitlines() if len(line.strip()) > 40)
    twice = [line for line, count in lines.items() if count > 1]
    questions = sum(len(story.questions) for story in told.stories)
    claims = sum(len(report.claims) for report in told.reports)
    print(f"{len(told.reports)} reports, {claims} claims, {len(told.stories)} stories, {questions} questions")
    print(f"text {len(text) / 1e6:.1f} MB, html {len(page) / 1e6:.1f} MB, lines that stand twice: {len(twice)}")
    for line in twice[:5]:
        print("  ", line)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if asked.profile:
        pstats.Stats(profile).sort_stats("cumulative").print_stats(25)
    return 1 if twice else 0


if __name__ == "__main__":
    sys.exit(main())

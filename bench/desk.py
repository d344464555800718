"""How fast a desk answers on many claims: server time of every page, first paint, a map, and 50 readers with a writer.

    python bench/desk.py [--claims 100000] [--ledger URL] [--readers 50] [--browser]

The reports are those of generate.py, read once and put into the ledger (an SQLite file, or the database named). Times
are taken through the real server, over a connection that is kept open; a page is asked for without its tag, so that it
is made each time. Without --browser nothing is painted.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

from bench.generate import write
from twosource.model import Report
from twosource.pipeline import read, read_paths
from twosource.workspace import open_ledger

CLAIMS_A_REPORT = 9
REPORTS_A_STORY = 25
TIMES = 20
AGENT = {"Host": "localhost"}


@contextmanager
def serving(ledger: str) -> Iterator[str]:
    """The real server on any free port; gives its host and port."""
    command = [sys.executable, "-m", "twosource", "desk", "--ledger", ledger, "--port", "0", "--log", "none"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        for line in process.stderr:
            if "http://" in line:
                yield urlsplit(line.split("at ")[1].split()[0]).netloc
                break
    finally:
        process.terminate()
        process.wait()


def fill(ledger: str, claims: int) -> int:
    """Reads invented reports until the ledger holds so many claims; gives how many it holds."""
    reports = claims // CLAIMS_A_REPORT
    with tempfile.TemporaryDirectory() as folder, open_ledger(ledger) as opened:
        write(Path(folder), reports, max(1, reports // REPORTS_A_STORY), 1)
        held = 0
        for thing in read_paths([folder]):
            if isinstance(thing, Report):
                opened.store.add(thing)
                held += len(thing.claims)
        opened.refresh()
    return held


def get(connection: http.client.HTTPConnection, path: str) -> tuple[int, bytes]:
    """An answer."""
    connection.request("GET", path, headers=AGENT)
    answer = connection.getresponse()
    return answer.status, answer.read()


def pages(connection: http.client.HTTPConnection) -> dict[str, list[str]]:
    """The addresses of each page, several where the ledger has several."""

    def rows(kind: str) -> list[dict[str, str]]:
        found: list[dict[str, str]] = json.loads(get(connection, f"/api/v1/{kind}?limit=20")[1])["items"]
        return found

    held = {kind: rows(kind) for kind in ("stories", "questions", "reports", "sources", "outlets", "places")}
    found = {
        name: [f"/{name}"]
        for name in ("stories", "questions", "reports", "claims", "sources", "outlets", "places", "map")
    }
    found["today"] = ["/", "/?span=30"]
    found["search"] = ["/search?q=killed", "/search?q=captured+hospital", "/search?q=doctor&type=casualties"]
    found["add"] = ["/add"]
    for kind, one, key in (
        ("stories", "story", "id"), ("questions", "question", "id"), ("reports", "report", "id"),
        ("sources", "source", "name"), ("outlets", "outlet", "name"), ("places", "place", "name"),
    ):  # fmt: skip
        found[one] = [f"/{kind}/{quote(row[key], safe='')}" for row in held[kind] if row[key]]
    found["claims of a question"] = [f"/claims?question={row['id']}" for row in held["questions"]]
    return {name: paths for name, paths in found.items() if paths}


def measure(address: str) -> float:
    """Prints the time of every page, and gives the worst p95 in milliseconds."""
    connection = http.client.HTTPConnection(address)
    worst = 0.0
    print(f"{'page':24}{'first':>9}{'median':>9}{'p95':>9}   ms")
    for name, paths in pages(connection).items():
        times = []
        for n in range(TIMES):
            began = time.perf_counter()
            status, _ = get(connection, paths[n % len(paths)])
            times.append((time.perf_counter() - began) * 1000)
            assert status == 200, (name, status)
        p95 = statistics.quantiles(times, n=20)[-1]
        worst = max(worst, p95)
        print(f"{name:24}{times[0]:9.1f}{statistics.median(times):9.1f}{p95:9.1f}", flush=True)
    return worst


def crowd(address: str, ledger: str, readers: int, seconds: float = 20.0) -> None:
    """Readers that read on while one writes; prints answers, errors and times."""
    paths = [path for some in pages(http.client.HTTPConnection(address)).values() for path in some]
    times: list[float] = []
    errors: list[str] = []
    end = time.monotonic() + seconds

    def reading(seed: int) -> None:
        chance = random.Random(seed)
        connection = http.client.HTTPConnection(address, timeout=60)
        while time.monotonic() < end:
            path = chance.choice(paths)
            began = time.perf_counter()
            try:
                status, _ = get(connection, path)
            except OSError as error:
                errors.append(f"{path}: {error}")
                connection.close()
                continue
            times.append(time.perf_counter() - began)
            if status != 200:
                errors.append(f"{path}: {status}")

    threads = [threading.Thread(target=reading, args=(n,)) for n in range(readers)]
    for thread in threads:
        thread.start()
    written = 0
    with open_ledger(ledger) as opened:
        while time.monotonic() < end:
            opened.store.add(
                read(f"At least {written + 2} people were killed in Kyiv, Ivo Halas said.", outlet="Bench")
            )
            written += 1
            time.sleep(0.5)
    for thread in threads:
        thread.join()
    p95 = statistics.quantiles(times, n=20)[-1] * 1000
    print(
        f"{readers} readers, 1 writer: {len(times)} answers, {written} written, {len(errors)} errors, p95 {p95:.0f} ms"
    )
    print("\n".join(errors[:5]), end="")


def painted(address: str) -> None:
    """When a browser first paints Today and the map, and when the map is drawn."""
    import shutil

    from playwright.sync_api import sync_playwright

    flags = ["--no-sandbox", "--no-first-run", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        for path in ("/", "/stories", "/map"):
            page = browser.new_page()
            page.goto(f"http://{address}{path}")
            paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
            print(f"first paint of {path}: {paint:.0f} ms")
            if path == "/map":
                page.wait_for_selector("[data-ready]", timeout=60_000)
                events = page.evaluate("document.querySelector('[data-map]').dataset.drawn")
                drawn = page.evaluate("performance.getEntriesByName('map-drawn')[0]?.duration")
                print(f"{events} map events drawn in {drawn or 0:.0f} ms")
        browser.close()


def main() -> None:
    """Fills, serves and measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--ledger")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--browser", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = asked.ledger or str(Path(folder) / "desk.db")
        began = time.perf_counter()
        held = fill(ledger, asked.claims) if asked.claims else 0
        print(f"{held} claims, filled in {time.perf_counter() - began:.0f} s", flush=True)
        with serving(ledger) as address:
            time.sleep(2)
            print(f"worst p95: {measure(address):.0f} ms", flush=True)
            if asked.browser:
                painted(address)
            if asked.readers:
                crowd(address, ledger, asked.readers)


if __name__ == "__main__":
    main()

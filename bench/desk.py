"""How fast a desk answers on many claims: server time of every page, first paint, a map, and 50 readers with a writer.

    python bench/desk.py [--claims 100000] [--ledger URL] [--readers 50] [--browser]
    python bench/desk.py --copy FROM --ledger TO

The reports are those of generate.py, read once and put into the ledger (an SQLite file, or the database named); their
towns do not exist and get invented positions. Filling takes half an hour: with --claims 0 the ledger is taken as it is,
and --copy puts one ledger into another database as it stands. Times are taken through the real server, over a
connection that is kept open; a page is asked for without its tag, so that it is made each time. `cpu` is what the
server's processor spent on an answer, which other programs on the machine change little. Without --browser nothing is
painted.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from sqlalchemy import delete, insert, select, text

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.generate import write
from twosource.ledger.engine import connect, locate
from twosource.ledger.migrate import bring_up
from twosource.ledger.schema import Base
from twosource.model import Report
from twosource.pipeline import read, read_paths
from twosource.workspace import open_ledger

CLAIMS_A_REPORT = 6.7
REPORTS_A_STORY = 25
TIMES = 60
EVENTS = 10_000
"""Events on the map that are to be drawn in less than a second."""

TIMES_DRAWN = 5
AGENT = {"Host": "localhost"}


class Server(NamedTuple):
    """The real server: host and port, and the number of its process."""

    address: str
    process: int

    def cpu(self) -> float:
        """Seconds that its processor spent."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(ledger: str) -> Iterator[Server]:
    """The real server on any free port."""
    command = [sys.executable, "-m", "twosource", "desk", "--ledger", ledger, "--port", "0", "--log", "none"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        for line in process.stderr:
            if "http://" in line:
                yield Server(urlsplit(line.split("at ")[1].split()[0]).netloc, process.pid)
                break
    finally:
        process.terminate()
        process.wait()


def fill(ledger: str, claims: int) -> int:
    """Reads invented reports until the ledger holds so many claims; gives how many it holds."""
    reports = int(claims / CLAIMS_A_REPORT)
    with tempfile.TemporaryDirectory() as folder, open_ledger(ledger) as opened:
        write(Path(folder), reports, max(1, reports // REPORTS_A_STORY), 1)
        held = 0
        for thing in read_paths([folder]):
            if isinstance(thing, Report):
                opened.store.add(placed(thing))
                held += len(thing.claims)
        opened.refresh()
    return held


def placed(report: Report) -> Report:
    """A report whose places stand somewhere: the same name always at the same point."""
    places = []
    for place in report.places:
        at = zlib.crc32(place.name.encode())
        lat, lon = at % 1100 / 10 - 45, at // 1100 % 3000 / 10 - 150
        places.append(place.replace(lat=lat, lon=lon, precision=1 + at % 4) if place.lat is None else place)
    return report.replace(places=tuple(places))


def copy(ledger: str, to: str) -> None:
    """Puts a ledger into another database, row by row, with its account."""
    old, new = connect(locate(ledger)), connect(locate(to))
    bring_up(new)
    with old.connect() as source, new.begin() as target:
        for table in Base.metadata.sorted_tables:
            target.execute(delete(table))
            rows = source.execution_options(stream_results=True).execute(select(table))
            for part in rows.partitions(2000):
                target.execute(insert(table), [dict(row._mapping) for row in part])
    with new.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    old.dispose()
    new.dispose()


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


def measure(server: Server) -> float:
    """Prints the time of every page, and gives the worst p95 in milliseconds."""
    connection = http.client.HTTPConnection(server.address)
    worst = 0.0
    print(f"{'page':24}{'first':>9}{'median':>9}{'p95':>9}{'cpu':>9}   ms")
    for name, paths in pages(connection).items():
        times, spent = [], server.cpu()
        for n in range(TIMES):
            began = time.perf_counter()
            status, _ = get(connection, paths[n % len(paths)])
            times.append((time.perf_counter() - began) * 1000)
            assert status == 200, (name, status)
        p95 = statistics.quantiles(times, n=20)[-1]
        worst = max(worst, p95)
        cpu = (server.cpu() - spent) * 1000 / TIMES
        print(f"{name:24}{times[0]:9.1f}{statistics.median(times):9.1f}{p95:9.1f}{cpu:9.1f}", flush=True)
    return worst


def crowd(server: Server, ledger: str, readers: int, seconds: float = 20.0) -> None:
    """Readers that read on while one writes; prints answers, errors and times."""
    address, spent = server.address, server.cpu()
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
    counts = f"{len(times)} answers, {written} written, {len(errors)} errors, p95 {p95:.0f} ms"
    cpu = (server.cpu() - spent) * 1000 / max(1, len(times))
    print(f"{readers} readers, 1 writer: {counts}, {cpu:.0f} ms of the processor an answer")
    print("\n".join(errors[:5]), end="")


def painted(address: str) -> None:
    """When a browser first paints Today, stories and the map, and how long it draws what the map holds."""
    import shutil

    from playwright.sync_api import sync_playwright

    flags = ["--no-sandbox", "--no-first-run", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        for path in ("/", "/stories", "/map"):
            page = browser.new_page(bypass_csp=True)  # it asks the page for its times in words, as no page of ours may
            page.goto(f"http://{address}{path}")
            page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
            paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
            print(f"first paint of {path}: {paint:.0f} ms")
            page.close()
        for events in (None, EVENTS):
            found = [drawn(browser, address, events) for _ in range(TIMES_DRAWN)]
            first, again = (statistics.median(times) for times in list(zip(*found, strict=True))[1:])
            print(f"{found[0][0]} map events drawn in {first:.0f} ms, and again in {again:.0f} ms", flush=True)
        browser.close()


def drawn(browser: Any, address: str, events: int | None) -> tuple[int, float, float]:
    """How many events a map drew, and in how many milliseconds, from when it had them until all were painted.

    The second time is that of a map that stands: it is told to show what is not settled, and then all again. The first
    one holds what a browser needs to make itself ready to draw at all, which without a graphics card is most of it.
    With a number the map gets just so many events: those of the ledger, cut short or taken again further north.
    """
    page = browser.new_page(bypass_csp=True)
    if events is not None:
        page.route("**/api/v1/map*", lambda route: route.fulfill(json={"items": just(route, events), "next": None}))
    page.goto(f"http://{address}/map")
    page.wait_for_selector("[data-ready]", timeout=60_000)
    shown = int(page.evaluate("document.querySelector('[data-map]').dataset.drawn"))
    for number, is_on in ((2, True), (3, False)):
        page.set_checked("[data-open]", is_on)
        page.wait_for_function(f"performance.getEntriesByName('map-drawn').length == {number}", timeout=60_000)
    first, _, again = page.evaluate("performance.getEntriesByName('map-drawn').map((one) => one.duration)")
    assert events in (None, shown), (events, shown)
    page.close()
    return shown, float(first), float(again)


def just(route: Any, events: int) -> list[dict[str, Any]]:
    """Just so many events, no two rounds of them at the same spots."""
    held = route.fetch().json()["items"]
    assert held, "the ledger has nothing on the map"
    rounds = range(-(-events // len(held)))
    return [{**one, "lat": one["lat"] + n * 0.01, "claim": f"{one['claim']}x{n}"} for n in rounds for one in held][
        :events
    ]


def main() -> None:
    """Fills, serves and measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--ledger")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--copy", metavar="LEDGER")
    asked = parser.parse_args()
    if asked.copy:
        copy(asked.copy, asked.ledger)
        return
    with tempfile.TemporaryDirectory() as folder:
        ledger = asked.ledger or str(Path(folder) / "desk.db")
        began = time.perf_counter()
        held = fill(ledger, asked.claims) if asked.claims else 0
        print(f"{held} claims, filled in {time.perf_counter() - began:.0f} s", flush=True)
        with serving(ledger) as server:
            get(http.client.HTTPConnection(server.address), "/map")  # waits until what is kept in memory is there
            print(f"worst p95: {measure(server):.0f} ms", flush=True)
            if asked.browser:
                painted(server.address)
            if asked.readers:
                crowd(server, ledger, asked.readers)


if __name__ == "__main__":
    main()

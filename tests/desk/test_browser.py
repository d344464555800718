"""The desk in Debian's Chromium, on the real server."""

from __future__ import annotations

import io
import math
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageColor

from tests.desk.conftest import addresses, desk_on, served

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing; run: scripts/system.sh"),
]
FLAGS = [
    "--no-sandbox", "--disable-background-networking", "--no-first-run", "--disable-component-update",
    "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
]  # fmt: skip
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def browser() -> Iterator[sync_api.Browser]:
    with sync_api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield made
        made.close()


class Watched:
    """A page that remembers what went wrong in it and which requests left the server."""

    def __init__(self, browser: sync_api.Browser, address: str, **given: object) -> None:
        self.wrong: list[str] = []
        self.context = browser.new_context(locale="en-GB", **given)  # type: ignore[arg-type]
        self.page = self.context.new_page()
        self.page.on("console", lambda m: self.wrong.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on(
            "request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else self.wrong.append(r.url)
        )

    def __enter__(self) -> Watched:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


@pytest.mark.parametrize("name", ["none", "one", "many"])
def test_pages_hold_in_the_browser(browser: sync_api.Browser, ledgers: dict[str, str], name: str) -> None:
    """No error, no request elsewhere, nothing for axe, nothing wider than the window, in either scheme."""
    from axe_playwright_python.sync_playwright import Axe

    with desk_on(ledgers[name]) as client:
        pages = addresses(client)
    with served(ledgers[name]) as address:
        for width, scheme in ((1440, "light"), (390, "dark")):
            with Watched(browser, address, viewport={"width": width, "height": 900}, color_scheme=scheme) as watched:
                for path in pages:
                    watched.page.goto(address + path)
                    assert not watched.wrong, (path, watched.wrong)
                    over = watched.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                    assert over <= 0, (path, width, over)
                    found = Axe().run(watched.page, options={"runOnly": AXE_RULES})
                    told = [(v["id"], v["nodes"][0]["html"][:200]) for v in found.response["violations"]]
                    assert not told, (path, scheme, told)


def test_the_slider_bounds_the_days_that_are_drawn(browser: sync_api.Browser, ledgers: dict[str, str]) -> None:
    with served(ledgers["many"]) as address, Watched(browser, address) as watched:
        page = watched.page
        page.goto(f"{address}/map")
        page.wait_for_selector("[data-map][data-drawn]", timeout=30_000)
        drawn = "document.querySelector('[data-map]').dataset.drawn"
        every = int(page.evaluate(drawn))
        assert every > 0
        page.focus("[data-to]")
        page.keyboard.press("Home")
        page.wait_for_selector(f"[data-map]:not([data-drawn='{every}'])")
        assert int(page.evaluate(drawn)) < every
        said, leads = page.text_content("[data-shown]"), page.get_attribute("[data-shown]", "href")
        with watched.context.expect_page() as opened:
            page.evaluate("(to) => { window.open(to); }", leads)
        listed = opened.value
        listed.wait_for_selector("main")
        assert said == f"{len(listed.query_selector_all('.said-row'))} {'claim' if said.startswith('1 ') else 'claims'}"
        listed.close()
        page.keyboard.press("End")
        page.wait_for_selector(f"[data-map][data-drawn='{every}']")
        for box in page.query_selector_all("[data-type]"):
            box.uncheck()
        page.wait_for_selector("[data-map][data-drawn='0']")
        assert not watched.wrong


LAND = ((47.0, 2.0), (40.0, -4.0), (50.0, 10.0), (39.0, 33.0), (52.5, 31.0), (31.0, 3.0), (62.0, 15.0), (66.0, 100.0))
SEA = ((45.5, -5.0), (44.0, -12.0), (35.0, 18.0), (43.2, 34.0), (56.0, 3.0), (40.0, 5.0), (60.0, -10.0), (30.0, 150.0))
FRAMES = (
    ((31.0, -5.0), (48.0, 38.0)),
    ((36.0, -9.0), (58.0, 8.0)),
    ((42.0, -6.0), (48.0, 4.0)),
    ((30.0, -12.0), (67.0, 155.0)),
)


def _pixel(
    at: tuple[float, float], frame: tuple[tuple[float, float], ...], wide: float, high: float
) -> tuple[int, int]:
    """Where a place stands on a map of that size that shows a stretch of the world, 60 pixels from its sides."""

    def flat(lat: float, lon: float) -> tuple[float, float]:
        return lon / 360, -math.asinh(math.tan(math.radians(lat))) / math.tau

    corners, (x, y) = [flat(*corner) for corner in frame], flat(*at)
    (left, low), (right, top) = corners
    scale = min((wide - 120) / (right - left), (high - 120) / (low - top), 512 * 2**7)
    return round(wide / 2 + (x - (left + right) / 2) * scale), round(high / 2 + (y - (low + top) / 2) * scale)


@pytest.mark.parametrize("frame", FRAMES, ids=str)
def test_land_is_land_and_sea_is_sea(
    browser: sync_api.Browser, ledgers: dict[str, str], frame: tuple[tuple[float, float], ...]
) -> None:
    """Outlines of continents that touch themselves at the side of a tile were filled inside out."""
    spots = [
        {"report": "r", "claim": f"c{n}", "place": "", "lat": lat, "lon": lon, "radius": 0, "type": "other",
         "start": None, "end": None, "question": None, "status": None}
        for n, (lat, lon) in enumerate(frame)
    ]  # fmt: skip
    with served(ledgers["many"]) as address, Watched(browser, address) as watched:
        page = watched.page
        page.route("**/api/v1/map*", lambda route: route.fulfill(json={"items": spots, "next": None}))
        page.goto(f"{address}/map")
        page.wait_for_selector("[data-ready]", timeout=30_000)
        shot = Image.open(io.BytesIO(page.locator("[data-map] canvas").screenshot())).convert("RGB")
        looked = 0
        for places, name in ((LAND, "--land"), (SEA, "--sea")):
            wanted = page.evaluate(f"getComputedStyle(document.documentElement).getPropertyValue('{name}').trim()")
            for place in places:
                x, y = _pixel(place, frame, *shot.size)
                if 5 < x < shot.width - 60 and 5 < y < shot.height - 40:
                    looked += 1
                    near = ImageColor.getrgb(wanted)
                    assert all(abs(a - b) < 4 for a, b in zip(shot.getpixel((x, y)), near, strict=True)), place
        assert looked >= 3


def test_a_report_that_another_process_adds_appears(browser: sync_api.Browser, tmp_path: Path) -> None:
    ledger = str(tmp_path / "kept.db")
    report = tmp_path / "a.txt"
    report.write_text("Nine dead in Kyiv\n\nAt least 9 people were killed in Kyiv, Ivo Halas said.", encoding="utf8")
    with served(ledger) as address, Watched(browser, address) as watched:
        watched.page.goto(address)
        assert "The ledger is empty" in watched.page.content()
        watched.page.wait_for_timeout(1500)
        command = [sys.executable, "-m", "twosource", "add", "-q", "--ledger", ledger, str(report)]
        subprocess.run(command, check=True)
        watched.page.wait_for_selector("text=Nine dead in Kyiv", timeout=15_000)
        assert not watched.wrong


def test_keys_alone_lead_from_today_to_the_words(browser: sync_api.Browser, ledgers: dict[str, str]) -> None:
    with served(ledgers["many"]) as address, Watched(browser, address) as watched:
        page = watched.page
        page.goto(address)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        for _ in range(80):
            page.keyboard.press("Tab")
            shown = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert shown != "none", page.evaluate("document.activeElement.outerHTML")
            if page.evaluate("document.activeElement.classList.contains('mark')"):
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/reports/*#*")
        assert page.query_selector("mark.aimed") is not None
        assert not watched.wrong


def test_a_mark_says_what_it_is(browser: sync_api.Browser, ledgers: dict[str, str]) -> None:
    with desk_on(ledgers["many"]) as client:
        report = client.get("/api/v1/claims").json()["items"][0]["report"]
    with served(ledgers["many"]) as address, Watched(browser, address) as watched:
        page = watched.page
        page.goto(f"{address}/reports/{report}")
        page.click("a.m.figure")
        page.wait_for_selector("#why-body .told")
        assert "Bounds" in page.text_content("#why-body")  # type: ignore[operator]
        assert page.url.endswith(report)
        assert not watched.wrong


def test_a_sentence_is_copied_with_its_citations(browser: sync_api.Browser, ledgers: dict[str, str]) -> None:
    with desk_on(ledgers["many"]) as client:
        story = client.get("/api/v1/stories").json()["items"][0]["id"]
    with served(ledgers["many"]) as address, Watched(browser, address) as watched:
        watched.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
        watched.page.goto(f"{address}/stories/{story}")
        watched.page.click("[data-copy]")
        watched.page.wait_for_selector("text=Copied")
        copied = watched.page.evaluate("navigator.clipboard.readText()")
        assert f"<{address}/reports/" in copied
        assert not watched.wrong


def test_search_answers_while_one_types(browser: sync_api.Browser, ledgers: dict[str, str]) -> None:
    with served(ledgers["many"]) as address, Watched(browser, address) as watched:
        watched.page.goto(f"{address}/search")
        watched.page.type("main input[name=q]", "dam")
        watched.page.wait_for_selector("#results .said-row")
        assert not watched.wrong


def test_a_pasted_text_is_watched_to_its_story(browser: sync_api.Browser, tmp_path: Path) -> None:
    with served(str(tmp_path / "kept.db")) as address, Watched(browser, address) as watched:
        watched.page.goto(f"{address}/add")
        watched.page.fill("textarea[name=text]", "Nine dead\n\nAt least 9 people were killed, Ivo Halas said.")
        watched.page.click("button.main")
        watched.page.click("#landed + .landed a", timeout=15_000)
        watched.page.wait_for_url("**/stories/*")
        assert not watched.wrong


def test_dates_and_numbers_are_the_readers(browser: sync_api.Browser, ledgers: dict[str, str]) -> None:
    with served(ledgers["many"]) as address:
        context = browser.new_context(locale="de-DE")
        page = context.new_page()
        page.goto(f"{address}/outlets")
        page.wait_for_selector("time[data-done]")
        assert page.query_selector("text=März 2026") is not None
        context.close()

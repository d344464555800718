"""The page in a browser: no sideways scroll, every mark lands on its passage, axe finds nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from twosource.tell import html

from . import factory

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium")]


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file: Path = tmp_path_factory.mktemp("page") / "brief.html"
    file.write_text(html(factory.brief()), encoding="utf8")
    return file


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(params=[(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")], ids=lambda p: f"{p[0]}-{p[1]}")
def page(request: pytest.FixtureRequest, browser: Any, page_file: Path) -> Iterator[Any]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    opened = context.new_page()
    opened.requests = []
    opened.on("request", lambda asked: opened.requests.append(asked.url))
    opened.goto(page_file.as_uri())
    yield opened
    context.close()


def test_nothing_scrolls_sideways_and_nothing_is_loaded(page: Any) -> None:
    width = page.evaluate("document.documentElement.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.goto(page.url + "#reports-open")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    wide = (
        "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).length"
    )
    assert page.evaluate(wide) == 0
    assert {url.partition("#")[0] for url in page.requests} == {page.url.partition("#")[0]}


def test_every_mark_lands_on_its_passage(page: Any) -> None:
    targets = page.evaluate("[...new Set([...document.querySelectorAll('a.mark')].map(a => a.getAttribute('href')))]")
    assert len(targets) > 25
    for target in targets:
        page.evaluate("scrollTo(0, 0)")
        page.locator(f"a.mark[href='{target}']").first.evaluate("link => link.click()")
        seen = page.evaluate(
            """() => { const at = document.querySelector(':target'), box = at.getBoundingClientRect();
            return {id: '#' + at.id, tag: at.tagName, height: box.height, top: box.top, bottom: box.bottom}; }"""
        )
        assert (seen["id"], seen["tag"]) == (target, "MARK")
        assert seen["height"] > 0
        assert seen["top"] < 800
        assert seen["bottom"] > 0


def test_axe_finds_nothing(page: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for fragment in ("", "#reports-open"):
        page.goto(page.url.partition("#")[0] + fragment)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        found = axe.run(page, options={"resultTypes": ["violations"]})
        assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found.response["violations"]] == []

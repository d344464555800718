"""A desk on ten thousand claims: every page answers with some of them, and says where the rest is."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest
from bench.desk import copy
from starlette.testclient import TestClient

from tests.desk.conftest import addresses, desk_on, served
from tests.ledger.cluster import Cluster
from twosource.ledger import Store
from twosource.model import (
    Account,
    Claim,
    ClaimRef,
    ItemRef,
    Period,
    PlaceMention,
    Position,
    Published,
    Question,
    Report,
    Source,
    Span,
    Story,
)

REPORTS, EACH = 1000, 10
LINE = "Two people were hurt there, she said."
LARGEST = 400_000
"""Characters of a page: what a phone on a slow line still loads in a second or two."""


def report(number: int) -> Report:
    """A report of ten claims by one source at one place."""
    claims = tuple(
        Claim(f"c{n}", (Span(n * (len(LINE) + 1), n * (len(LINE) + 1) + len(LINE)),), source="s0", places=(0,))
        for n in range(EACH)
    )
    place = PlaceMention(0, 3, f"Town {number}", number % 120 - 60.0, number % 300 - 150.0, precision=1)
    who = Source("s0", f"Ana Brandt {number % 400}", "person")
    day = f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return Report(
        f"r{number:04}", None, "\n".join([LINE] * EACH), outlet=f"Herald {number % 300}", title=f"Report {number}",
        published=Published(day, day, "given"), sources=(who,), places=(place,), claims=claims,
    )  # fmt: skip


def story(report: Report) -> Story:
    """A story of one report, with a question for each claim."""
    asked = tuple(
        Question(
            f"q{report.id}{claim.id}", f"What of {report.title}, {claim.id}?", "other", "single_source",
            positions=(Position("hurt", claims=(ClaimRef(report.id, claim.id),)),),
        )
        for claim in report.claims
    )  # fmt: skip
    return Story(
        f"s{report.id}",
        report.title or "",
        (report.id,),
        items=(ItemRef(report.id, 0),),
        period=Period(None, None),
        questions=asked,
    )


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The ledger, with ten thousand claims, events on the map and questions."""
    path = str(tmp_path_factory.mktemp("large") / "large.db")
    reports = [report(number) for number in range(REPORTS)]
    with Store.open(path) as store:
        for one in reports:
            store.add(one)
        store.set_account(Account(tuple(map(story, reports)), "by hand"))
    return path


@pytest.fixture(scope="module")
def large_on_postgresql(large: str, cluster: Cluster) -> str:
    """The same in PostgreSQL."""
    where = cluster.bare()
    copy(large, where)
    return where


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, large: str) -> Iterator[TestClient]:
    """A desk that leaves the account as it is, on both databases."""
    where = large if request.param == "sqlite" else str(request.getfixturevalue("large_on_postgresql"))
    with desk_on(where, read_only=True) as made:
        yield made


def test_every_page_shows_some_and_counts_all(desk: TestClient) -> None:
    for address in addresses(desk):
        answer = desk.get(address)
        assert answer.status_code == 200, address
        assert len(answer.text) < LARGEST, address
    assert "10,000" in desk.get("/questions").text
    assert "1,000" in desk.get("/reports").text
    assert len(desk.get("/api/v1/map").json()["items"]) == REPORTS * EACH


@pytest.mark.parametrize("name", ["claims", "questions", "reports", "stories", "sources", "outlets", "places"])
def test_every_list_can_be_gone_through(desk: TestClient, name: str) -> None:
    page, pages, seen = f"/{name}", 0, set[str]()
    while page and pages < 4:
        html = desk.get(page).text
        links = set(re.findall(r'href="(/\w+/[^"?#]+[^"]*)"', html.split("<main")[1]))
        assert links - seen, page
        seen |= links
        found = re.search(r'rel="next" href="([^"]+)"', html)
        page, pages = found[1].replace("&amp;", "&") if found else "", pages + 1
    assert pages == 4


@pytest.mark.browser
def test_ten_thousand_events_are_drawn(large: str) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is missing; run: scripts/system.sh")
    flags = ["--no-sandbox", "--no-first-run", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    with served(large, "--read-only") as address, sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        page = browser.new_page()
        page.goto(f"{address}/map")
        page.wait_for_selector("[data-ready]", timeout=120_000)
        assert page.evaluate("document.querySelector('[data-map]').dataset.drawn") == str(REPORTS * EACH)
        browser.close()

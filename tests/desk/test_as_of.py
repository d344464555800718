"""On a day in the past nothing shows that came later, and the record of a source can be gone through to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urljoin

import pytest
from starlette.testclient import TestClient

from tests.desk import crafted
from tests.desk.conftest import desk_on
from tests.desk.counting import tree
from twosource.desk.words import CASES
from twosource.views.record import track_record
from twosource.workspace import open_ledger

NEWER = re.compile(r"\blate\b|\br5\b", re.IGNORECASE)
"""Of what came on the second day everything is called so."""

VIEWS = (
    "/", "/?span=30", "/stories", "/stories/s1", "/stories/s1?by=type", "/questions", "/questions/q3",
    "/questions?status=disputed", "/questions?story=s1", "/reports", "/reports?story=s1", "/reports/r1",
    "/reports?q=hurt",
    "/claims", "/claims?story=s1", "/claims?question=q3", "/claims?question=q3&count=most", "/claims?mapped=1",
    "/claims?place=Stav&whole=1", "/sources", "/sources/Orlen", "/outlets", "/outlets/Herald", "/places",
    "/places/Stav", "/map", "/map?story=s1", "/search?q=hurt", "/search?q=late", "/search?side=orlen",
)  # fmt: skip
UNTOUCHED = ("/", "/?span=30", "/stories", "/reports/r1", "/outlets/Herald", "/sources/Orlen")
"""Of these what came later changes the numbers, or the days that they look back on, and brings no name."""

API = (
    "stories", "stories/s1", "questions", "questions/q3", "questions/q3/history", "claims", "reports", "sources",
    "records/Orlen", "outlets", "places", "map", "changes?since=2031-01-01",
)  # fmt: skip


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The ledger that is made by hand."""
    path = str(tmp_path_factory.mktemp("dated") / "crafted.db")
    crafted.fill(path)
    return path


@pytest.fixture(scope="module")
def desk(where: str) -> Iterator[TestClient]:
    """A desk on it."""
    with desk_on(where, read_only=True) as made:
        yield made


def told(client: TestClient, address: str) -> str:
    """What a page and those behind it hold, and where their links lead; the words that were asked for are left out."""
    pages = []
    while address:
        main = tree(client, address).xpath("//main")[0]
        for asked in main.xpath(".//form"):
            asked.drop_tree()
        heading = " ".join(main.xpath(".//h1//text()"))
        links = (href for href in main.xpath(".//@href") if "/search" not in href)
        pages.append(f"{main.text_content().replace(heading, '')} {' '.join(links)}")
        onward = main.xpath(".//a[@rel='next']/@href")
        address = onward[0].split("#")[0] if onward else ""
    return " ".join(pages)


def dated(address: str, day: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}as_of={day}"


@pytest.mark.parametrize("address", VIEWS)
def test_a_page_of_the_past_knows_nothing_that_came_later(desk: TestClient, address: str) -> None:
    then, now = told(desk, dated(address, crafted.BETWEEN)), told(desk, address)
    assert not NEWER.findall(then), then
    assert then != now.replace(f"?as_of={crafted.BETWEEN}", "")
    if address not in UNTOUCHED:
        assert NEWER.search(now), "nothing that came later is there to be seen"


@pytest.mark.parametrize("path", API)
def test_the_api_of_the_past_knows_nothing_that_came_later(desk: TestClient, path: str) -> None:
    answer = desk.get(f"/api/v1/{dated(path, crafted.BETWEEN)}")
    assert answer.status_code == 200
    assert not NEWER.findall(answer.text)


@pytest.mark.parametrize(
    "address", ["/reports/r5", f"/outlets/{quote(crafted.LATE)}", f"/sources/{quote(crafted.LATE)}",
                f"/places/{quote(crafted.LATE + ' Town')}"],
)  # fmt: skip
def test_what_came_later_was_not_there_yet(desk: TestClient, address: str) -> None:
    assert desk.get(address).status_code == 200
    assert desk.get(dated(address, crafted.BETWEEN)).status_code == 404
    assert desk.get(dated(address, crafted.BEFORE)).status_code == 404


def test_a_record_of_the_past_is_that_of_then(desk: TestClient) -> None:
    """On the second day a fifth report contradicts what Orlen said on the first."""
    now, then = (
        desk.get("/api/v1/records/Orlen").json(),
        desk.get(f"/api/v1/records/Orlen?as_of={crafted.BETWEEN}").json(),
    )
    assert {case["other"]["report"] for case in now["cases"]} - {case["other"]["report"] for case in then["cases"]} == {
        "r5"
    }
    assert desk.get(f"/api/v1/records/Orlen?as_of={crafted.BEFORE}").json()["cases"] == []


def test_a_version_was_not_superseded_before_the_next_one_came(tmp_path: Path) -> None:
    path = str(tmp_path / "kept.db")
    first, second = (
        crafted.report(id_, "Post", "2031-03-04", size, url="https://post.example/a")
        for id_, size in (("r8", 2), ("r9", 3))
    )
    with open_ledger(path) as ledger:
        ledger.store.add(first, added=crafted.FIRST)
        ledger.store.add(second, added=crafted.SECOND)
        ledger.refresh()
    with desk_on(path, read_only=True) as client:
        now, then = (client.get(address).text for address in ("/reports/r8", f"/reports/r8?as_of={crafted.BETWEEN}"))
        assert "superseded" in now
        assert "Version 2" in now
        assert "superseded" not in then
        assert "Version 2" not in then


def test_a_question_leads_to_each_moment_at_which_it_became_another(desk: TestClient) -> None:
    """Twice on one day: as of that day it can be seen as it stood last, and not as it stood first."""
    links = tree(desk, "/questions/q3").xpath("//ol[@class='history']/li/span/a[1]/@href")
    shown = [len(tree(desk, link).xpath("//li[@class='said-row']")) for link in links]
    assert shown == [4, 5, 4]
    assert "As the ledger knew it on 6 March 2031 at 10:00:00" in re.sub("<[^>]+>", "", desk.get(links[1]).text)


@pytest.mark.parametrize("name", ["Orlen", "Herald"])
@pytest.mark.parametrize("as_of", [None, crafted.BETWEEN])
def test_every_case_of_a_record_can_be_gone_to(where: str, desk: TestClient, name: str, as_of: str | None) -> None:
    kind = "outlets" if name == "Herald" else "sources"
    page, cases, older = dated(f"/{kind}/{name}", as_of or ""), list[tuple[str, ...]](), 0
    while page:
        root = tree(desk, page)
        for row in root.xpath("//ul[contains(@class, 'cases')]/li"):
            cases.append((row.get("data-case"), *row.xpath(".//p/a/@href")))
        onward = root.xpath("//section[@class='record']//a[@rel='next']/@href")
        further = root.xpath("//section[@class='record']//a[@data-older]/@href")
        older += bool(further and not onward)
        page = urljoin(page, (onward or further)[0]).split("#")[0] if onward or further else ""
    assert older >= 1
    with open_ledger(where) as ledger:
        at = None if as_of is None else crafted.FIRST.replace(day=5, hour=23)
        whole = track_record(ledger.store, name, at)
    said = {(case.kind, case.claim.report, case.claim.claim) for case in whole.cases if case.claim.report == "r1"}
    found = {(row[0], *re.findall(r"/reports/(\w+)[^#]*#(\w+)", row[1])[0]) for row in cases}
    assert said <= found
    assert len(cases) == len(set(cases)), "no case twice"
    assert {row[0] for row in cases} <= set(CASES)


def test_no_record_goes_on_behind_its_last_claim(desk: TestClient) -> None:
    answer = desk.get("/sources/Orlen?older=100000")
    assert answer.status_code == 400
    assert "wants a number below" in answer.text


def test_the_reports_of_a_story_are_searched_like_others(desk: TestClient) -> None:
    whole = desk.get("/api/v1/reports?story=s1").json()["items"]
    named = desk.get("/api/v1/reports?story=s1&outlet=Herald").json()["items"]
    none = desk.get("/api/v1/reports?story=s1&q=nowhere").json()["items"]
    assert ([one["id"] for one in whole], [one["id"] for one in named], none) == (["r5", "r3", "r2", "r1"], ["r1"], [])
    page = tree(desk, "/reports?story=s1&q=hurt&outlet=Herald")
    assert page.xpath("//header//p[@class='sum']/data/@value") == ["1"]

"""Every page answers on a ledger with nothing, one report and many; nothing of a report is ever markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from starlette.testclient import TestClient

from tests.desk.conftest import addresses, desk_on


class Parsed(HTMLParser):
    """What a page holds: elements with their attributes, and the data elements that no link leads from."""

    VOID = frozenset({"meta", "link", "input", "br", "img", "circle", "rect", "line", "path", "hr"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.bare: list[str] = []
        self._open: list[str] = []
        self._text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "data" and not {"a", "h2", "p", "summary", "span"} & set(self._open):
            self.bare.append(self.get_starttag_text() or "")
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass


def test_every_page_answers_and_nothing_in_it_is_inline(client: TestClient) -> None:
    for address in addresses(client):
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.text[-300:])
        page = Parsed(answer.text)
        for tag, given in page.elements:
            assert not any(name.startswith("on") or name == "style" for name in given), (address, tag, given)
            assert tag != "script" or given.get("src", "").startswith("/static/"), (address, given)
            assert tag not in ("img", "iframe", "object", "style"), (address, tag)
        ids = [given["id"] for _, given in page.elements if given.get("id")]
        assert len(ids) == len(set(ids)), (address, [id_ for id_ in ids if ids.count(id_) > 1])


def test_numbers_in_lists_lead_to_what_they_count(many: TestClient) -> None:
    for address in addresses(many):
        bare = [found for found in Parsed(many.get(address).text).bare if found]
        assert not bare or address.startswith(("/outlets", "/adding")), (address, bare[:3])


def test_links_lead_somewhere(many: TestClient) -> None:
    seen = set()
    for address in addresses(many)[:24]:
        for tag, given in Parsed(many.get(address).text).elements:
            href = given.get("href") or ""
            if tag == "a" and href.startswith("/"):
                seen.add(href.split("#")[0])
    wrong = {href: status for href in sorted(seen) if (status := many.get(href).status_code) != 200}
    assert not wrong


def test_a_claim_leads_to_its_very_words(many: TestClient) -> None:
    row = many.get("/api/v1/claims").json()["items"][0]
    page = many.get(f"/reports/{row['report']}").text
    assert f'id="{row["claim"]}"' in page
    marked = re.findall(rf'<mark data-c="[^"]*\b{row["claim"]}\b[^"]*"[^>]*>(.*?)</mark>', page)
    assert marked
    assert re.sub("<[^>]+>", "", marked[0]) in row["words"]


def test_every_mark_explains_itself(many: TestClient) -> None:
    for row in many.get("/api/v1/reports?limit=4").json()["items"]:
        page = Parsed(many.get(f"/reports/{row['id']}").text)
        asked = {given["hx-get"] for _, given in page.elements if given.get("hx-get")}
        assert asked
        for address in sorted(asked):  # type: ignore[type-var]
            answer = many.get(str(address))
            assert answer.status_code == 200, address
            assert 'class="told"' in answer.text


def test_the_past_is_empty_before_anything_was_known(many: TestClient) -> None:
    for address in ("/", "/stories", "/questions", "/reports", "/claims", "/outlets", "/places", "/map"):
        answer = many.get(address, params={"as_of": "2001-01-01"})
        assert answer.status_code == 200
        assert "As the ledger knew it" in answer.text
    assert many.get("/api/v1/stories?as_of=2001-01-01").json() == {"items": [], "next": None}


def test_links_keep_the_day_that_is_looked_at(many: TestClient) -> None:
    page = many.get("/stories?as_of=2099-01-01").text
    assert re.search(r'href="/stories/s\w+\?as_of=2099-01-01"', page)


def test_what_cannot_be_asked_is_said(client: TestClient) -> None:
    for address in ("/?as_of=tomorrow", "/questions?status=odd", "/claims?cursor=-1", "/claims?type=x", "/?span=9"):
        answer = client.get(address)
        assert answer.status_code == 400, address
        assert "wants" in answer.text
    for address in (
        "/nowhere",
        "/stories/snone",
        "/questions/qnone",
        "/reports/rnone",
        "/sources/Nobody",
        "/places/Nowhere",
    ):
        assert client.get(address).status_code == 404, address


def test_pages_stand_under_a_prefix(ledgers: dict[str, str]) -> None:
    with desk_on(ledgers["many"], prefix="/desk") as client:
        for address in ("/desk/", "/desk", "/desk/stories"):
            answer = client.get(address)
            assert answer.status_code == 200
            links = [given.get("href") or given.get("src") or "" for _, given in Parsed(answer.text).elements]
            assert all(link.startswith("/desk/") for link in links if link.startswith("/"))
        assert client.get("/stories").status_code == 200  # from a proxy that takes the prefix away
        script = re.search(r'src="(/desk/static/[^"]+)"', client.get("/desk/").text)
        assert script is not None
        assert client.get(script[1]).status_code == 200


def test_a_dispute_on_the_page_of_today_names_its_story(many: TestClient) -> None:
    page = many.get("/?span=30").text
    disputes = re.findall(r'<li><a href="/questions/[^"]+">.*?</li>', page, re.DOTALL)
    assert disputes
    assert all(re.search(r'<a href="/stories/[^"]+"><bdi>[^<]+</bdi></a> · ', told) for told in disputes)

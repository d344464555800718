"""Which numbers of a page count something, where each leads, and how many of those things stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from lxml import html
from starlette.testclient import TestClient

NOUNS = "claim|report|question|stor(?:y|ie)|source|outlet|place|position|pair|case|version"
BARE = re.compile(rf"\b\d[\d,]* (?:more )?(?:{NOUNS})s?\b")
"""A number with what it counts, in plain words."""

OUTSIDE = " or ".join(f"ancestor::{one}" for one in ("bdi", "q", "data", "dl", "a[@data-n]", "section[@class='text']"))
"""Words of reports, and numbers that say themselves what they count."""

ROWS = {
    "claim": ".//li[contains(@class, 'said-row')]//p[@class='words']/a/@href | .//li[@data-card]/@data-card",
    "question": ".//tbody//th/a/@href | .//ol[@class='qs']//h3/a/@href | .//ul[@class='singles']/li/a/@href",
    "story": ".//tbody//th/a/@href",
    "source": ".//tbody/tr",
    "place": ".//tbody//td/a[contains(@href, 'spot=')]/@href",
    "position": ".//section[@class='position']/h3/@id",
    "pair": "./details/ul/li",
    "case": ".//ul[contains(@class, 'cases')]/li",
    "line": ".//tbody/tr",
}
"""What stands for each thing that is counted; the same string twice is one thing, elements are each their own."""


class Counted(NamedTuple):
    """A number of a page, what it counts, and where those stand; None is the section, or the list, that it heads."""

    page: str
    number: int
    unit: str
    href: str | None
    section: Any


def tree(client: TestClient, address: str) -> Any:
    """A page."""
    answer = client.get(address.split("#")[0])
    assert answer.status_code == 200, (address, answer.text[-300:])
    return html.fromstring(answer.text)


def counts(page: str, root: Any) -> Iterator[Counted]:
    """The numbers of a page that count something, in text and in pictures."""
    for one in root.xpath("//main//data"):
        link = next(one.iterancestors("a"), None)
        section = next(one.iterancestors("section"), None)
        href = None if link is None else urljoin(page, link.get("href"))
        assert href or _heads(page, one), (page, one.text_content(), "leads nowhere")
        shown = one.text_content().strip()
        assert shown.replace(",", "") == one.get("value"), (page, shown, one.get("value"))  # what a reader sees
        yield Counted(page, int(one.get("value")), one.get("data-of"), href, section)
    for one in root.xpath("//main//a[@data-n]"):
        yield Counted(page, int(one.get("data-n")), "claim", urljoin(page, one.get("href")), None)


def _heads(page: str, number: Any) -> bool:
    """Whether a number without a link heads what it counts: the list that is the page, or a section or fold of it."""
    heading = any(up.tag in ("h2", "h3", "summary") for up in number.iterancestors())
    return heading or len(urlsplit(page).path.strip("/").split("/")) == 1


def bare(root: Any) -> list[str]:
    """Counts that are plain words: nobody can follow them."""
    told = root.xpath(f"//main//text()[not({OUTSIDE})] | //main//svg//@aria-label[not(ancestor::a)]")
    return [found[0] for text in told if (found := BARE.search(str(text)))]


def listed(client: TestClient, one: Counted) -> int:
    """How many of what a number counts stand where it leads, over all pages of that list."""
    if one.href is None and one.section is not None:
        return len(set(_things(one.section, one.unit)))
    address, found = one.href or one.page, list[Any]()
    part = urlsplit(address).fragment
    seen = set[str]()
    while address not in seen:
        seen.add(address)
        root = tree(client, address)
        scope = root.xpath("//main")[0] if not part else _part(root, part)
        found += _things(scope, one.unit)
        onward = scope.xpath(".//a[@rel='next']/@href")
        address = urljoin(address, onward[0]) if onward else address
    return len(set(found))


def _part(root: Any, part: str) -> Any:
    at = root.xpath(f"//*[@id={part!r}]")
    assert at, part
    return next((up for up in (at[0], *at[0].iterancestors()) if up.tag in ("section", "main")), None)


def _things(scope: Any, unit: str) -> list[Any]:
    if unit in ("certain", "most"):
        groups = scope.xpath(".//section[@class='group']")
        if groups:
            return [one for one in groups if unit == "most" or not one.xpath(".//h2//span")]
        return list(scope.xpath(".//tr[@class='certain']" if unit == "certain" else ".//tbody/tr"))
    if unit == "report":
        printed = scope.xpath(ROWS["claim"])
        rows = printed or scope.xpath(".//tbody//th/a/@href | .//ol[@class='ticker']/li/a/@href")
        return [urlsplit(href).path for href in rows]
    if unit == "outlet":
        return [" ".join(cell.text_content().split()) for cell in scope.xpath(".//tbody/tr/td[1]")]
    return list(scope.xpath(ROWS[unit]))

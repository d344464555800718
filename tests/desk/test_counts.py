"""Every number on every page leads to a list that holds just as many."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import pytest
from bench.desk import copy
from starlette.testclient import TestClient

from tests.desk import crafted
from tests.desk.conftest import addresses, desk_on
from tests.desk.counting import Counted, bare, counts, listed, tree
from tests.ledger.cluster import Cluster

LISTS = ("/stories", "/questions", "/reports", "/claims", "/sources", "/outlets", "/places", "/search?q=hurt", "/map")
EACH = 3
"""Pages of one kind that are walked, and numbers of one kind on one page."""


@pytest.fixture(scope="session")
def crafted_ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The ledger that is made by hand."""
    path = str(tmp_path_factory.mktemp("crafted") / "crafted.db")
    crafted.fill(path)
    return path


@pytest.fixture(params=["samples", "crafted", "crafted in postgresql"])
def desk(request: pytest.FixtureRequest, ledgers: dict[str, str], crafted_ledger: str) -> Iterator[TestClient]:
    """A desk on the samples, and on the ledger made by hand."""
    where = ledgers["many"] if request.param == "samples" else crafted_ledger
    if request.param == "crafted in postgresql":
        cluster: Cluster = request.getfixturevalue("cluster")
        where = cluster.bare()
        copy(crafted_ledger, where)
    with desk_on(where, read_only=True) as made:
        yield made


def pages(client: TestClient) -> list[str]:
    """The lists, and some pages of each kind, now and as they were."""
    found = [*addresses(client), *LISTS, "/?span=30"]
    for kind in ("stories", "questions", "sources", "outlets", "places", "reports"):
        rows = client.get(f"/api/v1/{kind}").json()["items"]
        names = [str(row["id"] if "id" in row else row["name"]) for row in rows if row.get("name", "") is not None]
        found += [f"/{kind}/{quote(name, safe='')}" for name in dict.fromkeys([*names[:EACH], *names[-2:]])]
    stories = [address for address in found if address.startswith("/stories/")]
    found += [f"{address}?by={by}" for address in stories for by in ("side", "type")]
    found += [f"/map?story={address.split('/')[-1]}" for address in stories]
    past = [f"{address}{'&' if '?' in address else '?'}as_of={crafted.BETWEEN}" for address in found]
    return list(dict.fromkeys([*found, *(address for address in past if client.get(address).status_code == 200)]))


def some(numbers: Iterator[Counted]) -> list[Counted]:
    """Of numbers that are alike on one page the first few: of one unit, that lead to one kind of page."""
    held: dict[tuple[str, str | None, bool], list[Counted]] = {}
    for one in numbers:
        href = urlsplit(one.href or "")
        keys = "&".join(sorted(part.split("=")[0] for part in href.query.split("&")))
        held.setdefault((one.unit, f"{href.path.split('/')[1:2]}?{keys}", bool(href.fragment)), []).append(one)
    return [one for alike in held.values() for one in [*alike[:EACH], alike[-1]]]


def test_every_number_leads_to_just_as_many(desk: TestClient) -> None:
    held: dict[tuple[str | None, str], int] = {}
    wrong, units, kinds = list[object](), set[str](), set[str]()
    for page in pages(desk):
        for one in some(counts(page, tree(desk, page))):
            key = (one.href or f"{page} {one.section}", one.unit)
            if key not in held:
                held[key] = listed(desk, one)
            units.add(one.unit)
            kinds.add(urlsplit(page).path.split("/")[1])
            if held[key] != one.number:
                wrong.append((page, f"{one.number} {one.unit}", one.href, held[key]))
    assert not wrong, "\n".join(map(str, wrong[:40]))
    assert {"claim", "report", "question", "story", "outlet", "place", "position", "certain", "most"} <= units
    assert {"", "stories", "questions", "reports", "claims", "sources", "outlets", "places", "map", "search"} <= kinds


def test_no_count_is_only_words(desk: TestClient) -> None:
    wrong = [(page, found) for page in pages(desk) if (found := bare(tree(desk, page)))]
    assert not wrong, "\n".join(map(str, wrong[:40]))

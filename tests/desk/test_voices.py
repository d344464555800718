"""What became of what somebody said: every case is within reach, and a day in the past knows nothing later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest
from bench.desk import copy
from starlette.testclient import TestClient

from tests.desk.conftest import desk_on
from tests.desk.test_pages import Parsed
from twosource.desk.pages.voices import RECORDED
from twosource.model import Report
from twosource.pipeline import read
from twosource.workspace import open_ledger

FIRST = datetime(2031, 3, 4, 12, tzinfo=UTC)
MANY = RECORDED + 15
LATER = ("Mara Quill", "Vilna Courier", "nineteen buses")


def on_day(n: int) -> Report:
    """A police spokesman's word of one day, and in the evening paper of a later day somebody who denies it."""
    day = (FIRST + timedelta(days=n)).date()
    text = (
        f"At least {n + 2} people were killed in Odesa on {day:%B} {day.day}, police spokesman Ivo Halas said.\n\n"
        f"The mayor of Odesa, Ana Brandt, denied that {n + 2} people were killed in Odesa on {day:%B} {day.day}."
    )
    return read(text, published=str(day), outlet="Harbour Herald", title=f"Dead of day {n}")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger that got a report a day, and one more long after."""
    where = str(tmp_path_factory.mktemp("voices") / "days.db")
    late = read(
        "“We counted nineteen buses in Odesa and nobody was killed,” Mara Quill, a police spokeswoman, said. "
        "Ivo Halas told reporters that nobody was killed in Odesa on March 4.",
        published="2032-01-01",
        outlet="Vilna Courier",
        title="Nineteen buses",
    )
    with open_ledger(where) as opened:
        for n in range(MANY):
            opened.store.add(on_day(n), added=FIRST + timedelta(days=n))
        opened.store.add(late, added=datetime(2032, 1, 1, 12, tzinfo=UTC))
        opened.refresh()
    return where


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, ledger: str) -> Iterator[TestClient]:
    """A desk on it, in either database."""
    where = ledger
    if request.param == "postgresql":
        where = request.getfixturevalue("cluster").bare()
        copy(ledger, where)
    with desk_on(where) as client:
        yield client


def cases(html: str) -> set[tuple[str, ...]]:
    """The rows of a record: what they lead to."""
    rows = re.findall(r"<tr(?: id=\"case-\w+\")?><th scope=\"row\">(.*?)</th>(.*?)</tr>", html, re.DOTALL)
    return {(kind, *re.findall(r'href="([^"]+)"', cells)) for kind, cells in rows}


def test_every_case_is_a_page_away(desk: TestClient) -> None:
    for kind, name in (("sources", "Ivo Halas"), ("outlets", "Harbour Herald")):
        address, seen, looked = f"/{kind}/{quote(name)}", set[tuple[str, ...]](), 0
        while address:
            page = desk.get(address)
            assert page.status_code == 200
            found = cases(page.text)
            seen |= found
            looked += 1
            links = [given for _, given in Parsed(page.text).elements if given.get("href")]
            onward = [one for one in links if one.get("rel") == "next"] or [one for one in links if "data-older" in one]
            address = str(onward[0]["href"]) if onward else ""
        record = desk.get(f"/api/v1/records/{quote(name)}").json()
        assert looked > 1
        if kind == "sources":  # an outlet's record holds what it says in its own voice too
            assert len(seen) == len(record["cases"]) > 0
    assert desk.get("/sources/Ivo%20Halas?older=100000").status_code == 400


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/?span=30",
        "/stories",
        "/questions",
        "/reports",
        "/claims",
        "/sources",
        "/outlets",
        "/places",
        "/map",
        "/search?q=nineteen",
        "/search?q=killed",
        "/sources/Ivo%20Halas",
        "/outlets/Harbour%20Herald",
        "/places/Odesa",
        "/api/v1/claims",
        "/api/v1/records/Ivo%20Halas",
        "/api/v1/map",
    ],
)
def test_a_day_in_the_past_knows_nothing_later(desk: TestClient, address: str) -> None:
    joint = "&" if "?" in address else "?"
    then = desk.get(f"{address}{joint}as_of=2031-03-08")
    assert then.status_code == 200
    body = then.text.lower()
    for words in LATER:
        assert words.lower() not in body.replace("q=nineteen", "")
    assert "Dead of day 5" not in then.text
    assert "day 5" not in body


def test_a_story_and_a_question_of_the_past_hold_the_claims_of_then(desk: TestClient) -> None:
    for kind in ("stories", "questions"):
        rows = desk.get(f"/api/v1/{kind}?as_of=2031-03-06").json()["items"]
        assert rows
        for row in rows:
            page = desk.get(f"/{kind}/{row['id']}?as_of=2031-03-06")
            assert page.status_code == 200
            assert "Mara Quill" not in page.text
            assert "March 8" not in page.text
            key = "story" if kind == "stories" else "question"
            listed = desk.get(f"/claims?{key}={row['id']}&as_of=2031-03-06")
            assert listed.status_code == 200
            assert "March 8" not in listed.text


def test_what_was_said_of_a_source_then_is_less_than_now(desk: TestClient) -> None:
    then, now = (desk.get(f"/api/v1/records/Ivo%20Halas{asked}").json() for asked in ("?as_of=2031-03-06", ""))
    assert 0 < then["claims"] < now["claims"]
    assert len(then["cases"]) < len(now["cases"])

"""The API: the contract's shapes, cursors, tags, and a description that holds for whatever is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.desk.conftest import desk_on
from twosource.model import Question, Report, Story
from twosource.workspace import open_ledger


def test_shapes_are_those_of_the_contract(many: TestClient) -> None:
    story = many.get("/api/v1/stories").json()["items"][0]["id"]
    told = Story.from_dict(many.get(f"/api/v1/stories/{story}").json())
    asked = Question.from_dict(many.get(f"/api/v1/questions/{told.questions[0].id}").json())
    assert asked == told.questions[0]
    report = Report.from_dict(many.get(f"/api/v1/reports/{told.reports[0]}").json())
    assert report.text
    assert many.get(f"/api/v1/reports/{report.id}").content.isascii()


@pytest.mark.parametrize("kind", ["claims", "questions", "reports", "sources"])
def test_cursors_give_each_row_once(many: TestClient, kind: str) -> None:
    whole = many.get(f"/api/v1/{kind}?limit=500").json()["items"]
    rows, cursor = [], 0
    while cursor is not None:
        page = many.get(f"/api/v1/{kind}?limit=7&cursor={cursor}").json()
        rows += page["items"]
        cursor = page["next"]
    assert rows == whole[: len(rows)]
    assert len(rows) >= min(500, len(whole))


def test_a_tag_holds_until_the_ledger_changes(tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "kept.db")) as ledger:
        ledger.refresh()
    with desk_on(str(tmp_path / "kept.db")) as client:
        first = client.get("/api/v1/claims")
        tag = {"if-none-match": first.headers["etag"]}
        assert client.get("/api/v1/claims", headers=tag).status_code == 304
        assert client.post("/api/v1/reports", json={"text": "Two people died, police said."}).status_code == 201
        assert client.get("/api/v1/claims", headers=tag).status_code == 200


def test_a_text_is_added_once(tmp_path: Path) -> None:
    given = {"text": "At least 12 people were killed, Ivo Halas said.", "outlet": "Herald", "published": "2031-03-04"}
    with desk_on(str(tmp_path / "kept.db")) as client:
        first = client.post("/api/v1/reports", json=given)
        again = client.post("/api/v1/reports", json=given)
        assert (first.status_code, again.status_code) == (201, 200)
        assert first.json()["report"] == again.json()["report"]
        assert client.get(f"/api/v1/reports/{first.json()['report']}").json()["outlet"] == "Herald"


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"text": 3}', '{"text": " "}', '{"text": "a", "published": "May"}'])
def test_a_body_that_does_not_fit_is_refused(many: TestClient, body: str) -> None:
    answer = many.post("/api/v1/reports", content=body)
    assert answer.status_code == 400
    assert answer.json()["error"]["message"]


def test_a_desk_that_only_shows_takes_nothing(ledgers: dict[str, str]) -> None:
    with desk_on(ledgers["one"], read_only=True) as client:
        assert client.post("/api/v1/reports", json={"text": "Two died."}).status_code == 403
        assert client.post("/add", data={"text": "Two died."}).status_code == 403


def test_changes_want_a_day(many: TestClient) -> None:
    assert many.get("/api/v1/changes").status_code == 400
    assert many.get("/api/v1/changes?since=2001-01-01").json()["items"]

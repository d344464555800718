"""Who may ask, what every answer bears, and what is counted."""

from __future__ import annotations

import json
import logging

from starlette.testclient import TestClient

from tests.desk.conftest import desk_on
from twosource.desk.guarding import JsonLines, policy
from twosource.desk.settings import Settings


def test_every_answer_bears_a_strict_policy(many: TestClient) -> None:
    for address in ("/", "/nowhere", "/api/v1/claims", "/healthz", "/?as_of=x"):
        told = many.get(address).headers["content-security-policy"]
        assert "default-src 'none'" in told
        assert "unsafe" not in told
        assert "script-src 'self';" in told


def test_tiles_of_another_place_are_named_in_the_policy() -> None:
    told = policy(Settings(tile_style="https://tiles.example/style.json"))
    assert "connect-src 'self' https://tiles.example" in told
    assert "script-src 'self';" in told


def test_other_names_are_refused(many: TestClient) -> None:
    assert many.get("/", headers={"host": "evil.example"}).status_code == 403
    assert many.get("/", headers={"host": "localhost:8765"}).status_code == 200


def test_an_allowed_name_is_answered(ledgers: dict[str, str]) -> None:
    with desk_on(ledgers["one"], hosts=("desk.example",)) as client:
        assert client.get("/", headers={"host": "desk.example"}).status_code == 200


def test_posts_from_other_sites_are_refused(many: TestClient) -> None:
    before = many.get("/api/v1/reports").json()
    for given in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}):
        assert many.post("/api/v1/reports", json={"text": "Two people died."}, headers=given).status_code == 403
        assert many.post("/add", data={"text": "Two people died."}, headers=given).status_code == 403
    assert many.get("/api/v1/reports").json() == before


def test_health_and_metrics(many: TestClient) -> None:
    assert many.get("/healthz").text == "ok\n"
    many.get("/stories")
    told = many.get("/metrics").text
    assert 'twosource_requests_total{route="/stories",status="200"} 1' in told
    assert "twosource_pending 0" in told


def test_a_log_line_is_one_json_object() -> None:
    record = logging.makeLogRecord({"msg": "request", "levelname": "INFO", "path": "/é\n", "status": 200})
    line = JsonLines().format(record)
    assert "\n" not in line
    assert json.loads(line)["path"] == "/é\n"

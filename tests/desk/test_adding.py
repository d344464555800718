"""Handing in texts, files and folders, and watching them being read."""

from __future__ import annotations

import time
from pathlib import Path

from starlette.testclient import TestClient

from tests.desk.conftest import desk_on

TEXT = "At least 12 people were killed in Kyiv, police spokesman Ivo Halas told reporters on Monday."


def watched(client: TestClient, address: str) -> str:
    """The page of a job once it is done and set beside the others."""
    for _ in range(100):
        page = client.get(address).text
        if "every 700ms" not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("it is not read")


def test_a_pasted_text_lands_on_its_story(tmp_path: Path) -> None:
    with desk_on(str(tmp_path / "kept.db")) as client:
        given = {"text": TEXT, "outlet": "Herald", "published": "2031-03-04", "title": "Twelve dead"}
        answer = client.post("/add", data=given, follow_redirects=False)
        assert answer.status_code == 303
        page = watched(client, answer.headers["location"])
        assert "Now told in" in page
        assert "Twelve dead" in page


def test_files_are_read_with_what_is_known_of_them(tmp_path: Path) -> None:
    files = [
        ("files", ("tour/a.txt", TEXT.encode(), "text/plain")),
        ("files", ("tour/reports.json", b'{"a.txt": {"outlet": "Harbour Herald"}}', "application/json")),
        ("files", ("../../../etc/cron.d/b.txt", b"\x00\x01\x02", "text/plain")),
    ]
    with desk_on(str(tmp_path / "kept.db")) as client:
        page = watched(client, client.post("/add", files=files, follow_redirects=False).headers["location"])
        assert "not read" in page
        assert client.get("/api/v1/outlets").json()["items"][0]["name"] == "Harbour Herald"


def test_nothing_is_nothing(tmp_path: Path) -> None:
    with desk_on(str(tmp_path / "kept.db")) as client:
        assert client.post("/add", data={"text": "  "}).status_code == 400
        assert client.post("/add", data={"addresses": "file:///etc/passwd"}).status_code == 400
        page = watched(
            client,
            client.post("/add", data={"addresses": "http://127.0.0.1/x"}, follow_redirects=False).headers["location"],
        )
        assert "private network" in page
        assert client.get("/adding/none").status_code == 404

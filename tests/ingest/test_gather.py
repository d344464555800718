"""Files, folders, standard input, JSON Lines: what comes, and what is skipped with a reason."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from twosource.ingest.gather import LARGEST, gather
from twosource.model import Document, Report, Unread

STORY = "The dam at Ahr broke on Monday, the ministry said. Twelve people are missing."


def skips(things: list[Document | Report | Unread]) -> list[tuple[str, str]]:
    """Name and reason of everything that was skipped."""
    return [(Path(t.origin).name, t.skipped.reason) for t in things if isinstance(t, Unread)]


def documents(things: list[Document | Report | Unread]) -> list[Document]:
    return [t for t in things if isinstance(t, Document)]


def test_a_folder_is_read_in_order_with_what_is_known(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(STORY)
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / ".hidden").write_text(STORY)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "c.txt").write_text(STORY)
    (tmp_path / "reports.json").write_text(
        json.dumps({"a.txt": {"outlet": "Ahr Post", "published": "2031-03-04", "url": None}})
    )
    found = documents(list(gather([str(tmp_path)])))
    assert [Path(d.origin or "").name for d in found] == ["a.txt", "b.txt", "c.txt"]
    assert (found[0].outlet, found[0].outlet_basis) == ("Ahr Post", "given")
    assert found[0].published.to_dict() == {"from": "2031-03-04", "to": "2031-03-04", "basis": "given"}
    assert (found[1].outlet, found[1].published.basis) == (None, "unknown")


@pytest.mark.parametrize(
    ("told", "reasons"),
    [
        ("{", [("reports.json", "bad_reports_json")]),
        ("[]", [("reports.json", "bad_reports_json")]),
        ("[" * 100_000, [("reports.json", "bad_reports_json")]),
        ('{"gone.txt": {}}', [("gone.txt", "no_such_file")]),
        ('{"a.txt": 7}', [("reports.json", "bad_reports_json")]),
        ('{"a.txt": {"outlet": 7}}', [("reports.json", "bad_reports_json")]),
        ('{"a.txt": {"published": "2031-02-30"}}', [("reports.json", "bad_date")]),
    ],
)
def test_a_faulty_reports_json_is_told_and_the_files_are_read(
    tmp_path: Path, told: str, reasons: list[tuple[str, str]]
) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "reports.json").write_text(told)
    things = list(gather([str(tmp_path)]))
    assert skips(things) == reasons
    assert [d.text for d in documents(things)] == [STORY]


def test_bad_files_are_skipped_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "b.txt").write_bytes(b"")
    with (tmp_path / "c.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    (tmp_path / "d.html").write_text("<html><head></head><body><img></body></html>")
    (tmp_path / "e.txt").write_text(STORY)
    things = list(gather([str(tmp_path), str(tmp_path / "nowhere")]))
    assert skips(things) == [
        ("a.png", "binary_file"),
        ("b.txt", "empty_file"),
        ("c.txt", "too_large"),
        ("d.html", "no_article"),
        ("nowhere", "no_such_file"),
    ]
    assert len(documents(things)) == 1


def test_a_name_that_no_path_can_have() -> None:
    assert skips(list(gather(["a\0b"])))[0][1] == "no_such_file"


def test_odd_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    text = "One\rTwo\r\nThree\u2028Four\x85Five\u2029Six"
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert documents(list(gather([str(tmp_path)])))[0].text == text


def test_standard_input_takes_text_pages_and_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    def given(text: str) -> list[Document | Report | Unread]:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
        return list(gather(["-"]))

    assert documents(given(STORY))[0].text == STORY
    body = f"<article><h1>Dam breaks</h1><p>{STORY}</p><p>{STORY}</p></article>"
    page = f"<html><head><title>Dam breaks</title></head><body>{body}</body></html>"
    assert documents(given(page))[0].title == "Dam breaks"
    line = Report("r1", "x.txt", STORY).to_json()
    things = given(f"{line}\n\nnonsense\n{{}}\n")
    assert [type(t).__name__ for t in things] == ["Report", "Unread", "Unread"]
    assert skips(things) == [("-:3", "bad_json"), ("-:4", "bad_report")]


def test_lines_that_contradict_themselves_are_passed_over(tmp_path: Path) -> None:
    good = Report("r1", "x.txt", STORY).to_dict()
    bad = {**good, "claims": [{"id": "c1", "content": [{"start": 0, "end": 9999}]}]}
    worse = {**good, "claims": [{"id": "c1", "content": [], "places": [3]}]}
    nobody = {**good, "claims": [{"id": "c1", "content": [], "source": "s9"}]}
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in (good, bad, worse, nobody)))
    assert [t.skipped.reason if isinstance(t, Unread) else "read" for t in gather([str(path)])] == [
        "read",
        "bad_report",
        "bad_report",
        "bad_report",
    ]

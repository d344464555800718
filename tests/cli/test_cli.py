"""The command line from outside: what it prints, what it writes to standard error, and its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bench.generate import write

STORY = """Army claims Tolm

The Varenian army said on Tuesday that its forces had captured Tolm, a town in Dorne Province.

"We hold the whole town," army spokesman Jan Horvat said.

The Free Dorne Movement said that fighting was still going on in Tolm. At least 12 people were killed, mayor Ilsa
Brandt told the Ahr Post.

This report is invented.
"""


def run(*words: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the command as a user would."""
    env = {**os.environ, "NO_COLOR": "1", **environment}
    return subprocess.run(
        [sys.executable, "-m", "twosource", *words], input=given, capture_output=True, env=env, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "reports"
    place.mkdir()
    (place / "001.txt").write_text(STORY)
    (place / "002.txt").write_text(STORY.replace("captured", "entered").replace("12", "15"))
    (place / "reports.json").write_text(json.dumps({"001.txt": {"outlet": "Ahr Post", "published": "2031-03-04"}}))
    return place


def test_help_names_every_command_and_teaches() -> None:
    told = run("--help").stdout.decode()
    for command in (
        "read",
        "brief",
        "add",
        "remove",
        "stories",
        "questions",
        "claims",
        "sources",
        "show",
        "explain",
        "changes",
        "record",
        "lineage",
        "judge",
        "export",
        "import",
    ):
        assert f"\n  {command} " in told
        assert run(command, "--help").returncode == 0
    assert "twosource brief FOLDER" in told


def test_read_prints_one_ascii_line_a_report(folder: Path) -> None:
    done = run("read", str(folder), "--format", "json")
    assert done.returncode == 0
    assert done.stdout.isascii()
    lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [Path(line["origin"]).name for line in lines] == ["001.txt", "002.txt"]
    assert lines[0]["text"] == STORY
    assert lines[0]["published"] == {"from": "2031-03-04", "to": "2031-03-04", "basis": "given"}
    assert lines[0]["claims"]


def test_brief_tells_marks_that_lead_to_words(folder: Path) -> None:
    done = run("brief", str(folder))
    assert done.returncode == 0
    told = done.stdout.decode()
    assert "Who controls Tolm?" in told or "Tolm" in told
    assert "[001 ¶" in told
    assert "\x1b[" not in told


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_what_read_prints_brief_takes(folder: Path, form: str, tmp_path: Path) -> None:
    lines = run("read", str(folder), "--format", "json").stdout
    (tmp_path / "reports.jsonl").write_bytes(lines)
    direct = run("brief", str(folder), "--format", form)
    apart = run("brief", str(tmp_path / "reports.jsonl"), "--format", form)
    piped = run("brief", "-", "--format", form, given=lines)
    assert direct.returncode == 0
    assert direct.stdout == apart.stdout == piped.stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("nonsense",), 2),
        (("read",), 2),
        (("read", "--format", "xml", "x"), 2),
        (("brief", "--since", "2031-02-30"), 2),
        (("read", "/no/such/file"), 1),
        (("brief", "/no/such/file"), 1),
        (("show", "q123"), 1),
        (("stories",), 1),
    ],
)
def test_exit_codes(words: tuple[str, ...], code: int, tmp_path: Path) -> None:
    done = run(*words, TWOSOURCE_LEDGER=str(tmp_path / "l.db"))
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


def test_strict_tells_that_something_was_skipped(folder: Path) -> None:
    (folder / "003.png").write_bytes(bytes(range(256)) * 9)
    assert run("read", str(folder), "--format", "json").returncode == 0
    done = run("read", str(folder), "--format", "json", "--strict")
    assert done.returncode == 3
    assert b"binary_file" in done.stderr
    skipped = [json.loads(line) for line in done.stdout.splitlines() if b'"skipped": {' in line]
    assert [line["skipped"]["reason"] for line in skipped] == ["binary_file"]


def test_errors_are_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "not.db").write_bytes(b"this is no ledger at all " * 40)
    done = run("stories", "--ledger", str(tmp_path / "not.db"))
    assert done.returncode == 1
    assert len(done.stderr.decode().strip().splitlines()) == 1
    assert done.stdout == b""


def test_a_ledger_from_adding_to_removing(folder: Path, tmp_path: Path) -> None:
    ledger = {"TWOSOURCE_LEDGER": str(tmp_path / "l.db")}
    assert b"2 added" in run("add", str(folder), **ledger).stderr
    assert b"2 known already" in run("add", str(folder), **ledger).stderr
    reports = [json.loads(x) for x in run("reports", "-f", "json", **ledger).stdout.splitlines()]
    assert len(reports) == 2
    claims = [json.loads(x) for x in run("claims", "--search", "captured", "-f", "json", **ledger).stdout.splitlines()]
    assert claims
    named = f"{claims[0]['report']}/{claims[0]['claim']}"
    assert b"captured" in run("explain", named, **ledger).stdout
    assert json.loads(run("show", named, "-f", "json", **ledger).stdout)["id"] == claims[0]["claim"]
    question = json.loads(run("questions", "-f", "json", **ledger).stdout.splitlines()[0])
    assert question["text"].encode() in run("explain", question["id"][:8], **ledger).stdout
    assert run("export", str(tmp_path / "out"), **ledger).returncode == 0
    copy = {"TWOSOURCE_LEDGER": str(tmp_path / "copy.db")}
    assert run("import", str(tmp_path / "out"), **copy).returncode == 0
    assert run("brief", **copy).stdout == run("brief", **ledger).stdout
    assert run("remove", reports[0]["id"], **ledger).returncode == 0
    left = run("claims", "-f", "json", **ledger).stdout
    assert reports[0]["id"].encode() not in left
    assert run("brief", **ledger).returncode == 0


def test_a_quotation_that_never_closes_costs_nothing_else() -> None:
    text = (
        'He said: "We will stay as long as we have to.\n\nThe mayor said that two people were killed in Tolm on Monday.'
    )
    done = run("read", "-", "--format", "json", given=text.encode())
    report = json.loads(done.stdout)
    assert done.returncode == 0
    assert any("two people were killed" in text[s["start"] : s["end"]] for c in report["claims"] for s in c["content"])


def test_a_page_is_escaped_whatever_it_says(tmp_path: Path) -> None:
    evil = STORY.replace("Jan Horvat", "<script>alert(1)</script> Horvat")
    (tmp_path / "e.txt").write_text(evil)
    page = run("brief", str(tmp_path), "--format", "html").stdout.decode()
    assert "<script" not in page


def test_a_brief_does_not_hang_on_the_order_of_sets(tmp_path: Path) -> None:
    """Words of a set come in another order in every process; what is told must not."""
    write(tmp_path / "reports", 40, 2, seed=3)
    (tmp_path / "read.jsonl").write_bytes(run("read", str(tmp_path / "reports"), "--format", "json").stdout)
    told = {
        run("brief", str(tmp_path / "read.jsonl"), "--format", "json", PYTHONHASHSEED=seed).stdout for seed in "123"
    }
    assert len(told) == 1

"""Bad input, each by name and through the command line: the exit code, what is said, and that the rest is read."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

import twosource
from twosource.cli import main
from twosource.ledger.schema import VERSION_TABLE

GOOD = "Flood in Tolm\n\nAt least 12 people were killed in Tolm on Monday, mayor Ilsa Brandt said.\n"
RUSSIAN = """Наводнение в Тольме

Не менее 12 человек погибли в понедельник, сообщил мэр города. Министерство заявило, что помощь уже отправлена.
"""
LARGE = 50_000_000
"""Bytes of a text that is no report: a dump of a whole archive in one file."""


class Ran(NamedTuple):
    """How the command ended."""

    returncode: int
    stdout: bytes
    stderr: bytes


def run(*words: str, given: bytes = b"", **environment: str) -> Ran:
    """Runs the command in this process: a new one for each case would take ten times as long (see test_cli.py)."""
    done = CliRunner().invoke(main, words, input=given, env={"NO_COLOR": "1", **environment})
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Ran(done.exit_code, done.stdout_bytes, done.stderr_bytes)


class Done(NamedTuple):
    """What the command made of a folder."""

    code: int
    told: list[str]
    read: dict[str, Any]
    skipped: list[tuple[str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good report, beside which bad ones are put."""
    place = tmp_path / "reports"
    place.mkdir()
    (place / "good.txt").write_text(GOOD, encoding="utf-8")
    return place


def read(*paths: Path | str, given: bytes = b"", words: tuple[str, ...] = ()) -> Done:
    """Runs `twosource read` and sorts what came."""
    done = run("read", *map(str, paths), "--format", "json", *words, given=given)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    reports = {Path(line["origin"]).name: line for line in lines if "text" in line}
    skipped = [(Path(line["origin"]).name, line["skipped"]["reason"]) for line in lines if "text" not in line]
    return Done(done.returncode, done.stderr.decode().splitlines(), reports, skipped)


def rest_is_read(done: Done) -> bool:
    """True where the good report is read whole."""
    good = done.read.get("good.txt")
    return good is not None and good["text"] == GOOD and len(good["claims"]) == 1


def only_skipped(done: Done, name: str, reason: str, says: str) -> None:
    """Fails unless one thing was skipped for that reason, told in one line, and the rest was read."""
    assert done.code == 0
    assert done.skipped == [(name, reason)]
    assert len(done.told) == 1
    assert done.told[0].startswith("skipped ")
    assert says in done.told[0]
    assert rest_is_read(done)


# Files


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\x00\x00\x00\x00", b"\xef\xbb\xbf"])
def test_an_empty_file(folder: Path, data: bytes) -> None:
    (folder / "empty.txt").write_bytes(data)
    only_skipped(read(folder), "empty.txt", "empty_file", "there is no text in it")


def test_an_empty_file_alone(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    done = read(folder / "empty.txt")
    assert (done.code, len(done.told), done.read) == (1, 1, {})


def test_an_empty_folder(tmp_path: Path) -> None:
    done = read(tmp_path)
    assert done.code == 1
    assert done.told == ["twosource: nothing to read there; name files, folders, addresses, or - for input"]


@pytest.mark.parametrize("name", ["picture.png", "report.txt", "report"])
def test_a_binary_file(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    only_skipped(read(folder), name, "binary_file", "give text or HTML")


def test_fifty_megabytes_of_text(folder: Path) -> None:
    line = b"The ministry said on Friday that two people were killed in the strike on the town.\n"
    (folder / "archive.txt").write_bytes(line * (LARGE // len(line) + 1))
    done = read(folder)
    only_skipped(done, "archive.txt", "too_large", "50 MB is too much for one report; cut it into its reports")


def test_fifty_megabytes_on_standard_input() -> None:
    done = read("-", given=b"The ministry said so.\n" * (LARGE // 22 + 1))
    assert done.code == 1
    assert done.skipped == [("-", "too_large")]
    assert "cut it into its reports" in done.told[0]


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_other_encodings(folder: Path, encoding: str) -> None:
    (folder / "russian.txt").write_bytes(RUSSIAN.encode(encoding))
    done = read(folder)
    assert (done.code, done.told, done.skipped) == (0, [], [])
    assert done.read["russian.txt"]["text"] == RUSSIAN
    assert done.read["russian.txt"]["language"] == "ru"
    assert rest_is_read(done)


def test_a_text_that_is_not_what_its_mark_says(folder: Path) -> None:
    (folder / "cut.txt").write_bytes(b"\xef\xbb\xbf" + GOOD.encode() + b"\xff\xfe\xff")
    only_skipped(read(folder), "cut.txt", "bad_encoding", "it says that it is utf-8 and is not")


# Paths


def test_a_path_that_is_not_there(folder: Path) -> None:
    done = read(folder / "none.txt", folder)
    only_skipped(done, "none.txt", "no_such_file", "there is no such file or folder; check the path")


@pytest.mark.parametrize("path", ["", "a" * 5000, "reports\nbut no folder"])
def test_a_path_that_cannot_be(path: str) -> None:
    done = read(path)
    assert done.code == 1
    assert [reason for _, reason in done.skipped] == ["no_such_file"]
    assert done.read == {}


def test_with_strict_a_missing_path_is_told_by_the_exit_code(folder: Path) -> None:
    done = read(folder / "none.txt", folder, words=("--strict",))
    assert done.code == 3
    assert rest_is_read(done)


# What a text says


@pytest.mark.parametrize("mark", ['"', "“", "«", "„"])
def test_a_quotation_that_never_closes(folder: Path, mark: str) -> None:
    text = f"Army stays\n\n{mark}We will stay as long as we have to.\n\nThe mayor said that two people were killed.\n"
    (folder / "open.txt").write_text(text, encoding="utf-8")
    done = read(folder)
    assert (done.code, done.skipped) == (0, [])
    assert done.told == ["open.txt: 1 passage could not be read whole (unbalanced_quotation)"]
    report = done.read["open.txt"]
    (skip,) = report["skipped"]
    assert text[skip["start"] : skip["end"]].startswith(mark)
    assert "two people were killed" not in text[skip["start"] : skip["end"]]
    assert "two people were killed" in said(report)
    assert rest_is_read(done)


def said(report: dict[str, Any]) -> str:
    """The words of all claims of a report."""
    spans = [span for claim in report["claims"] for span in claim["content"]]
    return " | ".join(report["text"][span["start"] : span["end"]] for span in spans)


def test_a_date_that_does_not_exist(folder: Path) -> None:
    text = "30 February 2031\n\nThe mayor said on 31 June that two people were killed on 32 March 2031 at 25:61.\n"
    (folder / "dates.txt").write_text(text, encoding="utf-8")
    done = read(folder)
    assert (done.code, done.told, done.skipped) == (0, [], [])
    report = done.read["dates.txt"]
    assert report["published"]["basis"] in ("inferred", "unknown")
    assert "two people were killed" in said(report)
    days = [day for time in report["times"] for day in (time["from"], time["to"]) if day]
    assert not any(day.endswith(("02-30", "06-31", "03-32")) for day in days)
    assert rest_is_read(done)


ENDS = ["\u2028", "\u2029", "\u0085", "\r", "\r\n", "\x0b", "\x0c", "\n\r"]


@pytest.mark.parametrize("end", ENDS, ids=[end.encode("unicode_escape").decode() for end in ENDS])
def test_odd_line_ends(folder: Path, end: str) -> None:
    lines = ["Flood in Orlen", "", "The ministry said that two people were killed in Orlen.", "", "The army denied it."]
    (folder / "ends.txt").write_bytes(end.join(lines).encode())
    done = read(folder)
    assert (done.code, done.told) == (0, [])
    report = done.read["ends.txt"]
    assert report["text"] == end.join(lines)
    assert "two people were killed in Orlen" in said(report)
    assert all("Flood in Orlen" not in claim for claim in said(report).split(" | "))
    told = run("brief", str(folder), "-q")
    assert told.returncode == 0
    for odd in ("\u2028", "\u2029", "\u0085", "\r", "\x0b", "\x0c"):
        assert odd not in told.stdout.decode()


# reports.json


def test_a_reports_json_that_names_no_file(folder: Path) -> None:
    (folder / "reports.json").write_text('{"gone.txt": {"outlet": "Ahr Post"}, "good.txt": {"outlet": "Sel Courier"}}')
    done = read(folder)
    only_skipped(done, "gone.txt", "no_such_file", "reports.json names it and it is not in that folder; mend the name")
    assert done.read["good.txt"]["outlet"] == "Sel Courier"


@pytest.mark.parametrize(
    ("about", "reason", "says"),
    [
        (
            '{"good.txt": {"outlet": 5, "url": "https://sel.example"}}',
            "bad_reports_json",
            "outlet of good.txt should be",
        ),
        (
            '{"good.txt": {"title": ["x"], "url": "https://sel.example"}}',
            "bad_reports_json",
            "title of good.txt should",
        ),
        (
            '{"good.txt": {"published": 20310204, "url": "https://sel.example"}}',
            "bad_reports_json",
            "published of good",
        ),
        (
            '{"good.txt": {"published": "2031-02-30", "url": "https://sel.example"}}',
            "bad_date",
            "is no day (YYYY-MM-DD)",
        ),
        ('{"good.txt": {"published": "tomorrow", "url": "https://sel.example"}}', "bad_date", "is no day (YYYY-MM-DD)"),
        ('{"good.txt": "Sel Courier"}', "bad_reports_json", "is no object; read without it"),
        ('{"good.txt": null}', "bad_reports_json", "is no object; read without it"),
        ("[1, 2]", "bad_reports_json", "should map file names to what is known; read without it"),
        ("null", "bad_reports_json", "should map file names to what is known; read without it"),
        ("{oops", "bad_reports_json", "is no JSON (line 1: "),
        ("", "bad_reports_json", "holds no text (empty_file); its files are read without it"),
        ("\x01\x02\x03\x04", "bad_reports_json", "holds no text (binary_file); its files are read without it"),
        ("[" * 100_000, "bad_reports_json", "is nested too deep; its files are read without it"),
        ('{"good.txt": ' + "1" * 5000 + "}", "bad_reports_json", "thousands of digits; its files are read without it"),
    ],
)
def test_a_reports_json_that_holds_a_wrong_type(folder: Path, about: str, reason: str, says: str) -> None:
    (folder / "reports.json").write_text(about)
    done = read(folder)
    only_skipped(done, "reports.json", reason, says)
    url = done.read["good.txt"]["url"]
    assert url == ("https://sel.example" if "https" in about else None), "what is sound in it is still taken"


# JSON Lines


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{oops", "bad_json"),
        ("1" * 5000, "bad_json"),
        ("[" * 100_000, "bad_json"),
        ("[1]", "bad_report"),
        ('{"id": "r1"}', "bad_report"),
        ('{"id": 5, "origin": null, "text": "x"}', "bad_report"),
    ],
)
def test_a_line_that_is_no_report(folder: Path, line: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "lines.jsonl").write_text(line + "\n")
    done = read(tmp_path / "lines.jsonl", folder)
    only_skipped(done, "lines.jsonl:1", reason, "this line is no ")


def test_a_report_whose_id_cannot_be_used(folder: Path, tmp_path: Path) -> None:
    lines = run("read", str(folder), "--format", "json").stdout.decode()
    report = json.loads(lines)
    (tmp_path / "bad.jsonl").write_text(json.dumps({**report, "id": "no id", "origin": "bad.txt"}) + "\n")
    ledger = {"TWOSOURCE_LEDGER": str(tmp_path / "kept.db")}
    done = run("add", str(tmp_path / "bad.jsonl"), str(folder), **ledger)
    told = done.stderr.decode().splitlines()
    assert done.returncode == 0
    assert told[0] == (
        "skipped bad.txt: 'no id' is no id; give 1 to 100 ASCII letters, digits or signs, no space (bad_id)"
    )
    assert told[1].startswith("1 added; in ")
    assert run("add", str(tmp_path / "bad.jsonl"), str(folder), "--strict", **ledger).returncode == 3


# Ledgers


def other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE cats (name TEXT)")
    connection.commit()
    connection.close()


def later_ledger(path: Path) -> None:
    twosource.open(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'").rowcount == 1
    connection.commit()
    connection.close()


LEDGERS = {
    "a text": (lambda path: path.write_text("This is no ledger.\n" * 99), "is no ledger", "name another file"),
    "random bytes": (lambda path: path.write_bytes(bytes(range(256)) * 20), "is no ledger", "name another file"),
    "a folder": (lambda path: path.mkdir(), "is a folder", "name a file in it"),
    "another database": (other_database, "is a database of something else", "name another one as the ledger"),
    "a later version": (
        later_ledger,
        "was written by a later twosource (schema 9999, ",
        "upgrade twosource to open it",
    ),
}


@pytest.mark.parametrize("kind", LEDGERS)
@pytest.mark.parametrize("command", ["add", "brief", "stories", "remove"])
def test_a_ledger_that_is_none_or_of_a_later_version(folder: Path, tmp_path: Path, kind: str, command: str) -> None:
    make, is_what, do_what = LEDGERS[kind]
    path = tmp_path / "kept.db"
    make(path)
    before = None if path.is_dir() else path.read_bytes()
    more = {"add": (str(folder),), "remove": ("r1",)}.get(command, ())
    done = run(command, *more, "--ledger", str(path))
    assert done.returncode == 1
    assert done.stdout == b""
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith(f"twosource: {path} {is_what}")
    assert do_what in line
    assert (None if path.is_dir() else path.read_bytes()) == before, "it is left as it was"


@pytest.mark.parametrize("command", ["stories", "reports", "brief", "show x", "record x", "remove r1", "export out"])
def test_looking_makes_no_ledger(tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*command.split(), "--ledger", "mistyped.db")
    assert done.returncode == 1
    assert done.stderr.decode() == (
        "twosource: there is no ledger at mistyped.db; add a report to make one, or name another file\n"
    )
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("none/kept.db", "the folder none is not there; make it first"),
        ("sqlite:///none/kept.db", "the folder none is not there; make it first"),
        ("nonsense://x/y", "no driver for nonsense databases is installed; install one"),
        ("://", "is no database URL; give a path or, say, sqlite:///FILE"),
    ],
)
def test_a_ledger_that_cannot_be_there(where: str, says: str, folder: Path) -> None:
    done = run("add", str(folder), "--ledger", where)
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("twosource: ")
    assert says in line

"""Every example in the documentation runs, and prints what the page says that it prints."""

from __future__ import annotations

import doctest
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from scripts.reference import records

from tests.docs.pages import DOCS, ROOT, Block, blocks, pages
from twosource.cli import main
from twosource.model import Report
from twosource.model.schema import schemas

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def with_blocks(language: str) -> list[Path]:
    return [page for page in pages() if any(blocks(page, language))]


def named(value: object) -> str:
    return str(value.relative_to(ROOT)) if isinstance(value, Path) else str(value)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the reports of the tour, where an example may leave files behind; the ledger is one of its own."""
    shutil.copytree(DOCS / "tour", tmp_path / "docs" / "tour")
    if (ROOT / "samples").is_dir():
        shutil.copytree(ROOT / "samples", tmp_path / "samples")
    tool = tmp_path / "bin" / "twosource"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m twosource "$@"\n')
    tool.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{tool.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    monkeypatch.setenv("TWOSOURCE_LEDGER", str(tmp_path / "ledger.db"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


@pytest.mark.parametrize("page", with_blocks("python"), ids=named)
def test_python(page: Path, desk: Path) -> None:
    """The blocks of a page run one after the other, in one namespace."""
    names: dict[str, Any] = {"__name__": "__example__"}
    for block in blocks(page, "python"):
        if ">>>" not in block.text:
            exec(compile(block.text, block.name, "exec"), names)
            continue
        example = doctest.DocTestParser().get_doctest(block.text, names, block.name, str(page), block.line)
        told: list[str] = []
        runner = doctest.DocTestRunner(optionflags=OPTIONS)
        runner.run(example, out=told.append, clear_globs=False)
        names.update(example.globs)
        assert runner.summarize(verbose=False).failed == 0, "".join(told)


def commands(block: Block) -> list[tuple[str, list[str]]]:
    """The commands of a console block, each with the lines that it is said to print."""
    found: list[tuple[str, list[str]]] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif line.startswith("> ") and found and not found[-1][1]:
            found[-1] = (f"{found[-1][0]}\n{line[2:]}", [])
        elif found and line.strip():
            found[-1][1].append(line)
    return found


def wanted(line: str) -> re.Pattern[str]:
    """A printed line, wherever it was wrapped; an ellipsis in it stands for up to some lines of anything."""
    parts = [r"\s+".join(map(re.escape, part.split())) for part in line.split("…")]
    return re.compile(r"(?s:.{0,400}?)".join(parts))


def run(command: str) -> tuple[int, str]:
    """The exit code and what was printed; without a process of its own where the shell has nothing to do."""
    if re.search(r"[|$<>;&*]", command):
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr
    result = CliRunner().invoke(main, shlex.split(command)[1:])
    return result.exit_code, result.output


@pytest.mark.parametrize("page", with_blocks("console"), ids=named)
def test_console(page: Path, desk: Path) -> None:
    """Every `$ twosource …` line ends with exit code 0; the lines shown below it are printed, in that order.

    A line that is only an ellipsis stands for any number of lines.
    """
    for block in blocks(page, "console"):
        for command, shown in commands(block):
            if not command.startswith("twosource"):
                continue
            code, printed = run(command)
            assert code == 0, f"{block.name}: {command}\n{printed}"
            at = 0
            for line in shown:
                match = wanted(line).search(printed, at)
                assert match, f"{block.name}: {command} does not print {line!r} but\n{printed}"
                at = match.end()


@pytest.mark.parametrize("name", ["report", "unread", "brief"])
def test_the_examples_of_the_json_have_its_shape(name: str) -> None:
    jsonschema.Draft202012Validator(schemas()[name]).validate(records.whole(name))


def test_the_example_of_a_report_holds_together() -> None:
    report = Report.from_dict(records.whole("report"))
    (claim,) = report.claims
    assert report.words(claim) == "at least 12 people were killed when the dam above Varnholt broke"
    assert [span.cut(report.text) for span in claim.hedges] == ["at least"]
    assert [report.places[i].name for i in claim.places] == ["Varnholt"]
    assert [report.figures[i].low for i in claim.figures] == [12]
    assert [span.cut(report.text) for span in report.attributions[0].cue] == ["told"]
    assert [report.text[t.start : t.end] for t in report.times] == ["Monday"]


def fragments() -> list[Block]:
    return [block for page in pages() if "reference" not in page.parts for block in blocks(page, "json")]


@pytest.mark.parametrize("block", fragments(), ids=lambda block: block.name)
def test_pieces_of_json_have_the_shape_of_some_record(block: Block) -> None:
    """Whatever JSON a guide shows is a record, or some fields of one, or a reports.json."""
    value = json.loads(block.text)
    if all(name.endswith((".txt", ".html")) for name in value):
        assert all(set(known) <= {"outlet", "published", "url", "title"} for known in value.values())
        return
    fitting = [
        part
        for schema in schemas().values()
        for part in schema["$defs"].values()
        if set(value) <= set(part["properties"])
    ]
    assert fitting, "no record has these fields"
    root = {"$defs": {name: part for schema in schemas().values() for name, part in schema["$defs"].items()}}
    valid = [
        part for part in fitting if jsonschema.Draft202012Validator({**root, **part, "required": []}).is_valid(value)
    ]
    assert valid


def checked(name: str, text: str) -> None:
    jsonschema.Draft202012Validator(schemas()[name]).validate(json.loads(text))


def test_what_the_command_prints_has_the_shape_that_the_schemas_promise(desk: Path) -> None:
    (desk / "docs" / "tour" / "picture.bin").write_bytes(b"\x00\x01\x02\x03" * 50)
    lines = CliRunner().invoke(main, ["read", "docs/tour", "--format", "json", "--quiet"]).stdout.splitlines()
    assert len(lines) == 4
    for line in lines:
        assert line.isascii()
        checked("unread" if "picture.bin" in line else "report", line)
    for more in ([], ["--with-reports"]):
        checked("brief", CliRunner().invoke(main, ["brief", "docs/tour", "--format", "json", "-q", *more]).stdout)

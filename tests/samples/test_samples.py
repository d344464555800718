"""The sample is marked as invented, and what it expects stands in its own texts."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
REPORTS = sorted(path for path in (SAMPLES / "reports").iterdir() if path.name != "reports.json")


@pytest.fixture(scope="module")
def check() -> ModuleType:
    spec = importlib.util.spec_from_file_location("samples_check", SAMPLES / "check.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the sample that a test may spoil."""
    return Path(shutil.copytree(SAMPLES, tmp_path / "samples"))


def change(folder: Path, name: str, which: str, spoil: Callable[[dict[str, Any]], object]) -> None:
    """Spoils the record with the id `which` in one of the expected files."""
    path = folder / "expected" / name
    text = path.read_text(encoding="utf-8")
    records = [json.loads(line) for line in text.splitlines()] if name.endswith("l") else json.loads(text)
    spoil(next(record for record in records if record["id"] == which))
    told = "\n".join(map(json.dumps, records)) if name.endswith("l") else json.dumps(records)
    path.write_text(told, encoding="utf-8")


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_each_report_says_in_its_own_text_that_it_is_invented(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("This report is invented. It was written as a sample for twosource") == 1


def test_there_are_eight_reports_and_something_is_said_of_each() -> None:
    known = json.loads((SAMPLES / "reports" / "reports.json").read_text(encoding="utf-8"))
    assert len(REPORTS) == 8
    assert sorted(known) == [path.name for path in REPORTS]


def test_what_is_expected_is_consistent(check: ModuleType) -> None:
    assert check.faults(SAMPLES) == []


def test_the_checker_runs_as_a_command() -> None:
    done = subprocess.run([sys.executable, str(SAMPLES / "check.py")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "clean")


def test_a_file_that_cannot_be_read_is_a_fault_and_no_traceback(copy: Path) -> None:
    (copy / "expected" / "questions.json").write_text("[{]", encoding="utf-8")
    command = [sys.executable, str(SAMPLES / "check.py"), str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.startswith("expected/ cannot be read")
    assert not done.stderr


SPOILT = [
    ("claims.jsonl", "001-02", {"content": "At least 400 people were killed"}, "content does not stand"),
    ("claims.jsonl", "001-02", {"cue": "swore"}, "not in the text: 'swore'"),
    ("claims.jsonl", "003-09", {"nth": 9}, "does not occur 9 times"),
    ("claims.jsonl", "003-09", {"relay": ["Heron", "Radio Vesper"]}, "does not end in the outlet"),
    ("claims.jsonl", "003-09", {"relay": ["Radio Vesper", "Varen Courier"]}, "does not begin with the source"),
    ("claims.jsonl", "001-12", {"source_name": "Irena Kolsta"}, "own voice"),
    ("claims.jsonl", "001-02", {"when": ["2026-03-04", "2026-03-03"]}, "is no date"),
    ("claims.jsonl", "001-02", {"id": "001-03"}, "claim 001-03: the id is given twice"),
    ("claims.jsonl", "001-04", {"report": "009"}, "no such report"),
    ("reports.json", "003", {"title": "The war of yesterday"}, "not in the text"),
    ("questions.json", "q-toll", {"status": "corroborated"}, "by the rules revised"),
    ("questions.json", "q-dam", {"status": "disputed"}, "by the rules denied"),
    ("questions.json", "q-water", {"claims": ["001-12"]}, "do not share out"),
    ("questions.json", "q-water", {"sides": ["varenia"]}, "sides"),
    ("questions.json", "q-water", {"text": "Water."}, "no question"),
]


@pytest.mark.parametrize(("name", "which", "changes", "fault"), SPOILT)
def test_the_checker_sees_what_is_spoilt(
    check: ModuleType, copy: Path, name: str, which: str, changes: dict[str, Any], fault: str
) -> None:
    change(copy, name, which, lambda record: record.update(changes))
    found = check.faults(copy)
    assert any(fault in one for one in found), found


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda told: told["groups"][0].update(names=["Irena Kolsta"]), "groups and sources differ"),
        (lambda told: told["groups"][0].update(reason=None), "without a reason"),
        (lambda told: told.update(count=5), "disagree"),
        (lambda told: told["groups"][1]["names"].append("Pavo Hestrin"), "in two groups"),
    ],
)
def test_the_checker_counts_the_groups(
    check: ModuleType, copy: Path, spoil: Callable[[Any], object], fault: str
) -> None:
    change(copy, "questions.json", "q-toll", lambda question: spoil(question["independent_sources"]))
    assert any(fault in one for one in check.faults(copy))


def test_revisions_say_why(check: ModuleType, copy: Path) -> None:
    change(copy, "questions.json", "q-toll", lambda question: question["relations"][0].pop("note"))
    assert any("without a note" in one for one in check.faults(copy))


def test_places_and_figures_stand_where_they_are_said_to_stand(check: ModuleType, copy: Path) -> None:
    change(copy, "claims.jsonl", "001-02", lambda claim: claim["places"][0].update(text="Dremna"))
    change(copy, "claims.jsonl", "001-05", lambda claim: claim["figures"][0].update(low=4000))
    assert [one.split(": ")[1].split(",")[0] for one in check.faults(copy)] == [
        "place not where it is said to stand",
        "figure without bounds",
    ]


def test_unknown_fields_are_refused(check: ModuleType, copy: Path) -> None:
    change(copy, "claims.jsonl", "001-02", lambda claim: claim.update(sidee="varenia"))
    with pytest.raises(ValueError, match="sidee"):
        check.faults(copy)

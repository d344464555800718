"""The commands that look back and that judge, from outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from twosource.cli import main

SHELLED = "Tolm is shelled\n\nAt least 12 people were killed in the shelling of Tolm, mayor Ilsa Brandt said.\n"


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger with two reports of one story and one of another, named by the environment."""
    monkeypatch.setenv("TWOSOURCE_LEDGER", str(tmp_path / "kept.db"))
    monkeypatch.setenv("TWOSOURCE_AUTHOR", "Ana")
    texts = {
        "a.txt": SHELLED,
        "b.txt": SHELLED.replace("mayor Ilsa Brandt", "doctor Pavel Kost"),
        "c.txt": "Dam breaks at Varn\n\nThe Sill dam broke and 30 people drowned, the Water Board said.\n",
    }
    known = {name: {"outlet": f"Paper {name[0].upper()}", "published": "2031-03-04"} for name in texts}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "reports.json").write_text(json.dumps(known))
    assert run("add", *(str(tmp_path / name) for name in texts), "-q").exit_code == 0
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def rows(*words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(*words, "--format", "json").stdout.splitlines()]


def test_changes_are_listed_and_end_with_a_day(ledger: Path) -> None:
    found = rows("changes", "--since", "2001-01-01")
    assert {row["kind"] for row in found} >= {"second_source"}
    assert "second source" in run("changes", "--since", "2001-01-01").stdout
    assert rows("changes", "--since", "2001-01-01", "--as-of", "2001-01-02") == []
    assert run("changes").exit_code == 2
    assert "wants a day" in run("changes", "--since", "soon").output


@pytest.mark.parametrize("view", [("brief",), ("questions",), ("claims",), ("stories",)])
def test_every_view_takes_a_day(ledger: Path, view: tuple[str, ...]) -> None:
    assert run(*view, "--as-of", "2999-01-01").stdout == run(*view).stdout
    assert run(*view, "--as-of", "2001-01-01").stdout == ""
    refused = run(*view, "--as-of", "tomorrow")
    assert refused.exit_code == 2
    assert "--as-of wants a day as YYYY-MM-DD" in refused.output


def test_files_that_were_never_added_have_no_past(ledger: Path) -> None:
    refused = run("brief", str(ledger / "a.txt"), "--as-of", "2031-03-04")
    assert refused.exit_code == 2
    assert "leave the PATHs out" in refused.output


def test_a_record_and_a_lineage_are_told(ledger: Path) -> None:
    assert run("record", "Brandt").stdout.startswith("Brandt: 1 claims, 1 of them in questions")
    assert json.loads(run("record", "Brandt", "--format", "json").stdout)["name"] == "Brandt"
    report = str(rows("reports")[0]["id"])
    told = run("lineage", report).stdout
    assert "credits: nobody" in told
    assert "reworded" in told or "verbatim" in told
    assert json.loads(run("lineage", report, "--format", "json").stdout)["report"] == report


def test_judgements_are_given_listed_and_withdrawn(ledger: Path) -> None:
    ids = [str(row["id"]) for row in rows("stories")]
    done = run("judge", "merge", *ids, "--reason", "one week")
    assert "merge stories, by Ana" in done.output
    assert len(rows("stories")) == 1
    (given,) = rows("judge", "list")
    assert (given["author"], given["reason"], given["kind"]) == ("Ana", "one week", "merge_stories")
    assert "merge stories" in run("judge", "list").stdout
    assert run("judge", "withdraw", str(given["number"])).exit_code == 0
    assert [str(row["id"]) for row in rows("stories")] == ids
    asked, claim = str(rows("questions")[0]["id"]), rows("claims")[0]
    name = f"{claim['report']}/{claim['claim']}"
    for words in (
        ("relabel", asked, "Who", "died?"), ("review", asked), ("grade", "Ilsa", "Brandt", "B"), ("grade", name, "2"),
        ("split", ids[0], str(rows("reports")[0]["id"])), ("move", name, "--to", asked),
    ):  # fmt: skip
        assert run("judge", *words).exit_code == 0, words
    assert any(row["text"] == "Who died?" for row in rows("questions"))


@pytest.mark.parametrize(
    "words",
    [
        ("merge",), ("split", "s1"), ("move", "r1"), ("relabel", "s1"), ("review",), ("grade", "Ana"),
        ("withdraw", "x"), ("grade", "Ana", "Z"), ("dance",),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_wrong_usage(ledger: Path, words: tuple[str, ...]) -> None:
    done = run("judge", *words)
    assert done.exit_code in (1, 2)
    assert done.output.count("\n") <= 8
    assert rows("judge", "list") == []

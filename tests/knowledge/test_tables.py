"""Every data file is sound, and a broken one is refused with a line that says what to do."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from twosource import knowledge
from twosource.errors import KnowledgeError

DATA = Path(knowledge.__file__).parent / "data"
NAMES = sorted(path.stem for path in DATA.glob("*.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_every_table_says_what_it_holds_and_where_from(name: str) -> None:
    read = knowledge.table(name)
    assert len(read["source"]) > 20
    assert len(read) > 1
    assert (DATA / f"{name}.toml").read_text(encoding="utf8").startswith("#"), "say at the top what it holds"


@pytest.mark.parametrize("name", NAMES)
def test_no_list_holds_an_entry_twice(name: str) -> None:
    for key, values in lists(knowledge.table(name)):
        twice = sorted({value for value in values if values.count(value) > 1})
        assert not twice, f"{key}: {twice[:10]}"


def lists(value: object, key: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a table, with its path."""
    if isinstance(value, dict):
        for name, held in value.items():
            yield from lists(held, f"{key}.{name}")
    elif isinstance(value, list) and all(isinstance(held, str) for held in value):
        yield key, value
    elif isinstance(value, list):
        for number, held in enumerate(value):
            yield from lists(held, f"{key}[{number}]")


def test_a_table_is_read_once() -> None:
    assert knowledge.table("hedges") is knowledge.table("hedges")


def test_a_missing_table_says_so() -> None:
    with pytest.raises(KnowledgeError, match=r"no data file nothing\.toml; reinstall"):
        knowledge.table("nothing")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("words = [", "is no TOML"),
        ("words = []", "does not say its source"),
        ("source = ''", "does not say its source"),
    ],
)
def test_a_broken_table_is_refused(text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "broken_here.toml").write_text(text)
    monkeypatch.setattr(knowledge, "files", lambda _: tmp_path)
    with pytest.raises(KnowledgeError, match=message):
        knowledge.table("broken_here")


def test_tables_are_plain_toml() -> None:
    for path in DATA.glob("*.toml"):
        assert tomllib.loads(path.read_text(encoding="utf8"))

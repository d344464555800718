"""Everything that users can meet is documented."""

from __future__ import annotations

import re
from pathlib import Path

import click
import msgspec
import pytest
from scripts.reference import commands, errors, knowledge, records

import twosource
from tests.docs.pages import DOCS, ROOT, pages
from twosource.errors import TwosourceError
from twosource.model.schema import meaning
from twosource.model.schema import records as model_records

GLOSSARY = DOCS / "glossary.md"
TERMS = [
    "account",
    "attribution",
    "boilerplate",
    "brief",
    "carrier",
    "certainty",
    "claim",
    "content",
    "cue",
    "estimate",
    "factuality",
    "figure",
    "furniture",
    "hedge",
    "independence",
    "item",
    "ledger",
    "outlet",
    "passage",
    "PLOVER",
    "position",
    "question",
    "relation",
    "relay",
    "report",
    "scope",
    "sentence",
    "side",
    "source",
    "stance",
    "status",
    "story",
    "teaser",
    "thread",
    "TIMEX3",
    "where_prec",
]


def in_code(word: str, page: Path) -> bool:
    """True where a page has the word as code."""
    return re.search(rf"`{re.escape(word)}[`( ,]", page.read_text(encoding="utf8")) is not None


@pytest.mark.parametrize("command", list(commands.commands()), ids=lambda command: str(command.name))
def test_every_command_and_option_is_documented_and_says_what_it_does(command: click.Command) -> None:
    page = (DOCS / "reference" / "command-line.md").read_text(encoding="utf8")
    assert f"## twosource {command.name}\n" in page
    assert command.help
    section = page.partition(f"## twosource {command.name}\n")[2].partition("\n## ")[0]
    for option in command.params:
        if isinstance(option, click.Option):
            row = next((line for line in section.splitlines() if line.startswith("|") and option.opts[-1] in line), "")
            assert row, f"{option.opts[-1]} is not documented"


def test_every_command_stands_in_the_guide() -> None:
    guide = (DOCS / "guide" / "getting-started.md").read_text(encoding="utf8")
    missing = [str(command.name) for command in commands.commands() if f"twosource {command.name}" not in guide]
    assert not missing, f"docs/guide/getting-started.md shows no: {missing}"


def test_every_public_name_is_documented_and_has_a_docstring() -> None:
    page = (DOCS / "reference" / "python.md").read_text(encoding="utf8")
    for name in twosource.__all__:
        thing = getattr(twosource, name)
        assert re.search(rf"\b{name}\b", page), name
        assert name == "__version__" or thing.__doc__, name


RECORDS = [*model_records(), *records.TABLES]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: f"{record.__module__}.{record.__name__}")
def test_every_field_of_every_record_says_what_it_means(record: type[msgspec.Struct]) -> None:
    missing = [f.encode_name for f in msgspec.structs.fields(record) if not meaning(record, f.encode_name)]  # type: ignore[arg-type]
    assert not missing, f"write their meaning into model/fields.toml: {missing}"


def test_no_meaning_is_left_of_a_field_that_is_gone() -> None:
    import tomllib

    told = tomllib.loads((ROOT / "src/twosource/model/fields.toml").read_text(encoding="utf8"))
    fields = {
        f"{record.__module__.rpartition('.')[2]}.{record.__name__}": {
            field.encode_name for field in msgspec.structs.fields(record)
        }
        for record in RECORDS
    }
    for name, meanings in told.items():
        if name != "source":
            assert set(meanings) <= fields[name], name


def test_every_reason_for_passing_something_over_stands_in_the_guide() -> None:
    guide = DOCS / "guide" / "reports.md"
    missing = [reason for reason in errors.reasons() if not in_code(reason, guide)]
    assert not missing, f"docs/guide/reports.md does not explain: {missing}"


def test_the_guide_names_no_reason_that_is_gone() -> None:
    table = (DOCS / "guide" / "reports.md").read_text(encoding="utf8").partition("## What is passed over")[2]
    named = re.findall(r"^\| `(\w+)` \|", table, re.M)
    assert named
    assert set(named) <= set(errors.reasons())


def test_every_kind_and_status_is_explained() -> None:
    choices = records.choices()
    page = {
        "Status": DOCS / "concepts" / "independence.md",
        "RelationKind": DOCS / "concepts" / "relations.md",
        "Stance": DOCS / "concepts" / "claims.md",
        "Certainty": DOCS / "concepts" / "claims.md",
        "ClaimType": DOCS / "concepts" / "claims.md",
        "SourceKind": DOCS / "concepts" / "claims.md",
        "Part": DOCS / "concepts" / "claims.md",
        "BoilerplateKind": DOCS / "concepts" / "claims.md",
        "ItemKind": DOCS / "concepts" / "claims.md",
        "Mode": DOCS / "concepts" / "claims.md",
        "Measure": DOCS / "concepts" / "claims.md",
        "Basis": DOCS / "guide" / "times.md",
        "TimeType": DOCS / "guide" / "times.md",
        "PlaceUse": DOCS / "guide" / "places.md",
    }
    assert set(choices) == set(page), "a kind of words has come or gone: say where it is explained"
    for name, words in choices.items():
        text = page[name].read_text(encoding="utf8")
        as_code = name in ("Status", "RelationKind")
        missing = [word for word in words if not re.search(rf"`{word}`" if as_code else rf"\b{word}\b", text)]
        assert not missing, f"{page[name].name} does not explain {missing} of {name}"


def test_every_error_is_documented() -> None:
    def below(kind: type[Exception]) -> list[type[Exception]]:
        return [kind, *(found for child in kind.__subclasses__() for found in below(child))]

    for kind in below(TwosourceError):
        if kind.__module__ == "twosource.errors":
            assert in_code(kind.__name__, DOCS / "reference" / "errors.md"), kind


def test_every_data_file_is_documented() -> None:
    page = (DOCS / "reference" / "data-files.md").read_text(encoding="utf8")
    for path in knowledge.files():
        assert str(path.relative_to(knowledge.DATA)) in page, path


def test_every_third_partys_data_that_asks_for_it_is_named_in_notice() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf8")
    asked = {
        "WordNet": "WordNet",
        "GeoNames": "GeoNames",
        "PLOVER": "PLOVER",
        "Wikipedia": "Wikipedia",
        "VerbNet": "VerbNet",
    }
    for path in knowledge.files():
        if path.suffix == ".toml":
            line = next(line for line in path.read_text(encoding="utf8").splitlines() if line.startswith("source ="))
            for word, name in asked.items():
                assert word not in line or name in notice, f"{path.name} rests on {name}; name it in NOTICE"


def test_every_target_of_make_that_is_named_is_there() -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf8"), re.M))
    for page in pages():
        named = re.findall(r"(?:`|^\$ )make ([\w-]+)", page.read_text(encoding="utf8"), re.M)
        assert set(named) <= targets, page


def test_the_changelog_knows_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf8")
    assert re.search(rf"^## \[{re.escape(twosource.__version__)}\]", text, re.M)


@pytest.mark.parametrize("term", TERMS)
def test_the_glossary_fixes_every_word(term: str) -> None:
    assert re.search(rf"^\*\*{term}\*\*", GLOSSARY.read_text(encoding="utf8"), re.M | re.I), term


def test_the_glossary_is_in_order() -> None:
    terms = re.findall(r"^\*\*(.+?)\*\*", GLOSSARY.read_text(encoding="utf8"), re.M)
    assert terms == sorted(terms, key=str.casefold)


def test_decisions_are_numbered_without_gaps_and_indexed() -> None:
    names = sorted(path.name for path in (DOCS / "decisions").glob("[0-9]*.md"))
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))
    index = (DOCS / "decisions" / "index.md").read_text(encoding="utf8")
    assert all(f"({name})" in index for name in names)

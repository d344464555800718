from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

import twosource
from twosource.model import Brief, Document, Published, Record, Report, Rows, Span, Unread
from twosource.model.schema import meaning, records, schemas
from twosource.reading.reader import report_id

EXAMPLES = Path(__file__).parents[2] / "docs" / "reference" / "examples"
TEXT = (
    "The dam gave way on Monday, mayor Ana Brandt told Radio Varnholt.\n\n"
    "“At least 12 people may have been killed,” she said. The operator, Norvik Energy, denied it.\n"
)


@pytest.mark.parametrize("kind", list(records()), ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_every_record_is_frozen_and_comes_after_record(kind: type[Record]) -> None:
    assert kind.__struct_config__.frozen
    assert issubclass(kind, Record)
    assert kind.__doc__


def test_a_report_comes_back_from_its_json() -> None:
    report = twosource.read(TEXT, published="2031-03-04", outlet="Harbour Herald")
    line = report.to_json()
    assert line.isascii()
    assert "\n" not in line
    assert Report.from_dict(json.loads(line)) == report
    assert json.loads(line) == report.to_dict()


def test_a_brief_comes_back_from_its_json() -> None:
    told = twosource.brief([twosource.read(TEXT, published="2031-03-04", outlet="Harbour Herald")])
    assert Brief.from_dict(json.loads(told.to_json())) == told


def test_what_later_versions_add_is_passed_over() -> None:
    value = json.loads((EXAMPLES / "report.json").read_text(encoding="utf8"))
    assert Report.from_dict({**value, "added_later": [1]}) == Report.from_dict(value)


def test_a_field_of_a_wrong_type_is_named() -> None:
    value = json.loads((EXAMPLES / "report.json").read_text(encoding="utf8"))
    value["claims"][0]["stance"] = "perhaps"
    with pytest.raises(msgspec.ValidationError, match=r"claims\[0\]\.stance"):
        Report.from_dict(value)


def test_ids_of_reports_are_what_they_were() -> None:
    """A report has one id everywhere and always: what is in a ledger must be known again."""
    given = Document(
        None, "A text.", outlet="Herald", outlet_basis="given", published=Published("2031-03-04", "2031-03-04", "given")
    )
    assert report_id(given) == "r90f5ae2919cd"
    assert report_id(Document("elsewhere.txt", "A text.")) == report_id(Document(None, "A text."))
    assert report_id(Document(None, "A text.")) != report_id(given)


def test_claims_of_a_report_are_found_by_id() -> None:
    report = Report.from_dict(json.loads((EXAMPLES / "report.json").read_text(encoding="utf8")))
    claim = report.claim("c1")
    source = report.source_of(claim)
    assert source is not None
    assert source.name == "Ivo Halas"
    assert report.source_of(claim.replace(source=None)) is None
    with pytest.raises(KeyError):
        report.claim("c2")


@pytest.mark.parametrize("name", ["report", "unread", "brief"])
def test_schemas_are_sound(name: str) -> None:
    schema = schemas()[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    for part in schema["$defs"].values():
        assert part["required"] == list(part["properties"])
        assert all(field.get("description") for field in part["properties"].values())


def test_what_is_read_has_the_shape_that_the_schema_promises() -> None:
    report = twosource.read(TEXT, published="2031-03-04", outlet="Harbour Herald")
    check = {name: jsonschema.Draft202012Validator(schema) for name, schema in schemas().items()}
    check["report"].validate(report.to_dict())
    check["brief"].validate(twosource.brief([report]).to_dict())
    short = {key: report.to_dict()[key] for key in ("id", "origin", "outlet", "title", "published")}
    check["brief"].validate({"reports": [short], "stories": []})
    assert not check["report"].is_valid({**report.to_dict(), "claims": None})
    assert not check["report"].is_valid({"id": "r1"})
    assert not check["unread"].is_valid({"origin": "x"})


def test_unread_lines_keep_their_shape() -> None:
    line = {"origin": "x.txt", "skipped": {"reason": "binary_file", "message": "it is no text"}}
    assert Unread.from_dict(line).to_dict() == line


def test_rows_are_a_sequence_a_table_and_a_data_frame() -> None:
    rows = Rows([Span(1, 4), Span(6, 9)])
    assert (len(rows), rows[0], rows[1:]) == (2, Span(1, 4), Rows([Span(6, 9)]))
    assert list(rows.to_pandas()["end"]) == [4, 9]
    assert "<td>6</td>" in rows._repr_html_()
    assert Rows([])._repr_html_().startswith("<table>")
    assert {rows: 1}[Rows([Span(1, 4), Span(6, 9)])] == 1
    assert meaning(Span, "nothing") is None

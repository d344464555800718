"""The accounts of strangers' stories are offsets into texts that are not in the project. The text here is invented."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

import pytest
from bench.strangers import DATED, ECB, HERE, WORDS, in_offsets, in_words, joined, laid_out, texts_of

TOKENS = 'A ferry sank off Tolm , the harbour master said . `` Nine of the 12 - man crew are safe , " she added .'
TEXT = joined(TOKENS) + "\n"
CLAIM = {
    "id": "000-01", "report": "000", "content": "A ferry sank off Tolm", "cue": "said", "source": "the harbour master",
    "hedges": [], "scope": None, "places": [{"text": "Tolm", "name": "Tolm"}], "figures": [],
}  # fmt: skip


def spelled(value: Any, field: str = "") -> list[str]:
    """Words of a text that stand in an account as words."""
    if isinstance(value, dict):
        return [one for name, part in value.items() for one in spelled(part, name)]
    if isinstance(value, list):
        return [one for part in value for one in spelled(part, field)]
    return [value] if isinstance(value, str) and field in WORDS else []


@pytest.mark.parametrize("path", sorted(HERE.glob("*.json")), ids=lambda path: path.stem)
def test_no_words_of_a_text_are_kept(path: Path) -> None:
    account = json.loads(path.read_text(encoding="utf8"))
    assert account["claims"]
    assert account["questions"]
    assert spelled([account["reports"], account["claims"]]) == []
    ids = {claim["id"] for claim in account["claims"]}
    assert {claim for question in account["questions"] for claim in question["claims"]} <= ids


def test_offsets_and_words_are_two_ways_to_write_one_account() -> None:
    kept = in_offsets(CLAIM, TEXT)
    assert spelled(kept) == []
    assert in_words(kept, TEXT) == CLAIM


def test_tokens_are_put_together_as_printed() -> None:
    assert TEXT == 'A ferry sank off Tolm, the harbour master said. "Nine of the 12-man crew are safe," she added.\n'


def test_an_account_is_laid_out_only_over_the_text_that_it_was_written_from(tmp_path: Path) -> None:
    told = {
        "id": "000", "article": "a1", "crc": zlib.crc32(TEXT.encode()), "outlet": "Tolm Post",
        "published": "2031-03-04", "published_known": "stated", "published_range": None, "title": None,
        "boilerplate": [], "items": [],
    }  # fmt: skip
    account = {"reports": [told], "claims": [], "questions": []}
    laid_out(account, {"a1": TEXT}, tmp_path / "one")
    assert (tmp_path / "one/reports/000.txt").read_text(encoding="utf8") == TEXT
    assert json.loads((tmp_path / "one/gold/reports.json").read_bytes())[0]["outlet"] == "Tolm Post"
    with pytest.raises(ValueError, match="is not the text"):
        laid_out(account, {"a1": TEXT + "Later."}, tmp_path / "two")


def test_an_invented_report_comes_with_its_account(tmp_path: Path) -> None:
    told = {"id": "000", "invented": TEXT, "outlet": "Tolm Post", "title": [0, 21]}
    laid_out({"reports": [told], "claims": [], "questions": []}, {}, tmp_path / "one")
    assert (tmp_path / "one/reports/000.txt").read_text(encoding="utf8") == TEXT
    assert json.loads((tmp_path / "one/gold/reports.json").read_bytes())[0]["title"] == "A ferry sank off Tolm"


def test_articles_are_put_together_as_their_corpus_asks(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "times").mkdir()
    row = {"id": "a1", "text": TOKENS, "published": "2031-03-04T10:00"}
    for corpus in (ECB, DATED, "other.jsonl"):
        (tmp_path / corpus).write_text(json.dumps(row) + "\n", encoding="utf8")
    assert texts_of(tmp_path / ECB) == {"a1": TEXT}
    assert texts_of(tmp_path / DATED) == {"a1": f"2031-03-04\n\n{TOKENS}\n"}
    assert texts_of(tmp_path / "other.jsonl") == {"a1": TOKENS + "\n"}

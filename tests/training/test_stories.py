"""The invented stories: those in the repository are sound, and one laid out is what an account is scored on."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest
from bench.perfect import load, perfect
from training.stories import lay, stories

from twosource.model import RelationKind

HELD = sorted((Path(__file__).resolve().parents[2] / "training/stories").glob("*.jsonl"))


@pytest.mark.parametrize("path", HELD, ids=lambda path: path.stem)
def test_every_pair_of_a_question_has_one_relation(path: Path) -> None:
    for story in stories([path]):
        known = {claim["n"] for claim in story["claims"]}
        for question in story["questions"]:
            numbers = [n for position in question["positions"] for n in position]
            assert len(numbers) == len(set(numbers)), story["id"]
            assert set(numbers) <= known, story["id"]
            told = sorted(tuple(sorted(pair[:2])) for pair in question["relations"])
            assert told == sorted(map(tuple, map(sorted, combinations(numbers, 2)))), story["id"]
            assert {pair[2] for pair in question["relations"]} <= set(get_args(RelationKind)), story["id"]


def test_ids_are_used_once() -> None:
    ids = [story["id"] for story in stories(HELD)]
    assert len(ids) == len(set(ids))


def test_a_story_becomes_reports_and_an_account(tmp_path: Path) -> None:
    said = {"said": "2031-05-03", "certainty": "certain", "type": "casualties", "stance": "assert"}
    story = {
        "claims": [
            {"n": 1, "source": "Dorne police", "through": "Ahr Post", "content": "six people were killed", **said},
            {"n": 2, "source": "outlet", "through": "Sel News", "content": "at least nine people were killed", **said},
        ],
        "questions": [{"text": "How many?", "positions": [[1], [2]], "relations": [[1, 2, "compatible"]]}],
    }
    lay(story, tmp_path)
    told = load(tmp_path)
    assert [(claim.source_name, claim.relay) for claim in told.claims] == [
        ("Dorne police", ["Dorne police", "Ahr Post"]),
        ("outlet", ["Sel News"]),
    ]
    assert [(f.measure, f.low, f.high) for claim in told.claims for f in claim.figures] == [
        ("killed", 6, 6),
        ("killed", 9, None),
    ]
    first, second = perfect(told)
    assert (first.words(first.claims[0]), second.claims[0].source) == ("six people were killed", None)
    assert json.loads((tmp_path / "expected/questions.json").read_text())[0]["relations"] == [
        {"a": "000-01", "b": "001-01", "kind": "compatible"}
    ]

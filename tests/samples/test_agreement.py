"""A second editor's account, scored against the first as the program is."""

from __future__ import annotations

import json
from pathlib import Path

from bench.agreement import HERE, agreement, second
from bench.perfect import load

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def test_an_editor_agrees_with_himself(tmp_path: Path) -> None:
    told = load(SAMPLES)
    path = tmp_path / "same.json"
    path.write_bytes((SAMPLES / "expected" / "questions.json").read_bytes())
    assert all(ratio.f1 == 1 for ratio in agreement(told, path).values() if ratio.expected)


def test_another_cut_is_seen(tmp_path: Path) -> None:
    told = load(SAMPLES)
    questions = json.loads((SAMPLES / "expected" / "questions.json").read_bytes())
    path = tmp_path / "other.json"
    path.write_text(json.dumps(questions[1:]), encoding="utf8")
    scores = agreement(told, path)
    assert scores["together"].precision == 1
    assert scores["together"].recall < 1


def test_second_accounts_hold_ids_and_no_words() -> None:
    for path in HERE.glob("*.json"):
        questions = second(path)
        assert questions
        assert all(question.text.startswith("question ") for question in questions)
        assert all(p.answer.startswith("answer ") for question in questions for p in question.positions)

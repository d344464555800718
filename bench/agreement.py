"""How far two careful editors agree who set the same claims side by side, beside what the program makes of them.

    python -m bench.agreement SHARED

`bench/second/` holds what a second editor made of claims that a first one had written down: an agent that had read
the texts, the gold's guideline and the account of another story, and neither the first editor's questions nor the
program's. Only ids stand there. The second is scored against the first as the program is, so that a figure which no
editor reaches is no measure of a program. Printed are F1 (of conflict precision and recall too) and the shares that
are right.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

from bench import strangers
from bench.perfect import QuestionTold, Told, load
from bench.stories import HEADLINES, Scores, mean, measure, score
from twosource.model import Account, ClaimRef, Independence, Period, Position, Question, Relation, Story

HERE = Path(__file__).parent / "second"
FIVE = "five-reports"
"""The second account of the gold itself; the others are of stories in bench/strangers/, by their names."""


def account_of(told: Sequence[QuestionTold], reports: dict[str, str]) -> Account:
    """An editor's questions in the shape of the program's account; `reports` gives the report of each claim."""

    def ref(claim: str) -> ClaimRef:
        return ClaimRef(reports[claim], claim)

    questions = [
        Question.from_dict(
            {
                "id": question.id,
                "text": question.text,
                "type": "other",
                "status": question.status,
                "positions": [
                    Position(answer=p.answer, claims=tuple(map(ref, p.claims))).to_dict() for p in question.positions
                ],
                "relations": [
                    Relation.from_dict(
                        {"a": ref(r.a).to_dict(), "b": ref(r.b).to_dict(), "kind": r.kind, "reason": "an editor"}
                    ).to_dict()
                    for r in question.relations
                ],
                "independent_sources": Independence(
                    question.independent_sources.count, question.independent_sources.at_most
                ).to_dict(),
            }
        )
        for question in told
    ]
    story = Story(id="s", title="", reports=(), items=(), period=Period(), questions=tuple(questions))
    return Account(stories=(story,))


def second(path: Path) -> list[QuestionTold]:
    """The second editor's questions."""
    return msgspec.json.decode(path.read_bytes(), type=list[QuestionTold])


def agreement(told: Told, path: Path) -> Scores:
    """The second editor, scored against the first."""
    return score(told, account_of(second(path), {claim.id: claim.report for claim in told.claims}))


def main(arguments: list[str] | None = None) -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as given:
        folders = {folder.name: folder for folder in strangers.stories(asked.shared, Path(given))}
        folders[FIVE] = asked.shared
        for path in sorted(HERE.glob("*.json")):
            show(path.stem, agreement(load(folders[path.stem]), path), measure(folders[path.stem]))
    return 0


def show(name: str, editor: Scores, program: Scores) -> None:
    """Prints one story: a second editor, and the program."""
    print(f"{name:16} second editor  program")
    for measured in HEADLINES:
        of = [f"{scores[measured].f1:.3f}" for scores in (editor, program)]
        print(f"  {measured:14} {of[0]:>13} {of[1]:>8}")
    for end in ("precision", "recall"):
        of = [f"{getattr(scores['conflict'], end):.3f}" for scores in (editor, program)]
        print(f"  {'conflict ' + end[0].upper():14} {of[0]:>13} {of[1]:>8}")
    print(f"  {'mean':14} {mean(editor):>13.3f} {mean(program):>8.3f}")


if __name__ == "__main__":
    sys.exit(main())

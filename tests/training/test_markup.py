"""The markup of the invented passages: what stands in the repository is sound, and faults are named."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.markup import main, passages

INVENTED = Path(__file__).resolve().parents[2] / "training/invented"


def written(folder: Path, text: str) -> Path:
    path = folder / "case.txt"
    path.write_text(text, encoding="utf8")
    return path


def test_a_passage(tmp_path: Path) -> None:
    text = '<s i="1">Ivo Halas</s> <q i="1">said</q> <c i="1" t="attack" k="probable">a drone <h>probably</h> fell</c>.'
    (passage,) = passages(written(tmp_path, text))
    (claim,) = passage.claims
    assert passage.text == "Ivo Halas said a drone probably fell."
    assert [passage.text[a:b] for a, b in (*claim.source, *claim.cue, *claim.content, *claim.hedges)] == [
        "Ivo Halas", "said", "a drone probably fell", "probably",
    ]  # fmt: skip
    assert (claim.type, claim.stance, claim.certainty) == ("attack", "assert", "probable")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('<c i="1" t="attack">a', "never closed"),
        ('<c i="1" t="flood">a</c>', "is none of"),
        ("a <h>maybe</h>", "outside of a <c>"),
        ('a < b <c i="1" t="attack">c</c>', "stray"),
        ('<c i="1" t="attack"></c>', "empty"),
    ],
)
def test_faults_are_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        list(passages(written(tmp_path, text)))


def test_the_passages_of_the_project_are_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(path) for path in sorted(INVENTED.glob("*.txt"))]) == 0
    assert capsys.readouterr().err == ""

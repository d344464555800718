"""Fits how likely a claim is read right, and draws how well that holds on reports that the fit has not seen.

    python -m training.calibrate [--plot docs/pictures/reliability.png]

Reads the invented reports of samples/ with the package as it is, compares each claim with the editor's, and writes
src/twosource/knowledge/data/confidence.toml. What is drawn and printed comes from five fits, each on four fifths of
the reports and held against the last.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from training.logistic import logistic
from twosource.model import Claim, Document, Published, Report
from twosource.reading import read_document
from twosource.reading.claims import build
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.grading import FEATURES, features
from twosource.reading.claims.page import Page
from twosource.reading.encoder import encode
from twosource.reading.structure import lay_out

ROOT = Path(__file__).resolve().parents[1]
FOLDS = 5
BINS = 8

Rows = npt.NDArray[np.float64]


class Graded(NamedTuple):
    """A claim's features and whether the editor has it so, with the report for the folds."""

    report: str
    found: list[float]
    right: bool


def graded() -> Iterator[Graded]:
    """Every claim that is read in the invented reports."""
    for folder in (ROOT / "samples", *sorted((ROOT / "samples/stories").iterdir()), ROOT / "samples/styles"):
        path = folder / "expected/claims.jsonl"
        if not path.exists():
            continue
        lines = path.read_text(encoding="utf8").split("\n")
        expected = [json.loads(line) for line in lines if line.strip()]
        known = json.loads((folder / "reports/reports.json").read_text(encoding="utf8"))
        for file in sorted((folder / "reports").glob("*.txt")):
            document = _document(file, known.get(file.name, {}))
            mine = [claim for claim in expected if claim["report"] == file.stem]
            for found, right in _compared(document, mine):
                yield Graded(f"{folder.name}/{file.stem}", found, right)


def _document(file: Path, known: dict[str, Any]) -> Document:
    day = known.get("published")
    return Document(
        None,
        file.read_text(encoding="utf8"),
        outlet=known.get("outlet"),
        outlet_basis="given" if known.get("outlet") else "unknown",
        published=Published(day, day, "given") if day else Published(),
    )


def _compared(document: Document, expected: Sequence[dict[str, Any]]) -> list[tuple[list[float], bool]]:
    kept: list[list[float]] = []

    def noting(page: Page, draft: Draft) -> float:
        kept.append(features(page, draft))
        return 0.5

    layout = lay_out(document)
    report = read_document(document)
    sources, claims = build(layout, report, encode(layout), noting)
    report = report.replace(sources=sources, claims=claims)
    wanted = [(_chars(document.text, claim["content"]), claim) for claim in expected]
    return [
        (found, any(_same(report, claim, chars, gold) for chars, gold in wanted))
        for claim, found in zip(report.claims, kept, strict=True)
    ]


def _chars(text: str, content: str | list[str]) -> set[int]:
    out: set[int] = set()
    at = 0
    for part in [content] if isinstance(content, str) else content:
        start = text.find(part, at)
        at = start + len(part)
        out |= set(range(start, at))
    return out


def _same(report: Report, claim: Claim, chars: set[int], gold: dict[str, Any]) -> bool:
    mine = {c for span in claim.content for c in range(span.start, span.end)}
    both = len(mine & chars)
    if not both or both / min(len(mine), len(chars)) < 0.5 or both / len(mine | chars) <= 0.33:
        return False
    source = report.source_of(claim)
    if gold["source_name"] == "outlet":
        speaker = source is None or source.kind == "outlet"
    else:
        speaker = source is not None and bool(_words(source.name) & _words(gold["source_name"]))
        speaker = speaker or (source is not None and source.kind == "anonymous" == gold["source_kind"])
    return speaker and claim.stance == gold["stance"] and claim.type == gold["type"]


def _words(name: str) -> set[str]:
    return {word[:5] for word in name.casefold().split() if len(word) > 3 or word.isdigit()} or {name.casefold()}


def _sure(x: Rows, weights: Rows) -> Rows:
    made: Rows = 1 / (1 + np.exp(-(x @ weights[:-1] + weights[-1])))
    return made


def main(words: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plot", type=Path, help="where to draw the reliability")
    args = parser.parse_args(words)
    rows = list(graded())
    x, y = np.array([row.found for row in rows]), np.array([row.right for row in rows], float)
    fold = np.array([zlib.crc32(row.report.encode()) % FOLDS for row in rows])
    unseen = np.zeros(len(rows))
    for number in range(FOLDS):
        unseen[fold == number] = _sure(x[fold == number], logistic(x[fold != number], y[fold != number], 2.0))
    bins = reliability(unseen, y)
    for mean, share, count in bins:
        print(f"said {mean:.2f}  right {share:.2f}  of {count}")
    error = sum(count * abs(mean - share) for mean, share, count in bins) / len(rows)
    print(f"{len(rows)} claims, {y.mean():.2f} right; expected calibration error {error:.3f}")
    write(logistic(x, y, 2.0))
    if args.plot:
        draw(bins, args.plot)


def reliability(said: Rows, right: Rows) -> list[tuple[float, float, int]]:
    """Bins of as many claims each: mean of what was said, share that is right, number."""
    parts = np.array_split(np.argsort(said), BINS)
    return [(float(said[part].mean()), float(right[part].mean()), len(part)) for part in parts]


def write(weights: Rows) -> None:
    """Writes confidence.toml."""
    lines = [
        "# How likely a claim is read right: weights of a logistic sum of the features of reading/claims/grading.py.",
        "# Made by training/calibrate.py from the invented reports of samples/; do not edit.",
        "",
        'source = "fitted on the invented reports of samples/"',
        f"constant = {weights[-1]:.3f}",
        "",
        "[weights]",
        *(f'"{name}" = {weight:.3f}' for name, weight in zip(FEATURES, weights, strict=False)),
    ]
    path = ROOT / "src/twosource/knowledge/data/confidence.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf8")


def draw(bins: Sequence[tuple[float, float, int]], path: Path) -> None:
    """Draws the bins beside the line on which they should lie."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(4.6, 4.4), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="#999999", linewidth=1, linestyle="--")
    axes.plot([b[0] for b in bins], [b[1] for b in bins], color="#0b5a8a", marker="o")
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="confidence that is printed", ylabel="share that is right")
    axes.set_title("Claims of reports that the fit has not seen", fontsize=10)
    axes.set_aspect("equal")
    axes.grid(color="#e5e5e5", linewidth=0.6)
    figure.savefig(path, dpi=150)


if __name__ == "__main__":
    main()

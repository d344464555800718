"""Who says it, through whom, with what stance: short invented passages in the manner of wires, digests, local papers.

    python bench/passages.py [--show]

`bench/cases/passages.jsonl` holds a passage a line, with words of each claim, its source, carriers and stance. Passages
and answers were written for it, after the gold's guideline, by agents that had not seen the program. Those of the set
`seen` were read over and what they showed was mended; nobody tunes on those of the set `unseen`. A name counts as right
where half of its words are.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import twosource
from twosource.model import Claim, Report

CASES = Path(__file__).parent / "cases" / "passages.jsonl"
SETS = ("seen", "unseen")
_ALIKE = 0.9


def passages(which: str) -> list[dict[str, Any]]:
    """The passages of a set."""
    rows = [json.loads(line) for line in CASES.read_text(encoding="utf8").splitlines()]
    return [row for row in rows if row["set"] == which]


def same(mine: str, theirs: str) -> bool:
    """True of two names that share half of their words, cut to five letters, or are spelled alike.

    >>> same("Karsovian Defence Ministry", "defence ministry"), same("Ana Ruiz", "Jon Barr")
    (True, False)
    """
    small = {"the", "a", "of", "and", "in", "to", "for", "s"}
    one, two = ({word.strip(".,’'\"“”")[:5] for word in name.lower().split()} - small for name in (mine, theirs))
    if not one or not two:
        return mine == theirs
    return len(one & two) / min(len(one), len(two)) > 0.5 or SequenceMatcher(None, mine, theirs).ratio() > _ALIKE


def judged(report: Report, claim: Claim, told: dict[str, Any]) -> dict[str, bool]:
    """What of a claim is as it was told."""
    source = report.source_of(claim)
    name = source.name if source is not None else "outlet"
    hidden = told["source"] == "unspecified" and source is not None and source.kind == "anonymous"
    through = claim.relay[1:-1] if claim.source is not None else ()
    carried = len(through) == len(told["through"]) and all(map(same, through, told["through"]))
    return {
        "source": hidden or same(name, told["source"]),
        "through": carried,
        "stance": claim.stance == told["stance"],
    }


def outcomes(which: str) -> Iterator[tuple[str, dict[str, Any], dict[str, bool] | None]]:
    """Each passage with each claim told of it, and what was read of that; None where no claim holds its words."""
    for row in passages(which):
        report = twosource.read(row["text"])
        for told in row["claims"]:
            held = [claim for claim in report.claims if told["words"] in report.words(claim)]
            read = [judged(report, claim, told) for claim in held]
            yield row["text"], told, max(read, key=lambda each: sum(each.values()), default=None)


def rates(which: str) -> dict[str, float]:
    """The share of claims of a set that were found, and of which source, carriers and stance are right.

    `carried` and `marked` are of those alone that came through somebody, and that do more than assert.
    """
    count: Counter[str] = Counter()
    for _, told, read in outcomes(which):
        count["claims"] += 1
        count["found"] += read is not None
        for name in ("source", "through", "stance"):
            count[name] += bool(read and read[name])
        if told["through"]:
            count["of carried"] += 1
            count["carried"] += bool(read and read["source"] and read["through"])
        if told["stance"] != "assert":
            count["of marked"] += 1
            count["marked"] += bool(read and read["stance"])
    shares = {name: count[name] / count["claims"] for name in ("found", "source", "through", "stance")}
    return {**shares, **{name: count[name] / count[f"of {name}"] for name in ("carried", "marked")}}


def main() -> None:
    """Prints the rates of both sets, and with --show what is not right."""
    if "--show" in sys.argv:
        for text, told, read in outcomes("seen"):
            wrong = "not found" if read is None else ", ".join(name for name, right in read.items() if not right)
            if wrong:
                print(f"{text}\n    {told}: {wrong}")
    for which in SETS:
        print(f"{which:7}", "  ".join(f"{name} {rate:.3f}" for name, rate in rates(which).items()))


if __name__ == "__main__":
    main()

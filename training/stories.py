"""The invented stories that teach which claims are of one matter and give one answer, laid out as folders of reports.

    python -m training.stories training/stories/*.jsonl --out build/stories

A line of stories/*.jsonl is a story: `claims`, each with its source, the outlet that carried it, the day, the stance,
the type and the words; and `questions` with their positions and the relation of every pair of their claims. Each story
becomes a folder in the shapes of samples/ (reports/ and expected/), so that whatever measures an account can measure
these: the words of each outlet's claims are the paragraphs of its report, and their figures and places are read.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from twosource.model import Document, Report
from twosource.reading import read_document

UNNAMED = re.compile(
    r"\b(?:officials?|officers?|sources?|who asked|unnamed|anonymous|witness(?:es)?|residents?|villagers?|neighbours|"
    r"survivors?|diplomats?|medics?|soldiers?)\b",
    re.IGNORECASE,
)
"""Words of a source that has no name."""

SAID = {"deny": "denied that", "decline": "would not comment:", "cannot_verify": "could not verify"}
"""How each stance is put in the text of a report; every other one is said."""

Told = Mapping[str, Any]


def lay(story: Told, folder: Path) -> None:
    """Writes a story as a folder of reports and the account that is expected of them."""
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    (folder / "expected").mkdir(exist_ok=True)
    outlets = list(dict.fromkeys(claim["through"] for claim in story["claims"]))
    known, claims, names = [], [], {}
    for number, outlet in enumerate(outlets):
        report = f"{number:03}"
        own = [claim for claim in story["claims"] if claim["through"] == outlet]
        text = "\n\n".join(map(_sentence, own)) + "\n"
        (folder / f"reports/{report}.txt").write_text(text, encoding="utf8")
        read = read_document(Document(None, text))
        at = 0
        for nth, claim in enumerate(own, 1):
            at = text.index(claim["content"], at)
            names[claim["n"]] = f"{report}-{nth:02}"
            claims.append(_claim(claim, names[claim["n"]], report, outlet, read, at))
            at += len(claim["content"])
        last = max(claim["said"] for claim in own)
        known.append(
            {
                "id": report, "outlet": outlet, "published": last, "published_known": "stated", "published_range": None,
                "title": None, "boilerplate": [], "items": [],
            }
        )  # fmt: skip
    held = folder / "expected"
    (held / "reports.json").write_text(json.dumps(known), encoding="utf8")
    (held / "claims.jsonl").write_text("\n".join(map(json.dumps, claims)) + "\n", encoding="utf8")
    asked = [_question(one, number, names) for number, one in enumerate(story["questions"])]
    (held / "questions.json").write_text(json.dumps(asked), encoding="utf8")


def _sentence(claim: Told) -> str:
    if claim["source"] == "outlet":
        return f"{claim['content']}."
    return f"{claim['source']} {SAID.get(claim['stance'], 'said')} {claim['content']}."


def _claim(claim: Told, name: str, report: str, outlet: str, read: Report, at: int) -> Told:
    """A claim in the shape of the accounts in samples/."""
    own = claim["source"] == "outlet"
    source = "outlet" if own else claim["source"].split(",")[0]
    words = {"start": at, "end": at + len(claim["content"])}
    kind = "outlet" if own else "anonymous" if UNNAMED.search(source) else "organisation"
    figures = [f for f in read.figures if words["start"] <= f.start < words["end"]]
    places = [p for p in read.places if words["start"] <= p.start < words["end"] and p.use == "literal"]
    return {
        "id": name, "report": report, "content": claim["content"], "cue": None if own else "said",
        "source": None if own else source, "source_name": source, "source_kind": kind,
        "source_org": source if kind == "organisation" else None, "side": None,
        "relay": [outlet] if own else [source, outlet], "direct": False, "stance": claim["stance"],
        "certainty": claim["certainty"], "hedges": [], "scope": None, "type": claim["type"], "said": claim["said"],
        "when": None,
        "places": [
            {"text": read.text[p.start : p.end], "name": p.name, "lat": p.lat, "lon": p.lon, "kind": _kind(p.precision)}
            for p in places
        ],
        "figures": [
            {
                "text": read.text[f.start : f.end], "measure": f.measure, "low": f.low, "high": f.high, "unit": f.unit,
                "approximate": f.approximate, "of": f.of,
            }
            for f in figures
        ],
    }  # fmt: skip


def _kind(precision: int | None) -> str:
    return "settlement" if precision is None or precision <= 2 else "admin1" if precision <= 4 else "country"


def _question(told: Told, number: int, names: Mapping[int, str]) -> Told:
    positions = [{"answer": "", "claims": [names[n] for n in some]} for some in told["positions"]]
    relations = [{"a": names[a], "b": names[b], "kind": kind} for a, b, kind in told["relations"]]
    return {
        "id": f"q{number}", "text": told["text"], "type": "other",
        "claims": [name for position in positions for name in position["claims"]], "positions": positions,
        "relations": relations, "independent_sources": {"count": 0, "at_most": 0}, "status": "single_source",
    }  # fmt: skip


def stories(paths: Sequence[Path]) -> Iterator[Told]:
    """The stories of some files."""
    for path in paths:
        for line in path.read_text(encoding="utf8").splitlines():
            if line.strip():
                yield json.loads(line)


def main(words: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path("build/stories"))
    asked = parser.parse_args(words)
    for story in stories(asked.paths):
        lay(story, asked.out / story["id"])


if __name__ == "__main__":
    main()

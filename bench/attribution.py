"""How well attributions are found, by the kind of their cue, on a file of PolNeAR's shape.

    python bench/attribution.py ../shared/corpora/attribution/polnear-dev.jsonl

An attribution counts as found where the contents share at least half of their characters and the sources meet, as in
the scorer of the project. A cue is of a kind by its verb or its words in knowledge/data/cues.toml: reporting verbs (of
the classes say, claim, deny, admit, confirm, warn and the like, in any form; "say" once more by itself), "according to"
and its fellows, and the rest (thoughts and wishes, nouns, copulas). Precision is over the attributions that were found
with such a cue, recall over those of the file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from twosource.model import Attribution, Document, Span
from twosource.reading import read_document
from twosource.reading.attribution.cues import classify, reporting_nouns

REPORTING = frozenset({"say", "claim", "deny", "admit", "confirm", "warn"})
"""Classes of cues whose verbs report what somebody says."""

SHARED = 0.5
"""The least share of characters of two contents that are one."""


class Told(NamedTuple):
    """An attribution as characters, with the kind of its cue."""

    content: frozenset[int]
    source: frozenset[int]
    kind: str
    says: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """All lines of the table that it is counted in."""
        return ("all", self.kind, "say") if self.says else ("all", self.kind)


SAY = frozenset({"say", "says", "said", "saying"})


def characters(spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """All offsets within some spans."""
    return frozenset(at for start, end in spans for at in range(start, end))


def kind_of(cue: str) -> str:
    """The kind of a cue by its words.

    >>> kind_of("according to"), kind_of("has said"), kind_of("wants")
    ('according to', 'reporting verb', 'other')
    """
    words = {word.strip("\"'“”‘’.,:;") for word in cue.lower().split()}
    if not words:
        return "none"
    if "according" in words:
        return "according to"
    verb = classify(cue) in REPORTING and not words & reporting_nouns().keys()
    return "reporting verb" if verb else "other"


def measure(rows: Iterable[Mapping[str, Any]]) -> dict[str, Counter[str]]:
    """What was found, what is expected and what of it meets, for each kind of cue and for all."""
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        text = row["text"]
        found = [_printed(a, text) for a in read_document(Document(None, text)).attributions]
        wanted = [_expected(one, text) for one in row["attributions"]]
        for name, some in (("found", found), ("expected", wanted)):
            for told in some:
                for kind in told.kinds:
                    counts.setdefault(kind, Counter())[name] += 1
        left = list(found)
        for told in wanted:
            best = max(left, key=lambda one: _alike(one, told), default=None)
            if best is not None and _alike(best, told) >= SHARED and _sources_meet(best, told):
                left.remove(best)
                for kind in told.kinds:
                    counts[kind]["recalled"] += 1
                for kind in best.kinds:
                    counts[kind]["right"] += 1
    return counts


def _alike(a: Told, b: Told) -> float:
    return len(a.content & b.content) / max(len(a.content | b.content), 1)


def _sources_meet(a: Told, b: Told) -> bool:
    return bool(a.source & b.source) or not (a.source or b.source)


def _printed(found: Attribution, text: str) -> Told:
    return _told(_pairs(found.content), _pairs(found.source), _pairs(found.cue), text)


def _pairs(spans: Sequence[Span]) -> list[Sequence[int]]:
    return [(span.start, span.end) for span in spans]


def _expected(one: Mapping[str, Any], text: str) -> Told:
    return _told(one["content"], one["source"], one["cue"], text)


def _told(
    content: Iterable[Sequence[int]], source: Iterable[Sequence[int]], cue: Iterable[Sequence[int]], text: str
) -> Told:
    words = " ".join(text[start:end] for start, end in cue)
    return Told(characters(content), characters(source), kind_of(words), bool(SAY & set(words.lower().split())))


def main(words: Sequence[str] | None = None) -> None:
    """Reads the file and prints a line for each kind of cue."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    path = parser.parse_args(words).path
    rows = {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf8").splitlines())}
    print("cue               found  expected      P      R     F1")
    for kind, count in sorted(measure(rows.values()).items(), key=lambda pair: -pair[1]["expected"]):
        precision = count["right"] / max(count["found"], 1)
        recall = count["recalled"] / max(count["expected"], 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{kind:16} {count['found']:6} {count['expected']:9} {precision:6.3f} {recall:6.3f} {f1:6.3f}")


if __name__ == "__main__":
    main()

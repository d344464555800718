#!/usr/bin/env python3
"""Checks that what the eight stories and `samples/independence.csv` expect holds together, word for word.

    python samples/stories/check.py

It prints one line a fault and exits 1 if there is any. It reads files and runs nothing of twosource; it does not even
import it, so that the blind test owes the program nothing.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
Record = dict[str, Any]


def _words(text: str) -> set[str]:
    return set(text.split())


NOTICE, UNNAMED = "This report is invented.", "unnamed outlet"
SILENT = {"decline", "cannot_verify"}
TERMS = {
    "source_kind": _words("person organisation anonymous collective outlet"),
    "stance": {"assert", "deny", "acknowledge", *SILENT},
    "certainty": {"certain", "probable", "possible"},
    "type": _words(
        "control movement attack casualties strength losses_materiel capability personnel diplomacy sanctions "
        "humanitarian denial forecast other"
    ),
}
MEASURES = _words(
    "killed wounded killed_or_wounded missing captured displaced deployed population area distance duration share count"
)
KINDS = {"conflict", "agree", "compatible", "revision", "same_statement", "overstates"}
CLAIM = _words(
    "id report content cue source source_name source_kind source_org side relay direct stance certainty hedges scope "
    "type said when places figures"
)
QUESTION = _words("id text type claims positions relations independent_sources sides status")


def spans(content: str | list[str]) -> list[str]:
    """The stretches of a content."""
    return [content] if isinstance(content, str) else content


def in_order(parts: list[str], text: str) -> bool:
    """True where the parts stand in the text one after the other."""
    at = 0
    for part in parts:
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def is_when(value: str | list[str | None] | None) -> bool:
    """True for null, an ISO day, and a range of which at most one end is open."""
    if value is None:
        return True
    ends = [value] if isinstance(value, str) else [end for end in value if end]
    try:
        days = [date.fromisoformat(end) for end in ends]
    except ValueError:
        return False
    return bool(days) and days == sorted(days)


def report_faults(report: Record, text: str) -> Iterator[str]:
    """What is wrong with a report and what is expected of it as a whole."""
    lines = text.splitlines()
    words = len([word for line in lines if line not in report["boilerplate"] for word in line.split()])
    if lines[-1] != NOTICE:
        yield "the last line does not say that it is invented"
    if not 50 <= words <= 180:
        yield f"{words} words"
    if not (is_when(report["published"]) and is_when(report["published_range"])):
        yield "published is no date"
    known = [*report["boilerplate"], report["title"]]
    yield from (f"no line of the text: {line!r}" for line in known if line not in lines)


def claim_faults(claim: Record, outlet: str, title: str, text: str) -> Iterator[str]:
    """What is wrong with a claim by itself."""
    parts, own = spans(claim["content"]), claim["source_name"] == "outlet"
    body = "\n".join(parts)
    if set(claim) - {"part", "nth", "note"} != CLAIM:
        yield "fields are missing or unknown"
    yield from (f"{field}: {claim[field]!r}" for field, known in TERMS.items() if claim[field] not in known)
    if not any(in_order(parts, line) for line in text.splitlines()) or any(part != part.strip() for part in parts):
        yield f"content does not stand in one paragraph: {parts}"
    words = [claim["cue"], claim["source"], claim["scope"], *claim["hedges"]]
    yield from (f"not in the text: {word!r}" for word in words if word is not None and word not in text)
    if (claim.get("part") == "title") != (text.find(parts[0]) < text.find(title) + len(title)):
        yield "its first occurrence is not in the part where it is said to stand"
    if claim["relay"][-1] != outlet or not (own or claim["relay"][0] == claim["source_name"]):
        yield "the relay does not begin with the source or end in the outlet"
    if not own == (claim["source_kind"] == "outlet") == (len(claim["relay"]) == 1):
        yield "own voice: name, kind and relay disagree"
    yield from (f"relay name not in the text: {name!r}" for name in claim["relay"][:-1] if name not in text)
    if not (is_when(claim["said"]) and is_when(claim["when"])):
        yield "said or when is no date"
    for place in claim["places"]:
        if (place["text"] not in body) != place.get("inherited", False) or place["text"] not in text:
            yield f"place not where it is said to stand: {place['text']!r}"
    for figure in claim["figures"]:
        ends = [end for end in (figure["low"], figure["high"]) if end is not None]
        if figure["text"] not in body or figure["measure"] not in MEASURES or not ends or ends != sorted(ends):
            yield f"figure not in the content, of no measure, or without bounds: {figure['text']!r}"


def group_faults(question: Record, claims: list[Record]) -> Iterator[str]:
    """What is wrong with the independent sources and the sides of a question."""
    live = [claim for claim in claims if claim["stance"] not in SILENT]
    named = {claim["source_name"] for claim in live if claim["source_name"] != "outlet"}
    outlets = {claim["relay"][-1] for claim in live if claim["source_name"] == "outlet" and "part" not in claim}
    told = question["independent_sources"]
    names = [name for group in told["groups"] for name in group["names"]]
    sure = [group for group in told["groups"] if not (group["reason"] or "").startswith("at most: ")]
    if len(names) != len(set(names)) or not named <= set(names) <= named | outlets:
        yield f"groups and sources differ: {sorted(named ^ set(names))}"
    if any(len(group["names"]) > 1 and not group["reason"] for group in told["groups"]):
        yield "several names in a group without a reason"
    if (told["count"], told["at_most"]) != (len(sure), len(told["groups"])):
        yield "count, at_most and groups disagree"
    if set(question["sides"]) != {claim["side"] for claim in claims if claim["side"]}:
        yield "sides are not those of the claims"


def status_due(question: Record, claims: dict[str, Record]) -> str:
    """The first status whose rule holds, `denied` left aside: to whom an act is laid, only a reader can tell."""
    kinds = {relation["kind"] for relation in question["relations"]}
    for kind, status in (("conflict", "disputed"), ("revision", "revised")):
        if kind in kinds:
            return status
    merged = [set(position["claims"]) for position in question["positions"]]
    for relation in question["relations"]:
        if relation["kind"] in {"agree", "same_statement"}:
            touched = [ids for ids in merged if relation["a"] in ids or relation["b"] in ids]
            merged = [ids for ids in merged if ids not in touched] + [set().union(*touched)]
    told = [claims[claim] for claim in question["claims"]]
    live = [claim for claim in told if claim["stance"] not in SILENT]
    groups = question["independent_sources"]["groups"]
    sure = [set(group["names"]) for group in groups if not (group["reason"] or "").startswith("at most: ")]
    for ids in merged:
        here = [claim for claim in live if claim["id"] in ids]
        named = {claim["source_name"] for claim in here} - {"outlet"}
        own = {claim["relay"][-1] for claim in here if claim["source_name"] == "outlet" and "part" not in claim}
        if sum(bool((named or own) & group) for group in sure) > 1:
            return "corroborated"
    unsure = any(claim["stance"] == "cannot_verify" for claim in told)
    return "unverified" if unsure or all(claim["source_kind"] == "anonymous" for claim in live) else "single_source"


def question_faults(question: Record, claims: dict[str, Record]) -> Iterator[str]:
    """What is wrong with a question: loose claims, relations between strangers, groups or a status that do not fit."""
    ids = question["claims"]
    placed = [claim for position in question["positions"] for claim in position["claims"]]
    if set(question) - {"note"} != QUESTION or not question["text"].endswith("?"):
        yield "fields are missing or unknown, or the text is no question"
    if sorted(placed) != sorted(set(ids)) or not set(ids) <= set(claims):
        yield "the positions do not share out the claims"
        return
    pairs: set[frozenset[str]] = set()
    for relation in question["relations"]:
        a, b, kind = relation["a"], relation["b"], relation["kind"]
        pair = frozenset((a, b))
        if len(pair) < 2 or not pair <= set(ids) or pair in pairs or kind not in KINDS:
            yield f"relation to itself, to a stranger, of no kind or given twice: {a} {b}"
        if kind in {"revision", "overstates"} and not relation.get("note"):
            yield f"{kind} without a note: {a} {b}"
        pairs.add(pair)
    yield from group_faults(question, [claims[claim] for claim in ids])
    denied, due = any(claims[claim]["stance"] == "deny" for claim in ids), status_due(question, claims)
    if question["status"] != due and not (denied and question["status"] == "denied"):
        yield f"status {question['status']}, by the rules {due}"
    if denied and question["status"] != "denied" and not question.get("note"):
        yield "a denial, and no note why the status is not denied"


def story_faults(folder: Path) -> Iterator[str]:
    """Every fault of one story."""
    expected = folder / "expected"
    reports = {report["id"]: report for report in json.loads((expected / "reports.json").read_text("utf-8"))}
    given = json.loads((folder / "reports" / "reports.json").read_text("utf-8"))
    texts = {path.stem: path.read_text("utf-8") for path in (folder / "reports").glob("*.txt")}
    listed = [json.loads(line) for line in (expected / "claims.jsonl").read_text("utf-8").splitlines()]
    claims = {claim["id"]: claim for claim in listed}
    questions = json.loads((expected / "questions.json").read_text("utf-8"))
    if not set(reports) == set(texts) == {name.removesuffix(".txt") for name in given} or not 3 <= len(texts) <= 5:
        yield "reports differ, or are not three to five"
    if len(claims) != len(listed) or len({question["id"] for question in questions}) != len(questions):
        yield "an id is given twice"
    for report in reports.values():
        yield from (f"report {report['id']}: {fault}" for fault in report_faults(report, texts[report["id"]]))
        known = given[report["id"] + ".txt"]["published"]
        if (report["published_known"] == "given") != (known is not None) or known not in {None, report["published"]}:
            yield f"report {report['id']}: what is given differs"
    for claim in listed:
        report = reports[claim["report"]]
        found = claim_faults(claim, report["outlet"] or UNNAMED, report["title"], texts[report["id"]])
        yield from (f"{claim['id']}: {fault}" for fault in found)
    for question in questions:
        yield from (f"{question['id']}: {fault}" for fault in question_faults(question, claims))
    asked = {claim for question in questions for claim in question["claims"]}
    table = (HERE / "README.md").read_text("utf-8")
    loose = [claim for claim in claims if claim not in asked and f"`{folder.name}/{claim}`" not in table]
    yield from (f"{claim}: in no question, and the README does not say so" for claim in loose)


def case_faults(case: Record) -> Iterator[str]:
    """What is wrong with a graded case of counting."""
    claims, groups = json.loads(case["claims"]), json.loads(case["groups"])
    live = [claim for claim in claims if claim["stance"] not in SILENT and not claim.get("wish")]
    speak = {claim["relay"][-1] if claim["kind"] == "outlet" else claim["source"] for claim in live}
    names = [name for group in groups for name in group]
    if case["grade"] not in {"strong", "medium", "weak"} or not case["why"]:
        yield "no grade or no why"
    if len(names) != len(set(names)) or not set(names) <= speak or int(case["at_most"]) != len(groups):
        yield "groups are not of those who speak, or at_most is not their number"
    if not 0 <= int(case["count"]) <= int(case["at_most"]):
        yield "count is above at_most"
    for claim in claims:
        own = claim["kind"] == "outlet"
        if claim["kind"] not in TERMS["source_kind"] or claim["stance"] not in TERMS["stance"]:
            yield f"kind or stance: {claim}"
        if own != (len(claim["relay"]) == 1) or (not own and claim["relay"][0] != claim["source"]):
            yield f"the relay does not begin with the source: {claim}"
        if not own and claim["stance"] not in SILENT and not claim.get("wish") and claim["source"] not in names:
            yield f"a source in no group: {claim['source']}"


def faults() -> Iterator[str]:
    """Every fault of the eight stories, of the table of traps and of the graded cases."""
    folders = sorted(path for path in HERE.iterdir() if (path / "expected").is_dir())
    if len(folders) != 8:
        yield f"{len(folders)} stories"
    known: set[str] = set()
    for folder in folders:
        yield from (f"{folder.name}: {fault}" for fault in story_faults(folder))
        lines = (folder / "expected" / "claims.jsonl").read_text("utf-8").splitlines()
        known |= {f"{folder.name}/{json.loads(line)['id']}" for line in lines}
    named = set(re.findall(r"`([a-z]+/\d{3}-\d\d)`", (HERE / "README.md").read_text("utf-8")))
    yield from (f"README.md: no such claim: {claim}" for claim in sorted(named - known))
    with (HERE.parent / "independence.csv").open(encoding="utf-8", newline="") as lines_:
        cases = list(csv.DictReader(lines_))
    if len(cases) != 40 or len({case["case"] for case in cases}) != 40:
        yield f"{len(cases)} cases, or a name given twice"
    for case in cases:
        yield from (f"case {case['case']}: {fault}" for fault in case_faults(case))


def main() -> int:
    """Prints the faults."""
    found = list(faults())
    for fault in found:
        print(fault)
    print("clean" if not found else f"{len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

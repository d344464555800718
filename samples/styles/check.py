#!/usr/bin/env python3
"""Checks that what is expected of the reports in many styles stands in them, word for word.

    python samples/styles/check.py [FOLDER]

It prints one line a fault and exits 1 if there is any. It reads `expected/` and `reports/`, lends its terms and most of
its tests from `samples/check.py`, and runs nothing of twosource.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from samples.check import UNNAMED, ClaimExpected, ReportExpected, Shape, claim_faults, report_faults, twice

PlaceKind = Literal[
    "settlement", "admin1", "admin2", "country", "region", "river", "sea", "island", "cape", "mountain", "mine"
]


class Given(Shape):
    """What is known of a report beforehand."""

    outlet: str | None
    published: str | None
    url: str | None
    title: str | None


class Place(Shape):
    """A place of a claim; unlike those of the first sample some are real, and those have coordinates."""

    text: str
    name: str
    lat: float | None
    lon: float | None
    kind: PlaceKind
    admin1: str | None
    inherited: bool = False


def given_faults(report: ReportExpected, given: Given, text: str) -> Iterator[str]:
    """What is wrong between a report, its text and what is known of it beforehand."""
    lines = text.splitlines()
    yield from (f"report {report.id}: no line: {line!r}" for line in report.boilerplate if line not in lines)
    if (given.outlet or report.outlet) != report.outlet or (given.published or report.published) != report.published:
        yield f"report {report.id}: what is given is not what is expected"
    if (given.published is not None) != (report.published_known == "given"):
        yield f"report {report.id}: published_known is at odds with what is given"


def record_faults(record: dict[str, Any], outlet: str, text: str) -> Iterator[str]:
    """What is wrong with a claim; its side may be any party, and its places may be real."""
    places = msgspec.convert(record["places"], list[Place])
    msgspec.convert(record["side"], str | list[str] | None)
    claim = msgspec.convert(record | {"places": [], "side": None}, ClaimExpected)
    yield from claim_faults(claim, outlet, text)
    content = "\n".join(claim.spans())
    paragraph = next((line for line in text.splitlines() if claim.spans()[0] in line), "")
    if claim.scope is not None and claim.scope not in paragraph and claim.nth == 1:
        yield f"scope not in the paragraph: {claim.scope!r}"
    for place in places:
        if place.text not in text or place.inherited == (place.text in content):
            yield f"place not where it is said to stand: {place.text!r}"
        if (place.lat is None) != (place.lon is None):
            yield f"place with half its coordinates: {place.text!r}"


def faults(folder: Path) -> Iterator[str]:
    """Every fault of the folder, one line each."""
    reports = msgspec.json.decode((folder / "expected/reports.json").read_bytes(), type=list[ReportExpected])
    given = msgspec.json.decode((folder / "reports/reports.json").read_bytes(), type=dict[str, Given])
    lines = (folder / "expected/claims.jsonl").read_bytes().splitlines()
    claims = [msgspec.json.decode(line, type=dict[str, Any]) for line in lines]
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (folder / "reports").glob("*.txt")}
    outlets = {report.id: report.outlet or UNNAMED for report in reports}
    yield from twice("report", [report.id for report in reports])
    yield from twice("claim", [claim["id"] for claim in claims])
    if not set(texts) == set(outlets) == {name.removesuffix(".txt") for name in given}:
        yield "the reports, what is given and what is expected of them are not the same"
        return
    for report in reports:
        yield from report_faults(report, texts[report.id])
        yield from given_faults(report, given[f"{report.id}.txt"], texts[report.id])
    for claim in claims:
        if not claim["id"].startswith(f"{claim['report']}-"):
            yield f"claim {claim['id']}: of another report"
        told = record_faults(claim, outlets[claim["report"]], texts[claim["report"]])
        yield from (f"claim {claim['id']}: {fault}" for fault in told)


def main() -> int:
    """Checks the folder that is named, or the one that this file stands in."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    try:
        found = list(faults(folder))
    except (msgspec.MsgspecError, OSError, KeyError) as error:
        found = [f"expected/ cannot be read: {error}"]
    print("\n".join(found) or "clean")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

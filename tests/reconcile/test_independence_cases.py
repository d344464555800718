"""Forty graded cases of independence (samples/independence.csv): strong ones must hold, medium ones are counted."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from twosource.model import Claim, Independence, Report, Source, Span
from twosource.reconcile.gist import Gist, gists
from twosource.reconcile.independence import independence

TABLE = Path(__file__).resolve().parents[2] / "samples" / "independence.csv"

MEDIUM_AT_LEAST = 12
"""Of thirteen cases of medium grade; that two persons go by one document is not seen."""

OWN_WORDS = {
    "inference": "this indicates that the bridge is lost",
    "wish": "the bridge must be given back",
    "figure": "heavy losses at the bridge",
    "passage": "the bridge near the mill fell to the marines on the night to Monday after two days",
}
"""What stands in the text of a claim that the table marks so."""

PLAIN = ("the bridge was taken", "the mill was burnt down", "a road was cut off")
"""A text for each position."""


class Case(NamedTuple):
    """A row of the table."""

    name: str
    grade: str
    claims: list[dict[str, Any]]
    count: int
    at_most: int
    groups: set[frozenset[str]]


def _cases() -> list[Case]:
    with TABLE.open(encoding="utf8", newline="") as lines:
        return [
            Case(
                row["case"],
                row["grade"],
                msgspec.json.decode(row["claims"]),
                int(row["count"]),
                int(row["at_most"]),
                {frozenset(group) for group in msgspec.json.decode(row["groups"])},
            )
            for row in csv.DictReader(lines)
        ]


CASES = _cases()


def _gist(told: dict[str, Any], number: int) -> Gist:
    """The gist of one claim, in a report of its own."""
    marks = [name for name in OWN_WORDS if told.get(name)]
    text = OWN_WORDS[marks[0]] if marks else PLAIN[told["position"] % len(PLAIN)]
    source = None
    if told["kind"] != "outlet":
        side = (told["side"],) if told["side"] else None
        source = Source("s1", told["source"], told["kind"], told["organisation"], told["role"], side)
    claim = Claim(
        id="c1",
        content=(Span(0, len(text)),),
        source="s1" if source else None,
        relay=tuple(told["relay"]),
        stance=told["stance"],
        type="control",
        part=told["part"],
    )
    report = Report(
        id=f"r{number}",
        origin=f"r{number}.txt",
        text=text + ".",
        outlet=told["relay"][-1],
        sources=(source,) if source else (),
        claims=(claim,),
    )
    return gists(report)[0]


def _counted(case: Case) -> Independence:
    positions: dict[int, list[Gist]] = {}
    for number, told in enumerate(case.claims):
        positions.setdefault(told["position"], []).append(_gist(told, number))
    return independence([positions[key] for key in sorted(positions)], [])


def _holds(case: Case) -> bool:
    found = _counted(case)
    return (found.count, found.at_most) == (case.count, case.at_most) and len(found.groups) == len(case.groups)


def test_the_table_holds_forty_cases() -> None:
    assert len(CASES) == 40


@pytest.mark.parametrize("case", [case for case in CASES if case.grade == "strong"], ids=lambda case: case.name)
def test_strong_cases_hold(case: Case) -> None:
    found = _counted(case)
    assert (found.count, found.at_most) == (case.count, case.at_most)
    told = {frozenset(group.names) for group in found.groups}
    assert {name for group in told for name in group} <= {name for claim in case.claims for name in claim["relay"]}
    assert len(told) == len(case.groups)


def test_most_medium_cases_hold() -> None:
    medium = [case for case in CASES if case.grade == "medium"]
    failed = [case.name for case in medium if not _holds(case)]
    assert len(medium) - len(failed) >= MEDIUM_AT_LEAST, failed

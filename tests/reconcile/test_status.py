"""The status of a question, rule by rule. All names and events are invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.factory import killed, person
from tests.reconcile.test_relations import ARMY, MAYOR, REBELS, line, mainly, report
from twosource.model import Relation, Report
from twosource.reconcile.independence import independence
from twosource.reconcile.status import status


def dead(number: int, by: Any) -> dict[str, Any]:
    """A toll."""
    return line(f"{number} people died", by, "casualties", figures=[killed(number, number)])


RIVALS = [dead(46, MAYOR), dead(70, REBELS), dead(31, ARMY)]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([("conflict", 0, 1)], "disputed"),
        ([("conflict", 0, 1), ("revision", 0, 2)], "revised"),
        ([("conflict", 0, 2), ("revision", 0, 1), ("conflict", 1, 2)], "disputed"),
        ([("revision", 0, 1), ("revision", 1, 2), ("conflict", 0, 1)], "revised"),
        ([("revision", 0, 1), ("revision", 1, 2), ("conflict", 1, 0)], "revised"),
        ([("revision", 0, 1), ("revision", 1, 0), ("conflict", 0, 1)], "disputed"),
        ([("revision", 0, 2)], "revised"),
        ([("compatible", 0, 2)], "single_source"),
    ],
)
def test_only_what_still_stands_is_disputed(kinds: list[tuple[Any, int, int]], expected: str) -> None:
    told: list[Report] = [report(f"r{n}", f"2031-03-0{n + 4}", one) for n, one in enumerate(RIVALS)]
    positions = [mainly(one) for one in told]
    related = [Relation(positions[a][0].ref, positions[b][0].ref, kind, "") for kind, a, b in kinds]
    assert status(positions, related, independence(positions, []))[0] == expected


def test_whoever_cannot_verify_leaves_it_unverified() -> None:
    unsure = line(
        "the number of the dead", person("Relief Corps", kind="organisation"), "casualties", stance="cannot_verify"
    )
    positions = [mainly(report("a", "2031-03-04", dead(46, MAYOR))), mainly(report("b", "2031-03-04", unsure))]
    assert status(positions, [], independence(positions, []))[0] == "unverified"


@pytest.mark.parametrize(("kind", "expected"), [("conflict", "denied"), ("compatible", "single_source")])
def test_a_deed_is_denied_only_where_the_denial_conflicts_with_it(kind: Any, expected: str) -> None:
    army = person("Varenian army", "Varenian army", "varenia", kind="organisation")
    deed = line("Varenian forces shelled the market of Tolm", REBELS, "attack")
    denial = line("it shelled the market of Tolm", army, "attack", stance="deny")
    positions = [mainly(report("a", "2031-03-04", deed)), mainly(report("b", "2031-03-04", denial))]
    related = [Relation(positions[0][0].ref, positions[1][0].ref, kind, "")]
    assert status(positions, related, independence(positions, []))[0] == expected

"""What one claim makes of another: wider tellings, changed measures, admissions. All names and events are invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.factory import killed
from tests.reconcile.test_relations import ARMY, MAYOR, REBELS, SCOPE, SPOKESMAN, line, mainly, related, report
from twosource.model import Figure
from twosource.reconcile.judging import widens

LEFT_ONE_AXIS = line("Varenian troops have withdrawn from one axis near Tolm", SPOKESMAN, "movement", scope=SCOPE)


def pair(a: dict[str, Any], b: dict[str, Any]) -> Any:
    """The gists of two claims of two reports."""
    return *mainly(report("a", "2031-03-04", a)), *mainly(report("b", "2031-03-04", b))


@pytest.mark.parametrize(
    ("b", "wider"),
    [
        (line("Varenian troops have left their positions near Tolm", REBELS, "movement"), True),
        (line("Varenian troops fled the town", MAYOR, "movement"), True),
        (line("Varenian troops have withdrawn from a second axis", REBELS, "movement", scope=SCOPE), False),
        (line("Varenian troops have left their positions near Tolm", REBELS, "movement", stance="deny"), False),
        (line("Varenian troops have left their positions", REBELS, "movement", when="2031-05-20"), False),
        (line("Varenian troops hold their positions near Tolm", REBELS), False),
    ],
)
def test_who_says_it_without_the_limit_widens_it(b: dict[str, Any], wider: bool) -> None:
    assert widens(*pair(LEFT_ONE_AXIS, b)) is wider


def test_a_wider_telling_overstates_whichever_came_first() -> None:
    whole = line("Varenian troops have left their positions near Tolm", REBELS, "movement")
    for days in (("2031-03-04", "2031-03-05"), ("2031-03-05", "2031-03-04")):
        (relation,) = related(LEFT_ONE_AXIS, whole, *days)
        assert (relation.kind, relation.a.report, relation.b.report) == ("overstates", "a", "b")


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (killed(160, 160, "killed_or_wounded"), killed(160, 160), "overstates"),
        (killed(160, 160, "killed_or_wounded"), killed(90, 90), "compatible"),
        (killed(None, 70), killed(70, 70), "overstates"),
        (killed(None, 70), killed(46, 46), "compatible"),
    ],
)
def test_a_number_that_comes_to_say_more(a: Any, b: Any, kind: str) -> None:
    one = line("the toll of the flood", MAYOR, "casualties", figures=[a], certainty="possible")
    two = line("the toll in Tolm", REBELS, "casualties", figures=[b])
    assert [relation.kind for relation in related(one, two)] == [kind]


def test_an_admitted_loss_revises_what_the_same_voice_held_the_day_before() -> None:
    held = line("its soldiers hold the post office of Tolm", ARMY)
    lost = line("it had withdrawn from the post office of Tolm", ARMY, stance="acknowledge")
    (relation,) = related(held, lost, "2031-03-04", "2031-03-05")
    assert (relation.kind, relation.a.report) == ("revision", "a")


def test_a_heading_is_no_later_count() -> None:
    one = line("Eighteen people have died", MAYOR, "casualties", figures=[killed(18, 18)])
    two = line("Thirty die in Tolm", None, "casualties", figures=[killed(30, 30)], part="title")
    assert "revision" not in [relation.kind for relation in related(one, two, "2031-03-04", "2031-03-05")]


@pytest.mark.parametrize(
    ("low", "of", "kind"),
    [
        (200_000, "inhabitants of the island", "conflict"),
        (125_000, "inhabitants of the island", "compatible"),
        (200_000, None, "compatible"),
    ],
)
def test_rough_figures_conflict_only_where_roughness_cannot_explain_them(low: int, of: str | None, kind: str) -> None:
    def told(number: int, what: str | None, by: Any) -> dict[str, Any]:
        rough = Figure(0, 1, "population", number, number, "people", approximate=True, of=what)
        return line("the island of Tolm has so many inhabitants", by, "other", figures=[rough])

    one, two = told(100_000, "inhabitants of the island", MAYOR), told(low, of, REBELS)
    assert [relation.kind for relation in related(one, two)] == [kind]

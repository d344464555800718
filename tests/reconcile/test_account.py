"""The account as a whole, on small invented reports."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from bench.perfect import load, perfect
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reconcile.factory import killed, person, place, report, said
from twosource.model import Account, Question, Report
from twosource.reconcile import reconcile

ARMY = person("Varenian army", "Varenian army", "varenia", kind="organisation")
REBELS = person("Free Dorne Movement", "Free Dorne Movement", "dorne", kind="organisation")
MAYOR = person("Ilsa Brandt", "Tolm city council", "varenia")


def town_reports() -> list[Report]:
    """Two sides on one town, and a toll told twice."""
    return [
        report(
            "a",
            "2031-03-04",
            said("its forces captured Tolm on Tuesday", ARMY, type="control", places=[place("Tolm")]),
            said(
                "at least 12 people were killed in Tolm",
                MAYOR,
                type="casualties",
                places=[place("Tolm")],
                figures=[killed(12, None)],
            ),
        ),
        report(
            "b",
            "2031-03-04",
            said("fighting in Tolm was still going on", REBELS, type="attack", places=[place("Tolm")]),
            said(
                "40 people were killed in Tolm",
                REBELS,
                type="casualties",
                places=[place("Tolm")],
                figures=[killed(40, 40)],
            ),
            outlet="Dorne Today",
        ),
    ]


def questions(account: Account) -> list[Question]:
    """Every question of an account."""
    return [question for story in account.stories for question in story.questions]


def test_two_sides_on_one_town_are_a_dispute() -> None:
    control = next(q for q in questions(reconcile(town_reports())) if q.text == "Who controls Tolm?")
    assert control.status == "disputed"
    assert control.independent_sources.count == 2
    assert set(control.sides) == {"varenia", "dorne"}
    assert [r.kind for r in control.relations] == ["conflict"]


def test_tolls_stand_side_by_side_and_are_not_averaged() -> None:
    toll = next(q for q in questions(reconcile(town_reports())) if q.type == "casualties")
    estimates = {(p.estimate.low, p.estimate.best, p.estimate.high) for p in toll.positions if p.estimate}
    assert estimates == {(12, None, None), (40, 40, 40)}


def test_every_claim_is_in_a_question_once() -> None:
    account = reconcile(town_reports())
    refs = [(ref.report, ref.claim) for q in questions(account) for ref in q.claims()]
    assert sorted(refs) == [("a", "c1"), ("a", "c2"), ("b", "c1"), ("b", "c2")]


def test_the_same_report_twice_changes_nothing() -> None:
    once = town_reports()
    assert reconcile([*once, *once]) == reconcile(once)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_any_order_gives_the_same_account(order: tuple[int, ...]) -> None:
    later = report(
        "c", "2031-03-09", said("Tolm is under the control of the army", MAYOR, type="control", places=[place("Tolm")])
    )
    reports = [*town_reports(), later]
    assert reconcile([reports[n] for n in order]) == reconcile(reports)


PIECES = st.builds(
    said,
    st.sampled_from(
        [
            "its forces captured Tolm",
            "troops withdrew from Ahr",
            "fighting goes on in Ahr",
            "12 people died",
            "no comment",
            "the dam at Ahr broke",
        ]
    ),
    st.sampled_from([None, ARMY, REBELS, MAYOR]),
    type=st.sampled_from(["control", "attack", "movement", "casualties", "other"]),
    stance=st.sampled_from(["assert", "deny", "decline"]),
    places=st.sampled_from([[], [place("Tolm")], [place("Ahr")], [place("Dorne Province", 4)]]),
    figures=st.sampled_from([[], [killed(12, 12)], [killed(20, None)], [killed(None, 30, "killed_or_wounded")]]),
    said=st.sampled_from([None, "2031-03-04", "2031-05-20"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PIECES, min_size=1, max_size=5), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_any_reports_in_any_order_give_one_sound_account(drawn: list[list[dict[str, object]]], random: object) -> None:
    reports = [report(f"r{n}", "2031-03-05", *lines) for n, lines in enumerate(drawn)]
    account = reconcile(reports)
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert reconcile(shuffled) == account
    refs = {ref for q in questions(account) for ref in q.claims()}
    assert len(refs) == sum(len(lines) for lines in drawn)
    assert all(len(q.claims()) == len(set(q.claims())) for q in questions(account))
    for question in questions(account):
        own = set(question.claims())
        assert all(r.a in own and r.b in own and r.a != r.b and r.reason for r in question.relations)
        assert 0 <= question.independent_sources.count <= question.independent_sources.at_most
        assert question.text.endswith("?")


SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.mark.parametrize("name", [".", *(f"stories/{path.parent.name}" for path in SAMPLES.glob("stories/*/reports"))])
def test_no_two_questions_have_one_id(name: str) -> None:
    """A claim that speaks of two matters can be the earliest of two questions: they are two all the same."""
    account = reconcile(perfect(load(SAMPLES / name)))
    ids = [question.id for story in account.stories for question in story.questions]
    assert len(ids) == len(set(ids))

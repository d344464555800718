"""Judgements: what a person puts together, takes apart, names, grades and withdraws."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.conftest import Place
from twosource.errors import NotFoundError, StopError, UsageError
from twosource.model import ItemRef, Judgement
from twosource.views.judging import Judging
from twosource.workspace import Ledger, open_ledger

from .conftest import REPORTS, report


@pytest.fixture
def ana(ledger: Ledger) -> Judging:
    return ledger.judge("Ana")


def flood(ledger: Ledger) -> str:
    return next(row.id for row in ledger.stories() if "Dam" in row.title)


def siege(ledger: Ledger) -> str:
    return next(row.id for row in ledger.stories() if "Dam" not in row.title)


def test_stories_are_merged_and_the_withdrawal_parts_them_again(ledger: Ledger, ana: Judging) -> None:
    before = ledger.brief()
    given = ana.merge(siege(ledger), flood(ledger), reason="one week of war")
    merged = ledger.stories()
    assert [row.reports for row in merged] == [4]
    assert (given.author, given.reason, given.kind) == ("Ana", "one week of war", "merge_stories")
    assert ledger.story(before.stories[0].id).id == ledger.story(before.stories[1].id).id == merged[0].id
    ana.withdraw(given.number)
    assert ledger.brief() == before
    assert [one.kind for one in ledger.judgements()] == ["merge_stories", "withdraw"]


def test_an_item_is_split_off_and_stays_off_when_more_is_told(ledger: Ledger, ana: Judging) -> None:
    army = REPORTS[6][0].id
    ana.split(siege(ledger), army)
    assert any(story.items == (ItemRef(army, 0),) for story in ledger.brief().stories)
    ledger.add_reports([report("Tolm mourns\n\nTolm buried its dead, mayor Ilsa Brandt said.\n", 9, "Sel Courier")])
    assert any(story.items == (ItemRef(army, 0),) for story in ledger.brief().stories)


def test_an_item_is_moved_into_another_story(ledger: Ledger, ana: Judging) -> None:
    army = REPORTS[6][0].id
    target = flood(ledger)
    ana.move(army, to=target)
    assert ledger.story(target).reports == (army, REPORTS[8][0].id)
    assert [len(story.reports) for story in ledger.brief().stories] == [2, 2]


def test_questions_are_merged_split_and_claims_moved(ledger: Ledger, ana: Judging) -> None:
    asked = ledger.story(siege(ledger)).questions
    one, other = asked[0], asked[1]
    given = ana.merge(one.id, other.id)
    merged = ledger.question(one.id)
    assert set(merged.claims()) == {*one.claims(), *other.claims()}
    ref = other.claims()[0]
    ana.split(merged.id, f"{ref.report}/{ref.claim}")
    assert [q.claims() for s in ledger.brief().stories for q in s.questions if ref in q.claims()] == [(ref,)]
    ana.withdraw(given.number)
    moved = one.claims()[0]
    target = ledger.story(flood(ledger)).questions[0]
    ana.move(f"{moved.report}/{moved.claim}", to=target.id)
    assert moved in ledger.question(target.id).claims()


def test_names_are_given_and_kept_by_later_runs(ledger: Ledger, ana: Judging) -> None:
    story, asked = siege(ledger), ledger.story(siege(ledger)).questions[0]
    ana.relabel(story, "The siege of Tolm")
    ana.relabel(asked.id, "Who was killed at Tolm?")
    ledger.add_reports([report("Tolm mourns\n\nTolm buried its dead, mayor Ilsa Brandt said.\n", 9, "Sel Courier")])
    assert ledger.story(story).title == "The siege of Tolm"
    assert ledger.question(asked.id).text == "Who was killed at Tolm?"
    ana.relabel(story, "Tolm")
    assert ledger.story(story).title == "Tolm", "the later one wins"


def test_a_review_says_where_things_changed_since(ledger: Ledger, ana: Judging) -> None:
    asked = ledger.story(flood(ledger)).questions[0]
    ana.review(asked.id, reason="called the Water Board")
    ana.review(flood(ledger))
    seen = ledger.question(asked.id).reviewed
    assert seen is not None
    assert (seen.author, seen.reason, seen.changed) == ("Ana", "called the Water Board", False)
    story = ledger.story(flood(ledger)).reviewed
    assert story is not None
    assert not story.changed
    more = "Dam breaks at Varn\n\nThe Sill dam broke and 32 people drowned, rescuer Mira Halas said.\n"
    ledger.add_reports([report(more, 9, "Sel Courier")])
    changed = [q.reviewed.changed for q in ledger.story(flood(ledger)).questions if q.reviewed]
    assert changed == [True]


def test_the_two_grades_stand_side_by_side(ledger: Ledger, ana: Judging) -> None:
    row = next(row for row in ledger.claims(source="Ilsa Brandt"))
    ana.grade_source("ilsa brandt", "C")
    ana.grade_source("Ilsa Brandt", "B")
    given = ana.grade_claim(f"{row.report}/{row.claim}", "2")
    grades = [g for s in ledger.brief().stories for q in s.questions for g in q.grades]
    assert {(g.of_source, g.of_claim) for g in grades if g.claim.claim == row.claim} == {("B", "2")}
    ana.withdraw(given.number)
    assert {g.of_claim for s in ledger.brief().stories for q in s.questions for g in q.grades} == {None}


def test_what_makes_no_sense_is_refused_and_nothing_is_kept(ledger: Ledger, ana: Judging) -> None:
    asked = ledger.questions()[0].id
    claim = ledger.claims()[0]
    for act in (
        lambda: ana.merge(asked),
        lambda: ana.merge(asked, siege(ledger)),
        lambda: ana.split(siege(ledger)),
        lambda: ana.split(siege(ledger), REPORTS[8][0].id),
        lambda: ana.split(siege(ledger), f"{REPORTS[6][0].id}#7"),
        lambda: ana.split(asked, claim.report),
        lambda: ana.split(asked, f"{claim.report}/c999"),
        lambda: ana.move(to=siege(ledger)),
        lambda: ana.relabel(asked, " "),
        lambda: ana.grade_source("Ana", "G"),
        lambda: ana.grade_claim(f"{claim.report}/{claim.claim}", "0"),
        lambda: ana.withdraw(99),
        lambda: ana.review("q-none"),
    ):
        with pytest.raises(StopError):
            act()
    assert len(ledger.judgements()) == 0
    with pytest.raises(UsageError, match="author"):
        ledger.judge(" ")


def test_a_judgement_is_withdrawn_once(ana: Judging) -> None:
    given = ana.grade_source("Somebody", "F")
    taken = ana.withdraw(given.number)
    with pytest.raises(UsageError, match="already"):
        ana.withdraw(given.number)
    with pytest.raises(NotFoundError):
        ana.withdraw(taken.number)


def random_judgement(ledger: Ledger, ana: Judging, chance: random.Random) -> Judgement:
    stories, asked = [row.id for row in ledger.store.story_rows()], [row.id for row in ledger.store.question_rows()]
    claims = [f"{row.report}/{row.claim}" for row in ledger.store.claims()]
    items = [f"{row.id}#0" for row in ledger.store.report_rows()]
    pick = chance.choice
    acts = [
        lambda: ana.merge(*chance.sample(stories, 2)),
        lambda: ana.merge(*chance.sample(asked, 2)),
        lambda: ana.split(pick(stories), pick(items)),
        lambda: ana.split(pick(asked), pick(claims)),
        lambda: ana.move(pick(items), to=pick(stories)),
        lambda: ana.move(pick(claims), to=pick(asked)),
        lambda: ana.relabel(pick([*stories, *asked]), pick(["One", "Two"])),
        lambda: ana.review(pick([*stories, *asked])),
        lambda: ana.grade_source(pick(["Ilsa Brandt", "Water Board"]), pick("ABCDEF")),
        lambda: ana.grade_claim(pick(claims), pick("123456")),
    ]
    while True:
        try:
            return pick(acts)()
        except (StopError, ValueError):
            continue


def test_a_thousand_random_judgements_withdrawn_leave_the_account_as_it_was(ledger: Ledger) -> None:
    before = ledger.brief()
    chance = random.Random(11)
    held: list[int] = []
    ana = Judging(ledger.store, "Ana", lambda: None)
    for number in range(1000):
        if number % 40 == 0:
            ledger.refresh()
        held.append(random_judgement(ledger, ana, chance).number)
        if len(held) > 12:
            ana.withdraw(held.pop(chance.randrange(len(held))))
    assert ledger.brief() != before
    chance.shuffle(held)
    for number in held:
        ana.withdraw(number)
    assert ledger.brief() == before


def test_judgements_hold_in_any_ledger_of_the_same_reports(
    ledger: Ledger, ana: Judging, tmp_path: Path, place: Place
) -> None:
    """They are taken along by an export, and do not depend on when they were given."""
    chance = random.Random(3)
    for _ in range(25):
        ledger.refresh()
        random_judgement(ledger, ana, chance)
    told = ledger.brief()
    ledger.store.export(tmp_path / "out")
    with open_ledger(place("two")) as other:
        other.store.import_(tmp_path / "out")
        assert other.brief() == told
        assert list(other.judgements()) == list(ledger.judgements())
        other.store.remove(REPORTS[5][0].id)
        other.refresh()
        other.add_reports(REPORTS[5])
        assert other.brief().stories == told.stories

"""The account of a ledger, kept up a piece at a time, is the account of its reports."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Place
from twosource import settling
from twosource.model import Report
from twosource.pipeline import account_of, read
from twosource.reconcile import stories
from twosource.workspace import Ledger, open_ledger

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


def told(town: str, day: int, outlet: str, dead: int) -> Report:
    """An invented report of an attack on a town."""
    text = (
        f"Shelling kills {dead} in {town}\n\nAt least {dead} people were killed in the shelling of {town}, mayor Ilsa"
        f" Brandt told the {outlet}.\n\nThe Varenian army said that its forces had captured {town}.\n\nThe Free Dorne"
        f" Movement denied that {town} had fallen, spokesman Pavel Kost said on Tuesday.\n"
    )
    return read(text, published=f"2031-03-{day:02}", outlet=outlet)


POOL = [
    told(town, day, outlet, dead)
    for town, day, outlet, dead in (
        ("Tolm", 4, "Ahr Post", 12), ("Tolm", 5, "Sel Courier", 14), ("Tolm", 4, "Dorne Today", 12),
        ("Orlen", 6, "Ahr Post", 3), ("Orlen", 7, "Sel Courier", 5),
    )
]  # fmt: skip
FLOOD = read(
    "Dam breaks above Varn\n\nThe Lower Sill dam broke on Saturday and 30 people drowned, the Water Board said.\n",
    published="2031-03-08",
    outlet="Ahr Post",
)
POOL.append(FLOOD)
YEAR_AGO = POOL[0].replace(id="rlastyear", published=POOL[0].published.replace(start="2030-03-04", end="2030-03-04"))


@pytest.fixture
def ledger(place: Place) -> Iterator[Ledger]:
    with open_ledger(place("kept")) as opened:
        yield opened


def check(ledger: Ledger, reports: list[Report]) -> None:
    """Fails unless the ledger's account is that of the reports."""
    ledger.refresh()
    assert ledger.store.stories() == list(account_of(reports).stories)


@given(st.permutations(POOL), st.lists(st.booleans(), min_size=len(POOL), max_size=len(POOL)))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_one_by_one_or_at_once_gives_one_account(order: list[Report], pauses: list[bool]) -> None:
    with open_ledger("sqlite://") as ledger:
        for report, pause in zip(order, pauses, strict=True):
            ledger.add_reports([report])
            if pause:
                ledger.refresh()
        check(ledger, POOL)


@given(st.lists(st.sampled_from(POOL), max_size=12))
@settings(max_examples=8, deadline=None)
def test_reports_that_come_and_go_leave_the_account_of_those_that_stay(moves: list[Report]) -> None:
    with open_ledger("sqlite://") as ledger:
        there: dict[str, Report] = {}
        for report in moves:
            if report.id in there:
                ledger.remove(report.id)
                del there[report.id]
            else:
                ledger.add_reports([report])
                there[report.id] = report
            ledger.refresh()
        check(ledger, list(there.values()))


def test_units_that_are_too_large_are_cut_the_same_way_piece_by_piece(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stories, "MOST_ITEMS", 2)
    for report in POOL:
        ledger.add_reports([report])
        ledger.refresh()
    check(ledger, POOL)


def test_two_earthquakes_in_one_region_a_year_apart_are_two_stories(ledger: Ledger) -> None:
    ledger.add_reports([POOL[0], YEAR_AGO])
    assert len(ledger.stories()) == 2


def test_one_more_report_touches_its_own_stories_only(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger.add_reports(POOL[:5])
    ledger.refresh()
    assert len(ledger.stories()) == 1
    touched: list[str] = []
    monkeypatch.setattr(settling, "told", lambda story, _: touched.append(story.title) or story)
    ledger.add_reports([POOL[5]])
    ledger.refresh()
    assert touched == ["Dam breaks above Varn"]


def test_batches_smaller_than_what_is_pending_settle_it_all(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "BATCH", 2)
    monkeypatch.setattr(settling, "KEPT_READY", 1)
    ledger.add_reports(POOL)
    check(ledger, POOL)


def test_the_account_of_a_day_is_what_was_known_then(ledger: Ledger) -> None:
    """Whether it was asked for at the time or not."""
    for day, report in enumerate(POOL):
        ledger.store.add(report, added=NOON + timedelta(days=day))
    ledger.refresh()
    for day in range(len(POOL)):
        moment = NOON + timedelta(days=day, hours=6)
        assert ledger.store.stories(moment) == list(account_of(POOL[: day + 1]).stories)
    assert ledger.store.stories(NOON - timedelta(days=1)) == []


def test_an_id_that_a_story_or_question_had_before_still_finds_it(ledger: Ledger) -> None:
    ledger.add_reports([POOL[1]])
    old_story = ledger.stories()[0]
    old_questions = [row.id for row in ledger.questions()]
    ledger.add_reports([POOL[0]])
    new = ledger.stories()[0]
    assert new.id != old_story.id, "a report of the day before came in"
    assert ledger.story(old_story.id).id == new.id
    for question in old_questions:
        assert ledger.question(question).text


def test_what_is_taken_out_is_gone_from_the_past_too(ledger: Ledger) -> None:
    for day, report in enumerate(POOL):
        ledger.store.add(report, added=NOON + timedelta(days=day))
    ledger.refresh()
    gone = POOL[0]
    ledger.remove(gone.id)
    ledger.refresh()
    for day in range(8):
        past = ledger.store.stories(NOON + timedelta(days=day, hours=6))
        assert not [ref for story in past for q in story.questions for ref in q.claims() if ref.report == gone.id]
        assert not [story for story in past if gone.id in story.reports]


def test_an_export_takes_the_past_along(ledger: Ledger, tmp_path: Path, place: Place) -> None:
    for day, report in enumerate(POOL):
        ledger.store.add(report, added=NOON + timedelta(days=day))
    ledger.refresh()
    ledger.store.export(tmp_path / "out")
    with open_ledger(place("two")) as other:
        other.store.import_(tmp_path / "out")
        other.refresh()
        for day in range(7):
            moment = NOON + timedelta(days=day, hours=6)
            assert other.store.stories(moment) == ledger.store.stories(moment)
        assert other.store.account() == ledger.store.account()
        one_more = told("Varn", 9, "Sel Courier", 31)
        other.add_reports([one_more])
        check(other, [*POOL, one_more])


def test_many_random_changes_leave_the_account_of_what_is_there(ledger: Ledger) -> None:
    chance = random.Random(7)
    there: dict[str, Report] = {}
    for _ in range(25):
        report = chance.choice(POOL)
        anew = report.replace(claims=report.claims[: chance.randint(1, len(report.claims))])
        if report.id not in there:
            ledger.add_reports([anew])
        elif chance.random() < 0.5:
            ledger.store.replace_reading(anew)
        else:
            ledger.remove(report.id)
            del there[report.id]
            continue
        there[report.id] = anew
        if chance.random() < 0.4:
            ledger.refresh()
    check(ledger, list(there.values()))


ASKING = """
import sys
from tests.test_settling import POOL
from twosource.workspace import open_ledger
with open_ledger(sys.argv[1]) as ledger:
    for report in POOL[int(sys.argv[2])::2] + POOL[:3]:
        ledger.add_reports([report])
        assert ledger.store.stories() is not None
        ledger.stories()
"""


def test_programs_that_add_and_ask_at_once_come_to_one_account(ledger: Ledger, place: Place) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *filter(None, sys.path)]),
    }
    running = [
        subprocess.Popen([sys.executable, "-c", ASKING, place("kept"), n], env=environment, stderr=subprocess.PIPE)
        for n in ("0", "1", "0")
    ]
    for process in running:
        _, said = process.communicate()
        assert process.returncode == 0, said
    check(ledger, POOL)

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from twosource.errors import UsageError
from twosource.model import ClaimRef, Estimate, Group, Independence, Position, Question, Status
from twosource.pipeline import account_of
from twosource.views.changes import Version, compare, edits
from twosource.workspace import Ledger

from .conftest import REPORTS, report


def kinds(ledger: Ledger, since: str, as_of: str | None = None) -> list[str]:
    return [change.kind for change in ledger.changes(since=since, as_of=as_of)]


def test_a_second_source_a_denial_and_an_edited_report_are_told_on_their_days(ledger: Ledger) -> None:
    assert kinds(ledger, "2031-03-04", "2031-03-04") == []
    assert "second_source" in kinds(ledger, "2031-03-05", "2031-03-05")
    third = kinds(ledger, "2031-03-06", "2031-03-06")
    assert "first_denial" in third
    fourth = ledger.changes(since="2031-03-07", as_of="2031-03-07")
    edited = next(change for change in fourth if change.kind == "report_edited")
    assert edited.reports == (REPORTS[4][0].id, REPORTS[7][0].id)
    assert "out: “At least 12" in edited.detail
    assert "in: “At least 19" in edited.detail
    assert "figure_revised" in [change.kind for change in fourth]
    assert kinds(ledger, "2031-03-09") == []


def asked(status: Status, low: int, sources: int) -> Question:
    """A question with one position."""
    refs = (ClaimRef("r1", "c1"),)
    groups = tuple(Group((name,), claims=refs) for name in "abc"[:sources])
    position = Position("So many", refs, ("a",), Estimate(low, None, low + 3, "people"))
    return Question(
        "q1", "How many?", "casualties", status, (position,), independent_sources=Independence(sources, sources, groups)
    )


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (None, asked("single_source", 3, 1), []),
        (None, asked("disputed", 3, 2), ["second_source", "dispute_opened"]),
        (asked("single_source", 3, 1), asked("corroborated", 3, 2), ["second_source"]),
        (asked("corroborated", 3, 2), asked("corroborated", 3, 3), []),
        (asked("single_source", 3, 1), asked("single_source", 4, 1), ["figure_revised"]),
        (asked("corroborated", 3, 2), asked("disputed", 3, 2), ["dispute_opened"]),
        (asked("disputed", 3, 2), asked("denied", 3, 2), []),
        (asked("denied", 3, 2), asked("revised", 3, 2), ["dispute_settled"]),
    ],
)
def test_a_question_is_held_against_itself_as_it_stood(before: Question | None, now: Question, told: list[str]) -> None:
    version = Version(datetime(2031, 3, 4, tzinfo=UTC), "s1", now, before)
    assert [change.kind for change in compare(version, frozenset())] == told


def test_every_change_names_what_it_is_about_and_when(ledger: Ledger) -> None:
    found = ledger.changes(since="2031-03-01")
    assert [change.at for change in found] == sorted(change.at for change in found)
    for change in found:
        assert change.about
        assert change.detail
        if change.question is not None:
            assert ledger.question(change.question).text


def test_changes_of_one_story_leave_out_the_others(ledger: Ledger) -> None:
    ids = [row.id for row in ledger.stories()]
    parts = [ledger.changes(since="2031-03-01", story=id_) for id_ in ids]
    assert sum(map(len, parts)) == len(ledger.changes(since="2031-03-01"))
    assert {len(part) > 0 for part in parts} == {True, False}


def test_every_view_shows_what_was_known_at_the_end_of_a_day(ledger: Ledger) -> None:
    told = []
    for day in range(3, 10):
        moment = f"2031-03-{day:02}"
        current = {one.url or one.id: one for d in REPORTS if d <= day for one in REPORTS[d]}
        brief = ledger.brief(as_of=moment)
        assert brief.stories == account_of(list(current.values())).stories
        assert {row.report for row in ledger.claims(as_of=moment)} == {one.id for one in current.values()}
        assert len(ledger.stories(as_of=moment)) == len(brief.stories)
        asked = [question for story in brief.stories for question in story.questions]
        assert [row.id for row in ledger.questions(as_of=moment)] == [question.id for question in asked]
        for story in brief.stories:
            assert ledger.story(story.id, as_of=moment) == story
            assert {row.report for row in ledger.claims(story=story.id, as_of=moment)} <= set(story.reports)
        told.append(len(asked))
    assert told[0] == 0
    assert len(set(told)) > 2


@pytest.mark.parametrize("day", ["yesterday", "2031-02-30", ""])
def test_what_is_no_day_is_refused(ledger: Ledger, day: str) -> None:
    with pytest.raises(UsageError, match="wants a day as YYYY-MM-DD"):
        ledger.changes(since=day)
    with pytest.raises(UsageError, match="--as-of wants a day"):
        ledger.brief(as_of=day)


def test_edits_are_told_in_the_words_of_the_texts() -> None:
    before, now = report("One. Two! Three.", 4, "X"), report("One. Three. Four.", 4, "X")
    assert edits(before, now) == "out: “Two!”; in: “Four.”"
    assert edits(before, report("One.  Two!\n\nThree.", 4, "X")) == "only spaces"
    many = report(" ".join(f"Line {n}." for n in "abcdefgh"), 4, "X")
    assert edits(report("", 4, "X"), many).endswith("and 3 more")

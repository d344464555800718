from __future__ import annotations

import pytest
from sqlalchemy import text

from twosource.errors import LedgerError, NotFoundError
from twosource.ledger import Store
from twosource.ledger.engine import transaction
from twosource.model import Account

from .factory import make_account, make_report


def test_an_account_comes_back_as_it_was_set(store: Store) -> None:
    account = make_account(make_report("1"), make_report("2"))
    store.set_account(account)
    kept = store.account()
    assert kept == account
    assert kept is not None
    assert kept.to_json() == account.to_json()


def test_stories_and_questions_are_found_by_the_beginning_of_their_ids(store: Store) -> None:
    account = make_account(make_report())
    store.set_account(account)
    story = account.stories[0]
    assert store.story(story.id[:5]) == story
    assert store.question(story.questions[0].id[:5]) == story.questions[0]
    assert store.stories() == list(account.stories)
    for look_up in (store.story, store.question):
        with pytest.raises(NotFoundError):
            look_up("nothing")


def test_an_account_takes_the_place_of_the_one_before(store: Store) -> None:
    report = make_report()
    old, new = make_account(report, title="old"), make_account(report, title="new")
    store.set_account(old)
    store.set_account(new)
    assert store.account() == new


def test_stories_that_stay_the_same_are_not_written_again(store: Store) -> None:
    account = make_account(make_report())
    store.set_account(account)
    with transaction(store._engine) as connection:
        connection.execute(text("UPDATE questions SET text = 'untouched'"))
    store.set_account(Account(account.stories[::-1], account.made_by))
    assert store.stories() == list(account.stories)
    with store.looking() as connection:
        assert set(connection.execute(text("SELECT text FROM questions")).scalars()) == {"untouched"}


def test_another_version_that_judges_the_same_is_written_down(store: Store) -> None:
    report = make_report()
    store.set_account(make_account(report))
    store.set_account(make_account(report, made_by="test-judge-2"))
    kept = store.account()
    assert kept is not None
    assert kept.made_by == "test-judge-2"


def test_two_stories_of_one_id_are_refused_and_the_account_before_stays(store: Store) -> None:
    account = make_account(make_report())
    store.set_account(account)
    with pytest.raises(LedgerError, match="one id"):
        store.set_account(Account(account.stories * 2))
    assert store.account() == account


def test_removing_a_report_leaves_what_was_judged_until_it_is_judged_anew(store: Store) -> None:
    report = make_report()
    store.add(report)
    account = make_account(report)
    store.set_account(account)
    store.remove(report.id)
    assert store.account() == account


def test_reports_and_claims_of_a_story(store: Store) -> None:
    inside, outside = make_report("in"), make_report("out")
    store.add(outside)
    store.add(inside)
    account = make_account(inside)
    store.set_account(account)
    story = account.stories[0].id
    assert list(store.reports(story=story)) == [inside]
    assert [row.claim for row in store.claims(story=story[:6])] == ["c0", "c1", "c2", "c3"]
    assert store.claims(story=account.stories[1].id) == []

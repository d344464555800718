"""Where noun phrases begin and end."""

from __future__ import annotations

import pytest

from twosource.reading.attribution.nouns import object_end, phrase_after, subject_before
from twosource.reading.attribution.words import Word, words_between


def words_of(text: str) -> tuple[Word, ...]:
    return words_between(text, 0, len(text))


@pytest.mark.parametrize(
    ("before", "subject"),
    [
        ("The mayor of Lesk", "The mayor of Lesk"),
        ("In Lesk on Friday, the mayor", "the mayor"),
        ("Ann Lee, who leads the union,", "Ann Lee, who leads the union,"),
        ("Ann Lee, a nurse from Lesk, Norland,", "Ann Lee, a nurse from Lesk, Norland,"),
        ("The mayor on Friday", "The mayor"),
        ("The mayor himself", "The mayor"),
        ("The road is shut and the mayor", "the mayor"),
        ("Experts interviewed by the paper", "Experts interviewed by the paper"),
        ("People who know him", "People who know him"),
        ("Ann Lee – a nurse –", "Ann Lee – a nurse –"),
        ("when she", "she"),
    ],
)
def test_subject_before(before: str, subject: str) -> None:
    words = words_of(f"{before} said")
    found = subject_before(words, len(words) - 1)
    assert found is not None
    assert before[words[found[0]].start : words[found[1] - 1].end] == subject


def test_no_subject_at_the_start() -> None:
    assert subject_before(words_of("said so"), 0) is None


@pytest.mark.parametrize(
    ("after", "subject"),
    [
        ("Ann Lee, a nurse from Lesk", "Ann Lee, a nurse from Lesk"),
        ("the mayor on Friday", "the mayor"),
        ("he in a letter", "he"),
        ("Ann Lee after the raid", "Ann Lee"),
    ],
)
def test_phrase_after(after: str, subject: str) -> None:
    words = words_of(f"said {after}")
    found = phrase_after(words, 1)
    assert found is not None
    assert f"said {after}"[words[found[0]].start : words[found[1] - 1].end] == subject


def test_an_object_ends_before_a_clause() -> None:
    words = words_of("the raid on the port because it failed")
    assert [w.low for w in words[: object_end(words, 0, len(words))]] == ["the", "raid", "on", "the", "port"]

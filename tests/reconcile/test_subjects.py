"""What claims speak of beside their type. All sentences are invented."""

from __future__ import annotations

import pytest

from twosource.knowledge import table
from twosource.reconcile.subjects import names, subjects_in


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("Two villages were still without electricity", "utilities"),
        ("Tents were put up for those whose homes had gone", "shelter"),
        ("The tremor had a magnitude of 5.1", "magnitude"),
        ("Three men were arrested and will appear in court", "justice"),
        ("The road to the port stayed closed off", "transport"),
        ("The island has some 9,000 inhabitants", "population"),
    ],
)
def test_a_subject_is_told_by_its_words(words: str, subject: str) -> None:
    assert subject in subjects_in(words)


def test_a_month_is_no_protest_and_a_part_of_a_word_no_subject() -> None:
    assert "protest" not in subjects_in("the dam gave way on the night of 3-4 March")
    assert "weather" not in subjects_in("the practice of nicety")


def test_every_subject_has_a_name_and_a_place_in_the_file_once() -> None:
    ids = [row["id"] for row in table("subjects")["subject"]]
    assert len(ids) == len(set(ids)) == len(names())
    assert all(name and name == name.strip() for name in names().values())

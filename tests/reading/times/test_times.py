"""What holds of any text."""

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Layout, Published
from twosource.reading import times

WORDS = [
    "since", "by", "on", "the", "last", "next", "Friday", "January", "31", "February", "2024", "two", "weeks",
    "ago", "quarter", "night", "of", "-", ",", ".", "\n\n", "'s", "a", "half", "fall", "May", "9999", "99/99/9999",
    "24:61", "30.02.2024", "first", "past", "earlier", "now", "1990s", "until", "to", "10", "p.m.", "GMT", "every",
    "said", "will", "hundred", "century", "years", "0001", "Easter", "20th", "weekend", "\u0661", "\u00b2", "year",
    "before", "and", "'24",
]  # fmt: skip
DAYS = st.sampled_from(["0001-01-01", "1998-08-07", "2024-02-29", "2025-01-31", "9999-12-31", "", "not a day", None])


def check(text: str, start: str | None, end: str | None) -> None:
    published = Published(start, end, "given") if start or end else Published()
    mentions, found = times.find(Layout(text), published)
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip()
        assert mention.value
        assert mention.from_ is None or mention.to is None or mention.from_ <= mention.to
    for before, after in itertools.pairwise(mentions):
        assert before.end <= after.start
    assert found.start is None or found.end is None or found.start <= found.end or found == published


@given(st.lists(st.sampled_from(WORDS), max_size=30), DAYS, DAYS)
@settings(max_examples=400, deadline=None)
def test_any_run_of_time_words_is_read_without_a_fault(words: list[str], start: str | None, end: str | None) -> None:
    if start and end and end < start:
        start, end = end, start
    check(" ".join(words), start, end)


def test_the_last_year_of_the_calendar_has_its_ends_in_order() -> None:
    check("next year since 9999", "9999-12-31", "9999-12-31")


@given(st.text(max_size=200), DAYS)
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_without_a_fault(text: str, day: str | None) -> None:
    check(text, day, day)


def test_a_day_that_does_not_exist_is_no_time() -> None:
    mentions, _ = times.find(
        Layout("It was 31 February and 30.02.2024."), Published("2024-05-15", "2024-05-15", "given")
    )
    assert mentions == ()


RUNS = ["over ", "last ", "the ", "Jan. 3 ", "Jan. 3 (", "2 ", "a few of ", "on Friday 12:30 ", "the early last, - "]


@pytest.mark.parametrize("piece", RUNS)
def test_four_times_the_text_costs_about_four_times_the_work(piece: str) -> None:
    def cost(count: int) -> float:
        start = time.process_time()
        times.find(Layout(piece * count), Published())
        return time.process_time() - start

    cost(10)
    # Quadratic work would make it sixteen times.
    assert cost(16_000) < 10 * max(cost(4_000), 0.02)


def test_a_time_given_as_publication_counts_by_its_day() -> None:
    mentions, _ = times.find(Layout("It fell yesterday."), Published("2024-05-15T09:42", "2024-05-15T09:42", "given"))
    assert [m.value for m in mentions] == ["2024-05-14"]

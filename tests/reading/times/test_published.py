"""When a report was published, from its own words."""

import pytest

from twosource.model import Layout, Published
from twosource.reading import times


def published(text: str) -> tuple[str | None, str | None, str]:
    _, found = times.find(Layout(text), Published())
    return found.start, found.end, found.basis


def test_what_is_given_is_not_second_guessed() -> None:
    given = Published("2020-01-01", "2020-01-01", "given")
    _, found = times.find(Layout("By Ann Lee\nMay 3, 2021\n\nA bridge fell."), given)
    assert found == given


@pytest.mark.parametrize(
    "text",
    [
        "By Ann Lee  March 3, 2024 1:02 PM  2 min read\n\nA bridge fell near Ostrava on March 2.",
        "Bridge falls\n\nPublished 3 March 2024\n\nA bridge fell.",
        "Bridge falls\n\n3 March 2024\n\nA bridge fell.",
        "OSTRAVA, March 3, 2024 (Agency) - A bridge fell.",
        "OSTRAVA, March 3 (Agency) - A bridge fell. It was built in February 2024.",
        "OSTRAVA, Sunday, March 3 - A bridge fell. It was built in 2023.",
    ],
)
def test_a_byline_or_dateline_states_the_day(text: str) -> None:
    assert published(text) == ("2024-03-03", "2024-03-03", "stated")


def test_the_date_of_a_caption_is_no_byline() -> None:
    text = (
        "Bridge falls\n\nWorkers gather at the old bridge in Ostrava on Feb. 16, 2019. (Ann Lee / Agency)\n\nIt fell."
    )
    assert published(text) == ("2019-02-16", None, "inferred")


def test_a_day_without_a_year_is_recent_and_takes_its_year_from_the_rest() -> None:
    text = "The bridge, opened in November 2023, fell on 30 January. On 31 January the mayor resigned."
    assert published(text) == ("2024-01-31", "2024-02-06", "inferred")


def test_a_bare_weekday_after_the_latest_date_moves_the_range() -> None:
    text = "The bridge, opened in November 2023, fell on Thursday, Feb. 8. The mayor resigned on Friday."
    assert published(text)[0] == "2024-02-09"


def test_a_day_told_as_to_come_closes_the_range() -> None:
    text = "The bridge, opened in November 2023, fell on 30 January. The mayor will resign on February 2, 2024."
    assert published(text) == ("2024-01-30", "2024-02-02", "inferred")


def test_a_year_alone_bounds_only_one_end() -> None:
    assert published("In 2022 the bridge fell. On 30 January it was shut.") == ("2022-01-01", None, "inferred")


def test_a_digest_of_a_day_came_out_then_or_the_day_after() -> None:
    text = "Key developments on March 3:\n\nA bridge fell. Opened in February 2024, it was new."
    assert published(text) == ("2024-03-03", "2024-03-04", "inferred")


def test_without_dates_nothing_is_known() -> None:
    assert published("A bridge fell on Friday.") == (None, None, "unknown")


def test_words_are_read_from_both_ends_of_a_range() -> None:
    text = (
        "The bridge, opened in November 2023, fell on Tuesday, 30 January. It was shut this month. Cars sank yesterday."
    )
    mentions, found = times.find(Layout(text), Published())
    by_words = {text[m.start : m.end]: m for m in mentions}
    assert (found.start, found.end) == ("2024-01-30", "2024-02-05")
    assert by_words["yesterday"].value == "XXXX-XX-XX"
    assert (by_words["yesterday"].from_, by_words["yesterday"].to) == ("2024-01-29", "2024-02-04")

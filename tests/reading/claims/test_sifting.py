"""Attributions that an account does not keep: silence told as if it were words, and sources that are none."""

from __future__ import annotations

import pytest

from tests.reading.claims.marked import Read


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("nothing after two men were killed", False),
        ("little about the two men who were killed", False),
        ("nothing was left after two men were killed", True),
        ("little help came after two men were killed", True),
    ],
)
def test_who_says_nothing_is_no_source(said: str, kept: bool) -> None:
    read = Read(f"Mayor <s1>Ana Ruiz</s1> <c1>said</c1> <k1>{said}</k1>.\n")
    assert any(source.name == "Ana Ruiz" for source in read.report.sources) == kept


def test_an_answer_that_was_not_given_is_no_words_for_a_source() -> None:
    text = (
        "A spokesman did not <s1>respond to a request for comment on Arvian</s1> <c1>reports</c1> that "
        "<k1>more than 40 soldiers were killed</k1>.\n"
    )
    assert not [source.name for source in Read(text).report.sources if source.name.startswith("respond")]


def test_who_stands_behind_the_words_and_another_clause_after() -> None:
    text = "There were no guards on the quay, said keeper Olga Brandt; the ferry was about to leave.\n"
    claim = Read(text).claim("no guards")
    assert claim.relay[0] == "Olga Brandt"

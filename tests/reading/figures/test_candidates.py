"""What the numbers of a sentence are to each other, before any verb is read."""

from __future__ import annotations

from twosource.reading.figures.bounds import bounded
from twosource.reading.figures.candidates import Candidate, Numbers
from twosource.reading.figures.counted import counted
from twosource.reading.lexical import tokenize


def numbers(text: str) -> Numbers:
    tokens = tokenize(text, 0, len(text))
    words = [token.low for token in tokens]
    return Numbers(tokens, words, [Candidate(n, counted(tokens, words, n)) for n in bounded(tokens, words)])


def test_the_stronger_offer_wins() -> None:
    (one,) = numbers("12 people").candidates
    assert one.offer("killed", 5, 0)
    assert not one.offer("wounded", 4, 1)
    assert one.measure == "killed"


def test_countable_are_people_and_what_is_not_named() -> None:
    assert [one.countable for one in numbers("12 people, 3 km and 4 houses").candidates] == [True, False, False]


def test_a_figure_begins_at_its_verb() -> None:
    sentence = numbers("the blast killed 12 people")
    (one,) = sentence.candidates
    assert sentence.start_of(one) == 3
    one.offer("killed", 7, 0)
    assert sentence.start_of(one) == 2

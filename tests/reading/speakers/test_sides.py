"""For whom somebody speaks."""

from __future__ import annotations

from twosource.reading.speakers.lists import medium_in, sides_of, states
from twosource.reading.speakers.sides import Sides
from twosource.reading.speakers.words import words


def test_learned_from_the_text() -> None:
    sides = Sides()
    sides.learn(words("Chad’s river relief agency and the Ministry of Floods of Niger met"))
    assert sides.of("River Relief Agency", set(), "organisation") == ("chad",)
    assert sides.of("Ministry of Floods", set(), "organisation") == ("niger",)
    assert sides.of("Hill Relief Agency", set(), "organisation") == ()


def test_a_body_that_two_states_have_tells_neither() -> None:
    sides = Sides()
    sides.learn(words("Chad's military met Niger's military"))
    assert sides.of("military", set(), "organisation") == ()


def test_home_counts_only_where_the_story_is_there() -> None:
    at_home, abroad = Sides("TD"), Sides("FR")
    for sides in (at_home, abroad):
        sides.learn(words("Chad said that Chad and the Chadian army had Chadian maps"))
    assert at_home.of(None, {"governor"}, "person") == ("chad",)
    assert abroad.of(None, {"governor"}, "person") == ()


def test_every_state_has_a_side() -> None:
    assert len(states()) > 190
    assert states()["FR"] == states()["US"] == "west"
    assert sides_of(words("the IDF")) == ("israel",)


def test_media() -> None:
    assert medium_in(words("told Reuters on Monday")) is not None
    assert medium_in(words("the newspaper El Faro Nuevo")) is not None
    assert medium_in(words("told the council")) is None

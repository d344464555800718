"""Words with offsets, and lists of phrases."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.reading.speakers import Phrases, words


def test_possessives_and_initials_stand_alone() -> None:
    assert [word.text for word in words("Chad’s U.S.-made jets, al-Arish")] == [
        "Chad",
        "’s",
        "U.S.",
        "-",
        "made",
        "jets",
        ",",
        "al-Arish",
    ]


def test_the_longest_phrase_wins() -> None:
    table = Phrases({"pull back": 1, "pull back from": 2, "withdr*": 3})
    assert [hit.value for hit in table.find(words("They pull back from here, then withdrew"))] == [2, 3]
    assert table.first(words("nothing here")) is None


def test_capitals_count_where_asked() -> None:
    table = Phrases({"US": 1}, cased=True)
    assert table.find(words("tell us")) == []
    assert len(table.find(words("the US said"))) == 1


def test_a_list_that_is_made_later_is_found_too() -> None:
    found = words("They withdrew to the Port")
    assert not Phrases({"left": 1}).find(found)
    later = Phrases({"withdr*": 2, "to the": 3})
    assert not later.absent(found)
    assert [hit.value for hit in later.find(found)] == [2, 3]
    assert Phrases({"Por*": 4}, cased=True).first(words("the Port")) is not None
    assert Phrases({"Por*": 5}, cased=True).absent(words("the port"))


@given(st.text(max_size=120))
def test_words_lie_in_order_in_the_text(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end
        assert text[word.start : word.end] == word.text
        end = word.end

"""Usual English names."""

from __future__ import annotations

import pytest

from twosource.reading.places.gazetteer import gazetteer
from twosource.reading.places.names import fold
from twosource.reading.places.usual import bare, plain


@pytest.mark.parametrize(("asked", "printed"), [
    ("Rajasthan", "Rajasthan"), ("Bihar", "Bihar"), ("Rylsk", "Rylsk"), ("North Gyeongsang", "North Gyeongsang"),
    ("East Java", "East Java"), ("Zürich", "Zürich"), ("Krasnodar Krai", "Krasnodar Krai"), ("Homs", "Homs"),
    ("Donetsk Oblast", "Donetsk Oblast"), ("Sicily", "Sicily"), ("São Paulo", "São Paulo"),
])  # fmt: skip
def test_names_are_printed_as_newspapers_do(asked: str, printed: str):
    atlas = gazetteer()
    assert printed in {atlas.entry(i).name for i in atlas.ids([fold(asked)])[fold(asked)]}


def test_no_name_is_a_slogan():
    atlas = gazetteer()
    named = {atlas.entry(i).name for i in atlas.units().values()}
    assert not [name for name in named if name.startswith(("Land of", "Gateway", "Jewel"))]


def test_marks_go_only_where_letters_are_others():
    assert plain("Köln", "DE") == "Köln"
    assert plain("Ḩamāh", "SY") == "Hamah"


def test_the_word_for_the_kind_goes():
    assert bare("Deir ez-Zor Governorate") == "Deir ez-Zor"
    assert bare("Oblast") == "Oblast"

"""Places that no list has: only where the text itself says that they are places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Document
from twosource.reading.places import find
from twosource.reading.places.unlisted import unlisted
from twosource.reading.structure import lay_out


def names(text: str) -> list[str]:
    return [place.name for place in unlisted(lay_out(Document(None, text)), ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two people died in the village of Zzarnov.", ["Zzarnov"]),
        ("Troops entered Kvedrin, a railway town in the south. Kvedrin fell on Friday.", ["Kvedrin", "Kvedrin"]),
        ("Shelling went on in Lower Qorvia Province.", ["Lower Qorvia Province"]),
        ("He lives near the town Blezno.", ["Blezno"]),
        ("Vrumna, a spokesman said, was quiet.", []),
        ("They took the town of Hask. General Hask was silent; the Hask Brigade was not.", ["Hask"]),
        ("The city of lights shone.", []),
        ("The Lower Zzarn Fire Department and the State Department were called.", []),
    ],
)
def test_the_text_vouches_for_the_place(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_it_lies_nowhere_that_is_known() -> None:
    (place,) = find(lay_out(Document(None, "The village of Zzarnov was shelled.")))
    assert (place.lat, place.lon, place.precision, place.use) == (None, None, None, "literal")
    assert place.reason


def test_a_place_of_the_gazetteer_is_left_as_it_is() -> None:
    layout = lay_out(Document(None, "Floods reached the town of Gainesville, Texas."))
    assert [p.name for p in find(layout) if p.lat is None] == []


@given(st.text(alphabet="Tavillage of town Zarn,.-’s\n\u2028", max_size=200))
def test_mentions_cut_their_words(text: str) -> None:
    for place in unlisted(lay_out(Document(None, text)), ()):
        assert text[place.start : place.end] == place.name

"""Source phrases of many kinds, and what each says by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.reading.speakers import describe, sides_of, words

CASES = [
    ("Colonel Marek Dolny, a spokesman for the Northern Guard", "person", "Marek Dolny"),
    ("Elmsford’s mayor, Jan Petersen", "person", "Jan Petersen"),
    ("Head of the National Flood Council Ines Duarte", "person", "Ines Duarte"),
    ("Colombian Foreign Minister Luisa Prado", "person", "Luisa Prado"),
    ("a company commander with the callsign “Heron”", "person", "Heron"),
    ("she", "pronoun", "she"),
    ("a jury on Tuesday", "body", "jury"),
    ("Undersheriff Jan Petersen", "person", "Jan Petersen"),
    ("the spokeswoman", "role", "spokeswoman"),
    ("a Sudanese military spokesperson", "role", "Sudanese military spokesperson"),
    ("an unnamed Turkish official", "anonymous", "unnamed Turkish official"),
    ("a source", "anonymous", "source"),
    ("Recent reports", "anonymous", "recent reports"),
    ("the report", "vessel", "report"),
    ("Lebanese officials", "class", "Lebanese officials"),
    ("Chad and Sudan", "class", "Chad and Sudan"),
    ("a statement issued by the Ministry of Health", "body", "Ministry of Health"),
    ("the ministry’s statement", "body", "ministry"),
    ("the 12th Mountain Brigade, which holds the pass", "body", "12th Mountain Brigade"),
    ("The World Food Programme (WFP)", "body", "World Food Programme"),
]


@pytest.mark.parametrize(("phrase", "form", "name"), CASES)
def test_describe(phrase: str, form: str, name: str) -> None:
    said = describe(words(phrase))
    assert (said.form, said.name) == (form, name)


def test_sides() -> None:
    assert sides_of(words("Israeli and U.S. officials in Beirut")) == ("israel", "west", "lebanon")
    assert sides_of(words("The Moscow Times")) == ()


@given(st.text(max_size=80))
def test_any_words_can_be_described(text: str) -> None:
    assert describe(words(text)).form

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.knowledge import parties, table


def test_states_their_people_and_groups_are_found_in_order() -> None:
    found = parties.mentions("Chadian soldiers met Hezbollah and Norwegians in Oslo")
    assert [(m.party, m.people) for m in found] == [
        ("chad", True),
        ("hezbollah", False),
        ("norway", True),
        ("norway", False),
    ]


@pytest.mark.parametrize("text", ["polished", "a turkey", "Chadwick", "Omani-led", "", "chad"])
def test_words_that_only_look_like_it_are_none(text: str) -> None:
    assert "poland" not in [m.party for m in parties.mentions(text)]
    assert [m.party for m in parties.mentions(text) if m.party in ("chad", "turkey")] == []


def test_how_parties_are_called() -> None:
    assert (parties.name_of("chad"), parties.people_of("chad")) == ("Chad", "Chadian")
    assert (parties.name_of("hezbollah"), parties.people_of("hezbollah")) == ("Hezbollah", None)


@given(st.text())
def test_mentions_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    found = parties.mentions(f"Chad {text} Norway")
    assert found[0].party == "chad"
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_the_table_is_sound() -> None:
    rows = table("parties")
    for kind in ("state", "group", "body"):
        ids = [row["id"] for row in rows[kind]]
        assert len(ids) == len(set(ids)), kind
        assert all(re.fullmatch(r"[a-z0-9_]+", name) for name in ids), kind
        assert all(row["names"] for row in rows[kind]), kind
    codes = [row["iso"] for row in rows["state"] if "iso" in row]
    assert len(codes) == len(set(codes))
    assert len(codes) > 190

"""Events in whole texts: offsets, factuality, codes of PLOVER."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Document
from twosource.reading import events
from twosource.reading.encoder import encode
from twosource.reading.structure import lay_out

PIECES = "to not attack killed may if will he refused , . plans withdraw talks no the said ’ “ 5"
WORDS = st.sampled_from(PIECES.split())


def found_in(text: str) -> dict[str, tuple[float | None, str | None]]:
    layout = lay_out(Document(None, text))
    return {text[e.start : e.end]: (e.factuality, e.code) for e in events.find(layout, encode(layout))}


@settings(max_examples=50, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=80).map(" ".join)))
def test_offsets_cut_and_scale_holds(text: str) -> None:
    layout = lay_out(Document(None, text))
    found = events.find(layout, encode(layout))
    for event in found:
        assert 0 <= event.start < event.end <= len(text)
        assert event.factuality is not None
        assert -3 <= event.factuality <= 3
        assert event.code is None or event.code in events.codes()
    assert [e.start for e in found] == sorted({e.start for e in found})


def test_what_happened_is_above_what_may_and_what_did_not() -> None:
    sure = found_in("The army captured the town.")["captured"][0] or 0
    may = found_in("The army may capture the town.")["capture"][0] or 0
    denied = found_in("The army did not capture the town.")["capture"][0] or 0
    assert sure > may > denied
    assert sure > 2
    assert denied < 0


def test_codes() -> None:
    read = found_in("Troops withdrew after shelling killed two, and talks collapsed.")
    assert read["withdrew"][1] == "RETREAT/withdraw"
    assert read["shelling"][1] == "ASSAULT/heavy-weapons"
    assert read["killed"][1] == "ASSAULT"
    assert read["collapsed"][1] is None


def test_codes_have_the_shape_of_plover() -> None:
    assert all(re.fullmatch(r"[A-Z]+(/[a-z-]+)?", code) for code in events.codes())

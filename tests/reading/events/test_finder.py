"""Events in whole texts: offsets, factuality, codes of PLOVER."""

from __future__ import annotations

import re
import time

from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Layout
from twosource.reading import events

PIECES = "to not attack killed may if will he refused , . plans withdraw talks no the said ’ “ 5"
WORDS = st.sampled_from(PIECES.split())


@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=80).map(" ".join)))
def test_offsets_cut_and_scale_holds(text: str) -> None:
    found = events.find(Layout(text))
    for event in found:
        assert 0 <= event.start < event.end <= len(text)
        assert event.factuality is not None
        assert -3 <= event.factuality <= 3
        assert event.code is None or event.code in events.codes()
    assert [e.start for e in found] == sorted({e.start for e in found})


def by_word(text: str) -> dict[str, tuple[float | None, str | None]]:
    return {text[e.start : e.end]: (e.factuality, e.code) for e in events.find(Layout(text))}


def test_what_happened_is_above_what_may_and_what_did_not() -> None:
    sure = by_word("The army captured the town.")["captured"][0] or 0
    may = by_word("The army may capture the town.")["capture"][0] or 0
    plans = by_word("The army plans to capture the town.")["capture"][0] or 0
    denied = by_word("The army did not capture the town.")["capture"][0] or 0
    refused = by_word("The army refused to withdraw.")["withdraw"][0] or 0
    assert sure == 3
    assert sure > plans > denied
    assert sure > may > denied
    assert refused < 0


def test_codes() -> None:
    read = by_word("Troops withdrew after shelling killed two, and talks collapsed.")
    assert read["withdrew"][1] == "RETREAT/withdraw"
    assert read["shelling"][1] == "ASSAULT/heavy-weapons"
    assert read["killed"][1] == "ASSAULT"
    assert read["collapsed"][1] is None


def test_codes_have_the_shape_of_plover() -> None:
    assert all(re.fullmatch(r"[A-Z]+(/[a-z-]+)?", code) for code in events.codes())


def test_time_grows_with_length_only() -> None:
    text = "He refused to try to begin to withdraw to avoid to "
    start = time.process_time()
    events.find(Layout(text * 200))
    short = time.process_time() - start
    start = time.process_time()
    events.find(Layout(text * 2000))
    assert time.process_time() - start < 40 * short + 1


def test_auxiliaries_are_events_where_they_are_main_verbs() -> None:
    assert set(by_word("They will have a truce.")) == {"have", "truce"}
    assert "have" not in by_word("They will have left.")


def test_object_shares_the_doubt_of_its_verb() -> None:
    sure = by_word("They won approval.")["approval"][0] or 0
    hoped = by_word("They hope to win approval.")["approval"][0] or 0
    assert hoped < sure

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from twosource.model import Period, Published, Span, canonical_json, content_id, cut_all

spans = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 50), st.integers(0, 50))
days = st.none() | st.dates().map(str)
periods = st.builds(Period, days, days)


@given(spans, spans)
def test_spans_overlap_where_they_share_a_character(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    assume(a.start < a.end and b.start < b.end)
    assert a.overlaps(b) is b.overlaps(a) is bool(shared)


@given(spans, spans)
def test_a_span_contains_what_has_no_character_outside_it(a: Span, b: Span) -> None:
    assume(b.start < b.end)
    assert a.contains(b) is (set(range(b.start, b.end)) <= set(range(a.start, a.end)))


@given(st.text(), spans)
def test_a_span_counts_code_points(text: str, span: Span) -> None:
    assert span.cut(text) == "".join(list(text)[span.start : span.end])


def test_broken_words_are_joined_by_an_ellipsis() -> None:
    assert cut_all("a b c d", (Span(0, 1), Span(4, 5), Span(6, 7))) == "a … c … d"
    assert cut_all("a b c d", ()) == ""


@given(periods, periods)
def test_periods_meet_in_either_order(a: Period, b: Period) -> None:
    assert a.meets(b) is b.meets(a)


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_closed_periods_meet_where_they_share_a_day(a: object, b: object, c: object, d: object) -> None:
    first, second = sorted((str(a), str(b))), sorted((str(c), str(d)))
    shared = max(first[0], second[0]) <= min(first[1], second[1])
    assert Period(*first).meets(Period(*second)) is shared


@given(periods)
def test_a_period_of_nothing_is_false_and_meets_everything(other: Period) -> None:
    assert not Period()
    assert Period().meets(other) or (other.start or "") > (other.end or "9999")
    assert bool(other) is (other.start is not None or other.end is not None)


@given(periods)
def test_periods_come_back_from_json(period: Period) -> None:
    assert Period.from_dict(json.loads(period.to_json())) == period


def test_a_period_is_called_from_and_to_in_json_and_start_and_end_in_python() -> None:
    assert Period.day("2031-03-04").to_dict() == {"from": "2031-03-04", "to": "2031-03-04"}
    assert Published.from_dict({"from": None, "to": "2031-03-04", "basis": "inferred"}).end == "2031-03-04"


@pytest.mark.parametrize("value", [{"start": "3", "end": 4}, {"start": 3}, [3, 4], None])
def test_what_does_not_fit_is_refused(value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        Span.from_dict(value)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(json_values)
def test_canonical_json_is_ascii_and_says_the_same(value: object) -> None:
    text = canonical_json(value)
    assert text.isascii()
    assert json.loads(text) == value
    assert canonical_json(json.loads(text)) == text


@given(st.dictionaries(st.text(), st.integers()))
def test_canonical_json_does_not_depend_on_the_order(value: dict[str, int]) -> None:
    assert canonical_json(value) == canonical_json(dict(reversed(value.items())))


def test_ids_are_what_they_were() -> None:
    """Ids stand in users' scripts and ledgers: they may never change."""
    assert content_id("r", ["text", None, {"from": "2031-03-04"}]) == "ra193e706b5fb"
    assert content_id("q", ["text", None, {"from": "2031-03-04"}]) != content_id("r", ["text", None, {}])
    assert len(content_id("s", "x", length=20)) == 21


def test_joined_strings_do_not_make_one_id() -> None:
    assert content_id("r", ["ab", "c"]) != content_id("r", ["a", "bc"])


def test_records_are_frozen_and_hashable() -> None:
    span = Span(1, 2)
    with pytest.raises(AttributeError):
        span.start = 3  # type: ignore[misc]
    assert {span, Span(1, 2)} == {span}
    assert span.replace(end=9) == Span(1, 9)
    assert span == Span(1, 2)


def test_a_record_shows_itself_only_where_somebody_can_draw_it() -> None:
    assert Span(1, 2)._repr_html_() is None

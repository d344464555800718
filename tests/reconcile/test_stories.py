"""Items into stories: by the two alone, in any order, and within units of a bounded size."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Period
from twosource.reconcile import stories
from twosource.reconcile.stories import (
    ItemGist,
    alike,
    components,
    in_order,
    keys,
    stories_in,
    threads_of,
    tie,
    tied_pairs,
    units,
)

SIEGE = frozenset({"shell", "siege", "harbour", "ruin", "mortar", "garrison"})
FLOOD = frozenset({"flood", "dam", "river", "sandbag", "evacu", "reservoir"})
NAMES = frozenset({"tolm", "brandt", "horvat"})


def item(
    report: str,
    stems: frozenset[str] = SIEGE,
    names: frozenset[str] = NAMES,
    day: str | None = "2031-03-04",
    towns: tuple[str, ...] = (),
) -> ItemGist:
    published = Period.day(day) if day else Period()
    return ItemGist(report, 0, stems, names, published, 100, frozenset(towns))


def grouped(items: list[ItemGist]) -> set[frozenset[str]]:
    return {frozenset(i.report for i in story) for unit in units(items) for story in stories_in(unit)}


def test_the_same_words_and_names_tell_one_story_and_others_another() -> None:
    found = grouped([item("a"), item("b"), item("c", FLOOD, frozenset({"varn", "sill"}))])
    assert found == {frozenset("ab"), frozenset("c")}


@pytest.mark.parametrize(("day", "tied"), [("2031-04-01", True), ("2032-03-04", False), (None, True)])
def test_items_weeks_apart_are_tied_and_items_a_year_apart_are_not(day: str | None, tied: bool) -> None:
    assert (tie(item("a"), item("b", day=day), True) > 0) is tied
    assert (len(grouped([item("a"), item("b", day=day)])) == 1) is tied


def test_how_alike_two_items_are_depends_on_the_two_alone() -> None:
    one, other = item("a"), item("b", SIEGE | FLOOD)
    assert alike(one, other) == alike(other, one)
    assert alike(one, one) == pytest.approx(1)
    assert alike(one, item("c", FLOOD, frozenset({"varn"}))) == 0


def test_a_town_ties_stories_to_a_thread_on_the_first_level_only() -> None:
    here = item("a", towns=("tolm",))
    there = item("b", FLOOD, frozenset({"varn", "sill"}), towns=("tolm",))
    (unit,) = units([here, there])
    assert unit.level == 0
    told = stories_in(unit)
    assert len(told) == 2
    assert [len(thread.stories) for thread in threads_of(told, 0)] == [2]
    assert [len(thread.stories) for thread in threads_of(told, 1)] == [1, 1]
    far = there.replace(published=Period.day("2032-03-04"))
    assert len(units([here, far])) == 2


def test_a_unit_that_is_too_large_is_looked_for_on_a_later_level(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "MOST_ITEMS", 2)
    items = [item(f"r{n}", SIEGE | {f"word{n}", f"other{n}"}) for n in range(4)]
    found = units(items)
    assert max(unit.level for unit in found) > 0
    assert sorted(i.report for unit in found for i in unit.items) == [i.report for i in items]


def test_what_is_linked_stands_in_one_unit_whatever_it_says() -> None:
    one, other = item("a"), item("b", FLOOD, frozenset({"varn"}), "2035-01-01")
    assert len(units([one, other])) == 2
    assert len(units([one, other], [(("a", 0), ("b", 0))])) == 1
    assert len(units([one, other], [(("a", 0), ("gone", 0))])) == 2


def test_an_item_is_found_by_its_rarest_words_and_its_towns() -> None:
    of_words, of_towns = keys(item("a", SIEGE | {"the", "peopl"}, towns=("tolm",)))
    assert "s:the" not in of_words[:6]
    assert len(of_words) <= stories.RAREST
    assert of_towns == ("t:tolm",)


WORDS = st.frozensets(st.sampled_from(sorted(SIEGE | FLOOD)), min_size=2, max_size=6)
ITEMS = st.lists(st.tuples(WORDS, st.sampled_from(["2031-03-04", "2031-04-10", "2032-01-01", None])), max_size=8)


@given(ITEMS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_any_items_in_any_order_make_the_same_stories(
    drawn: list[tuple[frozenset[str], str | None]], random: object
) -> None:
    items = [item(f"r{n}", stems, day=day) for n, (stems, day) in enumerate(drawn)]
    shuffled = list(items)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert grouped(items) == grouped(shuffled)
    assert sorted(name for group in grouped(items) for name in group) == [i.report for i in items]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_components_are_named_after_their_least_member(ties: list[tuple[int, int]]) -> None:
    found = components(10, ties)
    assert all(found[a] == found[b] for a, b in ties)
    assert all(found[found[n]] == found[n] <= n for n in range(10))


def test_pairs_that_share_too_little_are_not_looked_at() -> None:
    few = [item("a", frozenset({"siege"}), frozenset()), item("b", frozenset({"siege"}), frozenset())]
    assert list(tied_pairs(few)) == []
    assert [i.report for i in in_order([item("b"), item("a"), item("c", day="2030-01-01")])] == ["c", "a", "b"]

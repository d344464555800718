"""Repeats, parts and sums over the sentences of a report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Figure, Layout
from twosource.reading import figures
from twosource.reading.figures.repeats import Mention, link


def links(*sentences: str) -> list[tuple[object, int | None, int | None]]:
    return [(f.low, f.same_as, f.part_of) for f in figures.find(Layout("\n".join(sentences)))]


def summed(*sentences: str) -> float:
    return sum(f.low or 0 for f in figures.find(Layout("\n".join(sentences))) if f.same_as is None)


@pytest.mark.parametrize(
    ("sentences", "total"),
    [
        (("Six miners died on Friday.", "The six miners died underground."), 6),
        (("Six miners died on Friday.", "Another six miners died on Sunday."), 12),
        (("Six miners died on Friday.", "Six cooks died on Sunday."), 12),
        (("Several poachers were arrested.", "In all, nine poachers were arrested."), 9),
        (("Nine poachers were arrested.", "Several poachers were arrested at night."), 9),
        (("Rangers arrested a guard and one poacher.", "The two suspects were arrested at dawn."), 2),
        (("Rangers arrested a guard and one poacher.", "Several men were arrested at dawn."), 2),
        (("Five poachers were arrested.", "Rangers held and arrested three.", "Another two were arrested."), 5),
        (("Five poachers were arrested.", "Rangers held and arrested three.", "Another three were arrested."), 11),
        (("Rangers arrested one suspect.", "After a search they arrested a poacher."), 1),
        (("Rangers arrested a thief.", "After a search they arrested a poacher."), 2),
        (("Several poachers were arrested.", "Rangers announced the capture of a poacher."), 3),
        (("Three poachers were arrested.", "Rangers arrested the thief and two poachers."), 3),
    ],
)  # fmt: skip
def test_sum_of_what_is_no_repeat(sentences: tuple[str, ...], total: int) -> None:
    assert summed(*sentences) == total


def test_repeat_points_to_the_first_mention_however_often_it_is_told() -> None:
    told = "Six miners died in the shaft."
    assert links(told, told, told) == [(6, None, None), (6, 0, None), (6, 0, None)]


def test_details_are_parts_of_the_total() -> None:
    read = links(
        "Five poachers were arrested.", "Rangers arrested three poachers.", "Another two poachers were arrested."
    )
    assert read == [(5, None, None), (3, 0, 0), (2, 0, 0)]


def test_one_number_of_two_measures_is_no_repeat() -> None:
    assert links("Six miners died.", "Six miners were hurt.") == [(6, None, None), (6, None, None)]


MENTIONS = st.builds(
    Mention,
    figure=st.builds(
        Figure,
        start=st.just(0),
        end=st.just(1),
        measure=st.sampled_from(["killed", "captured", "count"]),
        low=st.one_of(st.none(), st.integers(0, 6)),
        high=st.just(9),
    ),
    head=st.sampled_from([None, "people", "miners", "miner"]),
    sentence=st.integers(0, 4),
    additional=st.booleans(),
    part_of=st.none(),
    vague=st.booleans(),
    of_the=st.booleans(),
    passing=st.sampled_from([None, "laid", "tally"]),
    worded=st.booleans(),
    beside=st.booleans(),
)


@given(st.lists(MENTIONS, max_size=30))
def test_links_stay_in_range_and_never_point_to_themselves(mentions: list[Mention]) -> None:
    found = link(mentions)
    assert len(found) == len(mentions)
    for index, figure in enumerate(found):
        assert figure.same_as is None or (0 <= figure.same_as < len(found) and figure.same_as != index)
        assert figure.part_of is None or figure.part_of == figure.same_as
        assert figure.background is None or figure.measure == "count"


@given(st.lists(MENTIONS, max_size=30))
def test_chains_of_repeats_end(mentions: list[Mention]) -> None:
    found = link(mentions)
    for start in range(len(found)):
        seen: set[int] = set()
        at: int | None = start
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = found[at].same_as

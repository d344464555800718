"""What pairs of claims share, as matrices: the same as asking pair by pair. All names and events are invented."""

from __future__ import annotations

from itertools import product

import pytest

from tests.reconcile.factory import killed, person, place, report, said
from twosource.reconcile import figures, frames
from twosource.reconcile.crowd import FAR, Crowd, of_one_matter
from twosource.reconcile.gist import Gist, gists
from twosource.reconcile.matching import Rarities, days_apart, verdicts

GUARD = person("Dorne Border Guard", "Dorne Border Guard", "dorne", kind="organisation")
PAGES = (
    report(
        "r1",
        "2031-03-09",
        said("rockets killed six people at the station of Tolm", GUARD, type="casualties", places=[place("Tolm")],
             figures=[killed(6, 6)], when="2031-03-03"),
        said("Varenian marines captured Tolm", GUARD, type="control", places=[place("Tolm")], when="2031-03-05"),
    ),
    report(
        "r2",
        "2031-03-20",
        said("nine people were killed in Tolm", type="casualties", places=[place("Tolm")], figures=[killed(9, 9)],
             when="2031-03-18"),
        said("Tolm is held by the guard", GUARD, type="control", places=[place("Tolm")]),
        said("at least five people were killed", GUARD, stance="deny", type="casualties", figures=[killed(5, None)]),
    ),
)  # fmt: skip
GISTS: list[Gist] = [gist for page in PAGES for gist in gists(page)]
PAIRS = list(product(range(len(GISTS)), repeat=2))
CROWD = Crowd(GISTS)
RARITIES = Rarities.of(GISTS)


@pytest.mark.parametrize(("i", "j"), PAIRS)
def test_a_cell_says_what_the_pair_says(i: int, j: int) -> None:
    a, b = GISTS[i], GISTS[j]
    assert CROWD.shared("stems")[i, j] == len(a.stems & b.stems)
    assert CROWD.cosine("stems", RARITIES.stems)[i, j] == pytest.approx(RARITIES.stems.cosine(a.stems, b.stems))
    around = CROWD.cosine("stems", RARITIES.stems, "around")[i, j]
    assert around == pytest.approx(RARITIES.stems.cosine(a.stems, b.around))
    assert CROWD.days(lambda g: g.when)[i, j] == days_apart(a.when, b.when)
    assert CROWD.standings[i, j] == (figures.compare(a.figures, b.figures) or "")
    assert CROWD.other_answers[i, j] == figures.other_answer(a.figures, b.figures)
    spoken = a.state and b.state and of_one_matter(a.matter, b.matter) and frames.speak(a.state, b.state)
    assert CROWD.verdicts[i, j] == bool(spoken)
    assert CROWD.at_odds[i, j] == ("conflict" in verdicts(a, b) | verdicts(b, a))
    assert CROWD.steps[i, j] == (abs(a.order - b.order) if a.item == b.item else FAR)
    assert CROWD.apart("populations")[i, j] == (
        bool(a.populations and b.populations) and not a.populations & b.populations
    )


def test_nothing_is_not_the_same_as_nothing() -> None:
    assert not Crowd(GISTS[:2]).same(lambda _: None).any()


def test_a_crowd_of_one_and_of_none() -> None:
    assert Crowd(GISTS[:1]).share("settlements").shape == (1, 1)
    assert Crowd(()).cosine("stems", RARITIES.stems).shape == (0, 0)

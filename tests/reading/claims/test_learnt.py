"""Own words of which no rule knows what they tell. All sentences are invented."""

from __future__ import annotations

from typing import get_args

import pytest

from twosource.model import Certainty, ClaimType, Span, Stance
from twosource.model.layout import Sentence
from twosource.pipeline import read
from twosource.reading.claims.draft import Draft
from twosource.reading.claims.learnt import believed, chosen, set_learnt_stance
from twosource.reading.encoder.heads import Kinds
from twosource.reading.speakers import words


def draft(other: float | None, *, doubted: bool) -> Draft:
    """Some words that the encoder takes for a claim of no type so likely; None without an encoder."""
    made = Draft((Span(0, 9),), Sentence(0, 10), doubted=doubted)
    if other is not None:
        rest = (1 - other) / (len(get_args(ClaimType)) - 1)
        types = {name: other if name == "other" else rest for name in get_args(ClaimType)}
        made.kinds = Kinds(types, dict.fromkeys(get_args(Stance), 0.2), dict.fromkeys(get_args(Certainty), 0.3))
    return made


@pytest.mark.parametrize(
    ("other", "doubted", "stays"),
    [(0.01, True, True), (0.3, True, False), (None, True, False), (0.9, False, True), (None, False, True)],
)
def test_what_is_doubted_stays_where_the_encoder_knows_what_it_tells(
    other: float | None, doubted: bool, stays: bool
) -> None:
    assert bool(believed([draft(other, doubted=doubted)])) is stays


def test_a_title_without_a_verb_tells_nothing() -> None:
    report = read(
        "Statement of the Ministry of Transport of the Republic of Dorne\n\nThe ferry sank off Tolm on Monday."
    )
    assert all("Statement" not in report.words(claim) for claim in report.claims)


@pytest.mark.parametrize(
    ("text", "learnt", "stance"),
    [
        ("no weapon was ever found on the lorry", "deny", "deny"),
        ("the crowd belonged there", "deny", "assert"),
        ("a new owner does not change the law", "deny", "assert"),
        ("our guns hit our own camp", "acknowledge", "acknowledge"),
        ("we acted in self-defence", "acknowledge", "assert"),
    ],
)
def test_a_stance_that_the_words_cannot_have_is_not_learnt(text: str, learnt: Stance, stance: Stance) -> None:
    made = draft(0.5, doubted=False)
    assert made.kinds is not None
    made.kinds = made.kinds._replace(stances={name: 0.99 if name == learnt else 0.0 for name in get_args(Stance)})
    set_learnt_stance(made, words(text), words("said"))
    assert made.stance == stance


@pytest.mark.parametrize(
    ("ruled", "sums", "likely", "kind"),
    [
        ("other", {}, {"attack": 0.8, "other": 0.02}, "attack"),
        ("other", {}, {"attack": 0.4, "other": 0.3}, "other"),
        ("control", {"control": 5.0}, {"attack": 0.95, "control": 0.05}, "control"),
        ("attack", {"attack": 2.5, "movement": 2.5}, {"movement": 0.97, "attack": 0.01}, "movement"),
    ],
)
def test_words_and_encoder_decide_together(
    ruled: ClaimType, sums: dict[str, float], likely: dict[ClaimType, float], kind: ClaimType
) -> None:
    assert chosen(ruled, sums, likely) == kind

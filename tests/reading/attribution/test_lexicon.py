"""The forms of reporting verbs."""

from __future__ import annotations

import pytest

from twosource.reading.attribution.lexicon import forms_of, verbs


@pytest.mark.parametrize(
    ("lemma", "form", "word"),
    [
        ("say", "past", "said"),
        ("deny", "s", "denies"),
        ("admit", "ing", "admitting"),
        ("stress", "s", "stresses"),
        ("argue", "ing", "arguing"),
        ("write", "participle", "written"),
        ("see", "ing", "seeing"),
        ("agree", "ing", "agreeing"),
    ],
)
def test_forms(lemma: str, form: str, word: str) -> None:
    assert (word, form) in set(forms_of(lemma))


def test_a_verb_with_a_particle_stands_first() -> None:
    assert next(verb.particle for verb, _ in verbs()["pointed"]) != ()


def test_every_verb_has_a_complement() -> None:
    assert all(verb.frames for entries in verbs().values() for verb, _ in entries)

"""Why a line stands as it does."""

from __future__ import annotations

import pytest

from twosource.errors import NotFoundError
from twosource.model import Brief, ClaimRef
from twosource.tell.explain import claim_ref, explain, show

from . import factory

BRIEF = factory.brief()
TOLD = explain(factory.ref(1, 1), BRIEF)


def test_a_field_names_the_rule_and_the_words() -> None:
    assert "  certainty   probable  ← hedge verb: “appear to”" in TOLD
    assert "  source      Jonas Veld  ← subject of the cue: “army spokesman Jonas Veld”" in TOLD
    assert "Read by hand" in TOLD


def test_it_names_what_the_claim_was_compared_with_and_why() -> None:
    told = "\n".join(TOLD)
    assert "is revised by Jonas Veld [R3 ¶2]" in told
    assert "because the same spokesman six days later" in told
    assert "is overstated by Ostrel's army [002 ¶2]" in told
    assert "overstates Jonas Veld [001 ¶3]" in "\n".join(explain(factory.ref(2, 1), BRIEF))
    assert "which is not here" in "\n".join(explain(factory.ref(4, 3), BRIEF))


def test_a_claim_in_no_question_was_compared_with_nothing() -> None:
    alone = Brief(BRIEF.reports, ())
    assert explain(factory.ref(1, 1), alone)[-1] == "In no question: it was compared with nothing."


@pytest.mark.parametrize("name", ["001/c2", "r000000000001/c2"])
def test_a_claim_is_named_by_the_label_or_the_id_of_its_report(name: str) -> None:
    assert claim_ref(name, BRIEF) == ClaimRef("r000000000001", "c2")


@pytest.mark.parametrize("name", ["s1", "q2", "r000000000004", "in/002.txt", "002/c1"])
def test_anything_can_be_shown(name: str) -> None:
    assert len(show(name, BRIEF)) > 5


def test_a_question_is_shown_alone() -> None:
    told = "\n".join(show("q2", BRIEF))
    assert "Who controls Kelmar?" in told
    assert "Have the marines left?" not in told


@pytest.mark.parametrize("name", ["nothing", "001/c99", "/", "", "r0/c1"])
def test_what_is_not_there_is_said(name: str) -> None:
    with pytest.raises(NotFoundError, match="list"):
        show(name, BRIEF)


def test_explaining_what_is_not_there_is_an_error() -> None:
    with pytest.raises(NotFoundError):
        explain(ClaimRef("x", "y"), BRIEF)

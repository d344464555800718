"""What a source does with a statement: graded cases, most of them by the words of the statement alone."""

from __future__ import annotations

import pytest

from tests.reading.claims.marked import Read

CASES = [
    ("Not a single shell was fired at the market", "deny"),
    ("no such order was ever given", "deny"),
    ("the general never said so", "deny"),
    ("we do not discuss the movements of the fleet", "decline"),
    ("I will not go into figures", "decline"),
    ("that is for the prosecutors", "decline"),
    ("we do not know how many are under the rubble", "cannot_verify"),
    ("we cannot confirm the reports of an attack", "cannot_verify"),
    ("it was our decision, and it came too late", "acknowledge"),
    ("we underestimated the river", "acknowledge"),
    ("not a single house has a roof left", "assert"),
    ("the bridge was struck twice", "assert"),
]


@pytest.mark.parametrize(("words", "stance"), CASES)
def test_stance_of_a_quotation(words: str, stance: str) -> None:
    read = Read(f"<k1>“{words[0].upper() + words[1:]},”</k1> <s1>army spokesman Jan Petersen</s1> <c1>said</c1>.\n")
    assert read.claim(words[-12:]).stance == stance


def test_an_admission_of_silence_is_an_admission() -> None:
    read = Read("<s1>Mayor Ana Ruiz</s1> <c1>admitted</c1> that <k1>the sirens had stayed silent for an hour</k1>.\n")
    assert read.claim("sirens").stance == "acknowledge"


def test_a_check_that_neither_account_passed() -> None:
    read = Read("The rebels denied it. Neither side's account could be verified.\n")
    assert read.claim("account").stance == "cannot_verify"

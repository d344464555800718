"""What a claim is about: graded cases."""

from __future__ import annotations

import pytest

from twosource.reading.claims.kind import classify, weights
from twosource.reading.speakers import words

CASES = [
    ("its forces had captured the town of Lutar", "control"),
    ("the brigade still holds positions on the hill", "control"),
    ("troops withdrew from the river bank", "movement"),
    ("the convoy crossed the border", "movement"),
    ("shelling of the market went on all night", "attack"),
    ("air defences intercepted 30 drones", "attack"),
    ("two people were killed and nine wounded", "casualties"),
    ("the enemy has an advantage in manpower", "strength"),
    ("the army is not capable of a new offensive", "capability"),
    ("she was appointed head of the council", "personnel"),
    ("the two states signed a security treaty", "diplomacy"),
    ("ministers agreed to extend the sanctions", "sanctions"),
    ("thousands were evacuated from the flooded districts", "humanitarian"),
    ("the army will attack again in spring", "forecast"),
    ("he likes tea", "other"),
    ("police fired tear gas at rioters who had set fire to two shops", "attack"),
    ("the survivors were taken to hospital in stable condition", "casualties"),
]


@pytest.mark.parametrize(("text", "kind"), CASES)
def test_kind(text: str, kind: str) -> None:
    assert classify(words(text))[0] == kind


def test_figures_tell_the_type() -> None:
    assert classify(words("the count stands at 40"), ["killed"])[0] == "casualties"


def test_disputed_words_are_denial() -> None:
    assert classify(words("the minister made such a statement"), stance="deny")[0] == "denial"
    assert classify(words("its aircraft bombed the port"), stance="deny")[0] == "attack"


def test_warned_of_need_is_forecast() -> None:
    assert classify(words("food will run out"), cue=words("warned"))[0] == "forecast"


def test_the_dead_that_close_a_sentence_weigh_less() -> None:
    closing = weights(words("shells struck the station of Tolm, killing six people"), ["killed"])
    told = weights(words("six people were killed when shells struck the station"), ["killed"])
    assert closing["casualties"] < told["casualties"]

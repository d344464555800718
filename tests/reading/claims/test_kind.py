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
    ("the mayor was charged with fraud and convicted by a jury", "other"),
    ("three boys were arrested at the fair", "other"),
    ("the epicentre lay at sea and the magnitude was low", "other"),
    ("tanks were destroyed on the road to Tolm", "losses_materiel"),
    ("the suspect's whereabouts are not known and a pursuit is on", "movement"),
    ("both sides carried out a prisoner exchange at the bridge", "humanitarian"),
    ("instructors advise and assist the brigade", "capability"),
    ("a general strike closed the port", "other"),
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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("sacks of rice lay on the quay", "personnel"),
        ("the survival of the firm is at stake", "casualties"),
        ("the windows had been replaced", "personnel"),
        ("the drought has taken its toll on the orchards", "casualties"),
    ],
)
def test_what_only_sounds_like_a_type_is_none(text: str, kind: str) -> None:
    assert classify(words(text))[0] != kind


def test_who_condemns_takes_sides_and_who_reports_does_not() -> None:
    content = words("the bombing of the port")
    assert classify(content, cue=words("condemned"))[0] == "diplomacy"
    assert classify(content, cue=words("reported"))[0] == "attack"

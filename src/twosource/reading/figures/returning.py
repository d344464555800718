"""Reads how many soldiers came: "they came back at night, about 300 of them"."""

from __future__ import annotations

from functools import cache

from twosource.knowledge import table
from twosource.reading.figures.candidates import NOUN, Numbers
from twosource.reading.lexical import Phrases


@cache
def _verbs() -> Phrases:
    return Phrases(dict.fromkeys(table("measures")["back"]["verbs"], "deployed"))


@cache
def _soldiers() -> frozenset[str]:
    return frozenset(word for word, canonical in table("counted")["canonical"].items() if canonical == "troops")


def speaks_of_soldiers(words: list[str]) -> bool:
    """True where "they" of the next sentence may be soldiers.

    >>> speaks_of_soldiers("The soldiers left in May .".lower().split())
    True
    """
    return not _soldiers().isdisjoint(words)


def join(sentence: Numbers, soldiers: bool) -> None:
    """Makes "300 of them" deployed, where the sentence says that they came and they are soldiers.

    `soldiers`: the sentence before speaks of soldiers.
    """
    words = sentence.words
    if not (soldiers or speaks_of_soldiers(words)):
        return
    for candidate in sentence.candidates:
        number = candidate.number
        if candidate.measure is not None or words[number.last : number.last + 2] != ["of", "them"]:
            continue
        if any(_verbs().at(words, place) for place in range(max(0, number.first - 20), number.first)):
            candidate.offer("deployed", NOUN, -1)

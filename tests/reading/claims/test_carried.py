"""A medium that only carried the words: "X was quoted by Lot as saying Y", "X dismissed fears that Y, Lot reported"."""

from __future__ import annotations

import pytest

from twosource.model import Document
from twosource.reading.reader import read_document

CASES = [
    (
        "Jan Petersen, the governor of Tolm, was quoted by state-run television as saying boats were sent there.",
        "boats were sent",
        ("Jan Petersen", "state-run television"),
    ),
    (
        "The ferries had sailed again on Sunday, Ana Ruiz was quoted by IRNA as saying.",
        "ferries had sailed",
        ("Ana Ruiz", "IRNA"),
    ),
    (
        "News agency IRNA quoted the head of the port, Ana Ruiz, as saying the wave did harm of 54 million dollars.",
        "the wave did",
        ("Ana Ruiz", "IRNA"),
    ),
    (
        "Ana Ruiz, director of the centre, dismissed concerns that the quake would cause a wave, Interfax reported.",
        "would cause a wave",
        ("Ana Ruiz", "Interfax"),
    ),
    (
        "Jan Petersen put the part of the city that they hold at 80 percent, according to the Russian agency Interfax.",
        "at 80 percent",
        ("Jan Petersen", "Interfax"),
    ),
    (
        "A police spokesman declined to comment on the arrests, Interfax reported.",
        "declined to comment",
        ("police spokesman", "Interfax"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "relay"), CASES)
def test_the_medium_carries(text: str, words: str, relay: tuple[str, ...]) -> None:
    report = read_document(Document(None, f"{text}\n"))
    told = [claim for claim in report.claims if words in report.words(claim)]
    assert [claim.relay[:-1] for claim in told] == [relay]
    assert len(report.claims) == 1

"""Texts in turns: who speaks in each paragraph."""

from __future__ import annotations

import pytest

from twosource.model import Document, Report
from twosource.reading.claims.turns import turns
from twosource.reading.reader import read_document
from twosource.reading.speakers import gather
from twosource.reading.structure import lay_out


def speakers(text: str, outlet: str | None = None) -> list[str | None]:
    layout = lay_out(Document(None, text))
    cast = gather(layout, outlet)
    return [None if turn.who is None else cast.characters[turn.who].name for turn in turns(layout, cast)]


def said(report: Report) -> list[tuple[str | None, str]]:
    names = {source.id: source.name for source in report.sources}
    return [(names.get(claim.source or ""), report.words(claim)) for claim in report.claims]


INTERVIEW = """Captain Ines Varga led the rescue at Lake Tol.

Lake Courier: How many were on the raft?

Varga: Thirty people were on the raft. Four of them drowned.

LC: The owner says nobody drowned.

Varga: That is false.
"""
THREAD = """@tol_ferry (operator, verified): All 30 passengers are safe.

@ines_v: four people drowned, i saw them

@tol_ferry: We have lost four passengers.
"""
PRINTED = """Lake Courier | Documents

STATEMENT OF THE FREE LAKE FRONT

Our fighters took the pier at Tol on Monday.

We did not sink the raft.

(Ends)

The owner of the raft could not be reached.
"""


def test_interview() -> None:
    assert speakers(INTERVIEW, "Lake Courier") == [None, "Ines Varga", None, "Ines Varga"]


def test_accounts() -> None:
    assert speakers(THREAD) == ["@tol_ferry", "@ines_v", "@tol_ferry"]


def test_posts_of_one_account() -> None:
    text = "A nurse who posts as @tol_nurse wrote this.\n\n1/ The ward is full.\n\n2/ Two patients died."
    assert speakers(text) == ["@tol_nurse", "@tol_nurse"]


def test_statement_printed_whole() -> None:
    assert speakers(PRINTED, "Lake Courier") == ["Free Lake Front", "Free Lake Front"]
    assert speakers(PRINTED, "Free Lake Front") == []


def test_quoted_answers() -> None:
    text = (
        "Dr Ada Lunt runs the clinic at Tol.\n\n1. How many are ill?\n\n“We have 40 cases.”\n\n"
        "2. Will it spread?\n\n“It may reach the coast.”"
    )
    assert speakers(text) == ["Ada Lunt", "Ada Lunt"]


def test_role_with_its_holder_in_brackets() -> None:
    text = (
        "Ms K. PEEL (Tol South): How many ships were lost?"
        "\n\nThe MINISTER OF WORKS (Dr U. Brandt): Two ships were lost."
        "\n\nMs PEEL: And before?\n\nThe MINISTER: None was lost."
    )
    assert speakers(text) == ["K. PEEL", "U. Brandt", "K. PEEL", "U. Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "ARDEN: Mill burns\n\nA mill burnt.\n\nBRENT: Bridge falls\n\nIt fell.\n\nCOLM: Ship sinks\n\nIt sank.",
        "Police: two dead in the mill\n\nTwo people died in the mill, police said.",
        "",
    ],
)
def test_no_turns(text: str) -> None:
    assert speakers(text) == []


def test_claims_of_turns() -> None:
    report = read_document(Document(None, INTERVIEW, outlet="Lake Courier"))
    found = said(report)
    assert ("Ines Varga", "Thirty people were on the raft") in found
    assert not any(words.startswith("How many") for _, words in found)


def test_another_s_words_come_through_whose_turn_it_is() -> None:
    report = read_document(Document(None, PRINTED.replace("We did", "The army says the pier is free.\n\nWe did")))
    for claim in report.claims:
        if "pier is free" in report.words(claim):
            assert claim.relay[0].endswith("army")


STATED = """Speaking a week after the flood at Lake Tol, Health Minister Ana Ruiz said:

Two people were killed in Lutar and we mourn them with their families.

Some 300 soldiers have been sent to the town. I am appalled by the damage.

Mayor Jon Barr said on Monday that the dam was safe.
"""


def test_unquoted_paragraphs_behind_a_colon_are_the_ministers() -> None:
    got = said(read_document(Document(None, STATED)))
    assert [name for name, words in got if "killed" in words or "300" in words] == ["Ana Ruiz", "Ana Ruiz"]
    assert ("Jon Barr", "the dam was safe") in got


@pytest.mark.parametrize(
    "head",
    ["Minister Ruiz said:\n\n", "The Interior Minister, Ana Ruiz, said:\n\n", "Ana Ruiz said: "],
)
def test_a_statement_runs_on_behind_a_colon(head: str) -> None:
    text = (
        f"Interior Minister Ana Ruiz spoke about the flood.\n\n{head}We are sending boats. Two people were killed in "
        "Tolm.\n\nA bridge fell as well.\n\nThe river rose by a metre, the weather service said."
    )
    layout = lay_out(Document(None, text))
    assert [text[turn.begin :][:8] for turn in turns(layout, gather(layout, None))] == ["We are s", "A bridge"]
    got = said(read_document(Document(None, text)))
    assert [name for name, words in got if "killed" in words or "bridge" in words] == ["Ana Ruiz", "Ana Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "The council gave its list and said:\n\nThe bridge was closed on Friday. Two people were killed.",
        "The office has a new address:\n\nWe are at the quay. Two people were killed there.",
    ],
)
def test_a_colon_alone_makes_nobody_speak(text: str) -> None:
    layout = lay_out(Document(None, text))
    assert turns(layout, gather(layout, None)) == []

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
    ("we have no idea what set the depot alight", "cannot_verify"),
    ("it is hard to say at this point", "cannot_verify"),
    ("the government cannot establish order", "assert"),
    ("I can't speak for the other crew", "decline"),
    ("I don't want to speculate about the driver", "decline"),
    ("the clinic would not release any details", "decline"),
    ("the rebels would not release the captives", "assert"),
    ("reports of a second wave were wrong", "deny"),
    ("the report was wrongly bound", "assert"),
    ("it is a fairy tale for tourists", "deny"),
    ("40 of his men were killed at the bridge", "acknowledge"),
    ("his brother was killed at the bridge", "assert"),
    ("the bridge was struck twice", "assert"),
    ("shelling killed one serviceman and wounded nine", "acknowledge"),
    ("we are still checking whether the bridge fell", "cannot_verify"),
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


OWN = [
    ("It was not immediately clear whether the dam had burst.", "cannot_verify", None),
    ("The cause of the fire remains unclear.", "cannot_verify", None),
    ("The Harbour Police did not know if anyone was on board.", "cannot_verify", "Harbour Police"),
    ("The Harbour Police couldn't say how many shots were fired.", "decline", "Harbour Police"),
    ("Calls to the Harbour Police were not answered on Monday.", "decline", "Harbour Police"),
    ("The Harbour Police have published no figure since April.", "decline", "Harbour Police"),
    ("The Harbour Police has not yet publicly commented on the attack.", "decline", "Harbour Police"),
]


@pytest.mark.parametrize(("text", "stance", "who"), OWN)
def test_a_silence_told_by_the_outlet(text: str, stance: str, who: str | None) -> None:
    read = Read(f"Two people were killed in an attack.\n\n{text}\n")
    claim = read.report.claims[-1]
    source = read.report.source_of(claim)
    assert (claim.stance, claim.certainty, source.name if source else None) == (stance, "certain", who)


def test_two_silences_of_one_sentence_are_two_claims() -> None:
    read = Read("The Example Gazette could not confirm this and the Harbour Police did not respond to questions.\n")
    assert [claim.stance for claim in read.report.claims] == ["cannot_verify", "decline"]


def test_a_silence_that_goes_on_with_or_is_one() -> None:
    read = Read("The Harbour Police would not elaborate, or comment on the arrests.\n")
    assert read.words() == ["The Harbour Police would not elaborate, or comment on the arrests"]


def test_what_a_picture_does_not_show_is_a_claim_apart() -> None:
    read = Read(
        "<s1>The analyst Jan Petersen</s1> <c1>said</c1> "
        "<k1>the pictures show a large fire near the port but do not show what burned</k1>.\n"
    )
    assert [claim.stance for claim in read.report.claims] == ["assert", "cannot_verify"]


def test_whoever_denies_a_report_denies_what_it_says() -> None:
    read = Read(
        "<s1>Mayor Ana Ruiz</s1> <c1>denied</c1> <k1>a newspaper <c2>report</c2> that "
        "<k2>the dam had burst</k2></k1>.\n"
    )
    assert [(claim.stance, read.who("dam")) for claim in read.report.claims] == [("deny", "Ana Ruiz")]


def test_a_bare_denial_is_a_claim_of_whoever_denies() -> None:
    read = Read("<s1>Mayor Ana Ruiz</s1> <c1>denied</c1> <k1>it</k1>.\n")
    assert [(claim.stance, read.who("denied")) for claim in read.report.claims] == [("deny", "Ana Ruiz")]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("at least 13 Kenyan soldiers were killed and 40 wounded", "acknowledge"),
        ("Kenyan troops have left the town", "acknowledge"),
        ("up to 20 Kenyan soldiers are in captivity", "acknowledge"),
        ("Kenyan troops captured the town", "assert"),
        ("its fighters had killed 300 Somali soldiers", "assert"),
        ("at least 13 Somali soldiers were killed", "assert"),
    ],
)
def test_own_losses_and_retreats(words: str, stance: str) -> None:
    read = Read(f"<k1>{words[0].upper() + words[1:]}</k1>, <s1>the Kenyan army</s1> <c1>said</c1>.\n")
    assert read.claim(words[-12:]).stance == stance


def test_a_report_that_nobody_confirms() -> None:
    read = Read("The rebels say they took the town. Kestria has not confirmed it. No one has confirmed a retreat.\n")
    assert [read.claim(words).stance for words in ("has not confirmed it", "a retreat")] == ["decline", "cannot_verify"]

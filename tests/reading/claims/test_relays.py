"""Through whom a statement came: media that no list knows, chains, and speakers who go on through one carrier."""

from __future__ import annotations

import pytest

from tests.reading.claims.marked import Read
from twosource.model import Document
from twosource.reading.reader import read_document

TEXT = """\
<k1><k2>The convoy has left the valley</k2></k1>, <s1>Radio Tamar</s1> <c1>reported</c1> on May 12, <c2>citing</c2> <s2>a company commander with the call sign “Otter”</s2>.

<k3>“It left at night,”</k3> <s3>“Otter”</s3> <c3>said</c3>.

<k4>“They were not paid,”</k4> <s4>Colonel Jan Petersen</s4> <c4>said</c4>, <c5>according to</c5> <s5>an undisclosed aide quoted by the Lutar Lantern on May 13</s5>.

<k6><k7>Two mines are flooded</k7></k6>, <s6>Kestrel</s6> <c6>wrote</c6>, <c7>citing</c7> <s7>eyewitnesses</s7>.
"""  # noqa: E501 - a paragraph a line


def test_a_carrier_of_any_name() -> None:
    read = Read(TEXT)
    assert read.claim("convoy").relay == ("Otter", "Radio Tamar", "Example Gazette")
    assert read.claim("flooded").relay == ("eyewitnesses", "Kestrel", "Example Gazette")


def test_a_speaker_goes_on_through_the_carrier() -> None:
    assert Read(TEXT).claim("at night").relay == ("Otter", "Radio Tamar", "Example Gazette")


def test_the_name_of_a_source_ends_before_who_quotes_it() -> None:
    names = [source.name for source in Read(TEXT).report.sources]
    assert not [name for name in names if "quoted" in name]


def test_a_paper_named_at_the_end_holds_all_before() -> None:
    text = "<k2>A sergeant <c1>told</c1> <s1>Radio Tamar</s1> that <k1>the hill was lost</k1></k2>, <s2>the Lantern</s2> <c2>reported</c2>.\n"  # noqa: E501
    text = text.replace(
        "A sergeant <c1>told</c1> <s1>Radio Tamar</s1>", "<s1>A sergeant</s1> <c1>told</c1> Radio Tamar"
    )
    assert Read(text).claim("the hill was lost").relay[1:3] == ("Radio Tamar", "Lantern")


def test_the_outlet_in_its_own_short_form_is_the_outlet() -> None:
    text = "<s1>The Network</s1> <c1>said</c1> <k1>two wells were polluted</k1>.\n"
    assert Read(text, outlet="River Aid Network").claim("wells").source is None


CITED = """\
The Norland daily Lutarin <c1>says</c1> <k1>the mill has burnt</k1>.

Mayor <s2>Ana Ruiz</s2> <c2>told</c2> the paper that <k2>two men were killed</k2>. <s3>She</s3> <c3>denied</c3> that <k3>the gate was locked</k3>.

<s4>The fire office</s4> <c4>told</c4> Lutarin that <k4>nine engines had come</k4>.

<s5>Jan Bok</s5> <c5>told</c5> the council that <k5>the roof fell at noon</k5>.

<k6>Six men are missing</k6>, <s6>the newspaper</s6> <c6>wrote</c6>.
"""  # noqa: E501 - a paragraph a line


def test_the_paper_is_the_one_named_before() -> None:
    read = Read(CITED)
    assert read.claim("two men").relay == ("Ana Ruiz", "Lutarin", "Example Gazette")
    assert read.claim("gate").relay == ("Ana Ruiz", "Lutarin", "Example Gazette")
    assert read.claim("engines").relay[1:] == ("Lutarin", "Example Gazette")
    assert read.claim("missing").relay == ("Lutarin", "Example Gazette")


def test_a_council_is_no_paper() -> None:
    assert Read(CITED).claim("roof").relay == ("Jan Bok", "Example Gazette")


PASSED = """\
<k2>Neighbours <c1>said</c1> <k1>the man carried a rifle</k1></k2>, <s2>police sergeant Peter Quist</s2> <c2>said</c2>.

<k3>The man said nothing</k3>, <s3>Quist</s3> <c3>said</c3>.
"""


def test_witnesses_come_through_the_officer_who_tells_of_them() -> None:
    text = PASSED.replace("Neighbours <c1>", "<s1>Neighbours</s1> <c1>")
    assert Read(text).claim("rifle").relay == ("Neighbours", "Peter Quist", "Example Gazette")
    alone = "Witnesses said <k1>the man carried a rifle</k1>, <s1>police sergeant Peter Quist</s1> <c1>said</c1>.\n"
    assert Read(alone).claim("rifle").relay == ("Witnesses", "Peter Quist", "Example Gazette")


def test_an_officer_who_tells_of_himself_passes_nothing_on() -> None:
    alone = "On Friday <k1>the man carried a rifle</k1>, <s1>police sergeant Peter Quist</s1> <c1>said</c1>.\n"
    assert Read(alone).claim("rifle").relay == ("Peter Quist", "Example Gazette")


@pytest.mark.parametrize(
    ("told", "carriers"),
    [
        ("the rebel spokesman said, as quoted by the German agency DPA", ("DPA",)),
        ("a witness told the television channel 112", ("112",)),
        ("the mayor said in remarks carried by state television", ("state television",)),
        ("a witness told the Daily News Tuesday", ("Daily News",)),
        ("the mayor said in his Telegram channel", ()),
    ],
)
def test_carriers_of_many_names(told: str, carriers: tuple[str, ...]) -> None:
    report = read_document(Document(None, f"Two bridges have fallen into the river, {told}.\n"))
    (claim,) = report.claims
    assert claim.relay[1:-1] == carriers


def test_a_medium_that_is_cited_too() -> None:
    text = "China Central Television, which Xinhua also cited, said that a slide had closed the road.\n"
    (claim,) = read_document(Document(None, text)).claims
    assert claim.relay[:-1] == ("China Central Television", "Xinhua")


def test_a_conjunction_is_no_part_of_a_name() -> None:
    (claim,) = read_document(Document(None, "But The Tolm News reported that two shots were fired.\n")).claims
    assert claim.relay[:-1] == ("Tolm News",)

# ruff: noqa: E501 (the marked texts stand as one line a paragraph)
"""Invented reports in several styles, with what is to be read out of them written down first."""

from __future__ import annotations

from tests.reading.claims.marked import Read

AGENCY = """\
<k1>Strike kills nine in Lutar</k1>, <s1>health ministry</s1> <c1>says</c1>

SANVAR, May 14 (Newswire) - <k2>An air strike on the town of Lutar killed at least nine people on Tuesday</k2>, <s2>Lebanon's health ministry</s2> <c2>said</c2>.

<s3>The Israeli military</s3> <c3>said</c3> <k3>it had struck a weapons depot and accused the group of rebuilding its camps</k3>. <s4>It</s4> <c4>said</c4> <k4>three militants were killed</k4>.

<s5>Hezbollah lawmaker Hassan Darwi</s5> <c5>denied</c5> <k5>there were any weapons at the site</k5>. <k6>“They hit families who were sleeping,”</k6> <s6>he</s6> <c6>told</c6> Al Jazeera.

<s7>A senior security official, speaking on condition of anonymity</s7>, <c7>told</c7> Reuters <k7>the target survived the strike</k7>. The United States did not immediately comment.
"""

LIVE = """\
<s1>M23 rebels</s1> <c1>say</c1> <k1>they have seized the airport</k1>. Its spokesman, Willy Kabore, said the city was liberated. The Congolese army has not commented.

Rwanda's foreign minister Jean Habimana dismissed as "fabricated" reports that 3,000 Rwandan soldiers are operating in eastern Congo.

<s2>Residents</s2> <c2>told</c2> the BBC that <k2>gunfire could be heard near the crossing</k2>.
"""

MINISTRY = """\
Statement by the Ministry of Defence of Armenia

Yerevan, 3 March 2031 - On 3 March units of the armed forces of Azerbaijan opened fire at positions near the village of Sotkar. Two servicemen were wounded.

<s1>The Ministry of Defence</s1> <c1>denies</c1> that <k1>Armenian forces opened fire first</k1>. <k2>"This information does not correspond to reality,"</k2> <s2>the ministry's press secretary Aram Davtyan</s2> <c2>said</c2>.

<s3>Azerbaijan's Defence Ministry</s3> <c3>stated</c3> earlier that <k3>its positions had come under fire</k3>.
"""

BULLETIN = """\
<k1>At least 148 people have died</k1>, <s1>the Provincial Disaster Management Authority (PDMA)</s1> <c1>reports</c1>. <c2>According to</c2> <s2>PDMA</s2>, <k2>41,000 houses were destroyed</k2>.

<k3>“Access remains our biggest problem in the flooded camps,”</k3> <c3>said</c3> <s3>Farah Zaman, head of office of the Relief Council in Karat</s3>. <s4>She</s4> <c4>added</c4> that <k4>only two bridges were passable and that rescue teams may need weeks</k4>. The figures could not be independently verified.
"""

CITED = """\
<s1>Sky News</s1> <c1>reported</c1>, <c2>citing</c2> <s2>a commander of the 9th Coast Brigade with the callsign “Heron”</s2>, that <k1><k2>the enemy had withdrawn from the delta</k1></k2>.

<s3>“Heron”</s3> <c3>added</c3> that <k3>the enemy will be back soon</k3>. <s4>The soldier</s4> <c4>noted</c4> <k4>their high morale</k4>.
"""


def test_agency_flash() -> None:
    read = Read(AGENCY)
    assert read.who("nine in Lutar") == "Lebanon's health ministry"
    assert read.words()[1] == "An air strike on the town of Lutar killed at least nine people on Tuesday"
    assert read.who("weapons depot") == read.who("rebuilding") == read.who("three militants") == "Israeli military"
    assert "rebuilding" not in read.report.words(read.claim("weapons depot"))
    assert read.claim("any weapons").stance == "deny"
    assert read.claim("families").relay == ("Hassan Darwi", "Al Jazeera", "Example Gazette")
    assert read.source("target").kind == "anonymous"
    assert read.claim("target").relay[1] == "Reuters"
    assert (read.who("comment"), read.claim("comment").stance) == ("United States", "decline")
    assert read.source("any weapons").side == ("hezbollah",)
    assert read.source("weapons depot").side == ("israel",)


def test_live_blog() -> None:
    read = Read(LIVE)
    assert read.claim("seized").type == "control"
    assert read.source("liberated").name == "Willy Kabore"
    assert read.source("liberated").side == ("m23",)
    assert (read.who("not commented"), read.claim("not commented").stance) == ("Congolese army", "decline")
    assert (read.who("3,000"), read.claim("3,000").stance) == ("Jean Habimana", "deny")
    assert read.claim("gunfire").relay == ("Residents", "BBC", "Example Gazette")
    assert read.source("gunfire").kind == "collective"


def test_ministry_statement() -> None:
    read = Read(MINISTRY)
    assert read.who("Sotkar") == "Ministry of Defence of Armenia"
    assert read.claim("servicemen").type == "casualties"
    assert read.claim("first").stance == read.claim("reality").stance == "deny"
    assert read.source("first").side == ("armenia",)
    assert read.source("come under").side == ("azerbaijan",)
    assert read.claim("come under").type == "attack"


def test_bulletin() -> None:
    read = Read(BULLETIN)
    assert read.who("148") == read.who("41,000") == "Provincial Disaster Management Authority"
    assert read.who("biggest problem") == read.who("two bridges") == "Farah Zaman"
    assert read.claim("weeks").certainty == "possible"
    assert read.claim("two bridges").certainty == "certain"
    assert read.claim("verified").stance == "cannot_verify"


def test_through_a_medium() -> None:
    read = Read(CITED)
    assert len([words for words in read.words() if "withdrawn" in words]) == 1
    for part in ("withdrawn", "back soon", "morale"):
        assert read.claim(part).relay == ("Heron", "Sky News", "Example Gazette")
    assert read.claim("back soon").type == "forecast"
    assert read.claim("morale").type == "capability"


ORDER = """\
<k1>“Our forces control the eastern gate,”</k1> <s1>army spokesperson Nabil Darwi</s1> <c1>said</c1>. He did not give casualty figures.

<s2>Envoy Tom Garrel</s2> <c2>warned</c2> that <k2>famine will spread to five areas of the delta</k2>.

<c3>According to</c3> <s3>a report by the Sanvar Tribune</s3>, <k3>citing two doctors, the army lost more than 20 fighters</k3>.

<k4>"It burned,"</k4> <s4>district chief Suri Sunar</s4> <c4>told</c4> Reuters by phone. <k4>"I'm out in the open."</k4>
"""


def test_pronouns_look_back_never_ahead() -> None:
    read = Read(ORDER)
    assert (read.who("casualty figures"), read.claim("casualty figures").stance) == ("Nabil Darwi", "decline")


def test_somebody_cited_within() -> None:
    read = Read(ORDER)
    assert read.claim("20 fighters").relay == ("two doctors", "Sanvar Tribune", "Example Gazette")
    assert read.report.words(read.claim("20 fighters")) == "the army lost more than 20 fighters"


def test_quotation_on_either_side_of_its_cue() -> None:
    read = Read(ORDER)
    assert read.who("It burned") == read.who("in the open") == "Suri Sunar"
    assert read.claim("It burned").id != read.claim("in the open").id


DENIAL = """\
<s1>Chad's army</s1> <c1>denies</c1> <k1>drone strike killed 40 at Lutar market</k1>

<k2>At least 40 people were killed in a drone strike on the market of Lutar</k2>, <s2>two health workers</s2> <c2>told</c2> Reuters on Wednesday.

Colonel Getan Adar, spokesman for the National Force, dismissed the reports as fabrication. <s3>He</s3> <c3>said</c3> <k3>the military only targets armed groups</k3>.
"""


def test_a_heading_keeps_who_denies() -> None:
    read = Read(DENIAL)
    assert (read.who("killed 40 at"), read.claim("killed 40 at").stance) == ("Chad's army", "deny")
    assert read.source("At least 40").kind == "collective"


def test_a_pronoun_means_whom_the_sentence_before_tells_of() -> None:
    assert Read(DENIAL).who("armed groups") == "Getan Adar"

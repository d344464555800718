"""Where the words of a quotation tell no matter, it is about what stands around it."""

from __future__ import annotations

from tests.reading.claims.marked import Read

TEXT = """\
Army retreats from Lutar

<s1>The mayor, Ana Ruiz</s1>, <c1>said</c1> <k1>the army had captured the station</k1>. <k2>“It is theirs by now,”</k2> <s2>she</s2> <c2>said</c2>.

<k3>“So it goes, day after day,”</k3> <s3>the baker, Jan Petersen</s3>, <c3>said</c3>. The council declined to comment.
"""  # noqa: E501 - a paragraph a line


def test_a_quotation_takes_the_matter_of_its_neighbour() -> None:
    assert Read(TEXT).claim("theirs").type == "control"


def test_a_silence_takes_the_matter_of_its_paragraph() -> None:
    read = Read(TEXT)
    assert (read.claim("declined").stance, read.claim("declined").type) == ("decline", "control")


def test_what_has_a_matter_keeps_it() -> None:
    changed = TEXT.replace("So it goes", "Two people died")
    assert Read(changed).claim("Two people").type == "casualties"

# ruff: noqa: E501 (the marked texts stand as one line a paragraph)
"""What a careful editor reads out of invented reports, written down before the code was run."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.claims.marked import Read
from twosource.model import Attribution, Document, Report, Span
from twosource.reading.claims import build
from twosource.reading.structure import lay_out

FLASH = """\
<s1>Colonel Marek Dolny, a spokesman for the Northern Guard</s1>, <c1>told</c1> Reuters that <k1>its troops had captured the town of Elmsford</k1>.

<s2>The spokesman</s2> <c2>added</c2> that <k2>the garrison had withdrawn from parts of the southern bank, but continued to hold positions on the hills</k2>.

<s3>He</s3> <c3>said</c3> <k3>at least 12 soldiers were killed</k3>.

The Example Gazette could not verify the claims. The defence ministry declined to comment.
"""

BULLETIN = """\
<k1>Some 4,000 people have been displaced by the floods in Mirava</k1>, <c1>according to</c1> <s1>a statement by the Relief Office (RO)</s1>.

<s2>RO</s2> <c2>said</c2> <k2>it may take weeks to restore the water supply</k2>. <s3>Aid workers</s3> <c3>warned</c3> that <k3>food will run out within days</k3>.

This development underscores the need for help.
"""


def test_flash() -> None:
    read = Read(FLASH)
    assert read.who("captured") == "Marek Dolny"
    assert read.claim("captured").relay == ("Marek Dolny", "Reuters", "Example Gazette")
    assert read.claim("captured").type == "control"
    assert read.who("withdrawn") == "Marek Dolny"
    assert read.claim("withdrawn").type == "movement"
    assert read.claim("hold positions").type == "control"
    assert read.who("12 soldiers") == "Marek Dolny"
    assert read.claim("12 soldiers").type == "casualties"
    checked = read.claim("could not verify")
    assert (checked.stance, checked.source, checked.relay) == ("cannot_verify", None, ("Example Gazette",))
    assert read.claim("declined").stance == "decline"
    assert read.who("declined") == "defence ministry"


def test_bulletin() -> None:
    read = Read(BULLETIN)
    assert read.who("displaced") == "Relief Office"
    assert read.claim("displaced").type == "humanitarian"
    assert read.who("restore") == "Relief Office"
    assert read.claim("restore").certainty == "possible"
    assert read.claim("run out").type == "forecast"
    assert not [words for words in read.words() if "underscores" in words]


def test_own_voice_is_kept_where_it_says_something() -> None:
    read = Read("Rebels attacked the port of Sanvar at dawn. The sky was grey. Will anyone help?")
    assert read.words() == ["Rebels attacked the port of Sanvar at dawn"]
    assert read.report.claims[0].relay == ("Example Gazette",)


def test_unnamed_outlet() -> None:
    assert Read("Rebels attacked the port of Sanvar.", outlet=None).report.claims[0].relay == ("unnamed outlet",)


def test_hearsay_is_anonymous_and_probable() -> None:
    read = Read("<k1>Two bridges were </k1><c1>reportedly</c1><k1> destroyed by shelling</k1>.")
    claim = read.report.claims[0]
    assert read.report.sources[0].kind == "anonymous"
    assert claim.certainty == "probable"
    assert read.words() == ["Two bridges were reportedly destroyed by shelling"]


def test_denial_and_admission() -> None:
    read = Read(
        "<s1>The Ministry of Defence of Chad</s1> <c1>denied</c1> that <k1>its aircraft had bombed the market</k1>. "
        "<s2>It</s2> <c2>acknowledged</c2> that <k2>nine soldiers were killed</k2>."
    )
    assert [claim.stance for claim in read.report.claims] == ["deny", "acknowledge"]
    assert read.report.sources[0].side == ("chad",)


spans = st.tuples(st.integers(0, 120), st.integers(0, 40)).map(lambda pair: Span(pair[0], pair[0] + pair[1] + 1))
roles = st.lists(spans, max_size=2).map(lambda found: tuple(sorted(found)))


@settings(deadline=None, max_examples=60)
@given(
    st.text(
        alphabet=st.sampled_from("abc XYZ.,;“”\"'’()—\n said that they withdrew 12 but Kyiv could not verify"),
        max_size=160,
    ),
    st.lists(st.tuples(roles, roles, roles), max_size=4),
)
def test_never_raises_and_stays_in_the_text(text: str, found: list[tuple[tuple[Span, ...], ...]]) -> None:
    layout = lay_out(Document(None, text))
    inside = [tuple(tuple(span for span in spans if span.end <= len(text)) for spans in three) for three in found]
    attributions = tuple(Attribution(f"a{n}", *three) for n, three in enumerate(inside))
    report = Report("r1", None, text, items=layout.items, attributions=attributions)
    sources, claims = build(layout, report)
    assert len({claim.id for claim in claims}) == len(claims)
    assert len({source.id for source in sources}) == len(sources)
    known = {source.id for source in sources}
    for claim in claims:
        assert claim.source is None or claim.source in known
        assert claim.content
        assert claim.relay
        for span in (*claim.content, *claim.hedges, *claim.scope):
            assert 0 <= span.start < span.end <= len(text)
    for source in sources:
        assert all(0 <= span.start <= span.end <= len(text) for span in source.mentions)

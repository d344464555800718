"""Whatever a report holds, every form of the brief is made and nothing of the text is acted on."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource import tell
from twosource.model import (
    Brief,
    Claim,
    ClaimRef,
    Figure,
    Group,
    Independence,
    Period,
    Position,
    Question,
    Relation,
    Report,
    Source,
    Span,
    Story,
)

from .test_page import read

WORDS = st.text(max_size=60)
DAYS = st.none() | st.sampled_from(["2031-02-03", "2031-02-30", "2031", "9999-12-31", "0001-01-01"])


@st.composite
def spans(draw: st.DrawFn) -> tuple[Span, ...]:
    ends = draw(st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=3))
    return tuple(Span(min(pair), max(pair)) for pair in ends)


@st.composite
def claims(draw: st.DrawFn, key: str) -> Claim:
    return Claim(
        key,
        draw(spans()),
        source=draw(st.sampled_from([None, "s1", "gone"])),
        relay=tuple(draw(st.lists(WORDS, max_size=3))),
        stance=draw(st.sampled_from(["assert", "deny", "decline", "cannot_verify", "acknowledge"])),
        hedges=draw(spans()),
        scope=draw(spans()),
        said=Period(draw(DAYS), draw(DAYS)),
        when=Period(draw(DAYS), draw(DAYS)),
        figures=draw(st.sampled_from([(), (0,), (0, 1), (7,)])),
    )


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    bound = st.none() | st.integers(0, 10**20) | st.floats(0, 1e300)
    report = Report(
        "r",
        draw(st.none() | WORDS),
        draw(WORDS),
        outlet=draw(st.none() | WORDS),
        url=draw(st.none() | WORDS | WORDS.map(lambda text: f"http://{text}")),
        title=draw(st.none() | WORDS),
        language=draw(st.none() | WORDS),
        sources=(
            Source("s1", draw(WORDS), "person", draw(st.none() | WORDS), draw(st.none() | WORDS), (draw(WORDS),)),
        ),
        figures=tuple(Figure(0, 1, "killed", draw(bound), draw(bound), draw(st.none() | WORDS)) for _ in range(2)),
        claims=tuple(draw(claims(f"c{n}")) for n in range(4)),
    )
    refs = [ClaimRef("r", f"c{n}") for n in range(4)]
    status = draw(st.sampled_from(["single_source", "corroborated", "disputed", "revised", "denied", "unverified"]))
    kind = draw(st.sampled_from(["conflict", "agree", "revision", "same_statement", "overstates"]))
    question = Question(
        "q",
        draw(WORDS),
        "casualties",
        status,
        (Position(draw(WORDS), (refs[0], refs[1])), Position(draw(WORDS), (refs[2], refs[3]))),
        (Relation(refs[0], refs[2], kind, draw(WORDS)), Relation(refs[0], ClaimRef("x", "y"), kind, "")),
        Independence(1, 2, (Group((draw(WORDS),)), Group((draw(WORDS),), draw(st.none() | WORDS), False))),
        (draw(WORDS),),
        (draw(WORDS),),
        draw(st.none() | WORDS),
    )
    return Brief((report,), (Story("s", draw(WORDS), ("r",), (), Period(draw(DAYS), draw(DAYS)), (question,)),))


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(briefs())
def test_every_form_is_made(brief: Brief) -> None:
    page = tell.html(brief)
    page.encode()
    tags = read(page).tags
    assert not {tag for tag, _ in tags} & {"script", "img", "iframe"}
    ids = [a["id"] for _, a in tags if a.get("id")]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for _, a in tags if (a.get("href") or "").startswith("#")} <= set(ids)  # type: ignore[index]
    assert "\x1b" not in tell.text(brief)
    assert tell.text(brief, width=40)
    assert tell.markdown(brief)
    assert json.loads(tell.json(brief, with_reports=True))["reports"]

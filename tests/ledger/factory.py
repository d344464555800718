"""Invented reports and accounts for the tests of the ledger."""

from __future__ import annotations

from twosource.model import (
    Account,
    Claim,
    ClaimRef,
    Estimate,
    Figure,
    Group,
    Independence,
    Item,
    ItemRef,
    Period,
    PlaceMention,
    Position,
    Published,
    Question,
    Relation,
    Report,
    Sentence,
    Source,
    Span,
    Story,
    content_id,
)

SENTENCES = (
    ("Mara Delling", "said on Monday that the bridge at Orlen was hit.", "Orlen", "attack"),
    ("The Harbour Authority", "put the dead at 1,200, twelve of them children.", "Port Sel", "casualties"),
    ("Officials", "denied that troops had left Orlen.", "Orlen", "denial"),
)
KINDS = {"Mara Delling": "person", "The Harbour Authority": "organisation", "Officials": "anonymous"}


def make_report(
    key: str = "1",
    *,
    url: str | None = None,
    outlet: str = "Sel Courier",
    day: str = "2025-03-04",
    made_by: str = "test-1",
) -> Report:
    """A report with three claims; `key` goes into the text, so that each key is another report."""
    text = f"Report {key}. "
    sources, claims, places = [], [], []
    for n, (name, words, place, type_) in enumerate(SENTENCES):
        start = len(text)
        text += f"{name} {words} "
        content = Span(start + len(name) + 1, len(text) - 1)
        kind, side = KINDS[name], ("sel",) if n == 1 else None
        sources.append(Source(f"s{n}", name, kind, organisation="Sel Press Office" if n == 0 else None, side=side))
        at = text.index(place, start) if place in words else start
        places.append(PlaceMention(at, at + len(place), place, lat=1.5, lon=2.0, admin1="Vest Province", country="XX"))
        claims.append(
            Claim(
                f"c{n}", (content,), source=f"s{n}", relay=(name, outlet), type=type_, places=(n,),
                said=Period.day("2025-03-03") if n == 0 else None, part="body", confidence=0.5,
                figures=(0,) if n == 1 else (), stance="deny" if n == 2 else "assert",
            )
        )  # fmt: skip
    own = Span(0, len(f"Report {key}."))
    claims.append(Claim("c3", (own,), relay=(outlet,), type="other"))
    return Report(
        content_id("r", [text, outlet, url]), None if url else f"{key}.txt", text, outlet=outlet, outlet_basis="given",
        url=url, title=f"Bridge hit – {key}", published=Published(day, day, "given"),
        items=(Item(0, len(text)),), sources=tuple(sources), places=tuple(places), claims=tuple(claims),
        figures=(Figure(20, 25, "killed", 1200, None, "people"),), made_by=made_by,
    )  # fmt: skip


def make_account(*reports: Report, made_by: str = "test-judge-1", title: str = "The bridge at Orlen") -> Account:
    """An account of one story that holds one of everything."""
    first, last = reports[0].id, reports[-1].id
    a, b = ClaimRef(first, "c0"), ClaimRef(last, "c2")
    bridges = Estimate(1, None, 2.0, "bridges")
    question = Question(
        content_id("q", title), "Was the bridge hit?", "attack", "disputed",
        positions=(
            Position("It was", (a, ClaimRef(first, "c3")), ("Mara Delling",), bridges, "asserts"),
            Position("It was not", (b,), ("Officials",)),
        ),
        relations=(Relation(a, b, "conflict", "one denies the other"), Relation(b, a, "revision", "=later")),
        independent_sources=Independence(
            1, 2, (Group(("Mara Delling",), "a person", True, (a,)), Group(("Officials",), None, False))
        ),
        sides=("sel",), declined=("Harbour Authority",), status_reason="two live positions",
    )  # fmt: skip
    items = tuple(ItemRef(report.id, 0) for report in reports)
    period = Period("2025-03-03", "2025-03-04")
    ids = tuple(report.id for report in reports)
    story = Story(content_id("s", title), title, ids, items, period, (question,), (Sentence("It was hit.", (a, b)),))
    empty = Story(content_id("s", "empty"), "Nothing asked", (first,), (), Period("2025-03-04"))
    return Account((story, empty), made_by)

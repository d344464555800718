"""A ledger made by hand, over two days, in which whatever counts carelessly counts wrongly.

Two kinds of source bear one name, names stand within names, one name is spelt in two ways, two towns are called the
same, reports name no outlet, claims have no day and no party, and a source has more claims than a page holds.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from twosource.ledger import Store
from twosource.model import (
    Account,
    Claim,
    ClaimRef,
    Group,
    Independence,
    ItemRef,
    Period,
    PlaceMention,
    Position,
    Published,
    Question,
    Relation,
    Report,
    Source,
    SourceKind,
    Span,
    Story,
)

FIRST = datetime(2031, 3, 4, 10, tzinfo=UTC)
SECOND = datetime(2031, 3, 6, 10, tzinfo=UTC)
BEFORE, BETWEEN = "2031-03-03", "2031-03-05"
MANY = 150
"""Claims of one source: more than its page holds, and than its record tells at a time."""

LATE = "Late Wire"
"""An outlet, a source and a town that nobody knew on the first day."""

LINE = "Two people were hurt there, they said."
WHO: tuple[tuple[str, SourceKind, tuple[str, ...] | None], ...] = (
    ("Orlen", "person", ("orlen",)),
    ("Orlen", "organisation", ("orlen",)),
    ("Ministry of Orlen", "organisation", ("orlen", "sel")),
    ("ORLEN", "anonymous", None),
    ("Ana Brandt", "person", ()),
)  # fmt: skip
WHERE = (("Stav", 10.0, 20.0), ("Stav", 12.0, 21.0), ("Upper Stav", 10.5, 20.5), ("Vest", None, None))


def report(id_: str, outlet: str | None, day: str | None, size: int, who: int | None = None, **more: Any) -> Report:
    """A report of some claims, each on a line, by turns of everybody or all of one."""
    claims = []
    for n in range(size):
        speaker = n % len(WHO) if who is None else who
        start = n * (len(LINE) + 1)
        said = Period.day(f"2031-0{n % 3 + 1}-0{n % 9 + 1}") if n % 4 else None
        claims.append(
            Claim(
                f"c{n}", (Span(start, start + len(LINE)),), source=f"s{speaker}" if n % 7 != 6 else None,
                relay=(WHO[speaker][0], "Agency", outlet or "it") if n % 3 == 0 else (WHO[speaker][0], outlet or "it"),
                type=("control", "attack", "casualties", "denial")[n % 4], said=said,
                when=Period.day("2031-03-01") if n % 2 else said, places=(n % 4,) if n % 5 else (0, 1),
            )
        )  # fmt: skip
    places = tuple(
        PlaceMention(0, 3, name, lat, lon, precision=None if lat is None else 1, admin1="Vest Province")
        for name, lat, lon in WHERE
    )
    sources = tuple(Source(f"s{n}", name, kind, side=side) for n, (name, kind, side) in enumerate(WHO))
    published = Published(day, day, "given") if day else Published()
    return Report(
        id_, None, "\n".join([f"{LINE}"] * size) + f"\n{id_}", outlet=outlet, title=f"Report {id_}",
        published=published, sources=sources, places=places, claims=tuple(claims), **more,
    )  # fmt: skip


def question(id_: str, reports: list[Report], n: int, *, late: bool = False) -> Question:
    """What some reports say in their claim of one number: two positions, and how they stand."""
    refs = [ClaimRef(one.id, f"c{n}") for one in reports]
    half = max(1, len(refs) // 2)
    positions = [Position("two", claims=tuple(refs[:half]))]
    if refs[half:]:
        positions.append(Position("three", claims=tuple(refs[half:])))
    groups = [Group((f"Voice {k}",), certain=k < 2, claims=(ref,)) for k, ref in enumerate(refs)]
    ties = [Relation(refs[0], ref, "conflict", "the numbers differ") for ref in refs[half:]]
    ties += [Relation(refs[0], ref, "revision", "said afterwards") for ref in refs[half:]]
    ties += [Relation(ref, refs[0], "compatible", "both may hold") for ref in refs[:half] if ref != refs[0]]
    ties += [Relation(refs[-1], refs[0], "overstates", "a copy of it: the source is gone")] if len(refs) > 1 else []
    counted = Independence(min(2, len(groups)), len(groups), tuple(groups))
    words = f"How many were hurt, question {n}{' of late' if late else ''}?"
    return Question(
        id_, words, "casualties", "disputed" if late else "single_source", tuple(positions), tuple(ties), counted
    )


def story(id_: str, reports: list[Report], asked: list[Question]) -> Story:
    """A story of whole reports."""
    items = tuple(ItemRef(one.id, 0) for one in reports)
    return Story(id_, f"Story {id_}", tuple(one.id for one in reports), items, Period(None, None), tuple(asked))


def early() -> list[Report]:
    """What was known on the first day."""
    return [
        report("r1", "Herald", "2031-03-04", MANY, who=0),
        report("r2", "HERALD", "2031-03-04", 30),
        report("r3", None, None, 20),
        report("r4", "Post", "2031-03-02", 25),
    ]


def late() -> Report:
    """What came on the second day."""
    made = report("r5", LATE, "2031-03-06", 12)
    spoken = (*made.sources, Source("s9", LATE, "organisation"))
    town = PlaceMention(0, 3, f"{LATE} Town", 30.0, 40.0, precision=1)
    own = Claim("c99", made.claims[0].content, source="s9", relay=(LATE,), type="attack", places=(len(made.places),))
    return made.replace(sources=spoken, places=(*made.places, town), claims=(*made.claims, own))


def fill(path: str) -> None:
    """Puts it all in: the first account, and the one that the second day made of it."""
    reports, newest = early(), late()
    single = [question(f"q{n}", [reports[0]], n) for n in range(70, MANY)]
    first = [question(f"q{n}", reports, n) for n in range(12)]
    other = story("s2", [reports[3]], [question("qother", [reports[3]], 20)])
    with Store.open(path) as store:
        for one in reports:
            store.add(one, added=FIRST)
        store.set_account(Account((story("s1", reports[:3], [*first, *single]), other), "by hand"), judged=FIRST)
        store.add(newest, added=SECOND)
        then = [question(f"q{n}", [*reports, newest], n, late=True) for n in range(12)]
        told = story("s1", [*reports[:3], newest], [*then, *single])
        store.set_account(Account((told, other), "by hand"), judged=SECOND)
        # A third state on the same day: a history of days alone would mix it up with the one before.
        again = [question(f"q{n}", [*reports[:3], newest], n, late=True) for n in range(12)]
        told = story("s1", [*reports[:3], newest], [*again, *single])
        store.set_account(Account((told, other), "by hand"), judged=SECOND + timedelta(hours=2))

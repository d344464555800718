"""Places of claims: areas of their precision, at any moment."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from twosource.desk.atlas import Atlas
from twosource.ledger.store import Store
from twosource.model import Claim, Period, PlaceMention, Published, Report, Source, Span


def told(name: str, precision: int) -> Report:
    place = PlaceMention(0, 4, name, 50.0, 30.0, precision=precision)
    return Report(
        f"r{name}", None, f"{name} fell.", places=(place,), claims=(Claim("c1", (Span(0, 4),), places=(0, 7)),)
    )


def test_places_know_how_far_off_they_may_be(tmp_path: Path) -> None:
    with Store.open(tmp_path / "kept.db") as store:
        for name, precision in (("Exact", 1), ("Country", 6), ("Sea", 7)):
            store.add(told(name, precision))
        rows = {row.name: row.radius for row in Atlas(store).places(None)}
    assert rows == {"Exact": 2, "Country": 250, "Sea": None}


def test_the_past_holds_what_was_known_then(tmp_path: Path) -> None:
    with Store.open(tmp_path / "kept.db") as store:
        store.add(told("Early", 1), added=datetime(2031, 1, 1, tzinfo=UTC))
        store.add(told("Late", 1), added=datetime(2031, 1, 9, tzinfo=UTC))
        atlas = Atlas(store)
        assert [row.name for row in atlas.places(datetime(2031, 1, 5, tzinfo=UTC))] == ["Early"]
        assert {event.place for event in atlas.events(None)} == {"Early", "Late"}


def test_what_is_kept_of_a_report_is_what_it_says(tmp_path: Path) -> None:
    who = (Source("s1", "Ana", "person", side=("sel",)), Source("s2", "Ana", "person"), Source("s3", "Ivo", "person"))
    claims = (
        Claim("c1", (Span(0, 4),), source="s1", places=(0,), type="attack", when=Period("2031-01-01", "2031-01-03")),
        Claim("c2", (Span(0, 4),), source="s2", places=(0, 0), said=Period.day("2031-02-02")),
        Claim("c3", (Span(0, 4),), places=(0,)),
    )
    published = Published("2031-03-03", "2031-03-04", "given")
    with Store.open(tmp_path / "kept.db") as store:
        store.add(told("Town", 2).replace(sources=who, claims=claims, published=published, outlet="Herald"))
        atlas = Atlas(store)
        days = [(event.claim, event.type, event.start, event.end) for event in atlas.events(None)]
        assert days[:2] == [("c1", "attack", "2031-01-01", "2031-01-03"), ("c2", "other", "2031-02-02", "2031-02-02")]
        assert days[-1] == ("c3", "other", "2031-03-03", "2031-03-04")
        assert [(row.name, row.claims, row.first, row.last) for row in atlas.outlets(None)] == [
            ("Herald", 3, "2031-03-03", "2031-03-04")
        ]
        assert atlas.sources(None) == store.sources()
        assert [row.claims for row in atlas.places(None)] == [3]


def test_lists_follow_what_is_taken_out_superseded_and_read_anew(tmp_path: Path) -> None:
    def by(name: str, text: str = "It fell.") -> Report:
        claim = Claim("c1", (Span(0, 2),), source="s1")
        source = Source("s1", name, "person")
        return Report(f"r{name}", None, text, url=f"https://x.example/{text}", sources=(source,), claims=(claim,))

    early, late = datetime(2031, 1, 1, tzinfo=UTC), datetime(2031, 1, 9, tzinfo=UTC)
    with Store.open(tmp_path / "kept.db") as store:
        atlas = Atlas(store)
        store.add(by("Ana"), added=early)
        assert [row.name for row in atlas.sources(None)] == ["Ana"]
        store.add(by("Ivo", "It fell.").replace(id="r2", text="It fell again."), added=late)
        assert [row.name for row in atlas.sources(None)] == ["Ivo"]
        assert [row.name for row in atlas.sources(datetime(2031, 1, 5, tzinfo=UTC))] == ["Ana"]
        store.replace_reading(
            by("Eva").replace(id="r2", text="It fell again.", url="https://x.example/It fell."),
            read=datetime(2031, 1, 10, tzinfo=UTC),
        )
        assert [row.name for row in atlas.sources(None)] == ["Eva"]
        store.remove("r2")
        assert [row.name for row in atlas.sources(None)] == ["Ana"]

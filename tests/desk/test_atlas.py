"""Places of claims: areas of their precision, at any moment."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from twosource.desk.atlas import Atlas
from twosource.ledger.store import Store
from twosource.model import Claim, PlaceMention, Report, Span


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

"""The map: claims at their places on a time slider, and the same as a list."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.desk.api import answers
from twosource.desk.asked import Asked
from twosource.desk.atlas import PlaceRow

SHOWN = 100


def view(asked: Asked) -> dict[str, object]:
    """The values of the page; the claims themselves come from the API."""
    name = asked.text("story")
    story = None if name is None else asked.desk.story(name, asked.at)
    rows: Sequence[PlaceRow] = asked.desk.places(asked.as_of, asked.at)
    if story is not None:
        held: dict[tuple[str, float, float], set[tuple[str, str]]] = {}
        for event in answers.events_of(asked, story.id):
            held.setdefault((event.place, event.lat, event.lon), set()).add((event.report, event.claim))
        named = ((row, held.get((row.name, row.lat, row.lon), ())) for row in rows)
        rows = sorted((row.replace(claims=len(there)) for row, there in named if there), key=lambda row: -row.claims)
    return {"story": story, "places": rows if story is not None else rows[:SHOWN], "total": len(rows)}

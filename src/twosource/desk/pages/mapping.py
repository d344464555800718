"""The map: claims at their places on a time slider, and the same as a list."""

from __future__ import annotations

from twosource.desk.asked import Asked


def view(asked: Asked) -> dict[str, object]:
    """The values of the page; the claims themselves come from the API."""
    name = asked.text("story")
    story = None if name is None else asked.desk.story(name, asked.at)
    rows = asked.desk.places(asked.as_of, asked.at)
    if story is not None:
        with_claims = set(story.reports)
        events = asked.desk.kept(
            ("map", asked.as_of, name), lambda: asked.desk.atlas.events(asked.at, frozenset(with_claims))
        )
        named = {event.place for event in events}
        rows = [row for row in rows if row.name in named]
    return {"story": story, "places": rows[:100], "total": len(rows)}

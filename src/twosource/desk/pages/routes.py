"""Which page stands at which address."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from twosource.desk.asked import Asked
from twosource.desk.pages import adding, lists, mapping, question, report, search, story, today, voices
from twosource.desk.render import page, respond

View = Callable[[Asked], dict[str, object]]

PAGES: tuple[tuple[str, str, View], ...] = (
    ("/", "today.html", today.view),
    ("/stories", "stories.html", lists.stories),
    ("/stories/{story}", "story.html", story.view),
    ("/questions", "questions.html", lists.questions),
    ("/questions/{question}", "question.html", question.view),
    ("/reports", "reports.html", lists.reports),
    ("/reports/{report}", "report.html", report.view),
    ("/reports/{report}/why", "why.html", report.why),
    ("/claims", "claims.html", lists.claims),
    ("/sources", "sources.html", lists.sources),
    ("/sources/{name:path}", "source.html", voices.source),
    ("/outlets", "outlets.html", lists.outlets),
    ("/outlets/{name:path}", "outlet.html", voices.outlet),
    ("/places", "places.html", lists.places),
    ("/places/{name:path}", "place.html", voices.place),
    ("/map", "map.html", mapping.view),
    ("/search", "search.html", search.view),
    ("/add", "add.html", adding.view),
)
"""Addresses, templates, and what gives the templates their values."""


def routes() -> list[BaseRoute]:
    """All of them, and what takes reports in."""
    made: list[BaseRoute] = [Route(path, _showing(name, view), methods=["GET"]) for path, name, view in PAGES]
    made.append(Route("/add", adding.take, methods=["POST"]))
    made.append(Route("/adding/{job}", adding.watch, methods=["GET"]))
    return made


def _showing(template: str, view: View) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        asked = Asked(request)
        return respond(asked, lambda: page(asked, template, **view(asked)))

    return show

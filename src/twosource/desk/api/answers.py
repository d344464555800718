"""What each route of the API gives."""

from __future__ import annotations

from typing import Any

from twosource.desk import queries
from twosource.desk.api.endpoints import (
    AS_OF,
    FILTERS,
    LIMIT,
    MOST,
    PAGING,
    QUESTION_FILTERS,
    Endpoint,
    Parameter,
)
from twosource.desk.asked import KINDS, STATUSES, TYPES, Asked, Page, paged
from twosource.desk.atlas import PlaceRow
from twosource.desk.gists import MapEvent
from twosource.errors import NotFoundError, UsageError
from twosource.ledger.rows import ClaimRow, ReportRow, SourceRow
from twosource.model import Claim, Question, Report, Story
from twosource.views.changes import Change, changes
from twosource.views.days import start_of
from twosource.views.lineage import Lineage, lineage
from twosource.views.record import TrackRecord, track_record


def _bounds(asked: Asked) -> tuple[int, int]:
    return asked.number("limit", LIMIT, MOST, 1), asked.number("cursor", 0)


def _of(asked: Asked, name: str) -> str:
    value = str(asked.request.path_params[name])
    if "\x00" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise NotFoundError(f"there is no {name} of that name")
    return value


def stories(asked: Asked) -> Page:
    """The stories."""
    limit, offset = _bounds(asked)
    with asked.desk.store.looking() as connection:
        return paged(queries.story_digests(connection, asked.at, limit + 1, offset), limit, offset)


def story(asked: Asked) -> Story:
    """A story."""
    return asked.desk.story(_of(asked, "story"), asked.at)


def questions(asked: Asked) -> Page:
    """The questions."""
    limit, offset = _bounds(asked)
    with asked.desk.store.looking() as connection:
        rows = queries.questions(
            connection,
            asked.at,
            limit=limit + 1,
            offset=offset,
            status=asked.word("status", STATUSES),
            kind=asked.word("type", TYPES),
            words=asked.text("q"),
            story=story_id(asked),
        )
    return paged(rows, limit, offset)


def story_id(asked: Asked) -> str | None:
    """The whole id of the story that is asked for."""
    name = asked.text("story")
    return None if name is None else asked.desk.store.story(name, asked.at).id


def question(asked: Asked) -> Question:
    """A question."""
    return asked.desk.question(_of(asked, "question"), asked.at)[1]


def history(asked: Asked) -> Page:
    """How a question stood."""
    whole = asked.desk.store.question(_of(asked, "question"), asked.at).id
    with asked.desk.store.looking() as connection:
        return Page(tuple(queries.history(connection, whole, asked.at)), None)


def claims(asked: Asked) -> Page:
    """The claims."""
    limit, after = _bounds(asked)
    with asked.desk.store.looking() as connection:
        rows = queries.claims(connection, asked.filter(), after, limit + 1, asked.at)
    more = len(rows) > limit
    return Page(tuple(rows[:limit]), rows[limit - 1].cursor if more else None)


def claim(asked: Asked) -> Claim:
    """A claim."""
    report = asked.desk.store.report(_of(asked, "report"))
    wanted = _of(asked, "claim")
    try:
        return report.claim(wanted)
    except KeyError:
        raise NotFoundError(f"the report {report.id} has no claim {wanted!a}") from None


def reports(asked: Asked) -> Page:
    """The reports."""
    limit, offset = _bounds(asked)
    wanted = report_filter(asked)
    with asked.desk.store.looking() as connection:
        return paged(queries.newest(connection, asked.at, limit + 1, offset, wanted), limit, offset)


def report_filter(asked: Asked) -> queries.ReportFilter:
    """Which reports are asked for."""
    name = asked.text("story")
    told = None if name is None else asked.desk.store.story(name, asked.at).reports
    unnamed = asked.word("without", ("outlet",)) is not None
    return queries.ReportFilter(
        asked.text("outlet"), asked.text("q"), asked.text("source"), asked.word("kind", KINDS), told, unnamed
    )


def report(asked: Asked) -> Report:
    """A report."""
    return asked.desk.store.report(_of(asked, "report"))


def versions(asked: Asked) -> Page:
    """The versions of a report."""
    return Page(tuple(asked.desk.store.versions(_of(asked, "report"))), None)


def lineage_of(asked: Asked) -> Lineage:
    """What a report has from others."""
    return lineage(asked.desk.store, _of(asked, "report"))


def sources(asked: Asked) -> Page:
    """The sources."""
    limit, offset = _bounds(asked)
    rows = asked.desk.sources(asked.as_of, asked.at)
    return paged(rows[offset : offset + limit + 1], limit, offset)


def record(asked: Asked) -> TrackRecord:
    """What became of what somebody said."""
    return track_record(asked.desk.store, _of(asked, "name"), asked.at)


def outlets(asked: Asked) -> Page:
    """The outlets."""
    limit, offset = _bounds(asked)

    rows = asked.desk.outlets(asked.as_of, asked.at)
    return paged(rows[offset : offset + limit + 1], limit, offset)


def places(asked: Asked) -> Page:
    """The places."""
    limit, offset = _bounds(asked)
    rows = asked.desk.places(asked.as_of, asked.at)
    return paged(rows[offset : offset + limit + 1], limit, offset)


def map_events(asked: Asked) -> Page:
    """What a map shows."""
    return Page(tuple(events_of(asked, asked.text("story"))), None)


def events_of(asked: Asked, story: str | None) -> list[MapEvent]:
    """Claims at their places, of all reports or of those of a story."""
    told = None if story is None else frozenset(asked.desk.store.story(story, asked.at).reports)
    return asked.desk.kept(("map", asked.as_of, story), lambda: asked.desk.atlas.events(asked.at, told))


def changed(asked: Asked) -> Page:
    """What changed since a day."""
    since = asked.day("since")
    if since is None:
        raise UsageError("since is missing; give a day as YYYY-MM-DD")
    limit, offset = _bounds(asked)
    rows = asked.desk.kept(
        ("changes", since, asked.as_of), lambda: changes(asked.desk.store, start_of(since, "since"), asked.at)
    )
    return paged(rows[offset : offset + limit + 1], limit, offset)


SINCE = Parameter("since", "day", "From the beginning of that day on, in UTC", required=True)

ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint("/stories", "stories", "The stories, those of which most reports tell first", queries.StoryDigest, stories,
             (*PAGING, AS_OF), True),
    Endpoint("/stories/{story}", "story", "A story with its questions", Story, story, (AS_OF,)),
    Endpoint("/questions", "questions", "The questions, those that changed last first", queries.Digest, questions,
             (*QUESTION_FILTERS, *PAGING, AS_OF), True),
    Endpoint("/questions/{question}", "question", "A question with its positions and relations", Question, question,
             (AS_OF,)),
    Endpoint("/questions/{question}/history", "history", "How a question stood, the first way first", queries.Was,
             history, (AS_OF,), True),
    Endpoint("/claims", "claims", "Claims, in the order of adding and of the text", ClaimRow, claims,
             (*FILTERS, *PAGING, AS_OF), True),
    Endpoint("/reports", "reports", "Reports without their texts, the last added first", queries.Head, reports,
             (Parameter("outlet", "text", "The outlet's whole name"),
              Parameter("q", "text", "Words of its title or text"),
              Parameter("source", "text", "The whole name of somebody who speaks in it"),
              Parameter("kind", "word", "The kind of that source", KINDS),
              Parameter("story", "text", "The id of a story, or the beginning of it"),
              Parameter("without", "word", "Of which this is not known", ("outlet",)), *PAGING, AS_OF), True),
    Endpoint("/reports/{report}", "report", "A report with its text and what was read in it", Report, report),
    Endpoint("/reports/{report}/claims/{claim}", "claim", "A claim of a report", Claim, claim),
    Endpoint("/reports/{report}/versions", "versions", "The versions that its address had", ReportRow, versions, (),
             True),
    Endpoint("/reports/{report}/lineage", "lineage", "What a report has from others", Lineage, lineage_of),
    Endpoint("/sources", "sources", "Who speaks, whoever says most first", SourceRow, sources,
             (*PAGING, AS_OF), True),
    Endpoint("/records/{name}", "record", "What became of what a source said or an outlet printed", TrackRecord,
             record, (AS_OF,)),
    Endpoint("/outlets", "outlets", "Who published", queries.OutletRow, outlets, (*PAGING, AS_OF), True),
    Endpoint("/places", "places", "Places that claims speak of, with how far off each may be", PlaceRow, places,
             (*PAGING, AS_OF), True),
    Endpoint("/map", "map", "Claims at their places, with how their questions stand", MapEvent, map_events,
             (Parameter("story", "text", "The id of a story, or the beginning of it"), AS_OF), True),
    Endpoint("/changes", "changes", "What changed since a day", Change, changed, (SINCE, *PAGING, AS_OF), True),
)  # fmt: skip


def plain(value: Any) -> Any:
    """An answer as plain dicts and lists."""
    if isinstance(value, Page):
        return {"items": [row.to_dict() for row in value.items], "next": value.next}
    return value.to_dict()

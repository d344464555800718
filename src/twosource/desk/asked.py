"""What a request asks for: days, pages, filters. What does not fit is told to the reader, never guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, cast, get_args
from urllib.parse import quote, urlencode

from starlette.requests import Request

from twosource.desk.desk import Desk
from twosource.errors import UsageError
from twosource.ledger.rows import ClaimFilter, Unknown
from twosource.model import ClaimType, Record, SourceKind, Status
from twosource.views.days import end_of

STATUSES: tuple[str, ...] = get_args(Status)
TYPES: tuple[str, ...] = get_args(ClaimType)
KINDS: tuple[str, ...] = get_args(SourceKind)
WITHOUT: tuple[str, ...] = get_args(Unknown)
LONGEST = 400
"""Characters of a search or a name: longer ones are no names, and cost the database much."""
LARGEST_NUMBER = 2**53
"""Of a cursor: what JSON's readers hold exactly."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z", re.ASCII)
_BAD = re.compile(r"[\x00-\x1f\ud800-\udfff]")


class Asked:
    """A request's words, checked."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.desk: Desk = request.app.state.desk
        self._given = request.query_params
        self.as_of, self.at = self._moment("as_of")

    def text(self, name: str) -> str | None:
        """A parameter's words; None where there are none."""
        value = self._given.get(name)
        if value is None:
            return None
        if len(value) > LONGEST:
            raise UsageError(f"{name} is longer than {LONGEST} characters")
        if _BAD.search(value):
            raise UsageError(f"{name} holds characters that no text holds")
        return value.strip() or None

    def _moment(self, name: str) -> tuple[str | None, datetime | None]:
        """A day, which is its end, or a moment of UTC as histories link to it: `2031-03-04T10:00:00.5Z`."""
        value = self.text(name)
        if value is not None and _MOMENT.fullmatch(value):
            try:
                return value, datetime.fromisoformat(value)
            except ValueError:
                raise UsageError(f"{name} wants a day as YYYY-MM-DD, not {value!r}") from None
        day = self.day(name)
        return day, end_of(day, name)

    def day(self, name: str) -> str | None:
        """A day as YYYY-MM-DD."""
        value = self.text(name)
        if value is None:
            return None
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            raise UsageError(f"{name} wants a day as YYYY-MM-DD, not {value!r}")
        end_of(value, name)
        return value

    def number(self, name: str, default: int, most: int = LARGEST_NUMBER, least: int = 0) -> int:
        """A whole number."""
        value = self._given.get(name)
        if value is None:
            return default
        if not re.fullmatch(r"\d{1,16}", value, re.ASCII) or not least <= int(value) <= most:
            raise UsageError(f"{name} wants a number from {least} to {most}, not {value!r}")
        return int(value)

    def word(self, name: str, among: tuple[str, ...]) -> str | None:
        """One of some words."""
        value = self.text(name)
        if value is not None and value not in among:
            raise UsageError(f"{name} wants one of {', '.join(among)}, not {value!r}")
        return value

    def spot(self) -> tuple[float, float] | None:
        """A latitude and a longitude."""
        value = self.text("spot")
        if value is None:
            return None
        try:
            lat, lon = map(float, value.split(","))
        except ValueError:
            raise UsageError(f"spot wants LATITUDE,LONGITUDE, not {value!r}") from None
        return lat, lon

    def filter(self) -> ClaimFilter:
        """Which claims are asked for; of stories and reports the whole ids."""
        store = self.desk.store
        story, report = self.text("story"), self.text("report")
        return ClaimFilter(
            source=self.text("source"),
            place=self.text("place"),
            side=self.text("side"),
            type=self.word("type", TYPES),
            since=self.day("since"),
            search=self.text("q"),
            story=None if story is None else store.story(story, self.at).id,
            report=None if report is None else store.resolve(report, ("report",)).id,
            outlet=self.text("outlet"),
            until=self.day("until"),
            about=self.day("about"),
            whole=self.word("whole", ("1",)) is not None,
            kind=cast("SourceKind | None", self.word("kind", KINDS)),
            without=cast("Unknown | None", self.word("without", WITHOUT)),
        )


class Links:
    """Addresses of the desk's pages: with the proxy's prefix, and on the day that the reader looks at."""

    def __init__(self, prefix: str, as_of: str | None) -> None:
        self._prefix = prefix
        self._as_of = as_of

    def __call__(self, *parts: str, **given: Any) -> str:
        """The address of a page; what is None is left out."""
        asked = {name: str(value) for name, value in given.items() if value is not None}
        if self._as_of is not None:
            asked.setdefault("as_of", self._as_of)
        if asked.get("as_of") == "":
            del asked["as_of"]
        path = "/".join(quote(part, safe="") for part in parts)
        return f"{self._prefix}/{path}{'?' + urlencode(asked) if asked else ''}"

    def static(self, name: str) -> str:
        """The address of a file of the package."""
        return f"{self._prefix}/static/{name}"

    def claim(self, report: str, claim: str) -> str:
        """Where a claim's words stand."""
        return f"{self('reports', report)}#{quote(claim, safe='')}"


class Page(Record, frozen=True):
    """A page of a list: the rows and the cursor of the next page, None on the last."""

    items: tuple[Any, ...]
    next: int | None


def paged(rows: list[Any], limit: int, offset: int) -> Page:
    """A page of rows of which one more than `limit` was asked for."""
    more = len(rows) > limit
    return Page(tuple(rows[:limit]), offset + limit if more else None)


def today() -> str:
    """The day it is, in UTC."""
    return datetime.now(UTC).date().isoformat()


def shown_day(as_of: str | None) -> date:
    """The day that a page is of."""
    return date.fromisoformat((as_of or today())[:10])


def instant(moment: datetime) -> str:
    """A moment as an address names it, to the microsecond: the ledger as it stood from then on."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def without(given: Mapping[str, str], *names: str) -> dict[str, str]:
    """Parameters but for some."""
    return {key: value for key, value in given.items() if key not in names and value}

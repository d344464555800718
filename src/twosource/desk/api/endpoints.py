"""What the API answers: one table from which the routes and the OpenAPI description are both made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from twosource.desk.asked import KINDS, STATUSES, TYPES, WITHOUT, Asked

Kind = Literal["text", "day", "number", "word"]


class Parameter(NamedTuple):
    """A parameter of the query."""

    name: str
    kind: Kind
    meaning: str
    among: tuple[str, ...] = ()
    default: int | None = None
    most: int | None = None
    required: bool = False


class Endpoint(NamedTuple):
    """A route that answers GET: its path, what it gives, and the function that gives it."""

    path: str
    name: str
    summary: str
    gives: Any
    answer: Callable[[Asked], Any]
    parameters: tuple[Parameter, ...] = ()
    is_list: bool = False


LIMIT, MOST = 50, 500
"""Rows of a page, and the most that may be asked for: 500 claims are about 300 kB."""

AS_OF = Parameter(
    "as_of", "day", "As the ledger knew it at the end of that day, in UTC; a moment as 2031-03-04T10:00:00Z goes too"
)
PAGING = (
    Parameter("limit", "number", "Rows of a page", default=LIMIT, most=MOST),
    Parameter("cursor", "number", "The `next` of the page before", default=0, most=2**53),
)
FILTERS = (
    Parameter("q", "text", 'Words of the claim: all of them, "a phrase" together, begin* by its beginning'),
    Parameter("source", "text", "Whole words of the source's name"),
    Parameter("outlet", "text", "The outlet's whole name"),
    Parameter("place", "text", "Whole words of a place's name"),
    Parameter("side", "text", "A party"),
    Parameter("type", "word", "The type of claim", TYPES),
    Parameter("since", "day", "Said on that day or later"),
    Parameter("until", "day", "Said on that day or earlier"),
    Parameter("about", "day", "What it says happened on that day"),
    Parameter("whole", "word", "With 1, names are whole names exactly as spelt", ("1",)),
    Parameter("kind", "word", "The kind of source", KINDS),
    Parameter("without", "word", "Of which this is not known", WITHOUT),
    Parameter("story", "text", "The id of a story, or the beginning of it"),
    Parameter("report", "text", "The id of a report, or the beginning of it"),
)
QUESTION_FILTERS = (
    Parameter("status", "word", "The status", STATUSES),
    Parameter("type", "word", "The type of question", TYPES),
    Parameter("q", "text", "Words of the question"),
    Parameter("story", "text", "The id of a story, or the beginning of it"),
)

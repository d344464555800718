"""What all records share: canonical JSON, ids from content, spans and periods.

Records are frozen `msgspec.Struct`s: slotted, typed, compared by value, decoded with validation.
Unknown is None, never 0 or "".
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any, Self, TypeVar

import msgspec

from twosource.model.showing import html_of

T = TypeVar("T", bound="Record")


class Record(msgspec.Struct, frozen=True, omit_defaults=False):
    """A frozen record of the public JSON.

    >>> Span(3, 7).to_dict()
    {'start': 3, 'end': 7}
    >>> Span.from_dict({"start": 3, "end": 7, "added_later": True})
    Span(start=3, end=7)
    """

    def to_dict(self) -> dict[str, Any]:
        """This record as plain dicts and lists, in the shape of the public JSON."""
        built: dict[str, Any] = _with_lists(msgspec.to_builtins(self))
        return built

    def to_json(self) -> str:
        """One line of JSON, escaped to ASCII."""
        return json.dumps(msgspec.to_builtins(self), ensure_ascii=True, separators=(", ", ": "))

    @classmethod
    def from_dict(cls, value: Any) -> Self:
        """The record that `value` describes; fields that this version does not know are passed over.

        Raises `msgspec.ValidationError`, naming the path of the field that does not fit.
        """
        return msgspec.convert(value, cls)

    def _repr_html_(self) -> str | None:
        """What a notebook shows; None where only the repr will do."""
        return html_of(self)

    def replace(self, **changes: Any) -> Self:
        """A copy with some fields changed."""
        return msgspec.structs.replace(self, **changes)


def _with_lists(value: Any) -> Any:
    """Plain values with lists where msgspec leaves tuples, as JSON has them."""
    if isinstance(value, dict):
        return {key: _with_lists(held) for key, held in value.items()}
    return [_with_lists(held) for held in value] if isinstance(value, list | tuple) else value


class Span(Record, frozen=True, order=True):
    """A stretch of a report's text in Unicode code points, the end exclusive.

    >>> Span(0, 5).cut("Kyiv said")
    'Kyiv '
    """

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The words between the offsets."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True where the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True where `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


def cut_all(text: str, spans: Iterable[Span]) -> str:
    """The words of a broken stretch, joined by one ellipsis where it breaks.

    >>> cut_all("Troops, he said, left", (Span(0, 6), Span(17, 21)))
    'Troops … left'
    """
    return " … ".join(span.cut(text) for span in spans)


class Period(Record, frozen=True):
    """A stretch of days, ISO dates at both ends, either end None where it is open.

    >>> Period("2025-01-10", "2025-01-31").to_dict()
    {'from': '2025-01-10', 'to': '2025-01-31'}
    """

    start: str | None = msgspec.field(default=None, name="from")
    end: str | None = msgspec.field(default=None, name="to")

    @classmethod
    def day(cls, date: str) -> Self:
        """The period of one day."""
        return cls(date, date)

    def __bool__(self) -> bool:
        return self.start is not None or self.end is not None

    @property
    def days(self) -> int | None:
        """How many days it has, both ends counted; None where an end is open.

        >>> Period("2025-01-10", "2025-01-31").days, Period("2025-01-10").days
        (22, None)
        """
        if self.start is None or self.end is None:
            return None
        return (date.fromisoformat(self.end[:10]) - date.fromisoformat(self.start[:10])).days + 1

    def meets(self, other: Period) -> bool:
        """True where the two share a day; an open end is unbounded."""
        return (self.start or "") <= (other.end or "9999") and (other.start or "") <= (self.end or "9999")


def canonical_json(value: Any) -> str:
    """JSON with one spelling only: keys sorted, no spaces, ASCII.

    >>> canonical_json({"b": 1, "a": "é"})
    '{"a":"\\\\u00e9","b":1}'
    """
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def content_id(kind: str, value: Any, length: int = 12) -> str:
    """An id from content: the same content has the same id everywhere and always.

    `kind` begins the id (`r` report, `s` story, `q` question), so that a person sees what it names.

    >>> content_id("r", {"text": "x"}) == content_id("r", {"text": "x"})
    True
    """
    digest = hashlib.sha256(canonical_json([kind, value]).encode()).hexdigest()
    return f"{kind}{digest[:length]}"

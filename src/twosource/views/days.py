"""Days as moments: a ledger keeps when it learnt something to the microsecond, people ask by the day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from twosource.errors import UsageError


def end_of(day: str | None, option: str = "--as-of") -> datetime | None:
    """The last moment of a day in UTC; None for no day.

    >>> end_of("2031-03-04").isoformat()
    '2031-03-04T23:59:59.999999+00:00'
    """
    return None if day is None else start_of(day, option) + timedelta(days=1, microseconds=-1)


def start_of(day: str, option: str = "--since") -> datetime:
    """The first moment of a day in UTC. Raises `UsageError` for what is no day."""
    try:
        return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
    except ValueError:
        raise UsageError(f"{option} wants a day as YYYY-MM-DD, not {day!r}") from None

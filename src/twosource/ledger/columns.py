"""Column types that mean the same in every database: any text, times in UTC, JSON."""

# ruff: noqa: ARG002 - the arguments are SQLAlchemy's
from __future__ import annotations

import json
import re
import zlib
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, LargeBinary, Text
from sqlalchemy.types import TypeDecorator

_UNHOLDABLE = re.compile("[\x00\ud800-\udfff\\\\]")
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|\\)")

Number = BigInteger().with_variant(Integer, "sqlite")
"""64 bits everywhere; SQLite gives a key its row's own number only under the name INTEGER."""


def _escape(found: re.Match[str]) -> str:
    char = found.group()
    return "\\\\" if char == "\\" else f"\\u{ord(char):04x}"


def _unescape(found: re.Match[str]) -> str:
    return chr(int(found.group(1), 16)) if found.group(1) else "\\"


class AnyText(TypeDecorator[str]):
    """Text as given, also where it holds what a database refuses: U+0000 and half surrogate pairs.

    Those are kept as escapes (`\\u0000`), and a backslash as two.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Escapes on the way in."""
        return value if value is None else _UNHOLDABLE.sub(_escape, value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Takes the escapes back on the way out."""
        return value if value is None or "\\" not in value else _ESCAPE.sub(_unescape, value)


class UtcTime(TypeDecorator[datetime]):
    """A moment with its time zone, kept in UTC also where the database keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC on the way in."""
        return value if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC on the way out."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Json(TypeDecorator[Any]):
    """JSON kept as ASCII text: numbers, their kinds (1 and 1.0) and the order of keys come back as they were."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """One line of ASCII."""
        return None if value is None else json.dumps(value, ensure_ascii=True, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """As it was."""
        return None if value is None else json.loads(value)


class Packed(TypeDecorator[Any]):
    """JSON that nobody searches, compressed: versions of stories and questions are many and alike within."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        """One line of ASCII, compressed to an eighth or so."""
        text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
        return None if value is None else zlib.compress(text.encode("ascii"), LEVEL)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        """As it was."""
        return None if value is None else json.loads(zlib.decompress(value))


LEVEL = 3
"""zlib's effort: beyond it the size hardly falls and the time doubles."""

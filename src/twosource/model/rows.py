"""A table of records: a sequence that can also be shown and handed to pandas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from twosource.model.base import Record

if TYPE_CHECKING:
    import pandas

T = TypeVar("T", bound=Record)


class Rows(Sequence[T], Generic[T]):
    """Records in order; `to_pandas()` gives a data frame with a column a field.

    >>> from twosource.model import Rows, Span
    >>> Rows([Span(1, 4), Span(6, 9)]).to_dicts()
    [{'start': 1, 'end': 4}, {'start': 6, 'end': 9}]
    """

    def __init__(self, records: Iterable[T]) -> None:
        self._records = tuple(records)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Rows[T]: ...
    def __getitem__(self, index: int | slice) -> T | Rows[T]:
        return Rows(self._records[index]) if isinstance(index, slice) else self._records[index]

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[T]:
        return iter(self._records)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self._records == other._records

    def __hash__(self) -> int:
        return hash(self._records)

    def __repr__(self) -> str:
        return f"Rows({list(self._records)!r})"

    def to_dicts(self) -> list[dict[str, Any]]:
        """The records as plain dicts."""
        return [record.to_dict() for record in self._records]

    def to_pandas(self) -> pandas.DataFrame:
        """A data frame, a row a record. Needs the extra `pandas` (`pip install 'twosource[pandas]'`)."""
        import pandas

        return pandas.DataFrame(self.to_dicts())

    def _repr_html_(self) -> str:
        """A table for a notebook; everything escaped."""
        rows = self.to_dicts()
        head = list(rows[0]) if rows else []
        cells = ("".join(f"<td>{escape(_cell(row[key]))}</td>" for key in head) for row in rows)
        body = "".join(f"<tr>{row}</tr>" for row in cells)
        top = "".join(f"<th>{escape(key)}</th>" for key in head)
        return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)

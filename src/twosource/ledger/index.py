"""Items of current reports, found by what they share, and what hangs together with what.

The ledger keeps keys, days and labels; what they mean is for those to say who set claims side by side. An item that is
put in or taken out touches what it hangs together with, never the rest.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from twosource.ledger.schema import ItemKeyTable, ItemTable, StaleTable
from twosource.ledger.told import chunks
from twosource.model import Record

LEVELS = tuple(f"level{n}" for n in range(5))
EVER = (0, 9_999_999)
"""The days of an item whose day is not known: it may have been any."""


class KeptItem(Record, frozen=True):
    """An item with its place in the ledger, what it is found by, and what it is compared by (`body`).

    `bands` are parts of a MinHash of its words in a row: items that share one have passages in common, likely.
    """

    row: int
    report: str
    days: tuple[int, int]
    words: tuple[str, ...]
    towns: tuple[str, ...]
    body: dict[str, Any]
    bands: tuple[str, ...] = ()


def number_of(key: str) -> int:
    """A key as a number of 63 bits, which databases compare and keep at less cost than words."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf8", "surrogatepass"), digest_size=8).digest()) >> 1


def put(connection: Connection, item: KeptItem) -> None:
    """Puts an item in; it hangs together with nothing yet."""
    first, last = item.days
    levels = dict.fromkeys(LEVELS, item.row)
    row = {"row": item.row, "report": item.report, "first": first, "last": last, "body": item.body, **levels}
    connection.execute(insert(ItemTable), [row])
    numbers = sorted({number_of(key) for key in (*item.words, *item.towns, *item.bands)})
    if numbers:
        connection.execute(
            insert(ItemKeyTable), [{"key": key, "last": last, "first": first, "row": item.row} for key in numbers]
        )


def rows_of(connection: Connection, report: str) -> list[int]:
    """The rows of a report's items."""
    return list(connection.execute(select(ItemTable.row).where(ItemTable.report == report)).scalars())


def drop(connection: Connection, rows: Sequence[int]) -> list[tuple[int, int]]:
    """Takes items out; gives the labels (level, number) that they had."""
    found: set[tuple[int, int]] = set()
    for part in chunks(rows):
        for row in connection.execute(select(ItemTable).where(ItemTable.row.in_(part))):
            found.update((level, getattr(row, name)) for level, name in enumerate(LEVELS))
        for table in (ItemKeyTable, ItemTable, StaleTable):
            connection.execute(delete(table).where(table.row.in_(part)))
    return sorted(found)


def near(connection: Connection, item: KeptItem, within: int, shared: int) -> dict[int, bool]:
    """Items that share a town or enough words with this one, within so many days; true where by enough words."""
    first, last = item.days
    table = ItemKeyTable

    def found(keys: Iterable[str], least: int) -> set[int]:
        numbers = sorted({number_of(key) for key in keys})
        if not numbers:
            return set()
        query = select(table.row).where(
            table.key.in_(numbers), table.last >= first - within, table.first <= last + within, table.row != item.row
        )
        if least == 1:
            return set(connection.execute(query.distinct()).scalars())
        return {row for row, n in Counter(connection.execute(query).scalars()).items() if n >= least}

    by_words = found(item.words, shared)
    return {row: row in by_words for row in found(item.towns, 1) | by_words}


NEAREST = 60
"""Reports that lineage looks at closely, those that share most first."""


def near_reports(connection: Connection, report: str, most: int = NEAREST) -> list[str]:
    """Reports that share keys with one, those that share most first."""
    mine = select(ItemTable.row).where(ItemTable.report == report)
    keys = set(connection.execute(select(ItemKeyTable.key).where(ItemKeyTable.row.in_(mine))).scalars())
    shared: Counter[str] = Counter()
    for part in chunks(sorted(keys)):
        query = select(ItemTable.report, func.count()).join(ItemKeyTable, ItemKeyTable.row == ItemTable.row)
        query = query.where(ItemKeyTable.key.in_(part), ItemTable.report != report).group_by(ItemTable.report)
        shared.update({row[0]: int(row[1]) for row in connection.execute(query)})
    return [id_ for id_, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:most]]


def bodies(connection: Connection, rows: Iterable[int]) -> dict[int, dict[str, Any]]:
    """What items are compared by."""
    found: dict[int, dict[str, Any]] = {}
    for part in chunks(sorted(rows)):
        query = select(ItemTable.row, ItemTable.body).where(ItemTable.row.in_(part))
        found.update({row.row: row.body for row in connection.execute(query)})
    return found


def labels(connection: Connection, rows: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """The labels of items on every level."""
    columns = [ItemTable.row, *(getattr(ItemTable, name) for name in LEVELS)]
    found: dict[int, tuple[int, ...]] = {}
    for part in chunks(sorted(rows)):
        found.update(
            {row[0]: tuple(row[1:]) for row in connection.execute(select(*columns).where(ItemTable.row.in_(part)))}
        )
    return found


def members(connection: Connection, level: int, label: int, limit: int | None = None) -> list[int]:
    """The rows of the items that hang together under a label, at most so many."""
    query = select(ItemTable.row).where(getattr(ItemTable, LEVELS[level]) == label)
    return list(connection.execute(query.limit(limit)).scalars())


def size(connection: Connection, level: int, label: int, limit: int) -> int:
    """How many items hang together under a label, counted up to a limit."""
    found = select(ItemTable.row).where(getattr(ItemTable, LEVELS[level]) == label).limit(limit).subquery()
    return int(connection.execute(select(func.count()).select_from(found)).scalar_one())


def relabel(connection: Connection, level: int, changed: Mapping[int, int]) -> None:
    """Gives everything under one label another one."""
    column = LEVELS[level]
    for old, new in changed.items():
        connection.execute(update(ItemTable).where(getattr(ItemTable, column) == old).values({column: new}))


def label_rows(connection: Connection, level: int, given: Mapping[int, int]) -> None:
    """Gives items their labels one by one."""
    for label in sorted(set(given.values())):
        for part in chunks([row for row, of in given.items() if of == label]):
            values = {LEVELS[level]: label}
            connection.execute(update(ItemTable).where(ItemTable.row.in_(part)).values(values))


def mark_stale(connection: Connection, rows: Iterable[int]) -> None:
    """Puts down that the units of these items are to be set anew."""
    for part in chunks(sorted(rows)):
        known = set(connection.execute(select(StaleTable.row).where(StaleTable.row.in_(part))).scalars())
        new = [{"row": row} for row in part if row not in known]
        if new:
            connection.execute(insert(StaleTable), new)


def next_stale(connection: Connection) -> int | None:
    """An item whose unit is to be set anew; None where there is none."""
    return connection.execute(select(StaleTable.row).order_by(StaleTable.row).limit(1)).scalar()


def clear_stale(connection: Connection, rows: Iterable[int]) -> None:
    """Puts down that the units of these items are set."""
    for part in chunks(sorted(rows)):
        connection.execute(delete(StaleTable).where(StaleTable.row.in_(part)))

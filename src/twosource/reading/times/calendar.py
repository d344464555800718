"""Days, weeks, months, quarters, seasons: stepping through them, naming them in TIMEX3, the days that a value covers.

A unit is a letter: D day, W ISO week, M month, Q quarter, Y year, E decade, C century, WE weekend, and the seasons
SP, SU, FA, WI (meteorological, of the northern half; a winter bears the year in which it begins).
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, timedelta

__all__ = ["cover", "days_in", "make", "name", "part_of", "shift", "stated"]

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DAYS = {
    "D": 1.0,
    "W": 7.0,
    "2W": 14.0,
    "M": 30.44,
    "Q": 91.3,
    "Y": 365.25,
    "E": 3652.5,
    "C": 36525.0,
    "WE": 2.0,
    "L": 365250.0,
}
VALUE = re.compile(
    r"(?P<y>\d{4})(?:-(?P<m>\d\d)(?:-(?P<d>\d\d))?|-W(?P<w>\d\d)(?P<we>-WE)?|-Q(?P<q>[1-4])|-H(?P<h>[12])"
    r"|-(?P<s>SP|SU|FA|WI))?(?:T\w{2}[\w:]*)?$|(?P<e>\d{3})X?$|(?P<c>\d\d)(?:XX)?$"
)

Days = tuple[date, date]


def make(year: int, month: int = 1, day: int = 1) -> date | None:
    """The day, or None where there is no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def move(day: date, days: int) -> date:
    """A day some days away, held within the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


def month_start(day: date, months: int) -> date:
    """The first day of the month that lies some months away, held within the calendar."""
    count = day.year * 12 + day.month - 1 + months
    if not 1 <= count // 12 <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(count // 12, count % 12 + 1, 1)


def name(unit: str, day: date) -> str:
    """The TIMEX3 value of the unit that holds a day.

    >>> name("Q", date(1998, 8, 7)), name("W", date(1998, 8, 7)), name("FA", date(1998, 10, 1))
    ('1998-Q3', '1998-W32', '1998-FA')
    """
    if unit == "D":
        return day.isoformat()
    if unit in ("W", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return f"{day.year:04}-{day.month:02}"
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit == "E":
        return f"{day.year // 10:03}X"
    if unit == "C":
        return f"{day.year // 100:02}XX"
    if unit in SEASONS:
        return f"{day.year - (unit == 'WI' and day.month < 3):04}-{unit}"
    return f"{day.year:04}"


def shift(unit: str, day: date, count: int) -> date:
    """A day in the unit that lies `count` units away from the one that holds `day`.

    >>> shift("M", date(2025, 1, 31), 1)
    datetime.date(2025, 2, 1)
    """
    if unit in ("D", "W", "WE", "2W"):
        return move(day, count * {"D": 1, "2W": 14}.get(unit, 7))
    if unit in SEASONS:
        begun = day.year - (unit == "WI" and day.month < 3)
        return date(min(max(begun + count, 1), MAXYEAR), SEASONS[unit], 1)
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}.get(unit, 12)
    return month_start(day, max(min(count, 99999), -99999) * months) if count else day


def same_day(unit: str, day: date, count: int) -> date:
    """The day some units away, the day of the month kept as far as that month has it.

    >>> same_day("M", date(2025, 1, 31), 1)
    datetime.date(2025, 2, 28)
    """
    if unit in ("D", "W", "WE", "2W"):
        return shift(unit, day, count)
    first = shift(unit, day, count)
    first = first.replace(day=1)
    last = move(month_start(first, 1), -1)
    return first.replace(day=min(day.day, last.day))


def cover(value: str) -> Days | None:
    """The first and last day of a TIMEX3 value; None where it names no stretch of the calendar.

    >>> cover("1998-Q3")
    (datetime.date(1998, 7, 1), datetime.date(1998, 9, 30))
    >>> cover("2023-02-31") is None
    True
    """
    found = VALUE.match(value)
    if found is None:
        return None
    part = found.groupdict()
    if part["c"] or part["e"]:
        width = 100 if part["c"] else 10
        first = make(int(part["c"] or part["e"]) * width)
        return (first, move(month_start(first, width * 12), -1)) if first else None
    year = int(part["y"])
    if part["w"]:
        try:
            monday = date.fromisocalendar(year, int(part["w"]), 1)
        except ValueError:
            return None
        return move(monday, 5 if part["we"] else 0), move(monday, 6)
    if part["d"]:
        day = make(year, int(part["m"]), int(part["d"]))
        return (day, day) if day else None
    months, month = 12, 1
    if part["m"]:
        months, month = 1, int(part["m"])
    elif part["q"]:
        months, month = 3, int(part["q"]) * 3 - 2
    elif part["h"]:
        months, month = 6, int(part["h"]) * 6 - 5
    elif part["s"]:
        months, month = 3, SEASONS[part["s"]]
    first = make(year, month)
    return (first, move(month_start(first, months), -1)) if first else None


def part_of(days: Days, edge: str) -> Days:
    """The early, middle or late third of a stretch; of a month its tens of days.

    >>> part_of((date(2024, 8, 1), date(2024, 8, 31)), "START")
    (datetime.date(2024, 8, 1), datetime.date(2024, 8, 10))
    """
    first, last = days
    third = round((last - first).days / 3) or 0
    if edge == "START":
        return first, move(first, max(third - 1, 0))
    if edge == "MID":
        return move(first, third), move(first, max(2 * third - 1, third))
    if edge == "END":
        return move(first, 2 * third), last
    return days


def days_in(unit: str, count: float) -> int:
    """About how many days a number of units makes."""
    return min(round(DAYS.get(unit, 0.0) * count), 3_650_000)


def stated(value: str) -> date | None:
    """The day of a value that names one day."""
    days = cover(value)
    return days[0] if days and days[0] == days[1] else None

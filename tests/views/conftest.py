"""A ledger to look at: an invented siege, told over a week by outlets that copy and contradict one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from tests.conftest import Place
from twosource.model import Report
from twosource.pipeline import read
from twosource.workspace import Ledger, open_ledger

FIRST = datetime(2031, 3, 4, 12, tzinfo=UTC)

KILLED = "At least 12 people were killed in the shelling of Tolm, mayor Ilsa Brandt said."
WIRE = (
    "Fires burned in the old harbour of Tolm until late in the evening, and most of its streets were without power."
    " Rescuers dug through what was left of the market hall by hand."
)


def report(text: str, day: int, outlet: str, url: str | None = None) -> Report:
    """A report that is read as it would be from a file."""
    return read(text, published=f"2031-03-{day:02}", outlet=outlet, url=url)


PAGE = "https://ahr.example/tolm"
REPORTS = {
    4: [report(f"Tolm is shelled\n\n{KILLED}\n\n{WIRE}\n", 4, "Ahr Post", PAGE)],
    5: [
        report(
            "Doctors count the dead of Tolm\n\nAt least 12 people were killed in the shelling of Tolm, said Pavel Kost,"
            f" a doctor at the hospital.\n\n{WIRE.replace('late in the evening', 'long after midnight')}\n",
            5,
            "Sel Courier",
        )
    ],
    6: [
        report(
            "Army denies shelling Tolm\n\nThe Varenian army denied that its guns had shelled Tolm. Nobody was killed in"
            " the shelling of Tolm, the Varenian army said.\n",
            6,
            "Dorne Today",
        )
    ],
    7: [report(f"Tolm is shelled\n\n{KILLED.replace('12', '19')}\n\n{WIRE}\n", 4, "Ahr Post", PAGE)],
    8: [
        report("Dam breaks at Varn\n\nThe Sill dam broke and 30 people drowned, the Water Board said.\n", 8, "Ahr Post")
    ],
}


@pytest.fixture
def ledger(place: Place) -> Iterator[Ledger]:
    """All reports, each added at noon of its day."""
    with open_ledger(place("kept")) as opened:
        for day, reports in REPORTS.items():
            for one in reports:
                opened.store.add(one, added=FIRST + timedelta(days=day - 4))
        yield opened

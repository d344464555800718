"""An empty ledger, on every database that it can stand in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conftest import Place
from twosource.ledger import Store


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    """An empty ledger."""
    with Store.open(place("kept")) as opened:
        yield opened

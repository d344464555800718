"""A desk on one ledger: what every page and every route of the API reads through."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import datetime
from typing import Any, TypeVar, cast

from twosource import __version__
from twosource.desk.atlas import Atlas, PlaceRow
from twosource.desk.jobs import Jobs
from twosource.desk.queries import OutletRow, Stand, how_many, stand
from twosource.desk.settings import Settings
from twosource.desk.watching import Hub, Watcher
from twosource.ledger.folding import fold
from twosource.ledger.rows import ClaimFilter, SourceRow
from twosource.ledger.store import Store
from twosource.model import ClaimRef, Question, Story
from twosource.views.over import Over

T = TypeVar("T")

KEPT = 256
"""Answers kept while the ledger stands still: lists of everything take longer to make than to send."""


class Desk:
    """An open ledger with what is kept in memory of it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.store = Store.open(settings.ledger)
        self.hub = Hub()
        self.atlas = Atlas(self.store)
        self.watcher = Watcher(self.store, self.hub, self.atlas.refresh, read_only=settings.read_only)
        self.jobs = Jobs(self.store, self.watcher.look)
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def close(self) -> None:
        """Lets the ledger go."""
        self.store.close()

    def stand(self) -> Stand:
        """Where the ledger stands now."""
        with self.store.looking() as connection:
            return stand(connection)

    def token(self, now: Stand) -> str:
        """A word that is another one whenever an answer may be another one."""
        judged = "" if now.judged is None else f"{now.judged.timestamp():.6f}"
        return f"{__version__}.{now.number}.{judged}"

    def kept(self, name: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for as long as the ledger stands still."""
        key = (self.token(self.stand()), name)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast("T", self._kept[key])
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made

    # Lists of everything

    def sources(self, day: str | None, at: datetime | None) -> list[SourceRow]:
        """Who speaks, as of a day."""
        return self.kept(("sources", day), lambda: self.atlas.sources(at))

    def number_of(self, asked: ClaimFilter, day: str | None, at: datetime | None) -> int:
        """How many claims are asked for, as of a day."""

        def count() -> int:
            with self.store.looking() as connection:
                return how_many(connection, asked, at)

        return self.kept(("number", asked, day), count)

    def parties(self, day: str | None, at: datetime | None) -> list[str]:
        """The parties that anybody speaks for, as of a day."""
        rows = self.sources(day, at)
        return self.kept(("parties", day), lambda: sorted({side for row in rows for side in row.side or ()}))

    def places(self, day: str | None, at: datetime | None) -> list[PlaceRow]:
        """Places that claims speak of, as of a day."""
        return self.kept(("places", day), lambda: self.atlas.places(at))

    def outlets(self, day: str | None, at: datetime | None) -> list[OutletRow]:
        """Who published, as of a day."""
        return self.kept(("outlets", day), lambda: self.atlas.outlets(at))

    # What persons put over the account

    def over(self, at: datetime | None) -> Over:
        """The reviews and grades that held at a moment."""
        return self.kept(("over", at), lambda: Over(self.store.judgements(at), self._said_by))

    def _said_by(self, name: str) -> list[ClaimRef]:
        rows = self.store.claims(source=name)
        return [ClaimRef(row.report, row.claim) for row in rows if fold(row.source or "") == fold(name)]

    def story(self, story: str, at: datetime | None) -> Story:
        """A story with what persons put over it."""
        return self.kept(("story", story, at), lambda: self.over(at).story(self.store.story(story, at)))

    def question(self, question: str, at: datetime | None) -> tuple[str, Question]:
        """A question with what persons put over it, and the id of its story."""
        story, asked = self.store.asked(question, at)
        return story, self.over(at).question(asked)

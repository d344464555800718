"""Keeps a desk up to its ledger: settles what others put in, and tells open pages that something is new.

One thread looks at the ledger's number once a second. Pages only ever read.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable

from twosource.desk.queries import Stand, stand
from twosource.errors import TwosourceError
from twosource.ledger import Store
from twosource.settling import settle

LOG = logging.getLogger("twosource.desk")

SECONDS = 1.0
"""Between two looks: what another process adds is on the screen in about two seconds, for one short query."""

MOST_WAITING = 16
"""Events that a slow reader may be behind before the oldest is dropped: each says the same, look again."""


class Hub:
    """Hands events on to whoever listens; listeners live in the event loop, events come from any thread."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[str]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    def __len__(self) -> int:
        return len(self._listeners)

    def bind(self) -> None:
        """Takes the running loop as the one that listeners live in."""
        self._loop = asyncio.get_running_loop()

    def join(self) -> asyncio.Queue[str]:
        """A queue that gets every event from now on."""
        queue: asyncio.Queue[str] = asyncio.Queue(MOST_WAITING)
        self._listeners.add(queue)
        return queue

    def leave(self, queue: asyncio.Queue[str]) -> None:
        """Stops listening."""
        self._listeners.discard(queue)

    def tell(self, event: str) -> None:
        """Sends an event to all listeners, from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._spread, event)

    def _spread(self, event: str) -> None:
        for queue in self._listeners:
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(event)


class Watcher:
    """The thread that settles and tells."""

    def __init__(self, store: Store, hub: Hub, refreshed: Callable[[], None], *, read_only: bool = False) -> None:
        self._store = store
        self._hub = hub
        self._refreshed = refreshed
        self._read_only = read_only
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._run, name="desk-watcher", daemon=True)
        self.now: Stand | None = None

    def start(self) -> None:
        """Begins to look."""
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread and waits for it."""
        self._stop.set()
        self._wake.set()
        self._thread.join()

    def look(self) -> None:
        """Has it look now."""
        self._wake.set()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._once()
            except TwosourceError as error:
                LOG.error("the ledger could not be settled", extra={"error": str(error)})
            self._wake.wait(SECONDS)
            self._wake.clear()

    def _once(self) -> None:
        if not self._read_only:
            settle(self._store)
        with self._store.looking() as connection:
            found = stand(connection)
        if found != self.now:
            first, self.now = self.now is None, found
            self._refreshed()
            if not first:
                self._hub.tell(f"{found.number}")

"""What may be set of a desk."""

from __future__ import annotations

from urllib.parse import urlsplit

from twosource.errors import UsageError
from twosource.model import Record

LOCAL = ("localhost", "127.0.0.1", "[::1]")
"""The names of this machine that a desk always answers to."""


class Settings(Record, frozen=True):
    """Which ledger is served, under which path, to which hosts, and on which map.

    `prefix` is the path that a proxy puts before everything (`/desk`). `hosts` are the names that the desk answers to
    besides those of this machine; `*` is every name. `tile_style` is the address of a MapLibre style that takes the
    place of the map in the package: readers' browsers then load it from there.

    >>> Settings(prefix="desk/").path
    '/desk'
    """

    ledger: str | None = None
    prefix: str = ""
    hosts: tuple[str, ...] = ()
    tile_style: str | None = None
    read_only: bool = False

    @property
    def path(self) -> str:
        """The prefix with a slash before it and none behind it."""
        inner = self.prefix.strip("/")
        return f"/{inner}" if inner else ""

    @property
    def tile_origin(self) -> str | None:
        """Where the tile style comes from, for the page's policy. Raises `UsageError` for what is no web address."""
        if self.tile_style is None:
            return None
        parts = urlsplit(self.tile_style)
        if parts.scheme not in ("http", "https") or not parts.netloc or set(parts.netloc) & set(" ;,'\""):
            raise UsageError("--tile-style wants the address of a MapLibre style, as https://tiles.example/style.json")
        return f"{parts.scheme}://{parts.netloc}"

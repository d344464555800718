"""The desk: a web application and a JSON API on a ledger.

`create_app` gives an ASGI application. Starlette and Jinja2 are loaded with it, not with the package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.desk.settings import Settings

if TYPE_CHECKING:
    from starlette.applications import Starlette

__all__ = ["Settings", "create_app"]


def create_app(settings: Settings) -> Starlette:
    """The application on the ledger that the settings name; see `twosource.desk.app`."""
    from twosource.desk import app

    return app.create_app(settings)

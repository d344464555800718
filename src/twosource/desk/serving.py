"""Runs a desk until it is told to stop."""

from __future__ import annotations

import socket
from typing import Any

import uvicorn
from starlette.applications import Starlette


class Server(uvicorn.Server):
    """Says where the desk is once it listens."""

    def __init__(self, config: uvicorn.Config, path: str, say: Any) -> None:
        super().__init__(config)
        self._path = path
        self._say = say

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listens, and says where."""
        await super().startup(sockets)
        if self.started:
            address = self.servers[0].sockets[0].getsockname()
            name = f"[{address[0]}]" if ":" in address[0] else address[0]
            self._say(f"The desk is open at http://{name}:{address[1]}{self._path}/  (Ctrl+C closes it)")


def serve(app: Starlette, host: str, port: int, say: Any) -> bool:
    """Serves until somebody stops it; False where it could not begin."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=2,
    )
    server = Server(config, app.state.settings.path, say)
    server.run()
    return server.started

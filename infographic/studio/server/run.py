"""A studio served until it is interrupted."""

from __future__ import annotations

import socket

import uvicorn

from infographic.foundation.limits import most
from infographic.foundation.running.listening import in_address, is_any, is_loopback, listening
from infographic.studio.server.app import application
from infographic.studio.server.guards import LOOPBACK, Door
from infographic.studio.server.keys import Keys
from infographic.studio.session.studio import Studio

__all__ = ["NEXT", "addresses", "door_of", "listening", "serve"]
NEXT = 50
"""Ports that are tried from the first, where any will do."""
AT_ONCE = 300
"""Connections; a browser opens six beside its line."""


def door_of(host: str, listener: socket.socket) -> Door:
    """The door of a studio that listens on a host, with keys of its own."""
    port = listener.getsockname()[1]
    wide = not is_loopback(host)
    named = in_address(host).lower()
    names = LOOPBACK | {named}
    if wide:
        own = socket.gethostname().lower()
        names |= {own, f"{own}.local", own.partition(".")[0]}
    return Door(Keys(), port, frozenset(names), wide)


def addresses(host: str, door: Door, token: str) -> list[str]:
    """What to open, on this machine first, then on others of the network."""
    near = "127.0.0.1" if is_any(host) else in_address(host)
    far = [socket.gethostname()] if door.is_wide and is_any(host) else []
    return [f"http://{name}:{door.port}/?token={token}" for name in (near, *far)]


def serve(studio: Studio, listener: socket.socket, door: Door, host: str = "127.0.0.1") -> None:
    near = "127.0.0.1" if is_any(host) else host
    config = uvicorn.Config(
        application(studio, door, near), log_level="warning", lifespan="on",
        ws="websockets-sansio", ws_per_message_deflate=False, ws_max_size=most("studio-message"),
        # Who says that he asks for another is not believed; nor is told what serves him.
        proxy_headers=False, server_header=False, limit_concurrency=AT_ONCE,
        timeout_graceful_shutdown=2,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[listener])

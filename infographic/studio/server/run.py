"""A studio served until it is interrupted."""

from __future__ import annotations

import socket

import uvicorn

from infographic.studio.server.app import application
from infographic.studio.session.studio import Studio


def listening(host: str, port: int) -> socket.socket:
    """A socket that waits for browsers; port 0 takes any that is free. Raises `OSError`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    # Who opens the address at once waits in the queue until the server is there.
    listener.listen(128)
    return listener


def serve(studio: Studio, listener: socket.socket) -> None:
    config = uvicorn.Config(
        application(studio), log_level="warning", ws="websockets-sansio",
        ws_per_message_deflate=False, timeout_graceful_shutdown=2, lifespan="on",
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[listener])

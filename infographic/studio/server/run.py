"""A studio served until it is interrupted."""

from __future__ import annotations

import errno
import os
import socket
from ipaddress import ip_address

import uvicorn

from infographic.foundation.diagnostics import MachineError
from infographic.foundation.limits import most
from infographic.foundation.sayings import say
from infographic.studio.server.app import application
from infographic.studio.server.guards import LOOPBACK, Door
from infographic.studio.server.keys import Keys
from infographic.studio.session.studio import Studio

NEXT = 50
"""Ports that are tried from the first, where any will do."""
AT_ONCE = 300
"""Connections; a browser opens six beside its line."""


def listening(host: str, port: int, *, tries: int = 1) -> socket.socket:
    """A socket that waits for browsers; port 0 takes any that is free.

    With more `tries`, the ports behind one that is taken are tried too. Raises `MachineError`.
    """
    for n in range(tries):
        try:
            return _listening(host, port + n if port else 0)
        except (OSError, UnicodeError, OverflowError) as error:
            taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
            if taken and n + 1 < tries and port + n + 1 < 65536:
                continue
            reason = getattr(error, "strerror", None) or str(error)
            saying = say("machine/not-listening", host=host, port=str(port), reason=reason)
            raise MachineError(saying) from error
    raise AssertionError("the last is returned or raised")


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "nt":
            # There the other option lets two programs have one port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)  # type: ignore[attr-defined,unused-ignore]  # Windows alone has it
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        # From here on a browser that comes early waits.
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


def door_of(host: str, listener: socket.socket) -> Door:
    """The door of a studio that listens on a host, with keys of its own."""
    port = listener.getsockname()[1]
    wide = not is_loopback(host)
    named = _as_in_address(host).lower()
    names = LOOPBACK | {named}
    if wide:
        own = socket.gethostname().lower()
        names |= {own, f"{own}.local", own.partition(".")[0]}
    return Door(Keys(), port, frozenset(names), wide)


def is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def is_any(host: str) -> bool:
    """Whether a host stands for all addresses of the machine."""
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return False


def addresses(host: str, door: Door, token: str) -> list[str]:
    """What to open, on this machine first, then on others of the network."""
    near = "127.0.0.1" if is_any(host) else _as_in_address(host)
    far = [socket.gethostname()] if door.is_wide and is_any(host) else []
    return [f"http://{name}:{door.port}/?token={token}" for name in (near, *far)]


def _as_in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


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

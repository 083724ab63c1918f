"""A socket that listens, and who can reach it: of the studio and the service."""

from __future__ import annotations

import errno
import os
import socket
from ipaddress import ip_address

from infographic.foundation.diagnostics import MachineError
from infographic.foundation.sayings import say


def listening(host: str, port: int, *, tries: int = 1) -> socket.socket:
    """A socket that waits for who connects; port 0 takes any that is free.

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
        # From here on who comes early waits.
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


def in_address(host: str) -> str:
    """A host as it stands in an address.

    >>> in_address("::1"), in_address("localhost")
    ('[::1]', 'localhost')
    """
    return f"[{host}]" if ":" in host else host


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

"""A job's end told to who asked for it: one POST, signed, to a listed host, tried a few times."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from typing import Any

from infographic.serve.calling.hosts import CallbackHosts, Target

TRIES = (0.0, 2.0, 10.0)
"""Seconds before each."""
SECONDS = 10.0
"""That a connection, and each step on it, may take."""
WHOLE = 20.0
"""That all of an answer may take: one that drips is cut off."""
HANDS = 4
"""Call-backs at once, of one key: receivers of one that are slow keep no other's waiting."""
ANYWHERE = nullcontext()
"""A place for as many as come."""
Resolve = Callable[[str, int], list[str]]


def signature(secret: str, body: bytes, when: int) -> str:
    """What `Infographic-Signature` says: “t=SECONDS,v1=HEX”, an HMAC-SHA256 over “SECONDS.BODY”.

    The secret is the SHA-256 of the key, in hexadecimal digits: so it can be reckoned on both
    sides, whether the file of keys has the key or its digest.
    """
    seal = hmac.new(secret.encode(), f"{when}.".encode() + body, hashlib.sha256)
    return f"t={when},v1={seal.hexdigest()}"


def addresses(host: str, port: int) -> list[str]:
    """Where a host lies. Raises `OSError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


async def call_back(
    hosts: CallbackHosts,
    target: Target,
    body: bytes,
    secret: str,
    *,
    place: AbstractAsyncContextManager[object] = ANYWHERE,
    resolve: Resolve = addresses,
    pauses: tuple[float, ...] = TRIES,
) -> str:
    """Tell it, each time when there is a `place`.

    Given back is what came of it: “told”, “refused” (the host lies where it must not, or answers
    with anything but 2xx) or “failed” (nobody answers, or with 5xx, every time)."""
    outcome = "failed"
    for pause in pauses:
        await asyncio.sleep(pause)
        try:
            async with place:
                status = await _in_a_thread(_post, hosts, target, body, secret, resolve)
        except PermissionError:
            return "refused"
        except (OSError, http.client.HTTPException, ValueError):
            continue
        if 200 <= status < 300:
            return "told"
        if status < 500 and status != 429:
            return "refused"
    return outcome


async def _in_a_thread(function: Callable[..., int], *arguments: Any) -> int:
    """What a function gives. The program may end while it goes on: threads of a pool, or of
    asyncio's own, are waited for, as long as ever a receiver takes."""
    future: Future[int] = Future()
    # From here on nobody cancels it: the thread sets it, whether one still waits or not.
    future.set_running_or_notify_cancel()

    def work() -> None:
        try:
            future.set_result(function(*arguments))
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=work, name="call-back", daemon=True).start()
    return await asyncio.wrap_future(future)


def _post(hosts: CallbackHosts, target: Target, body: bytes, secret: str, resolve: Resolve) -> int:
    """The status that is answered. Raises `PermissionError` where the host lies where it must not,
    and `OSError`. No redirect is followed: its status is the answer."""
    found = resolve(target.host, target.port)
    # All, not one of them: a name that leads to both is made to lead astray.
    if not found or not all(hosts.may_lead_to(target.host, one) for one in found):
        raise PermissionError(target.host)
    # What was looked at is what is called: the name is not asked for again.
    line = _line(found, target.port)
    connection = http.client.HTTPConnection(target.host, target.port, timeout=SECONDS)
    clock = threading.Timer(WHOLE, _cut_off, [line])
    clock.daemon = True
    clock.start()
    try:
        if target.scheme == "https":
            line = ssl.create_default_context().wrap_socket(line, server_hostname=target.host)
        connection.sock = line
        headers = {"Content-Type": "application/json", "User-Agent": "infographic"}
        if secret:
            headers["Infographic-Signature"] = signature(secret, body, int(time.time()))
        connection.request("POST", target.path, body, headers)
        return connection.getresponse().status
    finally:
        clock.cancel()
        connection.close()
        with suppress(OSError):
            line.close()


def _line(found: list[str], port: int) -> socket.socket:
    """A line to the first that answers: a machine may have no IPv6 though a name has. Raises
    `OSError`."""
    for place in found[:-1]:
        with suppress(OSError):
            return socket.create_connection((place, port), SECONDS)
    return socket.create_connection((found[-1], port), SECONDS)


def _cut_off(line: socket.socket) -> None:
    # By its own: a wrapped socket would say good-bye first.
    with suppress(OSError):
        socket.socket.shutdown(line, socket.SHUT_RDWR)

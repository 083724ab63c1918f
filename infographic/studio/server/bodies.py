"""What a request brings, read up to a bound."""

from __future__ import annotations

import asyncio

from starlette.requests import ClientDisconnect, Request

PATIENCE = 30.0
"""Seconds that are waited for more of it: a tablet that left the network says no word."""


class TooLongError(Exception):
    """More is sent than is taken."""


async def body_of(request: Request, most: int) -> bytes:
    """All that a request brings. Raises `TooLongError` before more than `most` bytes are held, and
    `ClientDisconnect` where it does not go on."""
    said = request.headers.get("content-length", "")
    if said and (not said.isdecimal() or len(said) > 15 or int(said) > most):
        raise TooLongError
    held, parts = bytearray(), aiter(request.stream())
    try:
        while True:
            async with asyncio.timeout(PATIENCE):
                held += await anext(parts)
            if len(held) > most:
                raise TooLongError
    except StopAsyncIteration:
        return bytes(held)
    except TimeoutError:
        raise ClientDisconnect from None

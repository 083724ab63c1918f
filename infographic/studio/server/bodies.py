"""What a request brings, read up to a bound."""

from __future__ import annotations

import asyncio

from starlette.requests import ClientDisconnect, Request

from infographic.foundation.running.answering import bounded

PATIENCE = 30.0
"""Seconds that are waited for more of it: a tablet that left the network says no word."""


async def body_of(request: Request, most: int) -> bytes:
    """All that a request brings. Raises `TooLongError` before more than `most` bytes are held, and
    `ClientDisconnect` where it does not go on."""
    length = request.headers.get("content-length", "")
    held, parts = bytearray(), bounded(request.stream(), length, most)
    try:
        while True:
            async with asyncio.timeout(PATIENCE):
                held += await anext(parts)
    except StopAsyncIteration:
        return bytes(held)
    except TimeoutError:
        raise ClientDisconnect from None

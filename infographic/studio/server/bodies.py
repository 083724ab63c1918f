"""What a request brings, read up to a bound."""

from __future__ import annotations

from starlette.requests import Request


class TooLongError(Exception):
    """More is sent than is taken."""


async def body_of(request: Request, most: int) -> bytes:
    """All that a request brings. Raises `TooLongError` before more than `most` bytes are held."""
    said = request.headers.get("content-length", "")
    if said and (not said.isdecimal() or len(said) > 15 or int(said) > most):
        raise TooLongError
    held = bytearray()
    async for chunk in request.stream():
        held += chunk
        if len(held) > most:
            raise TooLongError
    return bytes(held)

"""What is asked over HTTP, and answered: what the studio and the service have in common."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, Container, Mapping
from typing import Any

from infographic.foundation.sayings import LANGUAGES

EVERY: tuple[tuple[bytes, bytes], ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)
"""Of every answer."""
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""The policy of what others have written: opened by itself, it is a page without any rights."""
LONGEST = 500
"""Characters of the languages asked for that are looked at."""


class TooLongError(Exception):
    """More is sent than is taken."""


def heads_of(scope: Mapping[str, Any], once: Container[bytes]) -> dict[bytes, str] | None:
    """The headers of a request (ASGI) by name: cookies put together, of others the first.

    None where one of `once` stands twice, since of two each reader takes another; and where there
    is no Host.
    """
    heads: dict[bytes, str] = {}
    for name, value in scope["headers"]:
        text = value.decode("latin-1")
        if name not in heads:
            heads[name] = text
        elif name in once:
            return None
        elif name == b"cookie":
            heads[name] += f"; {text}"
    return heads if b"host" in heads else None


def language_in(header: str, usual: str) -> str:
    """Of “Accept-Language”, the one of `LANGUAGES` that is liked best; `usual` where none is.

    >>> [language_in(one, "zh") for one in ("en-US,en;q=0.9,zh-CN;q=0.8", "fr, zh-Hant;q=0.5", "")]
    ['en', 'zh', 'zh']
    """
    liked: dict[str, float] = {}
    for one in header[:LONGEST].split(","):
        name, _, weight = one.strip().partition(";")
        liked.setdefault(name.strip().lower().partition("-")[0], _weight(weight))
    known = [language for language in liked if language in LANGUAGES and liked[language] > 0]
    return max(known, key=lambda language: liked[language], default=usual)


def _weight(text: str) -> float:
    """“q=0.8” as a number; 1 where nothing is said, 0 where it is no number."""
    name, _, number = text.strip().partition("=")
    if not name:
        return 1.0
    try:
        return min(max(float(number), 0.0), 1.0)
    except ValueError:
        return 0.0


async def bounded(
    body: AsyncIterable[bytes], length: str, most: int
) -> AsyncGenerator[bytes, None]:
    """What comes of a body, whose Content-Length is `length` ("" for none).

    Raises `TooLongError` before more than `most` bytes are given.
    """
    if length and (not length.isdecimal() or len(length) > 15 or int(length) > most):
        raise TooLongError
    held = 0
    async for chunk in body:
        held += len(chunk)
        if held > most:
            raise TooLongError
        yield chunk

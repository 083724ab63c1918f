"""What every answer says of itself to the browser."""

from __future__ import annotations

from collections.abc import Iterable

from infographic.foundation.running import answering

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob:",
    "connect-src 'self'", "font-src 'self'", "form-action 'none'", "frame-ancestors 'none'",
    "base-uri 'none'",
))  # fmt: skip
"""Nothing but our own files, and nothing of them written into a page: a story's text that came to
be taken for HTML would do nothing."""
EVERY: tuple[tuple[bytes, bytes], ...] = (
    *answering.EVERY,
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)
CACHE = (b"cache-control", b"no-store")


def with_ours(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers of an answer with ours; its own policy and how long it is kept stay its own."""
    given = [(name.lower(), value) for name, value in headers]
    names = {name for name, _ in given}
    fixed = {name for name, _ in EVERY} | {b"server"}
    kept = [one for one in given if one[0] not in fixed]
    if b"content-security-policy" not in names:
        kept.append((b"content-security-policy", POLICY.encode()))
    if b"cache-control" not in names:
        kept.append(CACHE)
    return [*kept, *EVERY]

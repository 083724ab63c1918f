"""The gate round all routes: nobody comes by it without the token or the cookie (ASGI)."""

from __future__ import annotations

from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from infographic.studio.server.guards import Admission, Door, Refusal, judged
from infographic.studio.server.headers import with_ours
from infographic.studio.server.refusals import POLICY, page

REFUSED = [
    (b"content-type", b"text/html; charset=utf-8"),
    (b"content-security-policy", POLICY.encode()),
]


class Gate:
    def __init__(self, app: ASGIApp, door: Door) -> None:
        self.app, self.door = app, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": with_ours(message.get("headers", ()))}
            await send(message)

        match judged(self.door, scope):
            case None:
                await self.app(scope, receive, sent)
            case Admission(cookie):
                headers = [(b"location", b"/"), (b"set-cookie", cookie.encode())]
                await _answer(scope, sent, 303, headers, b"")
            case Refusal(status, why):
                again = why == "cookie" and _is_visit_from_elsewhere(scope)
                await _answer(scope, sent, status, REFUSED, page(why, again=again))


def _is_visit_from_elsewhere(scope: Scope) -> bool:
    """Whether a link of another site leads here; where it is our own page, it is not so again."""
    heads = dict(scope["headers"])
    return (
        scope["type"] == "http" and scope["path"] == "/" and scope["method"] == "GET"
        and heads.get(b"sec-fetch-site") in (b"cross-site", b"same-site")
        and heads.get(b"sec-fetch-mode") == b"navigate"
    )  # fmt: skip


async def _answer(
    scope: Scope, send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes
) -> None:
    size = (b"content-length", b"%d" % len(body))
    start: dict[str, Any] = {"status": status, "headers": [*headers, size]}
    if scope["type"] == "http":
        # What is sent with it is not read: the server closes the line where there is more of it.
        await send({"type": "http.response.start", **start})
        body = b"" if scope["method"] == "HEAD" else body
        await send({"type": "http.response.body", "body": body})
    else:
        # Before it is accepted: the server answers 403. What a page of ours would say nobody sees.
        await send({"type": "websocket.close", "code": 1008, "reason": "refused"})

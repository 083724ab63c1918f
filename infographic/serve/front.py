"""The front of a service (ASGI): a request's id, its head judged, its key, log and counts."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable, Mapping
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from infographic.foundation.running.answering import EVERY, SANDBOX, heads_of, language_in
from infographic.foundation.sayings import say
from infographic.serve.calling.hosts import LOOPBACK
from infographic.serve.problems import CLOSE, ProblemError, problem
from infographic.serve.service import Service

OPEN = frozenset({"/", "/health", "/health/live", "/health/ready", "/openapi.json"})
"""Answered without a key: they tell nothing of anybody's pages."""
HEADERS = (*EVERY, (b"content-security-policy", SANDBOX.encode()))
"""Of every answer: an SVG that is opened by its address is a page without any rights."""
ONCE = frozenset({
    b"host", b"authorization", b"x-api-key", b"content-type", b"content-length",
    b"content-encoding", b"transfer-encoding", b"x-request-id", b"origin", b"if-none-match",
})  # fmt: skip
"""Headers that stand once or not at all."""
USUAL = "en"
"""The language of what is said to a program that asks for none that we speak."""
_ID = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-")


class Front:
    def __init__(self, app: ASGIApp, service: Service) -> None:
        self.app, self.service = app, service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            else:
                await send({"type": "websocket.close", "code": 1008})
            return
        begun = time.perf_counter()
        heads = heads_of(scope, ONCE)
        note: dict[str, Any] = {"id": request_id(heads or {}), "key": "", "route": "none"}
        note["language"] = language_in((heads or {}).get(b"accept-language", ""), USUAL)
        scope.setdefault("state", {})["note"] = note
        sent = {"status": 0, "bytes": 0}

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent["status"] = message["status"]
                own = [*HEADERS, (b"x-request-id", note["id"].encode())]
                message = {**message, "headers": _with(message.get("headers", ()), own)}
            elif message["type"] == "http.response.body":
                sent["bytes"] += len(message.get("body", b""))
            await send(message)

        try:
            self._judge(scope, heads, note)
        except ProblemError as error:
            note["codes"] = error.saying.code
            await problem(error, note["id"], note["language"])(scope, receive, answer)
        else:
            await self.app(scope, receive, answer)
        finally:
            self._write_down(scope, note, sent, time.perf_counter() - begun)

    def _judge(self, scope: Scope, heads: Mapping[bytes, str] | None, note: dict[str, Any]) -> None:
        """Raises `ProblemError`."""
        if heads is None:
            raise ProblemError(400, say("serve-head"), headers=CLOSE)
        if b"content-length" in heads and b"transfer-encoding" in heads:
            # A proxy may go by the one, and we by the other: what one takes for a body is another's
            # next request.
            raise ProblemError(400, say("serve-head/length"), headers=CLOSE)
        keys = self.service.keys
        if keys is None:
            _must_be_near(heads)
        elif scope["path"] not in OPEN:
            given = key_in(heads)
            key = None if given is None else keys.of(given)
            if key is None:
                headers = {**CLOSE, "WWW-Authenticate": "Bearer"}
                raise ProblemError(401, say("serve-key"), headers=headers)
            note["key"], note["secret"] = key.name, key.digest

    def _write_down(
        self, scope: Scope, note: Mapping[str, Any], sent: Mapping[str, int], seconds: float
    ) -> None:
        """One line a request: nothing of a story, and no key."""
        route, counts = note["route"], self.service.counts
        method = scope["method"] if scope["method"] in METHODS else "OTHER"
        counts.requests.labels(route, method, str(sent["status"])).inc()
        counts.seconds.labels(route).observe(seconds)
        counts.bytes.inc(sent["bytes"])
        told = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "id": note["id"],
            "key": note["key"], "method": method, "route": route,
            "layout": note.get("layout", ""), "status": sent["status"],
            "ms": round(seconds * 1000, 1), "bytes": sent["bytes"], "codes": note.get("codes", ""),
        }  # fmt: skip
        if "fault" in note:
            told["fault"] = note["fault"]
        if self.service.keys is not None and self.service.keys.fault is not None:
            told["keys"] = str(self.service.keys.fault)
        self.service.log(told)


METHODS = frozenset({"GET", "HEAD", "POST", "DELETE", "OPTIONS", "PUT", "PATCH"})


def request_id(heads: Mapping[bytes, str]) -> str:
    """The request's own, where it is one that a log can bear; else a new one."""
    given = heads.get(b"x-request-id", "")
    return given if 0 < len(given) <= 64 and _ID.issuperset(given) else secrets.token_hex(8)


def key_in(heads: Mapping[bytes, str]) -> str | None:
    """The key that a request brings; None for none, and for two that differ."""
    scheme, _, bearer = heads.get(b"authorization", "").partition(" ")
    given = {bearer.strip()} if scheme.lower() == "bearer" else set()
    if b"x-api-key" in heads:
        given.add(heads[b"x-api-key"].strip())
    return given.pop() if len(given) == 1 else None


def _must_be_near(heads: Mapping[bytes, str]) -> None:
    """Without keys only this machine's programs are answered: no page of the internet that a
    browser shows, whatever name it made lead to this machine. Raises `ProblemError`."""
    if host_in(heads[b"host"]) not in LOOPBACK:
        raise ProblemError(403, say("serve-host"), headers=CLOSE)
    origin = heads.get(b"origin")
    is_foreign = heads.get(b"sec-fetch-site", "none") not in ("none", "same-origin")
    if is_foreign or (origin is not None and origin.lower() != f"http://{heads[b'host'].lower()}"):
        raise ProblemError(403, say("serve-host/origin"), headers=CLOSE)


def host_in(host: str) -> str:
    """A Host header's host without its port; "" where it is none.

    >>> [host_in(one) for one in ("127.0.0.1:8000", "[::1]:8000", "LOCALHOST", "a:b", "::1")]
    ['127.0.0.1', '::1', 'localhost', '', '']
    """
    name, colon, port = host.lower().rpartition(":")
    if not colon or host.endswith("]"):
        name, port = host.lower(), "0"
    if not (port.isascii() and port.isdecimal() and len(port) < 6):
        return ""
    if name.startswith("[") and name.endswith("]"):
        return name[1:-1]
    return "" if ":" in name else name


def _with(
    given: Iterable[tuple[bytes, bytes]], own: Iterable[tuple[bytes, bytes]]
) -> list[tuple[bytes, bytes]]:
    kept = list(given)
    names = {name.lower() for name, _ in kept}
    return [*kept, *(one for one in own if one[0] not in names)]

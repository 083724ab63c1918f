"""What a request brings is read up to a bound, and not waited for; what it names becomes safe."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.requests import ClientDisconnect, Request

from infographic.foundation.running.answering import TooLongError
from infographic.studio.server import bodies
from infographic.studio.server.bodies import body_of
from infographic.studio.session.names import safe_stem


def test_what_says_that_it_is_too_long_is_not_read_at_all() -> None:
    read = []

    async def receive() -> dict[str, Any]:
        read.append(1)
        return {"type": "http.request", "body": b"x", "more_body": False}

    scope = {"type": "http", "method": "PUT", "headers": [(b"content-length", b"6")]}
    with pytest.raises(TooLongError):
        asyncio.run(body_of(Request(scope, receive), 5))
    assert read == []


def test_who_sends_nothing_more_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "PATIENCE", 0.01)

    async def receive() -> dict[str, Any]:
        await asyncio.Event().wait()
        return {}

    scope = {"type": "http", "method": "PUT", "headers": [(b"content-length", b"4")]}
    with pytest.raises(ClientDisconnect):
        asyncio.run(body_of(Request(scope, receive), 5))


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("photo.jpg", "photo"), ("../../etc/passwd", "passwd"), ("..\\..\\boot.ini", "boot"),
        ("C:\\照片\\秋收.jpg", "秋收"), (".htaccess", "htaccess"), ("", "picture"),
        ("....", "picture"), ("CON.jpg", "picture-CON"), ("nul", "picture-nul"),
        ("a\x00b.jpg", "ab"), ("a\u202egpj.exe", "agpj"), ("a<b>|c?.png", "a-b-c"),
        ("e\u0301.png", "é"), ("a .jpg", "a"), ("稿" * 200 + ".jpg", "稿" * 50),
        ("😀.png", "😀"), ("a%2e%2e.png", "a-2e-2e"), ("a.tar.gz", "a.tar"),
    ],
)  # fmt: skip
def test_names_become_safe_and_stay_in_their_language(name: str, stem: str) -> None:
    assert safe_stem(name, "picture") == stem

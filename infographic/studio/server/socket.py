"""The line to a browser: its messages in, what is said to it out."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from infographic.foundation.limits import most
from infographic.foundation.running.answering import language_in
from infographic.studio.session.browser import Browser
from infographic.studio.session.handlers import begin
from infographic.studio.session.studio import Studio

USUAL = "zh"
"""Of a browser that says nothing of languages that we speak."""
NOT_UNDERSTOOD, TOO_LONG, TOO_MANY = 1003, 1009, 4429
"""With which the line is closed; the last is our own."""


class _NoMessageError(Exception):
    """What came is none of `messages`; `code`: with which the line ends."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


async def live(socket: WebSocket) -> None:
    studio: Studio = socket.app.state.studio
    await socket.accept()
    if len(studio.browsers) >= most("studio-browsers"):
        await socket.close(TOO_MANY)
        return
    browser = Browser(language_in(socket.headers.get("accept-language", ""), USUAL))
    browser.is_near = socket.client is not None and socket.client.host in NEAR
    writer = asyncio.create_task(_write(socket, browser))
    reader = asyncio.create_task(_read(socket, studio, browser))
    left_behind = asyncio.create_task(browser.left_behind.wait())
    studio.welcome(browser)
    try:
        # Of one that is left behind the line is dropped: a last word would wait like all others.
        await asyncio.wait({reader, left_behind}, return_when=asyncio.FIRST_COMPLETED)
        if reader.done():
            await reader
    except (WebSocketDisconnect, RuntimeError):
        pass
    except _NoMessageError as error:
        await socket.close(error.code)
    finally:
        for task in (writer, reader, left_behind):
            task.cancel()
        studio.farewell(browser)


NEAR = frozenset({"127.0.0.1", "::1"})
"""From where this machine's own browsers come."""


def _message(received: Any) -> dict[str, Any]:
    if received["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(received.get("code") or 1000)
    text = received.get("text")
    if text is None:
        raise _NoMessageError(NOT_UNDERSTOOD)
    if len(text) > most("studio-message"):
        raise _NoMessageError(TOO_LONG)
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        raise _NoMessageError(NOT_UNDERSTOOD) from None
    if not isinstance(message, dict) or not isinstance(message.get("type"), str):
        raise _NoMessageError(NOT_UNDERSTOOD)
    number = message.get("id")
    if number is not None and (isinstance(number, bool) or not isinstance(number, int)):
        raise _NoMessageError(NOT_UNDERSTOOD)
    return message


async def _read(socket: WebSocket, studio: Studio, browser: Browser) -> None:
    while True:
        begin(studio, browser, _message(await socket.receive()))


async def _write(socket: WebSocket, browser: Browser) -> None:
    while True:
        message = await browser.next_message()
        if isinstance(message, str):
            await socket.send_text(message)
        else:
            await socket.send_bytes(message)

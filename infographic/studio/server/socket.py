"""The line to a browser: its messages in, what is said to it out."""

from __future__ import annotations

import asyncio
import json

from starlette.websockets import WebSocket, WebSocketDisconnect

from infographic.studio.session.browser import Browser
from infographic.studio.session.handlers import begin
from infographic.studio.session.studio import Studio


async def live(socket: WebSocket) -> None:
    studio: Studio = socket.app.state.studio
    await socket.accept()
    browser = Browser("zh" if "zh" in socket.headers.get("accept-language", "zh") else "en")
    writer = asyncio.create_task(_write(socket, browser))
    studio.welcome(browser)
    try:
        while True:
            begin(studio, browser, json.loads(await socket.receive_text()))
    except (WebSocketDisconnect, RuntimeError):
        pass
    except ValueError:
        await socket.close(1003)
    finally:
        writer.cancel()
        studio.farewell(browser)


async def _write(socket: WebSocket, browser: Browser) -> None:
    while True:
        message = await browser.outgoing.get()
        if isinstance(message, str):
            await socket.send_text(message)
        else:
            await socket.send_bytes(message)

"""A browser that reads nothing (a notebook asleep, a page that hangs) costs the studio little."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any, cast

from starlette.websockets import WebSocket

from infographic.foundation.limits import using_limits
from infographic.studio.server.socket import live
from infographic.studio.session.browser import Browser
from infographic.studio.session.studio import Studio


class Asleep:
    """A line whose other end neither reads nor says anything."""

    headers: dict[str, str]
    client = None

    def __init__(self, studio: Studio) -> None:
        self.headers = {}
        self.app = SimpleNamespace(state=SimpleNamespace(studio=studio))

    async def accept(self) -> None:
        pass

    async def forever(self, *_: object) -> Any:
        await asyncio.Event().wait()

    receive = send_text = send_bytes = close = forever


def test_the_line_of_a_browser_that_reads_nothing_is_dropped_when_too_much_waits(
    studio: Studio,
) -> None:
    async def told() -> tuple[int, list[int]]:
        line = asyncio.create_task(live(cast(WebSocket, Asleep(studio))))
        while not studio.browsers:
            await asyncio.sleep(0)
        (browser,) = studio.browsers
        waited = []
        for _ in range(20):
            studio.tell_all({"type": "document", "value": "秋" * 1000})
            browser.say_pictures({"tiles": [{}]}, [b"x" * 1000])
            waited.append(browser.outgoing.qsize())
            await asyncio.sleep(0)
        await asyncio.wait_for(line, 10)
        return len(studio.browsers), waited

    with using_limits({"studio-waiting": 10_000}):
        left, waited = asyncio.run(told())
    assert left == 0
    assert max(waited) <= 10 and waited[-1] == 0


def test_what_was_read_no_longer_counts(studio: Studio) -> None:
    async def heard() -> bool:
        browser = Browser()
        for n in range(100):
            browser.say({"type": "answer", "id": n, "given": "x" * 900})
            await browser.next_message()
        return browser.left_behind.is_set()

    with using_limits({"studio-waiting": 1000}):
        assert not asyncio.run(heard())

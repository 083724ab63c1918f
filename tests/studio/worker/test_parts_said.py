"""Parts of a page on their way from the worker to a browser."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from viewed import Browser as Painter

from infographic.studio.session.browser import Browser
from infographic.studio.session.handlers.looking import window
from infographic.studio.session.studio import Studio
from infographic.studio.session.view import View
from infographic.studio.worker.desk import Desk
from infographic.studio.worker.jobs import window as job


class Front:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def ask(self, name: str, given: dict[str, Any], on_part: Any) -> Any:
        assert name == "window"
        return job.run(self.desk, given, on_part)


def test_a_part_that_was_asked_for_comes_as_tiles_of_the_shown_revision(desk: Desk) -> None:
    painter, browser, studio = Painter(desk), Browser(), Studio(desk.root)
    painter.look()
    view = View("v", "main", *([None] * 4))  # it is not run
    view.look, view.shown, view.revision = {"mode": "page"}, 1, 2
    browser.views["main"], studio.front = view, Front(desk)  # it answers as one
    asked = {"view": "main", "page": 0, "scale": 2.0, "x": 0, "y": 0, "width": 64, "height": 32}
    asyncio.run(window(studio, browser, asked))
    message = browser.outgoing.get_nowait()
    assert isinstance(message, bytes)
    length = int.from_bytes(message[:4], "big")
    head = json.loads(message[4 : 4 + length])
    assert (head["type"], head["view"], head["window"], head["revision"]) == (
        "tiles", "main", True, 1,
    )  # fmt: skip
    (tile,) = head["tiles"]
    assert (tile["width"], tile["height"]) == (64, 32)
    assert message[4 + length :][:4] == b"\x89PNG" and len(message) == 4 + length + tile["bytes"]

"""Whatever else is asked of a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from infographic.studio.session.browser import Browser
    from infographic.studio.session.studio import Studio

FRONT, BACK = "front", "back"
JOBS: dict[str, str] = {
    "table": FRONT,
    "ink": FRONT,
    "crops": FRONT,
    "lint": BACK,
    "fit": BACK,
}
"""The jobs of `worker/jobs` that a browser may ask for, and which worker does them."""
LONG = {"fit": 60.0}
"""Seconds that a job may take which sets a page dozens of times, and holds up nothing but the
thumbnails."""


async def ask(studio: Studio, browser: Browser, message: dict[str, Any]) -> Any:
    worker = getattr(studio, JOBS[message["job"]])
    given = dict(message["given"])
    if "view" in given:
        view = studio.view_of(browser, given["view"])
        given = studio.given({**view.look, **given})
        given |= {"view": view.key, "revision": view.shown}
    elif "story" in given:
        given = studio.given(given)

    def on_part(part: dict[str, Any]) -> None:
        browser.say({"type": "progress", "id": message["id"], **part})

    more = {"seconds": LONG[message["job"]]} if message["job"] in LONG else {}
    return await worker.ask(message["job"], given, on_part, **more)


async def cancel(studio: Studio, browser: Browser, message: dict[str, Any]) -> None:
    task = browser.asked.get(message["id"])
    if task is not None:
        task.cancel()

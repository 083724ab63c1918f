"""What a view shows."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from infographic.foundation.diagnostics import SpecError
from infographic.foundation.sayings import spoken
from infographic.studio.worker.process import JobFailedError

if TYPE_CHECKING:
    from infographic.studio.session.browser import Browser
    from infographic.studio.session.studio import Studio

LEAST, MOST = 0.05, 16.0
"""Pixels a point."""


async def look(studio: Studio, browser: Browser, message: dict[str, Any]) -> None:
    view = studio.view_of(browser, message["view"])
    is_other = view.look.get("story") != message["story"]
    view.show(
        {**message, "language": spoken(), "scale": min(max(float(message["scale"]), LEAST), MOST)}
    )
    if is_other:
        # What cannot be opened is said by drawing it, too.
        with suppress(SpecError, OSError):
            await studio.texts.open_aside(studio.path_of(message["story"]))
            studio.show_document(browser, message["story"])


async def leave(studio: Studio, browser: Browser, message: dict[str, Any]) -> None:
    view = browser.views.pop(message["view"], None)
    if view is not None:
        view.close()


async def window(studio: Studio, browser: Browser, message: dict[str, Any]) -> None:
    """A part of the page at another scale; nothing is said where it is gone by then."""
    view = studio.view_of(browser, message["view"])
    head = {
        "type": "tiles", "view": view.name, "revision": view.shown, "window": True,
        "page": message["page"], "scale": message["scale"],
    }  # fmt: skip

    def on_part(part: dict[str, Any]) -> None:
        pictures = part.pop("pictures")
        browser.say_pictures({**head, **part}, pictures)

    try:
        mode = {name: view.look[name] for name in ("mode", "plate") if name in view.look}
        given = {**message, **mode, "view": view.key, "revision": view.shown}
        await studio.front.ask("window", given, on_part)
    except JobFailedError as error:
        if error.why != "input":
            raise

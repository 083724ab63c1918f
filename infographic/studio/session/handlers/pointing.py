"""From a place of the page to the datum behind it, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from infographic.studio.session.browser import Browser
    from infographic.studio.session.studio import Studio


async def point(studio: Studio, browser: Browser, message: dict[str, Any]) -> Any:
    """`worker/jobs/point` has the answer's fields; null where nothing stands there."""
    view = studio.view_of(browser, message["view"])
    return await studio.front.ask("point", {**message, "view": view.key})


async def where(studio: Studio, browser: Browser, message: dict[str, Any]) -> Any:
    """{"places": [OnPage, …]}."""
    view = studio.view_of(browser, message["view"])
    return await studio.front.ask("where", {**message, "view": view.key})

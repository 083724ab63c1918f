"""Thumbnails of a story in the layouts that a browser has on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from infographic.studio.session.browser import Browser
    from infographic.studio.session.studio import Studio

MOST = 500
"""Layouts."""
WIDEST = 800
"""Pixels."""


async def thumbs(studio: Studio, browser: Browser, message: dict[str, Any]) -> None:
    """From now on these are wanted, the first first."""
    layouts = [str(one) for one in message["layouts"][:MOST]]
    width = min(max(int(message["width"]), 16), WIDEST)
    studio.thumbnails_of(browser).want(str(message["story"]), layouts, width)

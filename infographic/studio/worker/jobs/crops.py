"""Which part of its picture each frame shows that a figure stands in."""

from __future__ import annotations

from typing import Any

from infographic.display.items import Picture
from infographic.foundation.geometry import Rect
from infographic.pointing.standing import standing_on
from infographic.studio.worker.desk import Desk, Given, Tell
from infographic.studio.worker.jobs.point import box


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: view, pointer (of a figure of the story).

    Answers {"crops": [OnPage with "window": its part of the picture, in shares of that]}; none for
    a drawing, which is no picture of pixels.
    """
    shown = desk.views.get(given["view"])
    if shown is None:
        return {"crops": []}
    file, figure = shown.story.origin.file, given["pointer"]
    return {
        "crops": [
            {"page": number, **box(Rect(*one.placed.at, *one.placed.item.size)),
             "window": shares(one.placed.item.window)}
            for number, each in enumerate(shown.page.pages)
            for one in standing_on(each.page)
            if isinstance(one.placed.item, Picture)
            and one.placed.origin.file == file
            and (one.placed.origin.pointer + "/").startswith(figure + "/")
        ]
    }  # fmt: skip


def shares(window: Rect) -> dict[str, float]:
    return {
        name: round(value, 5)
        for name, value in zip(
            ("x", "y", "width", "height"),
            (window.x, window.y, window.width, window.height),
            strict=True,
        )
    }

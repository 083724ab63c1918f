"""What the browser's forms and messages ask for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from infographic.foundation.codes import explanations

if TYPE_CHECKING:
    from infographic.studio.session.browser import Browser
    from infographic.studio.session.studio import Studio

MOST_PLACES = 100


AREAS = {
    "copy": ("copy_lint", "markup"),
    "figures": ("figure_check",),
    "charts": ("data", "graphics", "maps", "shaping"),
    "fit": ("making_up", "look"),
    "press": ("preflight", "inspection", "press_profiles", "svg", "pictures", "fonts"),
    "file": (
        "reading", "values", "binding", "running", "studio", "layouts",
        # What no studio says has an area all the same.
        "batch_names", "batch_pages", "batch_rows", "batch_run", "batch_stores", "batch_template",
        "serve",
    ),
}  # fmt: skip
"""What a message is about, by the module of `foundation/codes` that explains its code."""


async def fields(studio: Studio, browser: Browser, message: dict[str, Any]) -> dict[str, Any]:
    """{"classes": as `studio/fields.py` tells them, "areas": of each code the area}."""
    from infographic.studio.fields import story_fields

    areas = {
        code: area
        for area, modules in AREAS.items()
        for name in modules
        for code in import_module(f"infographic.foundation.codes.{name}").CODES
    } | {"layout-needs": "fit"}
    return {"classes": story_fields(), "areas": areas}


async def explain(studio: Studio, browser: Browser, message: dict[str, Any]) -> dict[str, str]:
    """{"text"}: what a code of a diagnostic means, in plain lines; "" for a code that is none."""
    return {"text": explanations().get(str(message["code"]), "").strip()}


async def icons(studio: Studio, browser: Browser, message: dict[str, Any]) -> list[dict[str, Any]]:
    """The shipped icons, in the list's order: {"name", "zh", "en", "path"}, on a box of 256."""
    from infographic.graphics.icons import listed

    return [
        {"name": one.name, "zh": one.zh, "en": one.en, "path": one.path}
        for one in listed().values()
    ]


async def devices(studio: Studio, browser: Browser, message: dict[str, Any]) -> list[str]:
    """The names of the kinds of chart."""
    from infographic.blocks.devices import KINDS

    return sorted(KINDS)


async def values_at(
    studio: Studio, browser: Browser, message: dict[str, Any]
) -> list[dict[str, Any]]:
    """{"pointer", "offset"} of each [line, column] of “places” in a file of JSON."""
    from infographic.loading.reading.places_in import value_at

    path = studio.path_of(message["file"])
    text = studio.text_of(path)
    if text is None:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    found = []
    for line, column in message["places"][:MOST_PLACES]:
        pointer, offset = value_at(text, int(line), int(column))
        found.append({"pointer": pointer, "offset": offset})
    return found


async def place_of(studio: Studio, browser: Browser, message: dict[str, Any]) -> dict[str, int]:
    """{"line", "column"} of a value, or of its character at “offset”; 1, 1 where there is none."""
    from infographic.loading.reading.places_in import place_of as found

    path = studio.path_of(message["file"])
    text = studio.text_of(path)
    if text is None:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    offset = message.get("offset")
    at = found(text, str(message["pointer"]), None if offset is None else int(offset))
    line, column = at or (1, 1)
    return {"line": line, "column": column}

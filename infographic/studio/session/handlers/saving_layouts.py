"""A layout of one's own, which extends another and has in it what `fit` changed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from infographic.filling.told import layout_text
from infographic.foundation.files import write_whole
from infographic.studio.session.names import free_place, safe_stem
from infographic.studio.worker.tuned import tuning_of

if TYPE_CHECKING:
    from pathlib import Path

    from infographic.loading.sheet.tuning import Tuning
    from infographic.studio.session.browser import Browser
    from infographic.studio.session.studio import Studio

FOLDER = "layouts"


async def save_layout(studio: Studio, browser: Browser, message: dict[str, Any]) -> dict[str, str]:
    """message: layout, tuning as `fit` answered it, perhaps a name. Writes a new file, and none in
    place of another; answers {"layout": its path from the folder}.

    Raises `OutOfReachError` for a layout outside of the folder, and `MachineError` where nothing
    can be written.
    """
    layout, told = str(message["layout"]), dict(message["tuning"])
    layout = studio.name_or_file(layout)
    if layout.endswith(".json"):
        layout = str(studio.root / layout)
    tuning = tuning_of(told, {str(one[0]): None for one in told.get("styles", ())})
    name = str(message.get("name") or message["layout"]).replace("/", "-")
    stem = safe_stem(name.removesuffix(".json"), "layout")
    target = await asyncio.to_thread(_written, studio, stem, tuning, layout)
    return {"layout": studio.name_of(target)}


def _written(studio: Studio, stem: str, tuning: Tuning, layout: str) -> Path:
    folder = studio.path_of(FOLDER)
    folder.mkdir(exist_ok=True)
    target = free_place(folder, stem, ".json")
    write_whole(target, layout_text(tuning, layout, target).encode())
    return target

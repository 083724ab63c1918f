"""Files that come from a browser into the story's folder: looked into first, nothing replaced."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.files import is_folder, write_all
from infographic.foundation.reach import OutOfReachError
from infographic.foundation.sayings import say
from infographic.studio.session.names import free_place, safe_stem
from infographic.studio.session.studio import Studio

SECONDS = 30.0
LONGEST_NAME = 300


async def take_in(studio: Studio, name: str, folder: str, data: bytes) -> dict[str, Any]:
    """Put a file into the folder of a story: a picture into its “pictures”, a table into its
    “data”.

    `folder`: the story's, from the studio's; "" for that itself. Answers {"file": from the studio's
    folder, "named": as the story names it, "kind", "width", "height", "notes"}. Raises `SpecError`
    for what is refused, `MachineError` where it cannot be written, `JobFailedError`.
    """
    name = name[:LONGEST_NAME]
    folder_of(studio, folder)
    made = await studio.intake.ask("take_in", {"name": name, "data": data}, SECONDS)
    below = made.pop("folder")
    within = folder_of(studio, _joined(folder, below), must_be=False)
    content, ending = made.pop("data"), made.pop("ending")
    stem = safe_stem(name, "picture" if below == "pictures" else "data")
    async with studio.intake.naming:
        file = free_place(within, stem, ending)
        await asyncio.to_thread(write_all, [(file, content)])
    named = f"{below}/{file.name}"
    return {"file": _joined(folder, named), "named": named, **made}


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def folder_of(studio: Studio, folder: str, *, must_be: bool = True) -> Path:
    """The real path of a folder that a browser names from the studio's, "" for that itself. Raises
    `SpecError` for one outside, or that is not there though it `must_be`."""
    try:
        place = studio.path_of(folder) if folder else studio.root
    except OutOfReachError:
        place = None
    if place is None or (must_be and not is_folder(place)):
        saying = say("upload-folder", folder=folder[:LONGEST_NAME])
        raise SpecError([Diagnostic(saying, Origin(Source(folder[:LONGEST_NAME])))])
    return place

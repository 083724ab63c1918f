"""Data that are read only, made a file that can be changed."""

from __future__ import annotations

import asyncio
import csv
import io
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from infographic.foundation.files import write_all
from infographic.studio.session.names import free_place, safe_name

if TYPE_CHECKING:
    from infographic.studio.session.browser import Browser
    from infographic.studio.session.studio import Studio


async def table_copy(studio: Studio, browser: Browser, message: dict[str, Any]) -> dict[str, Any]:
    """A new CSV with the cells that a chart reads, beside the file that it reads them from.

    message: story, `pointer` of the chart. Answers {"file": from the studio's folder, "named": as
    the story names it}. Raises `JobFailedError` where there is no table, `MachineError` where it
    cannot be written.
    """
    given = studio.given({"story": message["story"]})
    asked = {**given, "pointer": str(message["pointer"]), "part": True}
    told = await studio.intake.ask("table", asked)
    story = PurePath(given["story"])
    beside = PurePath(told["file"] or story)
    stem = "-".join(filter(None, (beside.stem, told["sheet"])))
    async with studio.intake.naming:
        folder = studio.path_of(beside.as_posix()).parent
        made = free_place(folder, safe_name(stem, "data"), ".csv")
        await asyncio.to_thread(write_all, [(made, as_csv(told["rows"]))])
    file = studio.name_of(made)
    return {"file": file, "named": _from(file, story.parent)}


def _from(file: str, folder: PurePath) -> str:
    """A file's path from a folder, both from the studio's.

    >>> _from("data/a.csv", PurePath("stories"))
    '../data/a.csv'
    """
    parts, start = PurePath(file).parts, folder.parts
    same = 0
    while same < min(len(parts) - 1, len(start)) and parts[same] == start[same]:
        same += 1
    return "/".join([".."] * (len(start) - same) + list(parts[same:]))


def as_csv(rows: list[list[str]]) -> bytes:
    """Rows of one length as CSV that Excel, WPS and we read as UTF-8."""
    width = max(map(len, rows), default=0)
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerows([*row, *[""] * (width - len(row))] for row in rows)
    return b"\xef\xbb\xbf" + made.getvalue().encode()

"""From a cursor's place in a file to the datum that stands there."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.limits import most
from infographic.foundation.reach import real_file
from infographic.loading.reading.places_in import code_points, value_at
from infographic.loading.tables.reading.cell_at import cell_at
from infographic.loading.tables.reading.encodings import decoded
from infographic.studio.session.studio import Studio
from infographic.studio.session.watching import as_compared

TABLES = (".csv", ".tsv", ".txt")


def place_in(
    name: str, line: int, column: int, text: str, *, is_utf16: bool = False
) -> dict[str, Any]:
    """A `Place` of the messages: what stands at a line and column of a file.

    `is_utf16`: columns count as VS Code counts them, so that an emoji is two. Of a CSV the pointer
    is of row and cell, from 1: “/12/3”.
    """
    text = text.removeprefix("\ufeff")
    if is_utf16:
        column = code_points(text, line, column)
    place: dict[str, Any] = {"file": name, "pointer": "", "line": line, "column": column}
    if name.lower().endswith(TABLES):
        cell = cell_at(text, line, column)
        return place if cell is None else {**place, "pointer": f"/{cell[0]}/{cell[1]}"}
    if not name.lower().endswith(".json"):
        return place
    pointer, offset = value_at(text, line, column)
    return {**place, "pointer": pointer} | ({} if offset is None else {"offset": offset})


def text_of(path: Path) -> str:
    """The text of a file, as far as it is one. Raises `OSError`."""
    with real_file(path).open("rb") as file:
        data = file.read(most("file-bytes"))
    if path.suffix.lower() in TABLES:
        whole = Origin(Source(path.name))
        with suppress(SpecError):
            return decoded(data, whole, "", whole)[0]
    return data.decode("utf-8", "replace")


def shown_by(studio: Studio, path: Path, name: str, text: str) -> str:
    """The story whose pages a file is part of: itself; of a table, a picture or a layout the one
    that is open and is made of it; "" where none is."""
    looks = [view for view in studio.views if view.look]
    if any(view.look["story"] == name for view in looks) or _is_story(text):
        return name
    real = as_compared(path)
    return next((str(view.look["story"]) for view in looks if real in view.inputs), "")


def _is_story(text: str) -> bool:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and isinstance(value.get("headline"), str)

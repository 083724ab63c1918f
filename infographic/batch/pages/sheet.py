"""Reading the file of a sheet that several records stand on."""

from __future__ import annotations

from pathlib import Path

from infographic.foundation.datum import Node
from infographic.loading.decoding.decode import decode
from infographic.loading.reading.source import read_file
from infographic.press.imposition import SheetSpec


def read_sheet(path: Path | str) -> SheetSpec:
    """Read a file of a sheet. Raises `SpecError` with all that is wrong in it."""
    node = read_file(path, relaxed=True)
    if isinstance(node.value, dict) and "$schema" in node.value:
        fields = {key: part for key, part in node.value.items() if key != "$schema"}
        node = Node(fields, node.origin, node.keys)
    return decode(node, SheetSpec)

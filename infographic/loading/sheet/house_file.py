"""A newspaper's own table of classes and priorities, read from a JSON file beside its layout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError, did_you_mean, worded
from infographic.loading.reading.source import read_file
from infographic.text.house import known_house, own_house
from infographic.text.house_table import HouseError, shipped_houses

DEFAULT = "newspaper"


def settle_house(name: str, origin: Origin) -> tuple[str, list[Diagnostic]]:
    """The name by which `load_house` knows a style's house, and what is wrong with it.

    `name` is a shipped table's, or a path (from the layout's folder) that ends in “.json”.
    """
    if not name.endswith(".json"):
        if name in shipped_houses():
            return name, []
        message = f"there is no house “{name}”"
        hint = did_you_mean(name, shipped_houses())
        return DEFAULT, [worded("house-unknown", message, origin, hint)]
    path = Path(origin.source.folder) / name
    try:
        stamp = path.stat()
        # By its time too, so that a preview sees the table change.
        key = f"{path.resolve().as_posix()}@{stamp.st_mtime_ns}"
        if (known := known_house(key)) is not None:
            return known, []
        node = read_file(path, relaxed=True)
    except SpecError as error:
        return DEFAULT, list(error.diagnostics)
    except (OSError, ValueError) as error:
        message = f"the house table {path.as_posix()} cannot be read"
        reason = str(getattr(error, "strerror", None) or error)
        return DEFAULT, [worded("house-unknown", message, origin, reason)]
    try:
        return own_house(key, _plain(node)), []
    except HouseError as error:
        return DEFAULT, [
            worded("house-table", fault.message, _place(node, fault.pointer), fault.hint)
            for fault in error.faults
        ]


def _plain(node: Node) -> Any:
    value = node.value
    if isinstance(value, dict):
        return {key: _plain(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _place(node: Node, pointer: str) -> Origin:
    for part in pointer.split("/")[1:]:
        if isinstance(node.value, dict) and part in node.value:
            node = node.value[part]
        elif isinstance(node.value, list | tuple) and part.isdigit():
            node = node.value[int(part)]
    return node.origin

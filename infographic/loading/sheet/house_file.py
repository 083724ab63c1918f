"""A newspaper's own table of classes and priorities, read from a JSON file beside its layout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError, nearest
from infographic.foundation.reach import OutOfReachError, real_file
from infographic.foundation.sayings import say
from infographic.loading.reading.source import read_file
from infographic.text.house import HOUSE, known_house, own_house
from infographic.text.house_table import HouseError, shipped_houses


def settle_house(name: str, origin: Origin) -> tuple[str, list[Diagnostic]]:
    """The name by which `load_house` knows a style's house, and what is wrong with it.

    `name` is a shipped table's, or a path (from the layout's folder) that ends in “.json”.
    """
    if not name.endswith(".json"):
        if name in shipped_houses():
            return name, []
        mend = nearest(name, shipped_houses())
        return HOUSE, [Diagnostic(say("house-unknown", name=name), origin, mend)]
    path = Path(origin.source.folder) / name
    try:
        real = real_file(path, name)
        stamp = real.stat()
        # By its time too, so that a preview sees the table change.
        key = f"{real.as_posix()}@{stamp.st_mtime_ns}"
        if (known := known_house(key)) is not None:
            return known, []
        node = read_file(path, relaxed=True, real=real)
    except SpecError as error:
        return HOUSE, list(error.diagnostics)
    except OutOfReachError as error:
        return HOUSE, [error.at(origin)]
    except (OSError, ValueError) as error:
        reason = str(getattr(error, "strerror", None) or error)
        saying = say("house-unknown/unreadable", path=path, reason=reason)
        return HOUSE, [Diagnostic(saying, origin)]
    try:
        return own_house(key, _plain(node)), []
    except HouseError as error:
        return HOUSE, [
            Diagnostic(fault.saying, _place(node, fault.pointer), fault.mend)
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

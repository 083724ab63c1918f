"""A frame of data as a program has it, of pandas, polars or the like, as columns and rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from itertools import islice
from typing import Any

from infographic.foundation import limits


def columns_and_rows(frame: Any) -> Mapping[object, object] | None:
    """What a story would write for a frame; None for what is none.

    It is known by its `columns` and by how its rows are asked for, and nothing is imported. An
    index with a name is the first column. What stands for no value, NaN too, becomes None.
    """
    names = list(frame.columns) if isinstance(frame.columns, Iterable) else []
    title = getattr(getattr(frame, "index", None), "name", None)
    if callable(getattr(frame, "itertuples", None)):
        has_index = title is not None
        rows = frame.itertuples(index=has_index, name=None)
        names = [title, *names] if has_index else names
    elif callable(getattr(frame, "rows", None)):
        rows = frame.rows()
    elif isinstance(getattr(frame, "rows", None), Iterable):
        rows = frame.rows
    else:
        return None
    # One row more than a table may have: that there are too many is said where it is made.
    kept = [[_plain(cell) for cell in row] for row in islice(rows, limits.most("data-rows") + 1)]
    return {"columns": [_name(one) for one in names], "rows": kept}


def _name(value: object) -> object:
    """Of headers of several rows, their words in one."""
    value = _plain(value)
    if isinstance(value, tuple):
        return " ".join(str(part) for part in value if str(part))
    return value


def _plain(value: Any) -> object:
    """A cell without the types of its library."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(value, datetime):
        # A frame's days are moments at midnight.
        return value.date() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, str | bool | int | tuple):
        return value
    item = getattr(value, "item", None)
    value = item() if callable(item) else value
    return None if value != value else value

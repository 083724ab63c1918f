"""A story's nodes with its data in them: each chart's and table's `data` becomes a `Table`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.loading.tables.inline import inline_table

LISTS = ("charts", "tables")
"""The story's lists whose items have data."""


def with_data(story: Node) -> Node:
    """The same story with a table in place of each `data`.

    Raises `SpecError` with everything that is wrong in the data.
    """
    assert isinstance(story.value, dict)
    fields = dict(story.value)
    wrong: list[Diagnostic] = []
    for name in LISTS:
        listed = fields.get(name)
        if listed is None or not isinstance(listed.value, tuple):
            continue
        items = []
        for item in listed.value:
            try:
                items.append(_with_table(item, inline_table))
            except SpecError as error:
                wrong += error.diagnostics
        fields[name] = replace(listed, value=tuple(items))
    if wrong:
        raise SpecError(wrong)
    return replace(story, value=fields)


def _with_table(item: Node, read: Callable[[Node], object]) -> Node:
    if not isinstance(item.value, dict) or "data" not in item.value:
        return item
    data = item.value["data"]
    if not isinstance(data.value, dict | str):
        return item
    table = Node(read(data), data.origin)  # type: ignore[arg-type]
    return replace(item, value={**item.value, "data": table})

"""A story's nodes with its data in them: each chart's and table's `data` becomes a `Table`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike, fspath

from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError, nearest
from infographic.foundation.record import replaced
from infographic.foundation.sayings import Saying, say
from infographic.foundation.table import Table
from infographic.loading.reading.pointer import NotFound, follow, is_pointer, steps_of
from infographic.loading.tables.data import CALLER, BrokenData, table_at

LISTS = ("charts", "tables")
"""The story's lists whose items have data."""


def with_data(story: Node) -> Node:
    """The same story with a table in place of each `data`.

    Where there is none, what is wrong stands there, and is said by who decodes it.
    """
    assert isinstance(story.value, dict)
    fields = dict(story.value)
    for name in LISTS:
        listed = fields.get(name)
        if listed is not None and isinstance(listed.value, tuple):
            items = tuple(_with_table(item) for item in listed.value)
            fields[name] = replaced(listed, value=items)
    return replaced(story, value=fields)


def _with_table(item: Node) -> Node:
    data = item.value.get("data") if isinstance(item.value, dict) else None
    # What was read already stays.
    if data is None or isinstance(data.value, Table | BrokenData):
        return item
    assert isinstance(item.value, dict)
    made: Table | BrokenData
    try:
        made = table_at(data)
    except SpecError as error:
        made = BrokenData(error.diagnostics, data)
    return replaced(item, value={**item.value, "data": Node(made, data.origin)})


def tables_of(story: Node) -> Iterator[Table]:
    """The tables that a story has its data in."""
    return (node.value for node in data_in(story) if isinstance(node.value, Table))


def data_in(story: Node) -> Iterator[Node]:
    """The data of its charts and tables: tables, or why there are none."""
    fields = story.value if isinstance(story.value, dict) else {}
    for name in LISTS:
        listed = fields[name].value if name in fields else ()
        for item in listed if isinstance(listed, tuple) else ():
            data = item.value.get("data") if isinstance(item.value, dict) else None
            if data is not None:
                yield data


def swapped(story: Node, pairs: Iterable[tuple[str, str | PathLike[str]]]) -> Node:
    """The story with another file as the data of some charts; what is done with them stays.

    A pair is a chart's pointer, “/charts/0”, and a file. Raises `SpecError` for a pointer that is
    of no chart.
    """
    for pointer, file in pairs:
        story = _swapped(story, pointer, fspath(file))
    return story


def _swapped(story: Node, pointer: str, file: str) -> Node:
    source = Source(CALLER, f"{pointer}={file}")
    steps = steps_of(pointer.removesuffix("/data")) if is_pointer(pointer) else []
    if len(steps) != 2 or steps[0] not in LISTS:
        raise _refused(say("data-swap/no-chart", pointer=pointer), Origin(source, pointer), story)
    found = follow(story, pointer.removesuffix("/data"))
    if isinstance(found, NotFound):
        saying = say("data-swap/nothing", pointer=pointer, why=found.why())
        raise _refused(saying, Origin(source, pointer), story)
    if not isinstance(found.value, dict):
        raise _refused(say("data-swap/no-chart", pointer=pointer), Origin(source, pointer), story)
    name, number = steps
    at = Origin(source, f"/{name}/{number}/data", 1, len(pointer) + 2)
    old = found.value.get("data")
    kept = dict(old.value) if old is not None and isinstance(old.value, dict) else {}
    if kept.pop("rows", None) is not None:
        # With rows the columns are their header, and the file has its own.
        kept.pop("columns", None)
    data = Node(file, at)
    if old is not None and kept:
        data = replaced(old, value={**kept, "file": Node(file, at)})
    chart = replaced(found, value={**found.value, "data": data})
    assert isinstance(story.value, dict)
    listed = story.value[name]
    assert isinstance(listed.value, tuple)
    items = (*listed.value[: int(number)], chart, *listed.value[int(number) + 1 :])
    return replaced(story, value={**story.value, name: replaced(listed, value=items)})


def _refused(saying: Saying, origin: Origin, story: Node) -> SpecError:
    fields = story.value if isinstance(story.value, dict) else {}
    known = [
        f"/{name}/{number}"
        for name in LISTS
        if name in fields and isinstance(fields[name].value, tuple)
        for number in range(len(fields[name].value))  # type: ignore[arg-type]
    ]
    return SpecError([Diagnostic(saying, origin, nearest(origin.pointer, known))])

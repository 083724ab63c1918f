"""What a chart's or table's `data` come to: a file or rows, read and shaped as the story asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.last_used import LastUsed
from infographic.foundation.sayings import say
from infographic.foundation.table import Table
from infographic.loading.decoding.decode import decode
from infographic.loading.tables.files import read_grid
from infographic.loading.tables.inline import inline_table
from infographic.loading.tables.options import ReadOptions
from infographic.loading.tables.shaping.shape import columns_asked, shaped
from infographic.loading.tables.spec import DataSpec
from infographic.loading.tables.table_of import TableRead, table_of

CALLER = "--data"
"""The name of what the caller and not the story says: no folder bounds its files."""


@dataclass(frozen=True, slots=True, eq=False)
class BrokenData:
    """In place of a table, why there is none: it is said where the table is asked for."""

    faults: tuple[Diagnostic, ...]
    at: Node

    def opened(self) -> Node:
        return Node(None, self.at.origin)


def table_at(node: Node, root: Path) -> Table:
    """The table of a `data`; its files lie inside `root`.

    Raises `SpecError` with what is wrong in the file, or cannot be done with it.
    """
    fields = node.value
    if isinstance(fields, str):
        spec = DataSpec(file=fields, origin=node.origin, file_origin=node.origin)
    elif isinstance(fields, dict):
        said = {key: part for key, part in fields.items() if key != "rows"}
        spec = decode(Node(said, node.origin, node.keys), DataSpec)
    else:
        raise SpecError([Diagnostic(say("data-form", found=node.kind), node.origin)])
    if isinstance(fields, dict) and "rows" in fields:
        rows = {key: part for key, part in fields.items() if key in ("columns", "rows")}
        table = inline_table(Node(rows, node.origin, node.keys))
        # The columns are the header there.
        spec = replace(spec, columns=())
    elif spec.file:
        table = read_file(_inside(spec, root), options_of(spec)).of(columns_asked(spec))
    else:
        raise SpecError([Diagnostic(say("data-form", found=node.kind), node.origin)])
    return shaped(replace(table, origin=node.origin), spec)


def options_of(spec: DataSpec) -> ReadOptions:
    """How its file is to be read."""
    return ReadOptions(
        spec.sheet, spec.range, spec.encoding, spec.decimal, spec.delimiter, spec.header, spec.text
    )


def _inside(spec: DataSpec, root: Path) -> Path:
    """The file's path. Raises `SpecError` where it leads out of the folder."""
    origin = spec.file_origin
    path = Path(origin.source.folder, spec.file)
    if origin.source.name != CALLER and not path.resolve().is_relative_to(root.resolve()):
        saying = say("data-outside", name=spec.file, root=root.resolve())
        raise SpecError([Diagnostic(saying, origin)])
    if not path.exists():
        # Late: few stories name a file that is not there.
        from infographic.foundation.diagnostics import near_word
        from infographic.loading.reading.source import names_in

        near = near_word(path.name, names_in(path.parent))
        raise SpecError([Diagnostic(say("data-missing", name=spec.file), origin, near)])
    return path


_READ: LastUsed[TableRead] = LastUsed(16)
"""Files as they were read, so that a page made again reads none."""


def read_file(path: Path, options: ReadOptions) -> TableRead:
    """The table of a file, from the last time where neither the file nor the options changed."""
    stamp = path.stat()
    key = (path.resolve(), stamp.st_mtime_ns, stamp.st_size, options)
    known = _READ.get(key)
    if known is None:
        grid = read_grid(path, options, name=path.as_posix())
        known = _READ.put(key, table_of(grid, options))
    return known

"""What a chart's or table's `data` come to: a file or rows, read and shaped as the story asks."""

from __future__ import annotations

from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.memo import Memo
from infographic.foundation.record import names_of, record, replaced
from infographic.foundation.sayings import say
from infographic.foundation.table import Table
from infographic.loading.decoding.decode import decode
from infographic.loading.tables.beside import read_beside
from infographic.loading.tables.files import NOT_OF_JSON, unused
from infographic.loading.tables.inline import content_of, inline_table
from infographic.loading.tables.options import ReadOptions
from infographic.loading.tables.shaping.shape import columns_asked, shaped
from infographic.loading.tables.spec import DataSpec
from infographic.loading.tables.table_of import TableRead

CALLER = "--data"
"""The name of what the caller and not the story says: no folder bounds its files."""


@record(eq=False)
class BrokenData:
    """In place of a table, why there is none: it is said where the table is asked for."""

    faults: tuple[Diagnostic, ...]
    at: Node

    def opened(self) -> Node:
        return Node(None, self.at.origin)


def table_at(node: Node) -> Table:
    """The table of a `data`.

    Raises `SpecError` with what is wrong in the file, or cannot be done with it.
    """
    fields = node.value
    if not isinstance(fields, str) and (not isinstance(fields, dict) or "file" not in fields):
        known = _INLINE.get(id(node))
        if known is None or known[0] is not node:
            known = _INLINE.put(id(node), (node, _table_at(node)))
        return known[1]
    return _table_at(node)


_INLINE: Memo[tuple[Node, Table]] = Memo("tables of nodes", 16)
"""Tables that stand in the story, by their node: it is the same as long as the story is."""


def _table_at(node: Node) -> Table:
    fields = node.value
    if isinstance(fields, str):
        said = {"file": node}
        spec = DataSpec(file=fields, origin=node.origin, file_origin=node.origin)
    elif is_bare(node):
        return inline_table(node)
    elif isinstance(fields, dict):
        said = {key: part for key, part in fields.items() if key != "rows"}
        spec = decode(Node(said, node.origin, node.keys), DataSpec)
    else:
        raise SpecError([Diagnostic(say("data-form", found=node.kind), node.origin)])
    options = options_of(spec)
    if isinstance(fields, dict) and "rows" in fields:
        rows = {key: part for key, part in fields.items() if key in ("columns", "rows")}
        table = inline_table(Node(rows, node.origin, node.keys), options)
        ignored = tuple(unused(options, (*NOT_OF_JSON, "encoding"), node.origin))
        if ignored:
            table = replaced(table, said=(*table.said, *ignored))
        # The columns are the header there.
        spec = replaced(spec, columns=())
    elif spec.file:
        at = spec.file_origin
        # What the caller names himself is in reach wherever it lies.
        is_bound = at.source.name != CALLER
        table = read_beside(spec.file, at, options, is_bound=is_bound).of(columns_asked(spec))
    else:
        raise SpecError([Diagnostic(say("data-form", found=node.kind), node.origin)])
    return _shaped(table, spec, Node(said, node.origin))


_SHAPED: Memo[tuple[Table, Table]] = Memo("shaped tables", 32)
"""Tables as they were read and as they came to be, by all that was asked and its places."""


def _shaped(table: Table, spec: DataSpec, said: Node) -> Table:
    source = said.origin.source
    key = (source.name, source.path, said.origin.pointer, tuple(content_of(said)))
    known = _SHAPED.get(key)
    if known is None or known[0] is not table:
        made = _units_told(shaped(replaced(table, origin=said.origin), spec))
        known = _SHAPED.put(key, (table, made))
    return known[1]


def _units_told(table: Table) -> Table:
    """The table without the doubt whose the units above it are, once the story has told it."""
    if any(one.kind == "number" and not one.unit for one in table.columns):
        return table
    kept = tuple(one for one in table.said if one.saying.key != "data-table-unit/several")
    return replaced(table, said=kept) if len(kept) < len(table.said) else table


KNOWN = frozenset(name.rstrip("_") for name in names_of(DataSpec) if not name.endswith("origin"))


def is_bare(node: Node) -> bool:
    """Whether a `data` is nothing but values: a list of objects or rows, an object of lists."""
    fields = node.value
    if isinstance(fields, dict):
        lists = (isinstance(part.value, tuple) for part in fields.values())
        return bool(fields) and not KNOWN & fields.keys() and all(lists)
    return isinstance(fields, tuple)


def options_of(spec: DataSpec) -> ReadOptions:
    """How its file is to be read."""
    return ReadOptions(
        spec.sheet, spec.range, spec.encoding, spec.decimal, spec.delimiter, spec.header, spec.text,
        spec.turned,
    )  # fmt: skip


def read_named(name: str, options: ReadOptions) -> TableRead:
    """The table of a file that the caller names, wherever it lies. Raises `SpecError`."""
    return read_beside(name, Origin(Source(CALLER)), options, is_bound=False)

"""Editions of JSON: a list of objects in one file, or an object a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from infographic.batch.rows import Row, Rows
from infographic.batch.rows.nodes import ColumnsSeen, RowsMade, row_of
from infographic.batch.rows.of_table import table_rows
from infographic.batch.rows.options import RowOptions
from infographic.foundation import limits
from infographic.foundation.datum import ASIDE, Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.sayings import say
from infographic.loading.reading.reader import Reader
from infographic.loading.reading.source import read_json
from infographic.loading.tables.reading.json_grid import json_grid


def json_rows(source: Source, options: RowOptions) -> Rows:
    """The editions of a whole file: a list of objects, alone or the only field of an object, whose
    values stay what they are; or columns and rows as a chart's data have them.

    Raises `SpecError`.
    """
    node = read_json(source, relaxed=False)
    objects = _objects_in(node)
    if objects is None:
        return table_rows(json_grid(node, Origin(source), is_file=True), options)
    _must_be_within(len(objects), node.origin)
    texts = frozenset(options.texts)
    seen = ColumnsSeen({}, {}, texts)
    for one in objects:
        _see(seen, one)
    kept = objects[: options.limit]
    columns = seen.columns(node.origin)
    names = [column.name for column in columns]
    _must_hold(len(objects), len(names), node.origin)
    rows = RowsMade(
        len(kept), lambda n: row_of(n + 1, _fields(kept[n]), names, texts, kept[n].origin)
    )
    return Rows(source.name, columns, rows, (), _files(source))


def _objects_in(node: Node) -> Sequence[Node] | None:
    """The objects that a file lists; None where it is of another form."""
    value = node.value
    if isinstance(value, dict):
        fields = [part for key, part in value.items() if not key.startswith(ASIDE)]
        return _objects_in(fields[0]) if len(fields) == 1 else None
    if isinstance(value, tuple) and value and all(isinstance(one.value, dict) for one in value):
        return value
    return None


def _fields(node: Node) -> Mapping[str, Node]:
    return node.value if isinstance(node.value, dict) else {}


def _see(seen: ColumnsSeen, node: Node) -> None:
    for key, part in _fields(node).items():
        if not key.startswith(ASIDE):
            seen.see(key, part.value, node.keys.get(key, part.origin))


def _files(source: Source) -> tuple[Path, ...]:
    return () if source.path is None else (source.path,)


def _must_be_within(rows: int, at: Origin) -> None:
    if rows > (most := limits.most("batch-rows")):
        saying = say("rows-large", most=most, limit="batch-rows")
        raise SpecError([Diagnostic(saying, at)])


def _must_hold(rows: int, columns: int, at: Origin) -> None:
    if rows * columns > (most := limits.most("batch-cells")):
        saying = say("rows-large/cells", most=most, limit="batch-cells")
        raise SpecError([Diagnostic(saying, at)])


# An object a line


class _OnLine:
    """Where the lines of a file begin, to a reader that is given one of them."""

    __slots__ = ("line",)

    def __init__(self, line: int) -> None:
        self.line = line

    def __len__(self) -> int:
        return self.line

    def __getitem__(self, index: int) -> int:
        return 0 if index in (self.line - 1, -1) else -1


class _LineReader(Reader):
    """Reads one line of a text, and knows where it stands there."""

    def __init__(self, source: Source, text: str, line: int) -> None:
        super().__init__(source, text, relaxed=False)
        self.starts = _OnLine(line)  # type: ignore[assignment]

    def origin(self, at: int, pointer: str) -> Origin:
        return Origin(self.source, pointer, self.starts.line, at + 1)  # type: ignore[attr-defined]


def line_rows(source: Source, options: RowOptions) -> Rows:
    """The editions of a text that has an object in each of its lines; blank lines are none.

    All lines are read, and nothing of them is kept but where they begin: a row is read again when
    it is asked for. Raises `SpecError` with all lines that are wrong.
    """
    text = source.text
    texts = frozenset(options.texts)
    seen = ColumnsSeen({}, {}, texts)
    begins: list[tuple[int, int, int]] = []
    wrong: list[Diagnostic] = []
    whole = Origin(source, "", 1, 1)
    for line, begin, end in _lines(text):
        node, faults = _read_line(source, text[begin:end], line)
        if node is None:
            wrong += faults
            if len(wrong) >= limits.most("faults"):
                limits.stop_at_many(len(wrong), wrong)
            continue
        begins.append((line, begin, end))
        _must_be_within(len(begins), node.origin)
        _see(seen, node)
    if wrong:
        raise SpecError(wrong)
    if not begins:
        raise SpecError([Diagnostic(say("data-empty"), whole)])
    columns = seen.columns(whole)
    names = [column.name for column in columns]
    _must_hold(len(begins), len(names), whole)

    def row(number: int) -> Row:
        line, begin, end = begins[number]
        node, _ = _read_line(source, text[begin:end], line)
        assert node is not None
        return row_of(number + 1, _fields(node), names, texts, node.origin)

    kept = len(begins) if options.limit is None else min(options.limit, len(begins))
    return Rows(source.name, columns, RowsMade(kept, row), (), _files(source))


def _lines(text: str) -> Iterator[tuple[int, int, int]]:
    """Line, beginning and end of each that is not blank."""
    begin, line = 0, 1
    while begin <= len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        if text[begin:end].strip(" \t\r"):
            yield line, begin, end
        begin, line = end + 1, line + 1


def _read_line(source: Source, text: str, line: int) -> tuple[Node | None, list[Diagnostic]]:
    """The object of a line; None and what is wrong with it."""
    reader = _LineReader(source, text, line)
    node = reader.read()
    if node is None or reader.faults:
        return None, reader.faults
    if not isinstance(node.value, dict):
        saying = say("rows-line", found=node.kind)
        return None, [Diagnostic(saying, node.origin)]
    return node, []


def are_lines(text: str) -> bool:
    """Whether a text has a JSON object in each of its first lines, and more than one line."""
    first = [text[begin:end].strip() for _, begin, end in islice(_lines(text), 2)]
    return len(first) > 1 and all(one[0] == "{" and one[-1] == "}" for one in first)

"""A value from an author's file, with the place it stands at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Protocol, TypeAlias

from infographic.foundation.record import field, record
from infographic.foundation.sayings import Saying, say


@record(eq=False)
class Source:
    """One text an author gave us: a file, standard input, or a dict from Python.

    `name` is what we call it in messages; `text` is "" where there is none to quote.
    """

    name: str
    text: str = field(default="", repr=False)
    folder: str = "."
    """Where relative paths in the file start from."""
    path: Path | None = None
    """The file itself; None where it is none."""
    sheet: str = ""
    """Of a workbook: its places are this sheet's cells, a line is a row."""

    def line(self, number: int) -> str:
        """Line `number`, counted from 1, without its end; "" where there is none."""
        bounds = self.bounds(number)
        return "" if bounds is None else self.text[slice(*bounds)].rstrip("\r")

    def part(self, number: int, low: int, high: int) -> str:
        """The characters of a line from one place to before another, counted from 0: of a line of
        megabytes nothing else is copied."""
        bounds = self.bounds(number)
        if bounds is None:
            return ""
        start, end = bounds
        return self.text[min(start + low, end) : min(start + high, end)].rstrip("\r")

    def bounds(self, number: int) -> tuple[int, int] | None:
        """Where a line begins in the text, and where it ends; None where there is none."""
        if number < 1:
            return None
        # From the line that was asked for last: faults are told in the order of their file.
        known = _LAST_LINE.get(id(self))
        line, start = known[1:] if known is not None and known[0] is self else (1, 0)
        if number < line:
            line, start = 1, 0
        for _ in range(number - line):
            start = self.text.find("\n", start) + 1
            if not start:
                return None
        _LAST_LINE.clear()
        _LAST_LINE[id(self)] = self, number, start
        end = self.text.find("\n", start)
        return start, len(self.text) if end < 0 else end


_LAST_LINE: dict[int, tuple[Source, int, int]] = {}
"""Of the source that was asked for last, a line and where it begins."""


@record(init=False)
class Origin:
    """Where a datum came from: source, JSON Pointer (RFC 6901), line and column from 1.

    Columns count code points, of a sheet its columns. Line 0 means that the source has no text (a
    Python dict).
    """

    source: Source = field(compare=False)
    pointer: str = ""
    line: int = 0
    column: int = 0

    def __init__(self, source: Source, pointer: str = "", line: int = 0, column: int = 0) -> None:
        # By its slots: a story of thousands of values makes as many places, and what a frozen
        # record writes for itself takes twice as long.
        _SET_SOURCE(self, source)
        _SET_POINTER(self, pointer)
        _SET_LINE(self, line)
        _SET_COLUMN(self, column)

    @property
    def file(self) -> str:
        return self.source.name

    @property
    def cell(self) -> str:
        """Of a sheet, the name of the cell: “B7”; "" elsewhere."""
        return f"{letters_of(self.column)}{self.line or ''}" if self.source.sheet else ""

    def __str__(self) -> str:
        if self.source.sheet:
            return f"{self.file} {self.source.sheet}{'!' * bool(self.cell)}{self.cell}"
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def __truediv__(self, key: str | int) -> Origin:
        """The same place with one more step in its pointer."""
        step = str(key).replace("~", "~0").replace("/", "~1")
        return Origin(self.source, f"{self.pointer}/{step}", self.line, self.column)


def _setter(owner: type, name: str) -> Callable[[object, object], None]:
    """What sets a slot of a frozen value that is being made."""
    setter: Callable[[object, object], None] = vars(owner)[name].__set__
    return setter


_SET_SOURCE, _SET_POINTER = _setter(Origin, "source"), _setter(Origin, "pointer")
_SET_LINE, _SET_COLUMN = _setter(Origin, "line"), _setter(Origin, "column")


def letters_of(column: int) -> str:
    """A sheet's column, counted from 1, by its letters; "" for 0.

    >>> letters_of(2), letters_of(28)
    ('B', 'AB')
    """
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


BUILT_IN = Origin(Source("(built in)"))
"""For what no author wrote: a default, a numeral ①, a rule of ours."""


OWN = "x-"
"""Keys that begin so are the caller's own: they pass without a word, and nothing of ours reads
them but a layout that names them."""
ASIDE = ("//", OWN)
"""Keys of an object with known fields that are none of them: comments, and the caller's own."""


class Data(Protocol):
    """A table that a node holds whole (`foundation/table`)."""

    def opened(self) -> Node: ...


Value: TypeAlias = (
    "bool | int | float | Decimal | str | bytes | tuple[Node, ...] | dict[str, Node] | Data | None"
)


@record(init=False)
class Node:
    """A JSON value that knows its place.

    `value` is None, bool, int, float, str, a tuple of Nodes, or a dict of Nodes in the
    author's order; from Python also a Decimal, or the bytes of a picture; where a story has its
    data, a whole table. `keys` holds the place of each key of a dict.
    """

    value: Value
    origin: Origin
    keys: Mapping[str, Origin] = field(default_factory=dict)

    def __init__(
        self, value: Value, origin: Origin, keys: Mapping[str, Origin] | None = None
    ) -> None:
        _SET_VALUE(self, value)
        _SET_ORIGIN(self, origin)
        _SET_KEYS(self, {} if keys is None else keys)

    def plain(self) -> object:
        """The value without places, as `json.loads` would give it."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, tuple):
            return [node.plain() for node in self.value]
        opened = self.opened
        return self.value if opened is self else opened.plain()

    @property
    def opened(self) -> Node:
        """Itself; of a table, the object of lists that a story would write it as."""
        # Not by its class: a story without data does not import it.
        opened = getattr(self.value, "opened", None)
        return self if opened is None else opened()

    def walk(self) -> Iterator[Node]:
        """This node and every one below it, but for what is the caller's own."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            value = node.value
            # Of many texts few hold others, and a story is walked through several times a page.
            if type(value) is dict:
                waiting += [value[key] for key in reversed(value) if key[:2] != OWN]
            elif type(value) is tuple:
                waiting += value[::-1]

    @property
    def kind(self) -> Saying:
        """The value's kind in an author's words."""
        match self.value:
            case None:
                return say("phrase/null")
            case bool():
                return say("phrase/true-or-false")
            case int() | float() | Decimal():
                return say("phrase/number")
            case bytes():
                return say("phrase/bytes")
            case str():
                return say("phrase/text")
            case tuple():
                return say("phrase/list")
            case _:
                return say("phrase/object")


_SET_VALUE, _SET_ORIGIN = _setter(Node, "value"), _setter(Node, "origin")
_SET_KEYS = _setter(Node, "keys")

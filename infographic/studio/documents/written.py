"""A JSON text as its author wrote it: its values, and where each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from infographic.foundation.datum import Node, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.late_pattern import late
from infographic.foundation.record import field, record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.loading.reading.edit import SpanReader
from infographic.loading.reading.pointer import NotFound, escaped, follow, is_pointer
from infographic.loading.reading.source import read_json

GAP = late(r"(?:[ \t\n\r]++|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+\*/)*+")
"""What may stand between two values: white space and comments."""
BLANK = late(r"[ \t]*+")
LINE_END = late(r"\r\n|\n|\r")
_BEHIND = late(r"[ \t]*+(?://[^\n]*?(?=\r?\n|\Z)|/\*(?:[^*\n\r]|\*(?!/))*+\*/[ \t]*+(?=[\r\n]))")
"""A comment that ends the line."""


class Member(NamedTuple):
    """A field of an object or an item of a list; all places count characters of the text."""

    first: int
    """Where it begins: of a field, its key."""
    start: int
    end: int
    """From where to where its value stands."""
    comma: int
    """The comma behind it; -1 where there is none."""

    @property
    def last(self) -> int:
        """Where it ends, with its comma."""
        return self.end if self.comma < 0 else self.comma + 1


@record(eq=False)
class Written:
    """One reading of a text. While it cannot be read, `tree` is None and `faults` say why."""

    text: str
    tree: Node | None
    faults: tuple[Diagnostic, ...] = ()
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict, repr=False)
    """By JSON Pointer, from where to where each value stands."""

    def node(self, pointer: str) -> Node:
        """The value at a pointer. Raises `SpecError` where there is none."""
        tree = self.whole()
        if not is_pointer(pointer):
            raise SpecError([Diagnostic(say("edit-pointer/form", pointer=pointer), tree.origin)])
        found = follow(tree, pointer)
        if isinstance(found, NotFound):
            why = found.why(say("phrase/the-whole-text"))
            saying = say("edit-pointer/nothing", pointer=pointer, why=why)
            raise SpecError([Diagnostic(saying, found.node.origin, found.mend)])
        return found

    def whole(self) -> Node:
        """The whole file's value. Raises `SpecError` while it cannot be read."""
        if self.tree is None:
            raise SpecError(self.faults)
        return self.tree

    def at(self, pointer: str) -> str:
        """A value as it is written, a text with its quotes. Raises `SpecError`."""
        self.node(pointer)
        start, end = self.spans[pointer]
        return self.text[start:end]

    def exact(self, pointer: str = "") -> object:
        """A value as `Node.plain` gives it, but every number that has a point or an exponent as
        the Decimal that is written: 2300.50."""
        value = self.node(pointer).value
        if isinstance(value, dict):
            return {key: self.exact(f"{pointer}/{escaped(key)}") for key in value}
        if isinstance(value, tuple):
            return [self.exact(f"{pointer}/{place}") for place in range(len(value))]
        if isinstance(value, float):
            start, end = self.spans[pointer]
            return Decimal(self.text[start:end])
        return value

    def members(self, pointer: str) -> list[Member]:
        """What an object or a list holds, in order; [] of any other value."""
        node = self.node(pointer)
        keys: list[str] | range = []
        if isinstance(node.value, dict):
            keys = list(node.value)
        elif isinstance(node.value, tuple):
            keys = range(len(node.value))
        found = []
        for key in keys:
            start, end = self.spans[f"{pointer}/{escaped(key)}"]
            place = node.keys.get(key) if isinstance(key, str) else None
            first = start if place is None else self.offset(place.line, place.column)
            at = self.past_gap(end)
            found.append(Member(first, start, end, at if self.text[at : at + 1] == "," else -1))
        return found

    def offset(self, line: int, column: int) -> int:
        """The place in the text of a line and column, both from 1."""
        bounds = self.whole().origin.source.bounds(line)
        assert bounds is not None
        return bounds[0] + column - 1

    def past_gap(self, at: int) -> int:
        """The next place that is neither white space nor comment."""
        gap = GAP.match(self.text, at)
        return gap.end() if gap else at

    def past_comment(self, at: int) -> int:
        """Where a comment ends that stands behind a place and ends its line; else the place."""
        behind = _BEHIND.match(self.text, at)
        return len(behind[0].rstrip(" \t")) + at if behind else at

    def line_start(self, at: int) -> int:
        """Where the line of a place begins."""
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def indent(self, at: int) -> str:
        """The white space that the line of a place begins with."""
        start = self.line_start(at)
        blank = BLANK.match(self.text, start)
        return self.text[start : min(blank.end(), at)] if blank else ""

    def begins_line(self, at: int) -> bool:
        """Whether nothing but white space stands before a place on its line."""
        start = self.line_start(at)
        return start > 0 and not self.text[start:at].strip(" \t")

    def line_end(self, low: int, high: int) -> str:
        """The first line end between two places, of whatever kind; "" where there is none."""
        found = LINE_END.search(self.text, low, high)
        return found[0] if found else ""


def read_written(source: Source, *, relaxed: bool) -> Written:
    """Read a text with the places of all its values; `relaxed` as layouts are read."""
    reader = SpanReader(source, source.text, relaxed=relaxed)
    tree = reader.read()
    if tree is not None and not reader.faults:
        return Written(source.text, tree, (), reader.spans)
    try:
        # Who says what it is besides: a table, a page of the web, a file of too many lines.
        read_json(source, relaxed=relaxed)
    except SpecError as error:
        return Written(source.text, None, error.diagnostics)
    return Written(source.text, None, tuple(reader.faults))

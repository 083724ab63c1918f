"""How an author writes JSON: indentation, colons, escapes; and new values written so."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from itertools import zip_longest

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import cells
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.loading.reading.edit import written
from infographic.loading.reading.pointer import escaped, steps_of
from infographic.studio.documents.written import Written

_ESCAPE = late(r"\\u([0-9a-fA-F]{4})")
_UNIT = late(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]",
    re.DOTALL,
)
"""What stands for one character in a text with escapes."""
LONGEST_LINE = 100
"""Cells, Han taking two: in a file that has lines what is new and longer is spread over some."""


class Habits(NamedTuple):
    """Of a file as a whole."""

    colon: str = ": "
    comma: str = ", "
    indent: str = "  "
    newline: str = "\n"
    is_ascii: bool = False
    """All that is not ASCII is written as \\uXXXX."""
    is_upper: bool = False
    """With capitals, \\u4E2D."""
    slashes: bool = False
    """A / is written \\/, as PHP does."""


def habits_of(found: Written) -> Habits:
    """What can be told of how a file is written; else what most files have."""
    text = found.text
    codes = _ESCAPE.findall(text)
    letters = "".join(codes)
    colon, indent = _first_field(found)
    return Habits(
        colon,
        ", " if colon[-1:].isspace() else ",",
        indent,
        found.line_end(0, len(text)) or "\n",
        bool(codes) and text.isascii(),
        letters != letters.lower(),
        text.count("\\/") > text.count("/") // 2,
    )


def _first_field(found: Written) -> tuple[str, str]:
    """What stands round the colon of the first field, and how far it is set in."""
    tree = found.whole()
    pointer, node = "", tree
    while isinstance(node.value, tuple) and node.value:
        pointer, node = f"{pointer}/0", node.value[0]
    indent = "  "
    # In a file whose outermost bracket stands in a line of its own.
    inner = re.search(r"[\r\n]([ \t]+)[^\s]", found.text)
    if inner:
        indent = inner[1]
    colon = colon_of(found, pointer)
    return (": " if colon is None else colon), indent


def colon_of(found: Written, pointer: str) -> str | None:
    """What stands between key and value in an object; None where it has no field."""
    value = found.node(pointer).value
    if not isinstance(value, dict) or not value:
        return None
    for member in found.members(pointer):
        # A key ends with its quote; what follows is told by the value's end of it.
        between = re.search(r"[ \t]*:[ \t]*$", found.text[member.first : member.start])
        if between:
            return between[0]
    return None


# Texts


def quoted(text: str, habits: Habits) -> str:
    """A text as JSON, with the author's escapes.

    >>> print(quoted("中/文", Habits(is_ascii=True)), quoted("a/b", Habits(slashes=True)))
    "\\u4e2d/\\u6587" "a\\/b"
    """
    made = json.dumps(text, ensure_ascii=habits.is_ascii)
    # Half of a character has no bytes: by its number the reader knows it, and says so.
    made = made.encode(errors="backslashreplace").decode()
    if habits.is_upper:
        made = _ESCAPE.sub(lambda code: f"\\u{code[1].upper()}", made)
    return made.replace("/", "\\/") if habits.slashes else made


def requoted(before: str, text: str, habits: Habits) -> str:
    """A text in place of another, which is written `before`: what they begin and end with in
    common stays as it is written.

    >>> print(requoted('"a\\u3000b"', "a\\u3000c", Habits()))
    "a\\u3000c"
    """
    if "\\" not in before:
        return quoted(text, habits)
    units = _UNIT.findall(before[1:-1])
    characters = [json.loads(f'"{unit}"') if unit[0] == "\\" else unit for unit in units]
    most = min(len(units), len(text))
    head = _alike(characters, text, most)
    tail = _alike(characters[::-1], text[::-1], most - head)
    middle = quoted(text[head : len(text) - tail], habits)[1:-1]
    return f'"{"".join(units[:head])}{middle}{"".join(units[len(units) - tail :])}"'


def _alike(one: list[str], other: str, most: int) -> int:
    pairs = zip_longest(one[:most], other[:most])
    return next((at for at, (a, b) in enumerate(pairs) if a != b), most)


# Values


class Rendering(NamedTuple):
    """How new values are written into one text."""

    found: Written
    habits: Habits

    def value(self, node: Node, indent: str, like: str | None, *, may_spread: bool) -> str:
        """A value whose line is set in by `indent`.

        `like`: the pointer of a value of its kind that is there, whose form it takes: on one line,
        or over several. Without one it is on one line where that is short, or may not be spread.
        """
        if not isinstance(node.value, dict | tuple) or not node.value:
            return self.plain(node)
        form = self.form_of(node, like) if like is not None else None
        one_line = self.on_one_line(node)
        if form is None:
            is_spread = may_spread and (
                len(indent) + cells(one_line) > LONGEST_LINE or _depth(node) > 2
            )
            newline, step = self.habits.newline, self.habits.indent
        else:
            is_spread, newline, step = form
            like = like if is_spread else None
        return self.spread(node, indent, newline, step, like if form else None) if is_spread else (
            one_line)  # fmt: skip

    def form_of(self, node: Node, like: str) -> tuple[bool, str, str] | None:
        """Whether the like of a value is spread, its line end, how much further its parts are set
        in; None where it is of another kind, or empty."""
        other = self.found.node(like).value
        if type(other) is not type(node.value) or not other:
            return None
        start, _ = self.found.spans[like]
        first = self.found.members(like)[0].first
        newline = self.found.line_end(start, first)
        if not newline:
            return False, "", ""
        outer, inner = self.found.indent(start), self.found.indent(first)
        step = inner.removeprefix(outer) if inner.startswith(outer) else self.habits.indent
        return True, newline, step

    def spread(self, node: Node, indent: str, newline: str, step: str, like: str | None) -> str:
        inner = indent + step
        parts = []
        if isinstance(node.value, dict):
            colon = (colon_of(self.found, like) if like is not None else None) or self.habits.colon
            for key, part in node.value.items():
                words = self.value(part, inner, self.part_of(like, key), may_spread=True)
                parts.append(f"{quoted(key, self.habits)}{colon}{words}")
            opener, closer = "{", "}"
        else:
            assert isinstance(node.value, tuple)
            there = self.part_of(like, "0")
            parts = [self.value(one, inner, there, may_spread=True) for one in node.value]
            opener, closer = "[", "]"
        lines = f",{newline}{inner}".join(parts)
        return f"{opener}{newline}{inner}{lines}{newline}{indent}{closer}"

    def part_of(self, like: str | None, step: str) -> str | None:
        pointer = None if like is None else f"{like}/{escaped(step)}"
        return pointer if pointer in self.found.spans else None

    def on_one_line(self, node: Node) -> str:
        habits = self.habits
        if isinstance(node.value, dict):
            parts = (
                f"{quoted(key, habits)}{habits.colon}{self.on_one_line(part)}"
                for key, part in node.value.items()
            )
            return "{" + habits.comma.join(parts) + "}"
        if isinstance(node.value, tuple):
            return "[" + habits.comma.join(map(self.on_one_line, node.value)) + "]"
        return self.plain(node)

    def plain(self, node: Node) -> str:
        if isinstance(node.value, str):
            return quoted(node.value, self.habits)
        if isinstance(node.value, Decimal):
            return str(node.value)
        return written(node)


def _depth(node: Node) -> int:
    """How many brackets stand inside one another."""
    if isinstance(node.value, dict):
        return 1 + max(map(_depth, node.value.values()), default=0)
    if isinstance(node.value, tuple):
        return 1 + max(map(_depth, node.value), default=0)
    return 0


def parent_of(pointer: str) -> tuple[str, str]:
    """The pointer of what holds a value, and the last step, without escapes.

    >>> parent_of("/stats/0/a~1b")
    ('/stats/0', 'a/b')
    """
    return pointer.rpartition("/")[0], steps_of(pointer)[-1]

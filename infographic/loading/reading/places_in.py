"""From a place in a JSON text to the value that stands there, and back.

For editors: the place is a cursor's, as they say it, line and column from 1, columns in code
points. A text that is broken is told of as far as it can be read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.memo import Memo
from infographic.foundation.places import columns_in
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying
from infographic.loading.reading.reader import Reader

BYTE_ORDER_MARK = "\ufeff"


class Stretch(NamedTuple):
    """Where a value stands in a text, from its key on where it has one."""

    key: int
    """Where its key begins; its own place where it has none."""
    start: int
    """Where it begins itself; behind the text where it is not there yet."""
    end: int
    """Behind its last character; behind the text where it was never closed."""
    pointer: str


def value_at(text: str, line: int, column: int) -> tuple[str, int | None]:
    """The JSON Pointer of the innermost value at a place in a JSON text, or of the value whose key
    stands there; in a text value also the character before which the cursor stands.

    In a line's white space it is what begins behind it, behind a value's comma the value. Columns
    are code points without a byte order mark, as editors count them; a place that the text does
    not have is taken for the nearest. Raises nothing: of a broken text what can be told is told,
    ("", None) where that is nothing.

    >>> text = '{"headline": "a\\\\nb", "stats": [2300]}'
    >>> value_at(text, 1, 18), value_at(text, 1, 3), value_at(text, 1, 33)
    (('/headline', 2), ('/headline', None), ('/stats/0', None))
    """
    read = _reading(text)
    at = _settled(read.text, read.at(line, column))
    # Values lie in each other, so that the last begun of those that are not over is the innermost.
    behind = bisect_right(read.stretches, at, key=_key)
    inside = (one for one in reversed(read.stretches[:behind]) if at <= one.end)
    found = next(inside, None)
    if found is None:
        return "", None
    if at < found.start or not read.text.startswith('"', found.start):
        return found.pointer, None
    columns = columns_in(read.origin(found.start, found.pointer))
    here = at - read.text.rfind("\n", 0, at)
    return found.pointer, min(max(bisect_right(columns, here) - 1, 0), len(columns) - 1)


def place_of(text: str, pointer: str, offset: int | None = None) -> tuple[int, int] | None:
    """Line and column of the value at a JSON Pointer; with an `offset`, of that character in a
    text, or of its closing quote behind the last. None where the text has no such value.

    >>> place_of('{"headline": "a\\\\nb"}', "/headline", 2)
    (1, 18)
    """
    read = _reading(text)
    found = read.by_pointer.get(pointer)
    if found is None:
        return None
    origin = read.origin(min(found.start, len(read.text)), pointer)
    if offset is not None and (columns := columns_in(origin)):
        return origin.line, columns[min(max(offset, 0), len(columns) - 1)]
    return origin.line, origin.column


def code_points(text: str, line: int, column: int) -> int:
    """The column, in code points, of one that an editor counts in UTF-16 units, as VS Code does.

    >>> code_points("😀县", 1, 3), utf16_units("😀县", 1, 2)
    (2, 3)
    """
    units = _line(text, line).encode("utf-16-le", "surrogatepass")[: 2 * max(column - 1, 0)]
    return len(units.decode("utf-16-le", "replace")) + 1


def utf16_units(text: str, line: int, column: int) -> int:
    """The column in UTF-16 units of one in code points."""
    before = _line(text, line)[: max(column - 1, 0)]
    return len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1


def _line(text: str, number: int) -> str:
    return Source("<text>", text.removeprefix(BYTE_ORDER_MARK)).line(number)


def texts_in(source: Source) -> dict[str, tuple[str, int, int]]:
    """All text values of a JSON text by their pointers, each with its line and column; of a broken
    text those that could be read."""
    return _reading(source.text).texts


def _key(one: Stretch) -> int:
    return one.key


def _innermost_last(one: Stretch) -> tuple[int, int]:
    return one.key, -one.end


_BLANK = " \t\r"


def _settled(text: str, at: int) -> int:
    """A place in the white space of a line moved to what it is meant for."""
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    if not text[begin:at].strip(_BLANK):
        while at < end and text[at] in _BLANK:
            at += 1
    elif not text[at:end].strip(f"{_BLANK},"):
        # Behind the line's last value, or in front of its comma.
        while at > begin and text[at - 1] in f"{_BLANK},":
            at -= 1
    return at


class _Reading:
    def __init__(self, text: str) -> None:
        self.text = text.removeprefix(BYTE_ORDER_MARK)
        reader = _PlaceReader(Source("<text>", self.text), self.text)
        reader.read()
        self.starts = reader.starts
        self.source = reader.source
        self.stretches = sorted(reader.stretches(), key=_innermost_last)
        self.by_pointer = {one.pointer: one for one in self.stretches}
        self.texts = reader.texts

    def at(self, line: int, column: int) -> int:
        """The character at a place, the nearest where there is none."""
        line = min(max(line, 1), len(self.starts))
        begin = self.starts[line - 1]
        end = self.starts[line] - 1 if line < len(self.starts) else len(self.text)
        return min(max(begin + column - 1, begin), end)

    def origin(self, at: int, pointer: str) -> Origin:
        line = bisect_right(self.starts, at)
        return Origin(self.source, pointer, line, at - self.starts[line - 1] + 1)


_READINGS: Memo[_Reading] = Memo("places in texts", 4)


def _reading(text: str) -> _Reading:
    """A text read for the places in it; a cursor asks for the same one again and again."""
    known = _READINGS.get(text)
    return _READINGS.put(text, _Reading(text)) if known is None else known


class _PlaceReader(Reader):
    """Notes where every value stands while it reads, so that it is known though reading stops."""

    def __init__(self, source: Source, text: str) -> None:
        super().__init__(source, text, relaxed=True)
        self.keys: dict[str, int] = {}
        self.begun: dict[str, int] = {}
        self.ends: dict[str, int] = {}
        self.texts: dict[str, tuple[str, int, int]] = {}
        self.awaited: set[str] = set()
        """Whose value is the next that is told the place of; before it comes its key."""
        self.is_faulty = False

    def origin(self, at: int, pointer: str) -> Origin:
        if pointer in self.awaited:
            self.awaited.discard(pointer)
            self.begun[pointer] = at
        elif not self.is_faulty:
            self.keys[pointer] = at
        return super().origin(at, pointer)

    def fault(self, saying: Saying, at: int, mend: Saying | None = None) -> None:
        # Its place is no value's.
        self.is_faulty, awaited, self.awaited = True, self.awaited, set()
        super().fault(saying, at, mend)
        self.is_faulty, self.awaited = False, awaited

    def value(self, at: int, pointer: str) -> tuple[Node, int]:
        self.awaited.add(pointer)
        return self._noted(*super().value(at, pointer))

    def container(self, opener: str, start: int, origin: Origin) -> tuple[Node, int]:
        self.begun[origin.pointer] = start
        return self._noted(*super().container(opener, start, origin))

    def plain(self, match: re.Match[str], pointer: str) -> Node:
        node = super().plain(match, pointer)
        group = match.lastindex or 0
        self.begun[pointer] = match.start(group)
        return self._noted(node, match.end(group))[0]

    def _noted(self, node: Node, end: int) -> tuple[Node, int]:
        origin = node.origin
        self.ends[origin.pointer] = end
        if isinstance(node.value, str):
            self.texts[origin.pointer] = node.value, origin.line, origin.column
        return node, end

    def stretches(self) -> Iterator[Stretch]:
        """Every value that was begun, or whose key was read."""
        whole = len(self.text)
        for pointer in {**self.keys, **self.begun}:
            start = self.begun.get(pointer, whole + 1)
            end = self.ends.get(pointer, whole)
            if pointer not in self.ends and self.text.startswith('"', start):
                # A text that nobody closed is taken for one of its line.
                end = self.text.find("\n", start)
                end = whole if end < 0 else end
            yield Stretch(min(self.keys.get(pointer, start), start), start, end, pointer)

"""A value's own characters in a JSON text, and the text with that value changed and nothing else.

For editors, which must not lose an author's white space, comments and order of keys.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal

from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.sayings import say
from infographic.loading.reading.pointer import NotFound, follow, is_pointer
from infographic.loading.reading.reader import Reader
from infographic.loading.reading.values import node_of

NAME = "<text>"


def span(text: str, pointer: str) -> tuple[int, int]:
    """From where to where in a JSON text the value at a JSON Pointer (RFC 6901) stands.

    `text[start:end]` is the value as it is written, a text with its quotes, an object with its
    braces. Comments and commas at the end are allowed, as in layouts. Raises `SpecError` where
    the text is no JSON or has no such value.

    >>> text = '{"stats": [{"value": 2300}]}'
    >>> start, end = span(text, "/stats/0/value")
    >>> text[start:end]
    '2300'
    """
    source = Source(NAME, text)
    if not is_pointer(pointer):
        raise SpecError([Diagnostic(say("edit-pointer/form", pointer=pointer), Origin(source))])
    reader = SpanReader(source, text, pointer)
    # What some programs put before a text is none of it.
    tree = reader.read(int(text.startswith("\ufeff")))
    if tree is None or reader.faults:
        raise SpecError(reader.faults)
    stands = reader.spans.get(pointer)
    if stands is None:
        missed = follow(tree, pointer)
        assert isinstance(missed, NotFound)
        why = missed.why(say("phrase/the-whole-text"))
        saying = say("edit-pointer/nothing", pointer=pointer, why=why)
        raise SpecError([Diagnostic(saying, missed.node.origin, missed.mend)])
    return stands


def edited(text: str, pointer: str, value: object) -> str:
    """The text with the value at a pointer changed; every other character stays as it is.

    `value` is what a story given as a dict may hold, but no picture; lists and objects are
    written on one line. Raises `SpecError` where the text is no JSON or has no such value, and
    for a `value` that JSON cannot hold.

    >>> edited('{ "headline" : "旧" }', "/headline", 'A "new" one')
    '{ "headline" : "A \\\\"new\\\\" one" }'
    """
    start, end = span(text, pointer)
    return text[:start] + written(node_of(value, "<value>", is_file=True)) + text[end:]


def written(node: Node) -> str:
    """A value as JSON on one line. Raises `SpecError` for a picture."""
    match node.value:
        case dict() as fields:
            parts = (f"{_quoted(key)}: {written(part)}" for key, part in fields.items())
            return "{" + ", ".join(parts) + "}"
        case tuple() as items:
            return "[" + ", ".join(map(written, items)) + "]"
        case Decimal() as number:
            # Of a Decimal with an exponent JSON's way of writing is Python's too.
            return str(number)
        case bytes():
            raise SpecError([Diagnostic(say("python-value/picture"), node.origin)])
        case plain:
            return json.dumps(plain, ensure_ascii=False)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


class SpanReader(Reader):
    """Notes where values stand while it reads: one that is asked for by its pointer, or all."""

    def __init__(
        self, source: Source, text: str, asked: str | None = None, *, relaxed: bool = True
    ) -> None:
        super().__init__(source, text, relaxed=relaxed)
        self.asked = asked
        self.spans: dict[str, tuple[int, int]] = {}
        """By pointer, from where to where in the text."""

    def value(self, at: int, pointer: str) -> tuple[Node, int]:
        return self._noted(*super().value(at, pointer))

    def container(self, opener: str, start: int, origin: Origin) -> tuple[Node, int]:
        return self._noted(*super().container(opener, start, origin))

    def plain(self, match: re.Match[str], pointer: str) -> Node:
        return self._noted(super().plain(match, pointer), match.end(match.lastindex or 0))[0]

    def _noted(self, node: Node, end: int) -> tuple[Node, int]:
        origin = node.origin
        if self.asked is None or origin.pointer == self.asked:
            start = self.starts[origin.line - 1] + origin.column - 1
            self.spans[origin.pointer] = start, end
        return node, end

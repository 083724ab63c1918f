"""A tree of nodes from what a Python program hands over: dicts, lists, numbers, dates, pictures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import BinaryIO, cast

from infographic.foundation import limits
from infographic.foundation.datum import OWN, Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.sayings import Saying, say

MAX_DIGITS = 400
"""As many as are read from a file."""
MAX_BITS = 1328
"""As many digits in twos."""


def node_of(value: object, name: str, *, is_file: bool = False) -> Node:
    """The tree of a story or layout that is given as a dict.

    A `date` becomes words in the language that the dict states under “language”
    (`date_in_words`); `bytes` and binary files are pictures, a file is read from where it stands
    and left there. Frames of data, of pandas or polars, become columns and rows. Under keys that
    begin with “x-” anything may stand; what no file could hold is left out, unless what is made
    `is_file`. Raises `SpecError` with everything that is none of these.
    """
    language = value.get("language") if isinstance(value, Mapping) else None
    maker = _Maker(language if isinstance(language, str) else "zh-Hans", is_file)
    node = maker.node(value, Origin(Source(name)), 0)
    if maker.faults:
        raise SpecError(maker.faults)
    return node


def date_in_words(day: date, language: str) -> str:
    """A day as a newspaper of the language writes it; in a language not known here as ISO does.

    >>> date_in_words(date(2026, 11, 22), "zh-Hans"), date_in_words(date(2026, 11, 22), "en-GB")
    ('2026年11月22日', '22 November 2026')
    >>> date_in_words(date(2026, 1, 2), "fr")
    '2026-01-02'
    """
    match language.partition("-")[0].lower():
        case "zh" | "ja":
            return f"{day.year}年{day.month}月{day.day}日"
        case "en":
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        case _:
            return day.isoformat()


# Not by strftime, which asks the machine's locale.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class _Maker:
    def __init__(self, language: str, is_file: bool) -> None:
        self.language, self.is_file = language, is_file
        self.faults: list[Diagnostic] = []

    def refused(self, origin: Origin, saying: Saying) -> Node:
        self.faults.append(Diagnostic(saying, origin))
        return Node(None, origin)

    def node(self, value: object, origin: Origin, depth: int) -> Node:
        if depth > limits.most("nesting"):
            return self.refused(
                origin, say("python-value/nested", most=limits.most("nesting"), limit="nesting")
            )
        if isinstance(value, str):
            return self.text(value, origin)
        if value is None or isinstance(value, bool):
            return Node(value, origin)
        if isinstance(value, int | float | Decimal):
            return self.number(value, origin)
        if isinstance(value, datetime):
            return self.refused(origin, say("python-value/time"))
        if isinstance(value, date):
            return Node(date_in_words(value, self.language), origin)
        if isinstance(value, bytes | bytearray | memoryview):
            return Node(bytes(value), origin)
        if isinstance(value, list | tuple):
            items = (self.node(part, origin / i, depth + 1) for i, part in enumerate(value))
            return Node(tuple(items), origin)
        if isinstance(value, Mapping):
            return self.mapping(value, origin, depth)
        if callable(getattr(value, "read", None)):
            return self.file(cast("BinaryIO", value), origin)
        if hasattr(value, "columns"):
            # Late: few stories have a frame of data.
            from infographic.loading.reading.frames import columns_and_rows

            opened = columns_and_rows(value)
            if opened is not None:
                return self.mapping(opened, origin, depth)
        return self.refused(origin, say("python-value/type", type=type(value).__name__))

    def text(self, value: str, origin: Origin) -> Node:
        if not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):
            return self.refused(origin, say("python-value/surrogate"))
        if "\0" in value:
            return self.refused(origin, say("python-value/control"))
        return Node(str(value), origin)

    def number(self, value: int | float | Decimal, origin: Origin) -> Node:
        if isinstance(value, int):
            is_large = value.bit_length() > MAX_BITS
        elif not (value.is_finite() if isinstance(value, Decimal) else isfinite(value)):
            return self.refused(origin, say("python-value/not-finite", number=str(value)))
        else:
            is_large = isinstance(value, Decimal) and _places(value) > MAX_DIGITS
        return self.refused(origin, say("python-value/overflow")) if is_large else Node(
            value, origin)  # fmt: skip

    def mapping(self, value: Mapping[object, object], origin: Origin, depth: int) -> Node:
        fields: dict[str, Node] = {}
        for key, item in value.items():
            if not isinstance(key, str):
                self.refused(origin, say("python-value/key", key=repr(key)))
            elif self.text(key, origin).value is None:
                # What no file can hold; the key itself could not be said either.
                pass
            elif key.startswith(OWN) and not self.is_file:
                self.own(fields, key, item, origin / key, depth + 1)
            else:
                fields[key] = self.node(item, origin / key, depth + 1)
        return Node(fields, origin, {key: node.origin for key, node in fields.items()})

    def own(
        self, fields: dict[str, Node], key: str, value: object, origin: Origin, depth: int
    ) -> None:
        """What is the caller's own: kept where a file could hold it, else left out."""
        before = len(self.faults)
        node = self.node(value, origin, depth)
        if len(self.faults) == before:
            fields[key] = node
        del self.faults[before:]

    def file(self, file: BinaryIO, origin: Origin) -> Node:
        """A picture's bytes; the file stands afterwards where it stood, so that it can be read
        again."""
        try:
            start = file.tell() if file.seekable() else None
            data = file.read(limits.most("image-bytes") + 1)
            if start is not None:
                file.seek(start)
        except (OSError, ValueError, AttributeError) as error:
            return self.refused(origin, say("python-value/file-unreadable", reason=str(error)))
        if not isinstance(data, bytes):
            return self.refused(origin, say("python-value/file-of-text"))
        return Node(data, origin)


def _places(number: Decimal) -> int:
    """How many digits it is written with."""
    _, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    return max(len(digits), number.adjusted() + 1, 0) + max(-exponent, 0)

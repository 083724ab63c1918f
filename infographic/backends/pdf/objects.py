"""The PDF's objects: document, streams, strings, names (ISO 32000-1, 7.3 and 7.5), and a page's
content stream as it grows.

A dict is a dictionary, its keys names without the slash; a list is an array; a str or bytes stands
as it is. `Indirect` and `Stream` stand by themselves and are referred to. Numbers are given in the
order in which references are asked for, and else in that of writing.

In a content stream what is set is written only where it changes. A part of a page is drawn without
knowing what is set before it (`begin`, `end`), so that it can be kept and played behind anything:
what it sets first of a kind is settled when it is played.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator
from typing import Literal

from infographic.backends.numbers import line_style, number, opacity_name
from infographic.display.items import PLAIN_LINE, LineStyle
from infographic.foundation.record.tuples import NamedTuple

Value = object
"""dict[str, Value], list[Value], str, bytes, int, Indirect or Stream; a str is ASCII."""

# Half the time of zlib's own 6, and a page's content 4 % larger, which is 0.2 % of its file.
DEFLATE_LEVEL = 4

A_LINE, AN_ARRAY_LINE = 6, 10
"""Entries of a dictionary and of an array that stand on a line."""


class Indirect:
    """A dictionary or an array that stands by itself and is referred to.

    Fonts must be: poppler misreads a font that lies inside its resource dictionary.
    """

    __slots__ = ("content", "number")

    def __init__(self, content: dict[str, Value] | list[Value]) -> None:
        self.content = content
        self.number = 0
        """In its document; 0 before it is referred to."""


class Stream:
    """A stream whose content is already as it will be written."""

    __slots__ = ("content", "entries", "number")

    def __init__(self, content: bytes, **entries: Value) -> None:
        self.content = content
        self.entries = {**entries, "Length": len(content)}
        self.number = 0

    @classmethod
    def deflating(cls, content: bytes, **entries: Value) -> Stream:
        packed = zlib.compress(content, DEFLATE_LEVEL)
        return cls(packed, Filter="/FlateDecode", **entries)


class Document:
    """One document."""

    def __init__(self, version: tuple[int, int], language: str) -> None:
        self.version = version
        self._objects: list[Indirect | Stream | bytes] = []
        self.fonts: dict[str, Value] = {}
        """The font dictionary, by resource name; empty until a font is added."""
        self.font_reference = self.reference(Indirect(self.fonts))
        self.catalog: dict[str, Value] = {"Type": "/Catalog"}
        if language:
            self.catalog["Lang"] = text_string(language)
        self.info: dict[str, Value] = {}

    def reference(self, one: Indirect | Stream) -> bytes:
        """As other objects name it; it is in the document from then on."""
        if not one.number:
            self._objects.append(one)
            one.number = len(self._objects)
        return b"%d 0 R" % one.number

    def add_page(self, leaf: dict[str, Value]) -> bytes:
        """A page, in a tree of pages that has no other; answers what refers to it."""
        leaf["Type"] = "/Page"
        page = self.reference(Indirect(leaf))
        tree = self.reference(Indirect({"Type": "/Pages", "Kids": [page], "Count": 1}))
        leaf["Parent"] = self.catalog["Pages"] = tree
        return page

    def settle(self, since: int, still_open: Collection[int]) -> int:
        """Write the objects behind the first `since` but those of the numbers that are still to
        change, so that no more of them is held than their bytes. Answers how many there are now.
        """
        at = since
        # Writing an object may bring others in, which stand behind it.
        while at < len(self._objects):
            if at + 1 not in still_open:
                self._objects[at] = self._written_whole(self._objects[at])
            at += 1
        return at

    def to_bytes(self) -> bytes:
        """The file, for keeping."""
        # Late: what is drawn at once and not kept is written without it.
        from infographic.backends.pdf.whole_file import whole_file

        root, info = (self.reference(Indirect(one)) for one in (self.catalog, self.info))
        return whole_file(self.version, [*self._written_objects()], root=root, info=info)

    def packed(self) -> bytes:
        """The file for keeping, small where it has many small objects; PDF 1.5 or later."""
        # Late: one page has few.
        from infographic.backends.pdf.packed_file import packed_file

        root, info = (self.reference(Indirect(one)) for one in (self.catalog, self.info))
        return packed_file(self.version, [*self._written_objects()], root=root, info=info)

    def drawn(self) -> bytes:
        """The file for what draws it at once: without an /ID and information of its own."""
        root = self.reference(Indirect(self.catalog))
        parts = [b"%%PDF-%d.%d\n" % self.version]
        at, places = len(parts[0]), list[int]()
        for count, one in enumerate(self._written_objects(), 1):
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (count, one))
            places.append(at)
            at += len(parts[-1])
        count = len(places) + 1
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        parts += [b"%010d 00000 n \n" % place for place in places]
        end = b"trailer\n<<\n/Root %b\n/Size %d\n>>\nstartxref\n%d\n%%%%EOF\n"
        parts.append(end % (root, count, at))
        return b"".join(parts)

    def _written_objects(self) -> Iterator[bytes]:
        # Writing an object may bring others in, which are written after it.
        return map(self._written_whole, self._objects)

    def _written_whole(self, one: Indirect | Stream | bytes) -> bytes:
        if isinstance(one, bytes):
            return one
        if isinstance(one, Stream):
            entries = self._dictionary(one.entries)
            return b"%b\nstream\n%b\nendstream" % (entries, one.content)
        return self._written(one.content)

    def _written(self, value: Value) -> bytes:
        match value:
            case bytes():
                return value
            case str():
                return value.encode("ascii")
            case int():
                return b"%d" % value
            case dict():
                return self._dictionary(value)
            case list():
                return self._array(value)
            case Indirect() | Stream():
                return self.reference(value)
        raise TypeError(f"no PDF object: {value!r}")

    def _dictionary(self, entries: dict[str, Value]) -> bytes:
        written = [
            b"%b %b" % (name(key).encode(), self._written(entries[key])) for key in sorted(entries)
        ]
        return b"<<\n%b\n>>" % _in_lines(written, A_LINE)

    def _array(self, items: list[Value]) -> bytes:
        return b"[ %b ]" % _in_lines([self._written(item) for item in items], AN_ARRAY_LINE)


def _in_lines(parts: list[bytes], most: int) -> bytes:
    if len(parts) <= most:
        return b" ".join(parts)
    lines = (parts[i : i + most] for i in range(0, len(parts), most))
    return b" \n  ".join(map(b" ".join, lines))


def text_string(text: str) -> bytes:
    """A text string: ASCII as it is, all else in UTF-16.

    >>> text_string("a(b)"), text_string("万")
    (b'(a\\\\(b\\\\))', b'<FEFF4E07>')
    """
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return b"(" + escaped.encode("ascii") + b")"
    return b"<FEFF" + text.encode("utf-16-be", "replace").hex().upper().encode("ascii") + b">"


def name(text: str) -> str:
    """A name object, with what a name may not hold written as #xx; names are UTF-8 (7.3.5).

    >>> name("PANTONE 186 C"), name("红")
    ('/PANTONE#20186#20C', '/#E7#BA#A2')
    """
    if text.isalpha() and text.isascii():
        return "/" + text
    plain = (
        chr(b) if 33 <= b <= 126 and b not in b"%()<>{}[]/#" else f"#{b:02X}" for b in text.encode()
    )
    return "/" + "".join(plain)


# The content stream


OVERPRINTING, KNOCKING_OUT = "GO", "GK"
Kind = Literal["fill", "stroke", "font", "line", "overprint", "opacity"]
Setting = str | tuple[str, float] | LineStyle | bool | float | None
"""A colour's operator, a font's name and size …; None: not known yet."""

START: dict[Kind, Setting] = {
    "fill": "", "stroke": "", "font": ("", 0.0), "line": PLAIN_LINE, "overprint": False,
    "opacity": 1.0,
}  # fmt: skip
UNKNOWN: dict[Kind, Setting] = dict.fromkeys(START)


class First(NamedTuple):
    """The first setting of a kind in a part: written where it is another than before the part."""

    kind: Kind
    setting: Setting


class Part(NamedTuple):
    """What a part of a page draws, and what is set behind it; None: what was before it."""

    operators: tuple[str | First, ...]
    after: dict[Kind, Setting]
    opacities: frozenset[float]


class GraphicsState:
    """The operators of a content stream as it grows, and what is set at its end."""

    def __init__(self) -> None:
        self.operators: list[str | First] = []
        self.opacities: set[float] = set()
        """Those that its graphics states are called by."""
        self._now = START.copy()
        self._saved: list[dict[Kind, Setting]] = []
        self._outer: list[tuple[list[str | First], dict[Kind, Setting], set[float]]] = []

    def write(self, *words: str) -> None:
        self.operators.append(" ".join(words))

    def set(self, kind: Kind, setting: Setting) -> None:
        was = self._now[kind]
        if was == setting:
            return
        self._now[kind] = setting
        if was is None:
            self.operators.append(First(kind, setting))
        else:
            self._change(kind, was, setting)

    def _change(self, kind: Kind, was: Setting, setting: Setting) -> None:
        self.operators += _operators(kind, was, setting)
        if kind == "opacity" and isinstance(setting, float):
            self.opacities.add(setting)

    def save(self) -> None:
        self.operators.append("q")
        self._saved.append(self._now.copy())

    def restore(self) -> None:
        self.operators.append("Q")
        self._now = self._saved.pop()

    def begin(self) -> None:
        """From here on a part is drawn, until its `end`."""
        self._outer.append((self.operators, self._now, self.opacities))
        self.operators, self._now, self.opacities = [], UNKNOWN.copy(), set()

    def end(self) -> Part:
        """What was drawn since `begin`, which is not written yet."""
        part = Part(tuple(_joined(self.operators)), self._now, frozenset(self.opacities))
        self.operators, self._now, self.opacities = self._outer.pop()
        return part

    def play(self, part: Part) -> None:
        """Write a part."""
        before = self._now
        for one in part.operators:
            if isinstance(one, str):
                self.operators.append(one)
            elif before[one.kind] != one.setting:
                self._change(one.kind, before[one.kind], one.setting)
        self.opacities |= part.opacities
        self._now = {
            kind: before[kind] if setting is None else setting
            for kind, setting in part.after.items()
        }

    def content(self) -> bytes:
        """The whole stream."""
        return "\n".join([one for one in self.operators if isinstance(one, str)]).encode("ascii")


def _operators(kind: Kind, was: Setting, setting: Setting) -> Iterable[str]:
    match kind, was, setting:
        case _, _, (str() as name, float() | int() as size):
            return [f"/{name} {number(size)} Tf"]
        case "line", LineStyle(), LineStyle():
            return line_style(was, setting)
        case "overprint", _, _:
            return [f"/{OVERPRINTING if setting else KNOCKING_OUT} gs"]
        case "opacity", _, float() | int():
            return [f"/{opacity_name(setting)} gs"]
        case _:
            return [str(setting)]


def _joined(operators: list[str | First]) -> Iterator[str | First]:
    """Operators one behind the other as one text."""
    texts: list[str] = []
    for one in operators:
        if isinstance(one, str):
            texts.append(one)
            continue
        if texts:
            yield "\n".join(texts)
            texts = []
        yield one
    if texts:
        yield "\n".join(texts)

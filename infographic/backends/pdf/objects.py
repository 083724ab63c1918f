"""The PDF's objects: document, streams, strings, names (ISO 32000-1, 7.3 and 7.5).

A dict is a dictionary, its keys names without the slash; a list is an array; a str or bytes stands
as it is. `Indirect` and `Stream` stand by themselves and are referred to. Numbers are given in the
order in which references are asked for, and else in that of writing.
"""

from __future__ import annotations

import zlib

from infographic.foundation.files import blake2b

Value = object
"""dict[str, Value], list[Value], str, bytes, int, Indirect or Stream; a str is ASCII."""

# Half the time of zlib's own 6, and a page's content 4 % larger, which is 0.2 % of its file.
DEFLATE_LEVEL = 4

# Bytes above 127 say that the file is not text (7.5.2). The words are of the library that wrote
# our files once: they stay, so that a page's bytes do.
HEADER = b"%%PDF-%d.%d\n%%\x93\x8c\x8b\x9e ReportLab Generated PDF document (opensource)\n"
BLANK_ID = bytes(16).hex().encode()

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
    """One document, with an /ID that is a digest of all its bytes."""

    def __init__(self, version: tuple[int, int], language: str) -> None:
        self.version = version
        self._objects: list[Indirect | Stream] = []
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

    def to_bytes(self, *, identified: bool = True) -> bytes:
        """The file; `identified`: for keeping. What is drawn at once needs no /ID of its own."""
        root, info = (self.reference(Indirect(one)) for one in (self.catalog, self.info))
        parts = [HEADER % self.version]
        at, places = len(parts[0]), list[int]()
        # Writing an object may bring others in, which are written after it.
        for number, one in enumerate(self._objects, 1):
            part = b"%d 0 obj\n%b\nendobj\n" % (number, self._written_whole(one))
            parts.append(part)
            places.append(at)
            at += len(part)
        count = len(places) + 1
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        parts += [b"%010d 00000 n \n" % place for place in places]
        parts += [b"trailer\n<<\n/ID ", _id(BLANK_ID)]
        end = b"\n/Info %b\n/Root %b\n/Size %d\n>>\nstartxref\n%d\n%%%%EOF\n"
        parts.append(end % (info, root, count, at))
        if identified:
            digest = blake2b(digest_size=16)
            for part in parts:
                digest.update(part)
            parts[-2] = _id(digest.hexdigest().encode())
        return b"".join(parts)

    def _written_whole(self, one: Indirect | Stream) -> bytes:
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


def _id(digest: bytes) -> bytes:
    return b"[<%b> <%b>]" % (digest, digest)


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

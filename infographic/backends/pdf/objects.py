"""The PDF's objects, on reportlab's object model: document, catalog, streams, strings, numbers.

Import this module late: reportlab takes 100 ms. It is imported here and nowhere else.

reportlab runs `reportlab_settings.py` and `reportlab_mods.py` from the path, the like from the
home folder, and obeys RL_* variables. All would let a stranger's file change our bytes, or run, so
it is imported behind empty stand-ins and without those variables. A program that had imported it
before us has settled it its own way; what we depend on is held for as long as we write.
"""

from __future__ import annotations

import hashlib
import os
import sys
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import RLock
from types import ModuleType
from typing import Any

STAND_INS = (
    "reportlab_settings",
    "reportlab_mods",
    "reportlab.local_rl_settings",
    "reportlab.local_rl_mods",
)


@contextmanager
def sheltered() -> Iterator[None]:
    """No settings of reportlab's from the environment, the path or the home folder."""
    variables = {key: os.environ.pop(key) for key in list(os.environ) if key.startswith("RL_")}
    modules = {name: ModuleType(name) for name in STAND_INS if name not in sys.modules}
    sys.modules.update(modules)
    try:
        yield
    finally:
        for name in modules:
            sys.modules.pop(name, None)
        os.environ.update(variables)


with sheltered():
    from reportlab import rl_config
    from reportlab.pdfbase import pdfdoc

_holding = RLock()
"""The settings are one set for all threads: while one writes, no other may give them back."""
HELD = {"invariant": 1, "pdfComments": 0, "pdfMultiLine": 0}


@contextmanager
def held_settings() -> Iterator[None]:
    with _holding:
        before = {name: getattr(rl_config, name) for name in HELD}
        for name, value in HELD.items():
            setattr(rl_config, name, value)
        try:
            yield
        finally:
            for name, value in before.items():
                setattr(rl_config, name, value)


# Half the time of zlib's own 6, and a page's content 4 % larger, which is 0.2 % of its file.
DEFLATE_LEVEL = 4

Dictionary = pdfdoc.PDFDictionary
Array = pdfdoc.PDFArray
# The font dictionary that every reportlab document has.
FONTS = pdfdoc.PDFObjectReference(pdfdoc.BasicFonts)


class Indirect(pdfdoc.PDFDictionary):  # type: ignore[misc]
    """A dictionary that stands by itself and is referred to.

    Fonts must be: poppler misreads a font that lies inside its resource dictionary.
    """

    __RefOnly__ = 1


class IndirectArray(pdfdoc.PDFArray):  # type: ignore[misc]
    """An array that stands by itself and is referred to: a colour space."""

    __RefOnly__ = 1


class Stream(pdfdoc.PDFStream):  # type: ignore[misc]
    """A stream whose content is already as it will be written."""

    def __init__(self, content: bytes, **entries: object) -> None:
        super().__init__(Dictionary(entries), content)

    @classmethod
    def deflating(cls, content: bytes, **entries: object) -> Stream:
        packed = zlib.compress(content, DEFLATE_LEVEL)
        return cls(packed, Filter="/FlateDecode", **entries)

    def format(self, document: Document) -> bytes:
        # reportlab's own leaves out the line end that must precede “endstream” (7.3.8.1).
        entries = Dictionary({**self.dictionary.dict, "Length": len(self.content)})
        parts = (entries.format(document), b"\nstream\n", self.content, b"\nendstream\n")
        return b"".join(parts)


class Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]
    """The catalog, with room for what reportlab's has none for."""

    __NoDefault__ = (*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents")
    __Refs__ = ("Pages", "Metadata", "StructTreeRoot")
    __Defaults__: Mapping[str, object] = {"Type": "/Catalog", "Lang": None}
    # Set as attributes; reportlab writes those that are not None.
    Pages: Any = None
    Lang: Any = None
    Metadata: Any = None
    StructTreeRoot: Any = None
    MarkInfo: Any = None
    ViewerPreferences: Any = None
    OutputIntents: Any = None


class Leaf(pdfdoc.PDFCatalog):  # type: ignore[misc]
    """A page's dictionary: reportlab's own always writes /Trans and asks for Helvetica."""

    __RefOnly__ = 1
    __Defaults__: Mapping[str, object] = {"Type": "/Page"}
    __NoDefault__ = (
        *("Parent", "MediaBox", "TrimBox", "BleedBox", "Resources", "Contents"),
        *("Group", "StructParents", "Tabs"),
    )
    __Refs__ = ("Parent", "Contents")

    def __init__(self, **entries: object) -> None:
        for key, value in entries.items():
            setattr(self, key, value)


class Document(pdfdoc.PDFDocument):  # type: ignore[misc]
    """One document, serialised by reportlab with an /ID that is a digest of all its bytes."""

    _BLANK_ID = bytes(16).hex().encode()

    def __init__(self, version: tuple[int, int], language: str) -> None:
        super().__init__(dummyoutline=1, compression=0, invariant=1, pdfVersion=version, lang="en")
        pages = self.Pages
        self.Catalog = self._catalog = Catalog()
        self.Catalog.Pages = pages
        if language:
            self.Catalog.Lang = text_string(language)

    @property
    def fonts(self) -> dict[str, Any]:
        """The document's font dictionary, by resource name; empty until a font is added."""
        entries: dict[str, Any] = self.idToObject[pdfdoc.BasicFonts].dict
        return entries

    def ID(self) -> bytes:  # noqa: N802 - reportlab's name
        return b"[<%b> <%b>]" % (self._BLANK_ID, self._BLANK_ID)

    def to_bytes(self, *, identified: bool = True) -> bytes:
        """The file; `identified`: for keeping. What is drawn at once needs no /ID of its own."""
        with held_settings():
            data: bytes = self.format()
        if not identified:
            return data
        digest = hashlib.blake2b(data, digest_size=16).hexdigest().encode()
        head, blank, tail = data.rpartition(self.ID())
        assert blank, "the trailer has no /ID"
        return b"".join((head, b"[<%b> <%b>]" % (digest, digest), tail))


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
    """A name object, with what a name may not hold written as #xx.

    reportlab's own writes a character outside ASCII wrongly; names are UTF-8 (7.3.5).

    >>> name("PANTONE 186 C"), name("红")
    ('/PANTONE#20186#20C', '/#E7#BA#A2')
    """
    plain = (
        chr(b) if 33 <= b <= 126 and b not in b"%()<>{}[]/#" else f"#{b:02X}" for b in text.encode()
    )
    return "/" + "".join(plain)

"""An SVG file's XML as a tree, by a parser that follows nothing.

No document type of its own, no entities, no style sheets from elsewhere, and bounds on all that
grows: such a file is refused before it can do harm.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.parsers import expat

from infographic.foundation import limits
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.late_pattern import late
from infographic.foundation.record import field, record
from infographic.foundation.sayings import Saying, say

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
_DECLARED = late(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})")


@record(frozen=False, eq=False)
class Element:
    """An element of SVG with its place; others are no part of the tree."""

    name: str
    attributes: dict[str, str]
    """Those of SVG, and `href`, which is XLink's too."""
    origin: Origin
    children: list[Element] = field(default_factory=list)
    text: str = ""
    """Of a `style`, its rules; of a `title`, its words."""


class _RefusedError(Exception):
    """Why reading stops."""

    def __init__(self, saying: Saying, mend: Saying | None = None) -> None:
        super().__init__(saying, mend)
        self.saying, self.mend = saying, mend


def read_tree(data: bytes, name: str, path: Path | None) -> Element | Diagnostic:
    """The root element, or why there is none."""
    source = Source(name, _text_of(data), path=path)
    if len(data) > limits.most("svg-bytes"):
        most = limits.most("svg-bytes") / 1e6
        return Diagnostic(
            say("svg-unsafe/large", mb=len(data) / 1e6, most=most, limit="svg-bytes"),
            Origin(source),
        )
    if data.startswith(b"\x1f\x8b"):
        return Diagnostic(say("svg-broken/packed"), Origin(source))
    reader = _Reader(source)
    try:
        reader.parser.Parse(data, True)
    except _RefusedError as error:
        return Diagnostic(error.saying, reader.here(), error.mend)
    except expat.ExpatError as error:
        at = Origin(source, "", error.lineno, error.offset + 1)
        return Diagnostic(say("svg-broken", reason=expat.errors.messages[error.code]), at)
    # An encoding that Python does not know, or of which expat can read no map.
    except (ValueError, LookupError) as error:
        return Diagnostic(say("svg-broken/encoding", reason=str(error)), Origin(source, "", 1, 1))
    assert reader.root is not None, "a document without an element is not well-formed"
    return reader.root


def _text_of(data: bytes) -> str:
    """The file's text, to quote from."""
    declared = _DECLARED.match(data)
    encoding = declared[1].decode("ascii") if declared else "utf-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    try:
        return data.decode(encoding, "replace").removeprefix("\ufeff")
    # A codec of host names, as “idna”, takes no “replace”.
    except (LookupError, ValueError):
        return ""


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Element | None = None
        self.open: list[Element | None] = []
        """Down to where the parser stands; None for what is no part of the tree."""
        self.count = 0
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.buffer_text = True
        parser.StartElementHandler = self.started
        parser.EndElementHandler = self.ended
        parser.CharacterDataHandler = self.said
        parser.StartDoctypeDeclHandler = self.doctype
        parser.ProcessingInstructionHandler = self.instructed
        parser.EntityDeclHandler = self.entity
        parser.UnparsedEntityDeclHandler = self.entity
        parser.ExternalEntityRefHandler = self.entity
        parser.SkippedEntityHandler = self.entity

    def here(self) -> Origin:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        return Origin(self.source, "", line, column)

    def started(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > limits.most("svg-elements"):
            raise _RefusedError(
                say("svg-unsafe/elements", most=limits.most("svg-elements"), limit="svg-elements")
            )
        if len(self.open) >= limits.most("svg-depth"):
            raise _RefusedError(
                say("svg-unsafe/deep", most=limits.most("svg-depth"), limit="svg-depth")
            )
        space, _, local = name.rpartition(" ")
        parent = self.open[-1] if self.open else None
        if self.root is None and (local != "svg" or space not in ("", SVG)):
            raise _RefusedError(say("svg-broken/root", found=local))
        # What an editor keeps for itself: its guides, its notes. No reader draws it.
        is_foreign = space not in ("", SVG) or (self.root is not None and parent is None)
        if is_foreign:
            self.open.append(None)
            return
        kept = {}
        for key, value in attributes.items():
            of, _, plain = key.rpartition(" ")
            if of == "" or (of == XLINK and plain == "href"):
                kept[plain] = value
        element = Element(local, kept, self.here())
        if parent is None:
            self.root = element
        else:
            parent.children.append(element)
        self.open.append(element)

    def ended(self, _: str) -> None:
        self.open.pop()

    def said(self, text: str) -> None:
        element = self.open[-1] if self.open else None
        if element is not None and element.name in ("style", "title"):
            element.text += text

    def doctype(self, _: str, __: str | None, ___: str | None, has_subset: bool) -> None:
        # The name of a document type is in many files, and says nothing; nobody fetches it.
        if has_subset:
            raise _RefusedError(say("svg-unsafe/doctype"))

    def instructed(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            raise _RefusedError(say("svg-unsafe/stylesheet"))

    def entity(self, *_: Any) -> Any:
        raise _RefusedError(say("svg-unsafe/entity"))

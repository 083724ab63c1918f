"""Workbooks are zip files of XML: unpacked within bounds, parsed without entities."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from xml.parsers import expat

from infographic.foundation import limits
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.sayings import Saying, say

CHUNK = 1 << 16
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How the parts of a workbook may be packed (ISO/IEC 29500-2, OpenDocument 1.3-2)."""
Attributes = dict[str, str]


class StopParsing(Exception):  # noqa: N818
    """Enough was read."""


class Archive:
    """A workbook's parts. What is wrong is raised as `SpecError` at the file."""

    def __init__(self, data: bytes, file: Origin) -> None:
        self.file = file
        self.left = limits.most("data-unpacked")
        """Bytes that may still be unpacked."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self.names = frozenset(self._zip.namelist())
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self.fault(say("data-damaged", reason=str(error))) from error

    def fault(self, saying: Saying) -> SpecError:
        return SpecError([Diagnostic(saying, self.file)])

    def parse(
        self,
        name: str,
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Hand a part's elements to the callables, names without prefixes; any of them may raise
        `StopParsing`."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        # A sheet has no entities of its own: whoever declares some wants them to grow.
        parser.StartDoctypeDeclHandler = self._refuse_entities
        parser.EntityDeclHandler = self._refuse_entities
        names: dict[str, str] = {}

        def started(name: str, attributes: Attributes) -> None:
            local = names.get(name)
            if local is None:
                local = names[name] = name.rpartition(":")[2]
            start(local, attributes)

        def ended(name: str) -> None:
            assert end is not None
            end(names[name])

        def first(name: str, attributes: Attributes) -> None:
            # Most sheets have no prefixes: their elements need no look at their names.
            is_plain = ":" not in name
            parser.StartElementHandler = start if is_plain else started
            if end is not None:
                parser.EndElementHandler = end if is_plain else ended
            parser.StartElementHandler(name, attributes)

        parser.StartElementHandler = first
        if text is not None:
            parser.CharacterDataHandler = text
        try:
            for chunk in self._chunks(name):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except StopParsing:
            return
        except expat.ExpatError as error:
            raise self.fault(say("data-damaged", reason=f"{name}: {error}")) from error

    def _refuse_entities(self, *_: object) -> None:
        raise self.fault(say("data-damaged/entities"))

    def _chunks(self, name: str) -> Iterator[bytes]:
        try:
            kind = self._zip.getinfo(name).compress_type
            if kind not in PACKED:
                # zipfile unpacks these a whole piece at a time, however long that becomes.
                raise NotImplementedError(f"{name}: compression method {kind}")
            with self._zip.open(name) as part:
                while chunk := part.read(CHUNK):
                    self.left -= len(chunk)
                    if self.left < 0:
                        most = limits.most("data-unpacked") / 1e6
                        saying = say(
                            "data-large/unpacked", part=name, most=most, limit="data-unpacked"
                        )
                        raise self.fault(saying)
                    yield chunk
        except NotImplementedError as error:
            raise self.fault(say("data-damaged", reason=str(error))) from error
        except RuntimeError as error:
            # What zipfile says of a part that is encrypted.
            raise self.fault(say("data-locked")) from error
        except (KeyError, ValueError, zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise self.fault(say("data-damaged", reason=f"{name}: {error}")) from error


def attribute(attributes: Attributes, name: str) -> str:
    """An attribute by its name without a prefix: r:id, ns2:id; "" where there is none."""
    if name in attributes:
        return attributes[name]
    ending = f":{name}"
    return next((value for key, value in attributes.items() if key.endswith(ending)), "")


def whole(digits: str | None) -> int:
    """A count in an attribute; 0 where there is none."""
    return (
        int(digits) if digits and digits.isascii() and digits.isdigit() and len(digits) < 9 else 0
    )

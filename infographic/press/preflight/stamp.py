"""The mark of a PDF that was written against its preflight: in its metadata, and beside its trim.

A forced file must not pass for a checked one on its way through the house.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pikepdf

from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.files import shipped
from infographic.foundation.font import Face, open_face

SIZE = 7.0
ROOM = 16.0
"""Points added below the sheet for the line."""
HEAD = "NOT FOR PRESS 强制输出，未过印前检查："


def stamped(data: bytes, faults: Sequence[Diagnostic]) -> bytes:
    """The PDF with its faults' codes in Keywords and XMP, and in a line below the sheet.

    The line is outlines in K 100: it needs no font, and no text of the page is changed.
    """
    codes = " ".join(dict.fromkeys(one.code for one in faults))
    said = f"{HEAD}{codes}"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        version = pdf.pdf_version
        page = pdf.pages[0]
        x, y, right, top = (float(value) for value in page.mediabox)
        page.mediabox = pikepdf.Array([x, y - ROOM, right, top])
        if "/CropBox" in page.obj:
            page.obj["/CropBox"] = page.mediabox
        line = _drawn(said, x + 12, y - ROOM + 5, right - x - 24)
        page.contents_add(pdf.make_stream(line), prepend=False)
        _say(pdf, said)
        written = io.BytesIO()
        pdf.save(
            written, fix_metadata_version=False, deterministic_id=True, min_version=version,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )  # fmt: skip
    return written.getvalue()


def _say(pdf: pikepdf.Pdf, said: str) -> None:
    info: Any = pdf.trailer.get("/Info")
    if info is not None:
        info["/Keywords"] = pikepdf.String(said)
    stream = pdf.Root.get("/Metadata")
    if isinstance(stream, pikepdf.Stream):
        xmp = stream.read_bytes().decode("utf-8", "replace")
        mark = f'<pdf:Keywords xmlns:pdf="http://ns.adobe.com/pdf/1.3/">{said}</pdf:Keywords>'
        xmp = xmp.replace("</rdf:Description>", f"{mark}\n</rdf:Description>", 1)
        stream.write(xmp.encode())


def _drawn(text: str, x: float, y: float, room: float) -> bytes:
    """A line of type as outlines, in solid black."""
    face = open_face(shipped("fonts") / "noto-sans-sc-bold.ttf")
    width = sum(face.advance_of(face.glyph_of(c)) for c in text) or 1.0
    size = min(SIZE, room / width)
    parts = ["q", "0 0 0 1 k"]
    for character in text:
        glyph = face.glyph_of(character)
        parts += _outline(face, glyph, x, y, size)
        x += face.advance_of(glyph) * size
    return "\n".join((*parts, "Q")).encode("ascii")


def _outline(face: Face, glyph: int, x: float, y: float, size: float) -> list[str]:
    lines = []
    for kind, values in face.outline_of(glyph):
        if kind == "Z":
            lines.append("h")
            continue
        places = (f"{(y if i % 2 else x) + value * size:.3f}" for i, value in enumerate(values))
        lines.append(f"{' '.join(places)} {kind.lower()}")
    return [*lines, "f"] if lines else []

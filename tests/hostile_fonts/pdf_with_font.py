"""A PDF of one page that shows some codes in one embedded font."""

from __future__ import annotations

import io
from typing import Any

import pikepdf

SHOWN = b"BT /F1 12 Tf 72 72 Td <0042> Tj ET"
"""In the square fonts, a."""
SIMPLE = b"BT /F1 12 Tf 72 72 Td (a) Tj ET"


def pdf_with_font(program: bytes, kind: str, widths: object = (), shown: bytes = SHOWN) -> bytes:
    """`kind`: “truetype” or “cff” of a composite font, “simple” for one of single bytes."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 200))
        page.trimbox = [0, 0, 200, 200]
        stream = pdf.make_stream(program)
        font: dict[str, Any]
        descriptor = {
            "/Type": pikepdf.Name.FontDescriptor, "/FontName": pikepdf.Name.Hostile, "/Flags": 4,
        }  # fmt: skip
        if kind == "cff":
            stream["/Subtype"] = pikepdf.Name.CIDFontType0C
            descriptor["/FontFile3"] = stream
        else:
            descriptor["/FontFile2"] = stream
        if kind == "simple":
            font = {
                "/Subtype": pikepdf.Name.TrueType, "/FirstChar": 97, "/LastChar": 97,
                "/Widths": [1000], "/FontDescriptor": pikepdf.Dictionary(descriptor),
                "/Encoding": pikepdf.Name.WinAnsiEncoding,
            }  # fmt: skip
        else:
            number = 0 if kind == "cff" else 2
            inner = {
                "/Type": pikepdf.Name.Font, "/Subtype": pikepdf.Name(f"/CIDFontType{number}"),
                "/BaseFont": pikepdf.Name.Hostile, "/DW": 1000,
                "/FontDescriptor": pikepdf.Dictionary(descriptor), "/W": pikepdf.Array(widths),
            }  # fmt: skip
            font = {
                "/Subtype": pikepdf.Name.Type0, "/Encoding": pikepdf.Name("/Identity-H"),
                "/DescendantFonts": [pikepdf.Dictionary(inner)],
            }  # fmt: skip
        font |= {"/Type": pikepdf.Name.Font, "/BaseFont": pikepdf.Name.Hostile}
        page.obj["/Resources"] = pikepdf.Dictionary(
            {"/Font": pikepdf.Dictionary({"/F1": pikepdf.Dictionary(font)})}
        )
        page.obj["/Contents"] = pdf.make_stream(SIMPLE if kind == "simple" else shown)
        file = io.BytesIO()
        pdf.save(file)
        return file.getvalue()

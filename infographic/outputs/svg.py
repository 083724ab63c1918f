"""`.svg`: shapes without pixels, for the web and for drawing programs."""

from __future__ import annotations

from infographic.outputs.format import Format, Option, Writable
from infographic.outputs.pixels import TRANSPARENT

TEXT = Option("text", "flag", "words stay text, in subsets of their faces; else they are outlines")


def write(page: Writable, *, text: bool = False, transparent: bool = False) -> bytes:
    from infographic.backends.svg.write import svg_bytes
    from infographic.press.alt_text import alt_text

    return svg_bytes(page.page, text=text, transparent=transparent, description=alt_text(page.page))


FORMAT = Format(
    "SVG",
    (".svg",),
    "shapes, for the web and drawing programs",
    write,
    (TEXT, TRANSPARENT),
)

"""Pages set by hand, without the layout engine, and readers that did not write them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path as FilePath
from typing import Any

import pikepdf
import pypdfium2
import uharfbuzz as hb
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar

from infographic.display.items import GlyphRun, Item, Path, Placed, TextLine
from infographic.display.page import Page
from infographic.foundation.color import BLACK, Color, read_hex
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.font import Face, open_face
from infographic.foundation.geometry import Point, Size

FONTS = FilePath(__file__).resolve().parents[2] / "fonts"
SQUARES = FilePath(__file__).resolve().parents[1] / "fonts"
SERIF = open_face(FONTS / "noto-serif-sc-regular.ttf")
SANS = open_face(FONTS / "noto-sans-sc-bold.ttf")
FIGURES = open_face(FONTS / "barlow-condensed-semibold.ttf")
RED = Color("red", (0.0, 0.95, 0.85, 0.0), read_hex("#d7332c") or (0, 0, 0))


def run(
    face: Face,
    text: str,
    size: float = 10,
    color: Color = BLACK,
    *,
    gaps: Mapping[int, float] | None = None,
    spaces: bool = True,
    features: Mapping[str, bool] | None = None,
) -> GlyphRun:
    """Shaped text; `gaps[i]` is added before character i, in em; `spaces`: they have glyphs."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer, dict(features or {}))
    infos = buffer.glyph_infos
    ends = [info.cluster for info in infos[1:]] + [len(text)]
    glyphs, xs, texts, x = [], [], [], 0.0
    for info, place, end in zip(infos, buffer.glyph_positions, ends, strict=True):
        x += (gaps or {}).get(info.cluster, 0.0)
        part = text[info.cluster : end]
        if part != " " or spaces:
            glyphs.append(info.codepoint)
            xs.append(round(x + place.x_offset / face.upem, 6))
            texts.append(part)
        x += place.x_advance / face.upem
    return GlyphRun(face, size, color, tuple(glyphs), tuple(xs), tuple(texts))


def width_of(one: GlyphRun) -> float:
    return (one.xs[-1] + one.face.advance_of(one.glyphs[-1])) * one.size


def line(*runs: GlyphRun, gap: float = 0.0, text: str | None = None) -> TextLine:
    """The runs one after another, `gap` points apart."""
    placed, x = [], 0.0
    for one in runs:
        placed.append((x, one))
        x += width_of(one) + gap
    read = "".join("".join(one.texts) for one in runs)
    return TextLine(tuple(placed), read if text is None else text, x - gap)


def at(x: float, y: float, item: Item) -> Placed:
    return Placed(Point(x, y), item, BUILT_IN)


def box(width: float, height: float, fill: Color = BLACK) -> Path:
    corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    starts = (("M" if i == 0 else "L", corner) for i, corner in enumerate(corners))
    return Path((*starts, ("Z", ())), fill=fill)


def page(*items: Placed, width: float = 300, height: float = 200, **more: Any) -> Page:
    return Page(Size(width, height), items, "标题 Title", "zh-Hans", **more)


def lines_page(*lines: TextLine, **more: Any) -> Page:
    placed = (at(20, 30 + 30 * i, one) for i, one in enumerate(lines))
    return page(*placed, width=500, height=60 + 30 * len(lines), **more)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


@cache
def held(data: bytes) -> pikepdf.Pdf:
    """Opened for as long as the tests run: pikepdf's objects die with their file."""
    return opened(data)


def operators(data: bytes) -> list[tuple[list[Any], str]]:
    """The first page's content, as pikepdf reads it."""
    with opened(data) as pdf:
        read = pikepdf.parse_content_stream(pdf.pages[0])
        return [(list(one.operands), str(one.operator)) for one in read]


def fonts_of(pdf: pikepdf.Pdf) -> list[Any]:
    return list(pdf.pages[0].Resources.Font.values())


def read_by_pdfium(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    text: str = document[0].get_textpage().get_text_range()
    document.close()
    return text.split("\r\n")


def characters(data: bytes) -> list[tuple[str, float, float]]:
    """Every glyph with the place of its origin in points from the bottom left, by pdfminer."""

    def walk(item: Any) -> Iterator[LTChar]:
        if isinstance(item, LTChar):
            yield item
        elif hasattr(item, "__iter__"):
            for inner in item:
                yield from walk(inner)

    (leaf,) = extract_pages(io.BytesIO(data))
    return [(one.get_text(), one.matrix[4], one.matrix[5]) for one in walk(leaf)]


@cache
def square(name: str = "square.ttf", index: int = 0, **axes: float) -> Face:
    return open_face(SQUARES / name, index, tuple(axes.items()))
